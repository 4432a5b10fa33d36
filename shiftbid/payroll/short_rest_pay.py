"""Pay for a shift that starts too soon after the last one: Oregon, Seattle, Chicago, New York City fast food."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import SECONDS_PER_MINUTE, Interval
from shiftbid.payroll.worked_part import WorkedPart, owed
from shiftbid.rules.pay_book import PayRule


def short_rests(shifts: Iterable[Shift], rest_minutes: int) -> Iterator[tuple[Shift, Shift]]:
    """Pairs of shifts in a row that start on different days and lie less than `rest_minutes` apart.

    Two shifts of one day are a split shift, which these laws leave alone.
    """
    in_order = sorted(shifts, key=lambda shift: shift.span)
    for first, second in pairwise(in_order):
        if second.day != first.day and second.span.start < first.span.end + rest_minutes * SECONDS_PER_MINUTE:
            yield first, second


def work_inside_rest(shifts: Iterable[Shift], rule: PayRule) -> Iterator[WorkedPart]:
    """What was worked before the rule's `rest_minutes` had passed, which Oregon and Seattle pay at a higher rate."""
    rest_minutes = rule.number("rest_minutes")
    for first, second in short_rests(shifts, rest_minutes):
        rest = Interval(first.span.end, first.span.end + rest_minutes * SECONDS_PER_MINUTE)
        minutes = second.paid_minutes_in(rest)
        if minutes:
            yield owed(second, second.day, minutes)


def hurried_shifts(shifts: Iterable[Shift], rule: PayRule) -> Iterator[WorkedPart]:
    """Whole shifts that start inside the rest, which Chicago pays at a higher rate."""
    for _, second in short_rests(shifts, rule.number("rest_minutes")):
        yield owed(second, second.day, second.paid_minutes)
