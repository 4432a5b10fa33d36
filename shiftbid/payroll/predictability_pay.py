"""Predictability pay: what a late change of a posted schedule costs, by the law of the place.

Oregon, Seattle and Chicago pay in time at the regular rate; New York City's fast food law pays fixed sums. Simple:
changes that the person asked for, swaps between colleagues and closures by weather or order are not told apart; leave
them out of the changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from shiftbid.domain.schedule_notice import ScheduleChange
from shiftbid.domain.timeline import MINUTES_PER_DAY
from shiftbid.rules.pay_book import PayRule


@dataclass(frozen=True, slots=True)
class OwedTime:
    """Minutes of pay due for a change, exact, and the pay rule that asks for them."""

    minutes: Fraction
    rule: str


PredictabilityPay = Callable[[ScheduleChange, Mapping[str, PayRule]], OwedTime]
"""What one change costs under the pack's pay rules."""


@dataclass(frozen=True, slots=True)
class _Terms:
    """What Oregon and Seattle have in common.

    Attributes
    ----------
    tolerance_minutes
        A change of start or end up to this costs nothing.
    """

    added: PayRule
    cut: PayRule
    tolerance_minutes: int


def oregon_pay(change: ScheduleChange, pay: Mapping[str, PayRule]) -> OwedTime:
    """ORS 653.455: an hour for an addition or a move, half of what is cut; nothing for 30 minutes or less."""
    tolerance_minutes = pay["OR-CHANGE-TOL"].number("tolerance_minutes")
    return _hour_or_share(change, _Terms(pay["OR-CHANGE-ADD"], pay["OR-CHANGE-CUT"], tolerance_minutes))


def seattle_pay(change: ScheduleChange, pay: Mapping[str, PayRule]) -> OwedTime:
    """SMC 14.22: an hour for an addition or a move, half of what is cut."""
    return _hour_or_share(change, _Terms(pay["SEA-CHANGE-ADD"], pay["SEA-CHANGE-CUT"], tolerance_minutes=0))


def _hour_or_share(change: ScheduleChange, terms: _Terms) -> OwedTime:
    added, cut = terms.added, terms.cut
    if change.notice_minutes >= added.number("notice_days") * MINUTES_PER_DAY:
        return OwedTime(Fraction(0), added.id)
    if change.cancelled_minutes > terms.tolerance_minutes:
        return OwedTime(Fraction(change.cancelled_minutes * cut.number("share_percent"), 100), cut.id)
    moved = max(change.added_minutes, change.moved_minutes) > terms.tolerance_minutes
    return OwedTime(Fraction(added.number("pay_minutes") if moved else 0), added.id)


def chicago_pay(change: ScheduleChange, pay: Mapping[str, PayRule]) -> OwedTime:
    """MCC 6-110: an hour for any change; within a day of the shift, half of what is cut instead."""
    flat, late_cut = pay["CHI-CHANGE"], pay["CHI-CANCEL-24"]
    if change.notice_minutes >= flat.number("notice_days") * MINUTES_PER_DAY:
        return OwedTime(Fraction(0), flat.id)
    if change.cancelled_minutes and change.notice_minutes < late_cut.number("notice_minutes"):
        return OwedTime(Fraction(change.cancelled_minutes * late_cut.number("share_percent"), 100), late_cut.id)
    changed = change.added_minutes or change.moved_minutes or change.cancelled_minutes
    return OwedTime(Fraction(flat.number("pay_minutes") if changed else 0), flat.id)


def new_york_fast_food_cents(change: ScheduleChange, pay: Mapping[str, PayRule]) -> int:
    """NYC Admin. Code 20-1222: a sum for each change, higher the later it comes and where hours are lost.

    Days of notice are counted in hours (14 days are 336 hours).
    """
    rule = pay["NYC-FF-CHANGE"]
    if change.notice_minutes >= rule.number("notice_days") * MINUTES_PER_DAY:
        return 0
    within_week = change.notice_minutes < rule.number("late_notice_days") * MINUTES_PER_DAY
    if change.cancelled_minutes:
        if change.notice_minutes < rule.number("last_notice_minutes"):
            return rule.number("last_cut_cents")
        return rule.number("late_cut_cents" if within_week else "cut_cents")
    if change.added_minutes or change.moved_minutes:
        return rule.number("late_added_cents" if within_week else "added_cents")
    return 0
