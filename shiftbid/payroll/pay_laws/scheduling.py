"""Pay under predictive-scheduling laws: federal overtime, what short rests cost, and what late changes cost.

Simple: the premium for hours inside the rest comes on top of overtime, where the same hour is both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import ceil

from shiftbid.domain.pay import PayClass
from shiftbid.domain.schedule_notice import ScheduleChange
from shiftbid.domain.timeline import SECONDS_PER_MINUTE
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.pay_laws.united_states import federal_pay
from shiftbid.payroll.predictability_pay import (
    PredictabilityPay,
    chicago_pay,
    new_york_fast_food_cents,
    oregon_pay,
    seattle_pay,
)
from shiftbid.payroll.short_rest_pay import hurried_shifts, short_rests, work_inside_rest
from shiftbid.payroll.worked_part import WorkedPart, owed
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation


def oregon_law(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Oregon: half as much again inside ten hours of rest (ORS 653.442), late changes (ORS 653.455)."""
    rest = load_pay(pack.id, situation.period.first)["OR-REST-PAY"]
    yield from federal_pay(situation, pack)
    yield from paid(work_inside_rest(situation.shifts, rest), PayClass.SHORT_REST_HALF, rest.id)
    yield from _late_changes(situation, pack, oregon_pay)


def seattle_law(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Seattle: half as much again inside ten hours of rest, late changes (SMC 14.22)."""
    rest = load_pay(pack.id, situation.period.first)["SEA-REST"]
    yield from federal_pay(situation, pack)
    yield from paid(work_inside_rest(situation.shifts, rest), PayClass.SHORT_REST_HALF, rest.id)
    yield from _late_changes(situation, pack, seattle_pay)


def chicago_law(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Chicago: a quarter more for a shift that starts inside ten hours of rest, late changes (MCC 6-110)."""
    rest = load_pay(pack.id, situation.period.first)["CHI-REST-PAY"]
    yield from federal_pay(situation, pack)
    yield from paid(hurried_shifts(situation.shifts, rest), PayClass.SHORT_REST_QUARTER, rest.id)
    yield from _late_changes(situation, pack, chicago_pay)


def new_york_fast_food_law(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """New York City, fast food: fixed sums for short rests and late changes (Admin. Code 20-1222, 20-1231)."""
    pay = load_pay(pack.id, situation.period.first)
    clopening = pay["NYC-FF-CLOPEN-PAY"]
    yield from federal_pay(situation, pack)
    for _, second in short_rests(situation.shifts, clopening.number("rest_minutes")):
        cents = clopening.number("premium_cents")
        yield PaidPart(owed(second, second.day, 0), PayClass.FIXED_PREMIUM, clopening.id, cents)
    for change, day in _dated_changes(situation):
        cents = new_york_fast_food_cents(change, pay)
        if cents:
            yield PaidPart(_owed_for(change, day, 0), PayClass.FIXED_PREMIUM, "NYC-FF-CHANGE", cents)


def _late_changes(situation: Situation, pack: RulePack, law: PredictabilityPay) -> Iterator[PaidPart]:
    """Time owed for late changes; part of a minute counts as one."""
    pay = load_pay(pack.id, situation.period.first)
    for change, day in _dated_changes(situation):
        due = law(change, pay)
        if due.minutes:
            yield PaidPart(_owed_for(change, day, ceil(due.minutes)), PayClass.PREDICTABILITY, due.rule)


def _owed_for(change: ScheduleChange, day: date, minutes: int) -> WorkedPart:
    return WorkedPart(change.id, change.hall, day, day, minutes * SECONDS_PER_MINUTE)


def _dated_changes(situation: Situation) -> Iterator[tuple[ScheduleChange, date]]:
    """Late changes whose shift is known; a change that is told without its day cannot be put on a line."""
    return ((change, change.day) for change in situation.circumstances.changes if change.day is not None)
