"""Pay for a shift that starts too soon after the last one: Oregon, Seattle, Chicago, New York City fast food."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval
from shiftbid.rules.pay_book import PayRule


def short_rests(shifts: Iterable[Shift], rest_minutes: int) -> Iterator[tuple[Shift, Shift]]:
    """Pairs of shifts in a row that start on different days and lie less than `rest_minutes` apart.

    Two shifts of one day are a split shift, which these laws leave alone.
    """
    in_order = sorted(shifts, key=lambda shift: shift.span)
    for first, second in pairwise(in_order):
        if second.day != first.day and second.span.start < first.span.end + rest_minutes * 60:
            yield first, second


def minutes_inside_rest(shifts: Iterable[Shift], rule: PayRule) -> int:
    """Minutes worked before the rule's `rest_minutes` have passed, which Oregon and Seattle pay at a higher rate."""
    rest_minutes = rule.number("rest_minutes")
    return sum(
        second.paid_minutes_in(Interval(first.span.end, first.span.end + rest_minutes * 60))
        for first, second in short_rests(shifts, rest_minutes)
    )


def minutes_of_hurried_shifts(shifts: Iterable[Shift], rule: PayRule) -> int:
    """Working minutes of whole shifts that start inside the rest, which Chicago pays at a higher rate."""
    hurried = {second.id: second for _, second in short_rests(shifts, rule.number("rest_minutes"))}
    return sum(shift.paid_minutes for shift in hurried.values())


def clopening_cents(shifts: Iterable[Shift], rule: PayRule) -> int:
    """Premium of New York City's fast food law: a fixed sum for each shift that starts inside the rest."""
    return rule.number("premium_cents") * sum(1 for _ in short_rests(shifts, rule.number("rest_minutes")))
