"""TOIL: time off in lieu, in minutes, kept in an append-only journal of two postings an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ToilAccount(StrEnum):
    """Where minutes stand. BANK is what the person may still take."""

    BANK = "bank"
    EARNED = "earned"
    USED = "used"
    EXPIRED = "expired"
    PAID_OUT = "paid_out"


class EntryKind(StrEnum):
    """What happened."""

    OPENING = "opening"
    ACCRUE = "accrue"
    USE = "use"
    REVERSE = "reverse"
    """Takes an earlier entry back; nothing is ever changed or removed."""


class LotKind(StrEnum):
    """What the minutes were earned for; kinds are never mixed, since the law treats them differently."""

    HOUSE_BONUS = "house_bonus"
    """House benefit for taking an adapted or peak shift; no pay stands behind it."""
    REST_DAY_WORK = "rest_day_work"


@dataclass(frozen=True, slots=True)
class Lot:
    """Minutes earned together, which expire together."""

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
    source
        What caused it: a shift id, a leave, an opening balance.
    """

    id: str
    employee: str
    effective: date
    kind: EntryKind
    postings: tuple[Posting, ...]
    source: str
