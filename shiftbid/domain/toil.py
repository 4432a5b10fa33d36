"""TOIL: time off in lieu, in minutes, kept in an append-only journal of two postings an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ToilAccount(StrEnum):
    """Where minutes stand. BANK is what the person may still take."""

    BANK = "bank"
    EARNED = "earned"
    HELD = "held"
    """Reserved for a day off that was asked for; nobody can ask for the same minutes twice."""
    ADVANCED = "advanced"
    """Taken before they were earned; never above zero."""
    USED = "used"
    EXPIRED = "expired"
    PAID_OUT = "paid_out"


class EntryKind(StrEnum):
    """What happened."""

    OPENING = "opening"
    ACCRUE = "accrue"
    HOLD = "hold"
    RELEASE = "release"
    """Gives the minutes of a hold back: the day off was refused or cancelled."""
    TAKE = "take"
    """Uses the minutes of a hold: the day off was taken."""
    USE = "use"
    REVERSE = "reverse"
    """Takes an earlier entry back; nothing is ever changed or removed."""
    SETTLE = "settle"
    """Earned minutes pay back an advance."""
    EXPIRE = "expire"
    EXTEND = "extend"
    """Minutes of an expired lot move to a lot that lasts longer."""
    PAYOUT = "payout"
    LEAVING = "leaving"
    """Employment ended: what is left is paid or lost."""


class LotKind(StrEnum):
    """What the minutes were earned for; kinds are never mixed, since the law treats them differently."""

    HOUSE_BONUS = "house_bonus"
    """House benefit for taking an adapted or peak shift; no pay stands behind it."""
    REST_DAY_WORK = "rest_day_work"
    OVERTIME = "overtime"
    """Overtime on a working day."""
    HOLIDAY_WORK = "holiday_work"
    """Work on a public holiday."""
    ADVANCE = "advance"
    """Taken before they were earned; holds minutes only where such a taking is reversed after it was settled."""


NEVER = date.max
"""The `expires` of a lot that lasts for ever."""


@dataclass(frozen=True, slots=True)
class Lot:
    """Minutes earned together, which expire together: `expires` is the last day on which they may be taken."""

    id: str
    employee: str
    kind: LotKind
    minutes: int
    expires: date


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of an entry: minutes added to (or, negative, taken from) an account's lot."""

    account: ToilAccount
    lot: str
    minutes: int


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One event of a person's TOIL; its postings sum to zero.

    Attributes
    ----------
    id
        Idempotency key: the same event recorded twice is one entry.
    effective
        Day from which it counts, which may lie before or after the day on which it was recorded.
    source
        What caused it: a shift id, a leave, an opening balance.
    refers_to
        Id of the earlier entry that it reverses, releases or takes; None for all others.
    """

    id: str
    employee: str
    effective: date
    kind: EntryKind
    postings: tuple[Posting, ...]
    source: str
    refers_to: str | None = None


@dataclass(frozen=True, slots=True)
class RecordedEntry:
    """An entry and the instant (UTC seconds) at which it was recorded."""

    entry: JournalEntry
    recorded_at: int
