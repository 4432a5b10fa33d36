"""Overtime under an agreement of art. 36 of the Labour Standards Act (Japan), as parts of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.clauses import Clause, Excess, Part, Scope, Term
from shiftbid.rules.pack_choice import WEEKDAYS
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import month_end, weeks_ending_in
from shiftbid.rules.working_time import minutes_of, normal_minutes_of

MONTHS_PER_YEAR = 12


def overtime_at_most(
    situation: Situation, rule: Rule, span: Period, parts: tuple[Part, ...], limit_minutes: int
) -> Iterator[Clause]:
    """The parts come to at most the limit; no clause where all of them together stay within it."""
    most = sum(max(0, sum(term.weight for term in part.terms) - part.threshold) for part in parts)
    if most > limit_minutes:
        yield Excess(Scope(rule.id, span.interval(situation.zone)), parts, limit_minutes)


def overtime_parts(situation: Situation, rule: Rule, span: Period) -> tuple[Part, ...]:
    """Overtime of whole days: above `normal_day_minutes` of each, above `normal_week_minutes` of what remains.

    A week's own overtime belongs to the day on which the week ends. Work on the statutory rest day that the work rules
    name (`statutory_rest_day`) is no overtime; where they name none, it counts as overtime.
    """
    return (*_daily(situation, rule, span), *_weekly(situation, rule, span), *_told(situation, span))


def _told(situation: Situation, span: Period) -> Iterator[Part]:
    for total in situation.circumstances.totals_of(TotalKind.OVERTIME, span.first, span.last):
        yield Part((Term(total.id, total.minutes),), 0)


def rest_day_parts(situation: Situation, rule: Rule, span: Period) -> tuple[Part, ...]:
    """Work on statutory rest days."""
    rest_day = rule.reading("statutory_rest_day")
    days = situation.worked_days_in(span.first, span.last)
    at_rest = (shift for day in days if WEEKDAYS[day.weekday()] == rest_day for shift in situation.by_day[day])
    told = situation.circumstances.totals_of(TotalKind.REST_DAY_WORK, span.first, span.last)
    terms = (*minutes_of(at_rest), *(Term(total.id, total.minutes) for total in told))
    return (Part(terms, 0),) if terms else ()


def _daily(situation: Situation, rule: Rule, span: Period) -> Iterator[Part]:
    for day in situation.worked_days_in(span.first, span.last):
        shifts = _countable(rule, situation.by_day[day])
        if shifts:
            yield Part(minutes_of(shifts), rule.number("normal_day_minutes"))


def _weekly(situation: Situation, rule: Rule, span: Period) -> Iterator[Part]:
    for week in weeks_ending_in(situation, span):
        told = (Term(total.id, total.minutes) for total in week.totals)
        terms = (*normal_minutes_of(_countable(rule, week.shifts), rule), *told)
        if terms:
            yield Part(terms, rule.number("normal_week_minutes"))


def _countable(rule: Rule, shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    rest_day = rule.reading("statutory_rest_day")
    return tuple([shift for shift in shifts if WEEKDAYS[shift.day.weekday()] != rest_day])


def judged_months(situation: Situation) -> tuple[date, ...]:
    """First days of the months in which a candidate starts or a total of the period ends."""
    days = [shift.day for shift in situation.candidates] + [total.last for total in situation.recent_totals]
    return tuple(sorted({day.replace(day=1) for day in days}))


def months_until(first_of_last: date, months: int) -> Period:
    """Give the span of whole calendar months that ends with the month of `first_of_last`."""
    years, month = divmod(first_of_last.year * MONTHS_PER_YEAR + first_of_last.month - months, MONTHS_PER_YEAR)
    return Period(date(years, month + 1, 1), month_end(first_of_last))
