"""Accounts: who may sign in, as what, and when too many wrong PINs shut the door for a while."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

FAILURES_BEFORE_LOCK = 5
LOCK_SECONDS = 15 * 60


class Role(StrEnum):
    """What a person does here."""

    MANAGER = "manager"
    """Builds and publishes rosters, adds people."""
    STAFF = "staff"
    """Votes and bids."""
    PAYROLL = "payroll"
    """Exports pay."""


@dataclass(frozen=True, slots=True)
class User:
    """A person who may sign in.

    Attributes
    ----------
    name
        What the person types to sign in; upper and lower case are not told apart.
    employee
        Id of the employee who votes and bids under this name; None for people who do neither.
    pin_hash
        Salted hash of the PIN in the PHC text form, such as ``$argon2id$v=19$…``.
    """

    id: str
    name: str
    role: Role
    employee: str | None
    pin_hash: str


@dataclass(frozen=True, slots=True)
class SignInFailures:
    """Wrong PINs in a row under one name, whether or not anybody has that name.

    Attributes
    ----------
    last_at
        Instant of the latest failure, in UTC seconds.
    """

    count: int
    last_at: int

    def locked_at(self, now: int) -> bool:
        """Whether the name may not sign in at the instant `now` (UTC seconds)."""
        return self.count >= FAILURES_BEFORE_LOCK and not self.is_stale(now)

    def again(self, now: int) -> SignInFailures:
        """Count one more failure at the instant `now`; failures older than the lock lasts no longer count."""
        return SignInFailures(1 if self.is_stale(now) else self.count + 1, now)

    def is_stale(self, now: int) -> bool:
        """Whether so much time has passed that the failures no longer count."""
        return now >= self.last_at + LOCK_SECONDS


def name_key(name: str) -> str:
    """Give the form in which sign-in names are compared: without case, full-width forms and outer spaces."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
