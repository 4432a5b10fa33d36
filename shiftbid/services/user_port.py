"""What the use cases ask of storage about who may sign in."""

from __future__ import annotations

from typing import Protocol

from shiftbid.domain.account import SignInFailures, User


class UserRepository(Protocol):
    """People who may sign in, and failed attempts by name. Names are compared without upper and lower case."""

    def add(self, user: User) -> None:
        """Add a user. InputError where the id or name is taken or the employee is unknown."""
        ...

    def change(self, user: User) -> None:
        """Replace a known user's name, role, employee and PIN hash. InputError as for `add`, or if unknown."""
        ...

    def by_name(self, name: str) -> User | None:
        """Give the user of a name, or None."""
        ...

    def any(self) -> bool:
        """Whether there is a user at all."""
        ...

    def all(self) -> tuple[User, ...]:
        """Every user, in order of id."""
        ...

    def failures(self, name: str) -> SignInFailures | None:
        """Failed attempts in a row under a name, or None."""
        ...

    def note_failures(self, name: str, failures: SignInFailures) -> None:
        """Put the failed attempts of a name on record, in place of what stood there."""
        ...

    def clear_failures(self, name: str) -> None:
        """Forget the failed attempts of a name."""
        ...

    def forget_failures_before(self, moment: int) -> None:
        """Forget failed attempts whose latest lies before an instant (UTC seconds)."""
        ...
