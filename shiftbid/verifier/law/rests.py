"""Rests: between shifts, and once in every week; nobody is in two places at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.clock import MINUTE, day_text, duration_text, following, midnight
from shiftbid.verifier.law.person import Breach, Person, span_text
from shiftbid.verifier.limits import FreeDayInWeek, OneShiftAtATime, RestBetweenShifts, RestInWeek


def rest_between_shifts(person: Person, limit: RestBetweenShifts) -> Iterator[Breach]:
    """Find shifts that start too soon after another ended; the shortest rest before each is named."""
    shortest: dict[date, int] = {}
    for first, second in person.near_pairs(limit.rest_minutes):
        rest = (second.start - first.end) // MINUTE
        if rest >= 0:
            shortest[second.day] = min(rest, shortest.get(second.day, rest))
    for day, rest in shortest.items():
        yield person.breach_on(
            limit.rule,
            day,
            f"rests only {duration_text(rest)} before the shift on {day_text(day)}; "
            f"{duration_text(limit.rest_minutes)} between shifts are required ({limit.article}).",
        )


def one_shift_at_a_time(person: Person, limit: OneShiftAtATime) -> Iterator[Breach]:
    """Find shifts that run at the same time."""
    for first, second in person.near_pairs(0):
        shared = min(first.end, second.end) - second.start
        halls = sorted({spell.hall for spell in (first, second) if spell.hall})
        yield person.breach_on(
            limit.rule,
            second.day,
            f"is in two shifts at once on {day_text(second.day)} in {' and '.join(halls)}: they overlap by "
            f"{duration_text(shared // MINUTE)}, and no overlap is allowed ({limit.article}).",
        )


def free_day_in_week(person: Person, limit: FreeDayInWeek) -> Iterator[Breach]:
    """Find calendar weeks in which every calendar day, from midnight to midnight, has work on it."""
    zone = person.place.zone
    for first, last in person.weeks():
        days = [following(first, n) for n in range(7)]
        spans = [(midnight(day, zone), midnight(following(day), zone)) for day in days]
        if all(any(spell.start < end and start < spell.end for spell in person.spells) for start, end in spans):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works on all 7 days of the week {span_text(first, last)}; "
                f"at least 1 must be free of work ({limit.article}).",
            )


def rest_in_week(person: Person, limit: RestInWeek) -> Iterator[Breach]:
    """Find calendar weeks whose longest time without work, counted inside the week, is too short."""
    zone = person.place.zone
    for first, last in person.weeks():
        free_from, week_end = midnight(first, zone), midnight(following(last), zone)
        longest = 0
        for spell in person.spells:
            if spell.end > free_from and spell.start < week_end:
                longest = max(longest, spell.start - free_from)
                free_from = max(free_from, spell.end)
        longest = max(longest, week_end - free_from) // MINUTE
        if longest < limit.rest_minutes:
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"rests at most {duration_text(longest)} at a stretch in the week {span_text(first, last)}; "
                f"{duration_text(limit.rest_minutes)} without interruption are required ({limit.article}).",
            )
