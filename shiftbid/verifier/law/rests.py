"""Rests: between shifts, and once in every week; nobody is in two places at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.clock import MINUTE, WEEK_DAYS, day_text, duration_text, following, week_of
from shiftbid.verifier.law.person import Breach, Person, span_text
from shiftbid.verifier.limits import (
    ANYBODY,
    DayOfRestInSeven,
    FreeDayInAnySeven,
    FreeDayInWeek,
    OneShiftAtATime,
    RestBetweenDays,
    RestBetweenShifts,
    RestInWeek,
)


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


def rest_between_days(person: Person, limit: RestBetweenDays) -> Iterator[Breach]:
    """Find days whose work starts too soon after that of another day ended; the shortest rest before each is named."""
    shortest: dict[date, int] = {}
    for first, second in person.near_pairs(limit.rest_minutes):
        rest = (second.start - first.end) // MINUTE
        agreed = person.lifted(limit.rule, second.day, ANYBODY)
        due = limit.agreed_minutes if agreed else limit.rest_minutes
        if first.day != second.day and 0 <= rest < due:
            shortest[second.day] = min(rest, shortest.get(second.day, rest))
    for day, rest in shortest.items():
        yield person.breach_on(
            limit.rule,
            day,
            f"rests only {duration_text(rest)} before the work of {day_text(day)}; "
            f"{duration_text(limit.rest_minutes)} between the work of two days are required ({limit.article}).",
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
    touched = person.touched_days()
    for first, last in person.weeks():
        if all(following(first, n) in touched for n in range(7)):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works on all 7 days of the week {span_text(first, last)}; "
                f"at least 1 must be free of work ({limit.article}).",
            )


def free_day_in_any_seven(person: Person, limit: FreeDayInAnySeven) -> Iterator[Breach]:
    """Find seven days in a row, each with work on it, that hold a day of the period and rostered work."""
    touched = person.touched_days()
    first = following(person.place.first, 1 - WEEK_DAYS)
    while first <= person.place.last:
        days = [following(first, n) for n in range(WEEK_DAYS)]
        if all(day in touched for day in days) and any(spell.rostered for day in days for spell in touched[day]):
            yield person.breach_over(
                limit.rule,
                first,
                days[-1],
                f"works on all 7 days {span_text(first, days[-1])}; "
                f"at least 1 of any 7 in a row must be free of work ({limit.article}).",
            )
        first = following(first)


def day_of_rest_in_seven(person: Person, limit: DayOfRestInSeven) -> Iterator[Breach]:
    """Find workweeks with work on every day and a shift that is no short one, without a consent on the first day."""
    touched = person.touched_days()
    for first, last in person.weeks():
        days = [touched.get(following(first, n), ()) for n in range(7)]
        is_short = all(spell.paid_minutes <= limit.short_minutes for spells in days for spell in spells)
        if all(days) and not is_short and not person.lifted(limit.rule, first, ANYBODY):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works on all 7 days of the workweek {span_text(first, last)}, in some shift for more than "
                f"{duration_text(limit.short_minutes)}; a day of rest is due without a recorded consent "
                f"({limit.article}).",
            )


def rest_in_week(person: Person, limit: RestInWeek) -> Iterator[Breach]:
    """Find calendar weeks whose longest time without work, counted inside the week, is too short.

    Where the law knows a longer rest in two weeks, one in the weeks before and after answers as well, as far as files
    and period hold both.
    """
    known, place = week_of(person.known_from(), person.place.week_starts_on), person.place
    for first, last in person.weeks():
        longest = _longest_rest(person, first, last)
        if longest >= limit.rest_minutes or any(
            limit.fortnight_minutes is not None
            and known <= start
            and following(start, WEEK_DAYS) <= week_of(place.last, place.week_starts_on)
            and _longest_rest(person, start, following(start, 13)) >= limit.fortnight_minutes
            for start in (following(first, -WEEK_DAYS), first)
        ):
            continue
        yield person.breach_over(
            limit.rule,
            first,
            last,
            f"rests at most {duration_text(longest)} at a stretch in the week {span_text(first, last)}; "
            f"{duration_text(limit.rest_minutes)} without interruption are required ({limit.article}).",
        )


def _longest_rest(person: Person, first: date, last: date) -> int:
    """Longest time without work between the midnights around some days, in minutes."""
    free_from, end = person.place.span(first, last)
    longest = 0
    for spell in person.spells:
        if spell.end > free_from and spell.start < end:
            longest = max(longest, spell.start - free_from)
            free_from = max(free_from, spell.end)
    return max(longest, end - free_from) // MINUTE
