"""Working time of shifts as terms of a clause, and the normal week that overtime is counted from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period
from shiftbid.rules.clauses import AtMost, Scope, Term
from shiftbid.rules.rule import Rule
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import Window


def minutes_of(shifts: Iterable[Shift]) -> tuple[Term, ...]:
    """Working minutes of each shift."""
    return tuple(Term(shift.id, shift.paid_minutes) for shift in shifts)


def worked_minutes(window: Window) -> tuple[Term, ...]:
    """Working minutes of a window: of its shifts, and of the totals told without shifts."""
    return (*minutes_of(window.shifts), *(Term(total.id, total.minutes) for total in window.totals))


def at_most_minutes(rule: Rule, window: Window, terms: tuple[Term, ...], limit_minutes: int) -> Iterator[AtMost]:
    """The window's terms come to at most `limit_minutes`; no clause where all of them together stay within it."""
    if sum(term.weight for term in terms) > limit_minutes:
        yield AtMost(Scope(rule.id, window.span), terms, limit_minutes)


def normal_minutes_of(shifts: Iterable[Shift], rule: Rule) -> tuple[Term, ...]:
    """Working minutes of each shift up to the rule's `normal_day_minutes`: what lies above is overtime of the day.

    Simple: the cut is made shift by shift, so two shifts of one day may count more than a normal day together.
    """
    normal_day_minutes = rule.number("normal_day_minutes")
    return tuple(Term(shift.id, min(shift.paid_minutes, normal_day_minutes)) for shift in shifts)


def normal_week_minutes(situation: Situation, week: Window, rule: Rule) -> int:
    """Normal working minutes of a week: `normal_week_minutes`, and a normal day more for each swapped workday.

    Simple: public holidays and swapped days off in the week do not lower it.
    """
    days = Period(week.first, week.last).days
    swapped = sum(situation.calendar.class_of(day) is DayClass.SWAPPED_WORKDAY for day in days)
    return rule.number("normal_week_minutes") + swapped * rule.number("normal_day_minutes")
