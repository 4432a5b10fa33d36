"""What the use cases ask of storage and cryptography for votes and bidding rounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from shiftbid.domain.poll import Poll, PollAct, PollEntry, PollStep, StandingWishes


class PollRepository(Protocol):
    """Votes and bidding rounds: they, their steps and what people gave are added, never changed or removed.

    The instant of each is the store's: the repository reads its clock after its turn to write has come, so that what
    arrives after the deadline is refused whatever the clock of the person's computer says.
    """

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        ...

    def open(self, poll: Poll, locked_key: str) -> None:
        """Add a poll with the key to its boxes, locked under the trustee's PIN.

        Raises
        ------
        InputError
            The hall or a user is unknown, or the deadline does not lie in the future.
        StorageError
            Its number is not the next of its kind, hall and period: somebody opened one meanwhile.
        """
        ...

    def add_entry(self, poll: str, employee: str, given_by: str, box: str) -> PollEntry:
        """Take a sealed ballot or bid; it supersedes what the person gave before.

        Raises InputError where there is no such poll or person, the poll is not open, or its deadline has passed.
        """
        ...

    def add_step(self, before: Poll, act: PollAct, by: str, content: str) -> PollStep:
        """Add a step behind those that the caller saw.

        Raises
        ------
        InputError
            The step does not follow, or comes before the deadline.
        StorageError
            Somebody else acted meanwhile.
        """
        ...

    def add_standing(self, employee: str, given_by: str, wishes: Sequence[str]) -> StandingWishes:
        """Put wishes that stand until others are given on record; InputError where the employee is unknown."""
        ...

    def standing_at(self, moment: int) -> Mapping[str, StandingWishes]:
        """The wishes that stood before an instant (UTC seconds), by employee id."""
        ...

    def destroy_key(self, poll: str) -> None:
        """Remove the locked key for good."""
        ...

    def locked_key(self, poll: str) -> str | None:
        """Give the locked key; None once it is destroyed."""
        ...

    def hold(self, poll: str) -> Poll:
        """Give a poll and let no other change of it in until the unit of work ends; InputError where there is none.

        Whoever rests a step on the entries reads them after this, so that none can arrive in between.
        """
        ...

    def get(self, poll: str) -> Poll | None:
        """Give the poll of an id, or None."""
        ...

    def of_hall(self, hall: str) -> tuple[Poll, ...]:
        """Every poll of a hall in the order in which they were opened."""
        ...

    def of_trustee(self, user: str) -> tuple[Poll, ...]:
        """Every poll whose key a user holds, or held, in the order in which they were opened."""
        ...

    def entries(self, poll: str) -> tuple[PollEntry, ...]:
        """Every sealed entry, superseded ones too, in order of employee id and position."""
        ...


@dataclass(frozen=True, slots=True)
class KeyPair:
    """The key that everybody seals with and the one that opens, both in base64."""

    public: str
    private: str


class BoxSealer(Protocol):
    """Sealed boxes, and secrets locked under a PIN."""

    def new_keys(self) -> KeyPair:
        """Make a fresh pair of keys."""
        ...

    def seal(self, public_key: str, text: str) -> str:
        """Seal a text so that only the private key opens it; its length does not show but in steps."""
        ...

    def open(self, keys: KeyPair, box: str) -> str | None:
        """Open a box; None where it was not sealed with this key or was damaged."""
        ...

    def lock(self, secret: str, pin: str) -> str:
        """Lock a secret under a PIN; guessing is slow."""
        ...

    def unlock(self, locked: str, pin: str) -> str | None:
        """Unlock a secret; None where the PIN is another."""
        ...
