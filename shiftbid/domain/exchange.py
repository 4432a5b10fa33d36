"""Offers and exchanges of awarded shifts: who gives what, who takes what, and who has to agree.

A shift is named by its id, which several people may hold; a person with a shift id names one place on the roster.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST_CYCLE = 4
"""Most people in one exchange: the more there are, the likelier one of them refuses."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a person would give, and what for.

    Attributes
    ----------
    takes
        Ids of shifts any one of which the person would take for it; none where the shift is given away.
    """

    employee: str
    gives: str
    takes: tuple[str, ...] = ()

    @property
    def given_away(self) -> bool:
        """Whether the person asks for nothing in its place."""
        return not self.takes


@dataclass(frozen=True, slots=True, order=True)
class Move:
    """One person's part in an exchange; None where the person gives, or takes, nothing."""

    employee: str
    gives: str | None
    takes: str | None


@dataclass(frozen=True, slots=True)
class Exchange:
    """Shifts that go from hand to hand.

    Attributes
    ----------
    agreed
        Employees who agreed by bringing it up, by their offer or by claiming.
    offers
        Ids of the offers that it answers.
    needs_approval
        Whether a manager has to approve it.
    """

    moves: tuple[Move, ...]
    agreed: tuple[str, ...]
    offers: tuple[str, ...] = ()
    needs_approval: bool = False

    @property
    def concerned(self) -> tuple[str, ...]:
        """Everybody whose shifts change, in order."""
        return tuple(sorted(move.employee for move in self.moves))

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """Employee and shift of every place on the roster that is given up."""
        return tuple((move.employee, move.gives) for move in self.moves if move.gives is not None)

    @property
    def open_shifts(self) -> tuple[str, ...]:
        """Shifts that are taken and that nobody of these people gives: places that were empty."""
        left = [gives for _, gives in self.given]
        opened: list[str] = []
        for move in self.moves:
            if move.takes in left:
                left.remove(move.takes)
            elif move.takes is not None:
                opened.append(move.takes)
        return tuple(opened)

    def waits_for(self, agreed_since: Iterable[str]) -> tuple[str, ...]:
        """Everybody concerned who has not agreed, in order."""
        return tuple(sorted({*self.concerned} - {*self.agreed, *agreed_since}))


def claim(claimant: str, shift: str, giver: str | None) -> tuple[Move, ...]:
    """Moves by which a person takes a shift that somebody gives away, or one that nobody holds."""
    taken = Move(claimant, None, shift)
    return (taken,) if giver is None else (Move(giver, shift, None), taken)


def swap(one: Offer, other: Offer) -> tuple[Move, ...]:
    """Moves by which two people exchange what each gives."""
    return cycle((one, other))


def cycle(offers: Sequence[Offer]) -> tuple[Move, ...]:
    """Moves by which everybody takes what the next gives, and the last what the first gives."""
    following = (*offers[1:], offers[0])
    return tuple(
        sorted(Move(each.employee, each.gives, after.gives) for each, after in zip(offers, following, strict=True))
    )
