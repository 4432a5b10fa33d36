"""What a house grants: how time off in lieu is earned, how long it lasts, and what becomes of it.

A policy is a house's choice inside the law; `shiftbid.payroll.toil_law` refuses one that the law forbids.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import NEVER, LotKind


class Outcome(StrEnum):
    """What becomes of minutes that were not taken in time."""

    PAYOUT = "payout"
    FORFEIT = "forfeit"
    EXTEND = "extend"


class Rounding(StrEnum):
    """Direction in which earned minutes are rounded to the policy's step."""

    DOWN = "down"
    NEAREST = "nearest"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Validity:
    """How long minutes last: months and days after the day they were earned for; neither means for ever."""

    months: int = 0
    days: int = 0

    def last_day(self, earned: date) -> date:
        """Last day on which minutes of a day may be taken; a month without that day gives its last one."""
        if not self.months and not self.days:
            return NEVER
        return _months_after(earned, self.months) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class LotTerms:
    """How minutes of one kind are earned and how they end.

    Attributes
    ----------
    rate
        Minutes off for one minute worked.
    validity
        How long they last, also anew where `at_expiry` extends them.
    at_expiry, at_leaving
        What becomes of them when they expire and when employment ends.
    """

    rate: Fraction
    validity: Validity
    at_expiry: Outcome
    at_leaving: Outcome


@dataclass(frozen=True, slots=True)
class ToilPolicy:
    """Terms of each kind that may be earned, and the limits of a person's balance.

    Attributes
    ----------
    law
        Id of the law it was checked against, as in `shiftbid.payroll.toil_law`.
    cap_minutes
        Most minutes a person may hold; what is earned above is paid out at once. None: no cap.
    overdraft_minutes
        How far below zero a balance may go.
    step_minutes, rounding
        Earned minutes are rounded once, to whole steps, in this direction.
    """

    law: str
    terms: Mapping[LotKind, LotTerms]
    cap_minutes: int | None = None
    overdraft_minutes: int = 0
    step_minutes: int = 1
    rounding: Rounding = Rounding.DOWN

    def of_kind(self, kind: LotKind) -> LotTerms:
        """Terms of a kind; raises InputError where the policy does not grant it."""
        terms = self.terms.get(kind)
        if terms is None:
            granted = ", ".join(sorted(self.terms)) or "nothing"
            raise InputError("TOIL policy", [f"grants no time off for {kind.value}; it grants {granted}"])
        return terms

    def earned_minutes(self, kind: LotKind, worked_minutes: int) -> int:
        """Minutes off for minutes worked, rounded once."""
        steps = self.of_kind(kind).rate * worked_minutes / self.step_minutes
        match self.rounding:
            case Rounding.DOWN:
                whole = math.floor(steps)
            case Rounding.NEAREST:
                whole = math.floor(steps + Fraction(1, 2))
            case Rounding.UP:
                whole = math.ceil(steps)
        return whole * self.step_minutes


def _months_after(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
