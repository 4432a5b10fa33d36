"""Overtime under the Fair Labor Standards Act (29 USC 207): each workweek by itself, all sites added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shiftbid.domain.pay import PayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.status import StatusKind
from shiftbid.domain.work_total import TotalKind
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.worked_part import WorkedPart, always, by_day, in_order, split_above, told, week_of
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import PayRule, load_pay
from shiftbid.rules.situation import Situation

FEDERAL = "US"
WORKDAY_RULE = "US-OT-RATE"
OVERTIME, COMPENSATORY_TIME = "US-OT", "US-COMP-PUBLIC-RATE"


def federal_pay(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Half as much again above 40 h of a workweek; weeks are never averaged (29 CFR 778.104).

    People exempt from the Act have no overtime. A public agency may answer overtime with time off (29 USC 207(o)); what
    a private employer answers so is still due in pay.
    """
    pay = load_pay(FEDERAL, situation.period.first)
    parts = workday_parts(situation, pack)
    if situation.circumstances.has(StatusKind.EXEMPT, situation.period.first):
        yield from paid(parts, PayClass.NORMAL, OVERTIME)
        return
    week = week_of(situation.week_starts_on)
    normal, overtime = split_above(parts, week, always(pay[OVERTIME].number("limit_minutes")))
    yield from paid(normal, PayClass.NORMAL, OVERTIME)
    yield from overtime_pay(situation, (*overtime, *told(situation.circumstances.totals, TotalKind.OVERTIME)))


def overtime_pay(situation: Situation, overtime: Iterable[WorkedPart]) -> Iterator[PaidPart]:
    """Overtime in its class: pay, or compensatory time where a public agency settles it so."""
    public = situation.circumstances.has(StatusKind.PUBLIC_SECTOR, situation.period.first)
    if public and situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME):
        return paid(overtime, PayClass.TOIL_EARNED, COMPENSATORY_TIME)
    return paid(overtime, PayClass.OVERTIME, OVERTIME)


def workday_parts(situation: Situation, pack: RulePack) -> tuple[WorkedPart, ...]:
    """Work cut where the employer's workdays begin (29 CFR 778.105)."""
    start_minute = pack.rule(WORKDAY_RULE).number("workday_start_minute")
    return in_order(by_day(situation.shifts, situation.zone, start_minute), told(situation.circumstances.totals))


def compensatory_minutes(overtime_minutes: int, rate: PayRule) -> int:
    """Time off that a public agency grants in place of overtime pay (29 CFR 553.20), rounded up to a minute."""
    return -(-overtime_minutes * rate.number("rate_percent") // 100)
