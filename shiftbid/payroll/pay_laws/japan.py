"""Premium pay of Japan (Labour Standards Act art. 37): overtime, long overtime, rest-day work and night work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from shiftbid.domain.pay import PayClass
from shiftbid.domain.timeline import Period, week_start
from shiftbid.domain.work_total import TotalKind
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.worked_part import (
    WorkedPart,
    always,
    by_start,
    day_of,
    in_order,
    month_of,
    owed,
    split_above,
    told,
    week_of,
)
from shiftbid.rules.book import RulePack
from shiftbid.rules.pack_choice import WEEKDAYS
from shiftbid.rules.pay_book import PayRule, load_pay
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import night_minutes

DAY, WEEK, PREMIUM = "JP-DAILY", "JP-WEEK", "JP-PREMIUM"
REST_RULE, AGREEMENT_RULE = "JP-RESTDAY", "JP-36-MONTH"


def japan_pay(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Overtime of the day, of the week and above 60 h of the month; work on statutory rest days; nights on top.

    A shift over midnight belongs to the day on which it starts. Overtime is what a day has above 8 h, and a week above
    its normal hours of what remains; in order of time, so that the hours beyond the month's 60 are the last ones.
    Work that starts on a statutory rest day is no overtime.
    """
    pay = load_pay(pack.id, situation.period.first)
    totals = situation.circumstances.totals
    parts = in_order(by_start(situation.shifts), told(totals))
    rest_days = statutory_rest_days(situation, pack, {part.day for part in parts if part.is_of_a_day})
    at_rest = [part for part in parts if part.is_of_a_day and part.day in rest_days]
    others = [part for part in parts if not part.is_of_a_day or part.day not in rest_days]
    within_day, above_day = split_above(others, day_of, always(pay[DAY].number("limit_minutes")))
    week_minutes = pack.rule(AGREEMENT_RULE).number("normal_week_minutes")
    normal, above_week = split_above(within_day, week_of(situation.week_starts_on), always(week_minutes))
    overtime, long_overtime = split_above(
        (*told(totals, TotalKind.OVERTIME), *in_order(above_week, above_day)),
        month_of,
        always(pay[PREMIUM].number("month_minutes")),
    )
    yield from paid(normal, PayClass.NORMAL, WEEK)
    yield from paid(overtime, PayClass.OVERTIME_QUARTER, PREMIUM)
    yield from paid(long_overtime, PayClass.OVERTIME, PREMIUM)
    yield from paid((*at_rest, *told(totals, TotalKind.REST_DAY_WORK)), PayClass.REST_DAY_35, PREMIUM)
    yield from paid(_nights(situation, pay[PREMIUM]), PayClass.NIGHT, PREMIUM)


def statutory_rest_days(situation: Situation, pack: RulePack, worked_days: Iterable[date]) -> frozenset[date]:
    """Statutory rest days that were worked.

    Those of the weekday that the work rules name; where they name none, the last day of each week that was worked on
    all its days; none where four days in four weeks are kept instead.
    """
    days = frozenset(worked_days)
    named = pack.rule(AGREEMENT_RULE).reading("statutory_rest_day")
    if named in WEEKDAYS:
        return frozenset(day for day in days if WEEKDAYS[day.weekday()] == named)
    if pack.rule(REST_RULE).reading("rest_scheme") != "weekly":
        return frozenset()
    firsts = {week_start(day, situation.week_starts_on) for day in days}
    weeks = (Period.of_weeks(first, 1) for first in firsts)
    return frozenset(week.last for week in weeks if days.issuperset(week.days))


def _nights(situation: Situation, premium: PayRule) -> Iterator[WorkedPart]:
    """Work between 22:00 and 05:00, by the day on which the shift starts."""
    start, end = premium.number("night_from_minutes"), premium.number("night_to_minutes")
    for shift in situation.shifts:
        minutes = night_minutes(shift, situation.zone, start, end)
        if minutes:
            yield owed(shift, shift.day, minutes)
