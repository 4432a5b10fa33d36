"""Bids: what each person wishes of the shifts of a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class BidLevel(IntEnum):
    """How much a shift is wished for; its value is the points it weighs."""

    AVOID = -1
    NEUTRAL = 0
    LIKE = 1
    WANT = 3


@dataclass(frozen=True, slots=True)
class Bid:
    """A person's level for a template on a date; `template` None speaks of the day off."""

    employee: str
    day: date
    template: str | None
    level: BidLevel
