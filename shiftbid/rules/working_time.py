"""Working time of shifts as terms of a clause, and the normal week that overtime is counted from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import MINUTES_PER_DAY, Interval, Period, instant, local_day
from shiftbid.domain.work_total import WorkTotal
from shiftbid.rules.clauses import AtMost, Excess, Part, Scope, Term
from shiftbid.rules.pay_book import PayRule
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window, days, weeks_ending_in, window

SPLIT_MIDNIGHT = "split_midnight"


def minutes_of(shifts: Iterable[Shift]) -> tuple[Term, ...]:
    """Working minutes of each shift."""
    return tuple(Term(shift.id, shift.paid_minutes) for shift in shifts)


def minutes_of_totals(span: Window) -> tuple[Term, ...]:
    """Working minutes of the window that are told as sums."""
    return tuple(Term(total.id, total.minutes) for total in span.totals)


def days_above(situation: Situation, rule: Rule, limit_minutes: int) -> Iterator[tuple[Window, tuple[Term, ...]]]:
    """Days of the candidates that may come to more than the limit, with the working minutes that count towards them.

    A shift over midnight belongs wholly to the day on which it starts, or, where the rule's reading of
    ``day_attribution`` is ``split_midnight``, to each day with the minutes worked on it.
    """
    if rule.readings.get("day_attribution") != SPLIT_MIDNIGHT:
        yield from ((day, day.minutes) for day in days(situation, limit_minutes))
        return
    touched = {day.first for day in days(situation)}
    touched |= {local_day(shift.span.end - 1, situation.zone) for shift in situation.candidates}
    for each in sorted(touched):
        day = window(situation, each, each)
        span = day.span
        parts = (Term(shift.id, shift.paid_minutes_in(span)) for shift in situation.touching(span))
        terms = (*parts, *minutes_of_totals(day))
        if sum(term.weight for term in terms) > limit_minutes:
            yield day, terms


def night_minutes(shift: Shift, zone: str, start_minute: int, end_minute: int) -> int:
    """Working minutes of a shift between two times of the clock, of every night that it touches.

    Parameters
    ----------
    start_minute, end_minute
        Minutes after midnight; an end at or before the start lies on the next day.
    """
    night_length = (end_minute - start_minute) % MINUTES_PER_DAY
    total_minutes, day = 0, shift.day - timedelta(days=1)
    while (begin := instant(day, start_minute, zone)) < shift.span.end:
        night = Interval(begin, instant(day, start_minute + night_length, zone))
        if night.overlaps(shift.span):
            total_minutes += shift.paid_minutes_in(night)
        day += timedelta(days=1)
    return total_minutes


def at_most_minutes(rule: Rule, of: Window, terms: tuple[Term, ...], limit_minutes: int) -> Iterator[AtMost]:
    """The window's terms come to at most `limit_minutes`; no clause where all of them together stay within it."""
    if sum(term.weight for term in terms) > limit_minutes:
        yield AtMost(Scope(rule.id, of.span), terms, limit_minutes)


def at_most_above(rule: Rule, span: Interval, parts: tuple[Part, ...], limit_minutes: int) -> Iterator[Excess]:
    """What the parts weigh above their thresholds comes to at most `limit_minutes`; no clause where none could."""
    if sum(max(0, sum(term.weight for term in part.terms) - part.threshold) for part in parts) > limit_minutes:
        yield Excess(Scope(rule.id, span), parts, limit_minutes)


def most_overtime_minutes(situation: Situation, rule: Rule, span: Period) -> int:
    """Time of the span above the rule's normal day and normal week, all that is told as sums included.

    No reading of what counts as overtime comes to more: a law need look closer only where this exceeds its limit.
    """
    normal_day_minutes, normal_week_minutes = rule.number("normal_day_minutes"), rule.number("normal_week_minutes")
    worked = [situation.minutes_by_day[day] for day in situation.worked_days_in(span.first, span.last)]
    daily = sum([minutes - normal_day_minutes for minutes in worked if minutes > normal_day_minutes])
    weekly = sum(max(0, week.work_minutes - normal_week_minutes) for week in weeks_ending_in(situation, span))
    return daily + weekly + sum(total.minutes for total in situation.circumstances.totals)


def normal_minutes_of(shifts: Iterable[Shift], rule: Rule) -> tuple[Term, ...]:
    """Working minutes of each shift up to the rule's `normal_day_minutes`: what lies above is overtime of the day.

    Simple: the cut is made shift by shift, so two shifts of one day may count more than a normal day together.
    """
    normal_day_minutes = rule.number("normal_day_minutes")
    return tuple(Term(shift.id, min(shift.paid_minutes, normal_day_minutes)) for shift in shifts)


def normal_totals(totals: Iterable[WorkTotal], rule: Rule) -> tuple[Term, ...]:
    """Working minutes told as sums: those of one day up to `normal_day_minutes`, longer ones as they are."""
    return tuple(
        Term(total.id, min(total.minutes, rule.number("normal_day_minutes")) if total.is_of_a_day else total.minutes)
        for total in totals
    )


def normal_week_minutes(situation: Situation, week: Window, rule: Rule | PayRule) -> int:
    """Normal working minutes of a week: `normal_week_minutes`, and a normal day more for each swapped workday.

    Simple: public holidays and swapped days off in the week do not lower it.
    """
    of_week = Period(week.first, week.last).days
    swapped = sum(situation.calendar.class_of(day) is DayClass.SWAPPED_WORKDAY for day in of_week)
    return rule.number("normal_week_minutes") + swapped * rule.number("normal_day_minutes")
