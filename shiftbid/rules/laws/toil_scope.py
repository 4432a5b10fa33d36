"""Work that time off in lieu cannot answer."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.rules.clauses import Clause, Part, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import days, weeks, window
from shiftbid.rules.working_time import at_most_above, minutes_of, normal_minutes_of, normal_totals, normal_week_minutes

WORKDAYS = (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY)


def toil_scope(situation: Situation, rule: Rule) -> Iterator[Clause]:
    """Where overtime or holiday work is answered with time off, there must be none of it.

    Time off may answer work on rest days only. Overtime is the time of working days above `normal_day_minutes`, and
    above `normal_week_minutes` of what remains in a week; holiday work is each minute between the holiday's midnights.
    """
    if situation.circumstances.settled_by_toil(Ground.HOLIDAY_WORK):
        yield from _holidays(situation, rule)
    averaged = situation.employee.system is HoursSystem.COMPREHENSIVE
    if situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME) and not averaged:
        yield from _overtime(situation, rule)


def _holidays(situation: Situation, rule: Rule) -> Iterator[Clause]:
    for day in situation.period.days:
        if situation.calendar.is_holiday(day):
            span = window(situation, day, day).span
            worked = ((shift.id, shift.paid_minutes_in(span)) for shift in situation.touching(span))
            yield from at_most_above(rule, span, (Part(tuple(Term(*each) for each in worked), 0),), 0)


def _overtime(situation: Situation, rule: Rule) -> Iterator[Clause]:
    for day in days(situation):
        if situation.calendar.class_of(day.first) in WORKDAYS:
            part = Part(minutes_of(day.shifts), rule.number("normal_day_minutes"))
            yield from at_most_above(rule, day.span, (part,), 0)
    for week in weeks(situation):
        workdays = [day for day in Period(week.first, week.last).days if situation.calendar.class_of(day) in WORKDAYS]
        shifts = tuple(shift for day in workdays for shift in situation.by_day.get(day, ()))
        terms = (*normal_minutes_of(shifts, rule), *normal_totals(week.totals, rule))
        part = Part(terms, normal_week_minutes(situation, week, rule))
        yield from at_most_above(rule, week.span, (part,), 0)
