"""Pay of California: daily, weekly and seventh-day overtime without pyramiding, premiums for missed meals and rests.

An hour that a day already pays as overtime does not count towards the forty of the week (Labor Code 510).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from shiftbid.domain.pay import PayClass
from shiftbid.domain.shift import Shift
from shiftbid.domain.status import StatusKind
from shiftbid.domain.timeline import DAYS_PER_WEEK, local_day
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.pay_laws.united_states import workday_parts
from shiftbid.payroll.worked_part import WorkedPart, always, day_of, in_order, owed, split_above, week_of
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.pay_book import PayRule, load_pay
from shiftbid.rules.situation import Situation

DAY, DOUBLE_DAY, WEEK, SEVENTH_DAY = "CA-OT-DAY", "CA-DT-DAY", "CA-OT-WEEK", "CA-7TH-DAY"
PREMIUM = "CA-MEAL-PREMIUM"
MEALS, RESTS = ("CA-MEAL-1", "CA-MEAL-2"), ("CA-REST-10",)


def california_pay(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Half as much again above 8 h of a workday, twice above 12 h; the seventh day of a week; above 40 h of a week.

    Where all seven days of a workweek are worked, the seventh pays one and a half up to 8 h and twice beyond. What
    remains normal above 40 h of the week pays one and a half. People exempt have no overtime and no premiums.
    """
    pay = load_pay(pack.id, situation.period.first)
    parts = workday_parts(situation, pack)
    if situation.circumstances.has(StatusKind.EXEMPT, situation.period.first):
        yield from paid(parts, PayClass.NORMAL, DAY)
        return
    week = week_of(situation.week_starts_on)

    def limit(rule: str) -> int:
        return pay[rule].number("limit_minutes")

    seventh_days = _seventh_days(parts, situation.week_starts_on)
    on_seventh = [part for part in parts if part.is_of_a_day and part.day in seventh_days]
    others = [part for part in parts if not part.is_of_a_day or part.day not in seventh_days]
    within_day, above_day = split_above(others, day_of, always(limit(DAY)))
    half_again, double = split_above(above_day, day_of, always(limit(DOUBLE_DAY) - limit(DAY)))
    seventh, long_seventh = split_above(on_seventh, day_of, always(limit(SEVENTH_DAY)))
    normal, above_week = split_above(within_day, week, always(limit(WEEK)))
    yield from paid(normal, PayClass.NORMAL, DAY)
    yield from paid(half_again, PayClass.OVERTIME, DAY)
    yield from paid(above_week, PayClass.OVERTIME, WEEK)
    yield from paid(seventh, PayClass.OVERTIME, SEVENTH_DAY)
    yield from paid(double, PayClass.OVERTIME_DOUBLE, DOUBLE_DAY)
    yield from paid(long_seventh, PayClass.OVERTIME_DOUBLE, SEVENTH_DAY)
    yield from missed_breaks(situation, pack, pay[PREMIUM])


def missed_breaks(situation: Situation, pack: RulePack, premium: PayRule) -> Iterator[PaidPart]:
    """An hour of pay for each workday with a missed meal, and one with a missed rest (Labor Code 226.7)."""
    for rules, pay_class in ((MEALS, PayClass.MEAL_PREMIUM), (RESTS, PayClass.REST_PREMIUM)):
        for day, shift in sorted(_broken(situation, pack, rules).items()):
            yield PaidPart(owed(shift, day, premium.number("pay_minutes")), pay_class, PREMIUM)


def _broken(situation: Situation, pack: RulePack, rules: Iterable[str]) -> dict[date, Shift]:
    """Days on which one of the rules is broken, with a shift that breaks it."""
    asked = replace(pack, rules=tuple(pack.rule(rule) for rule in rules))
    shifts = {shift.id: shift for shift in situation.candidates}
    broken: dict[date, Shift] = {}
    for finding in check(asked, situation, shifts.keys()):
        broken.setdefault(local_day(finding.span.start, situation.zone), shifts[finding.shifts[0]])
    return broken


def _seventh_days(parts: Iterable[WorkedPart], first_weekday: int) -> frozenset[date]:
    """Last days of the workweeks that are worked on every day."""
    week = week_of(first_weekday)
    weeks: dict[date, set[date]] = {}
    for part in in_order(parts):
        if part.is_of_a_day:
            weeks.setdefault(week(part), set()).add(part.day)
    return frozenset(max(days) for days in weeks.values() if len(days) == DAYS_PER_WEEK)
