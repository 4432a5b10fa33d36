"""Hours of a week on average over a reference period."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.clock import DAY_MINUTES, WEEK_DAYS, at_wall, duration_text, following, local_day, week_of
from shiftbid.verifier.law.hours import worked_minutes
from shiftbid.verifier.law.person import Breach, Person, span_text
from shiftbid.verifier.limits import AverageSinceStart, NightWork, ReferenceAverage, WeekAverage
from shiftbid.verifier.spells import Spell

_YEAR_DAYS = 52 * WEEK_DAYS


def week_average(person: Person, limit: WeekAverage) -> Iterator[Breach]:
    """Find reference periods that end in the period under review and whose average week is too long.

    Each whole day of annual or sick leave takes a seventh of a week out. Simple: where all known weeks together are
    fewer than a reference period, they are averaged once.
    """
    away = person.whole_leave_days()
    for first, last in _known_periods(person, limit.reference_weeks):
        if limit.status and not person.told("status", limit.status, last):
            continue
        spells = person.starting(first, last)
        days = (last - first).days + 1
        leave_days = sum(first <= day <= last for day in away)
        worked = worked_minutes(spells)
        allowed = limit.minutes * (days - leave_days) // 7
        if worked > allowed and any(spell.rostered for spell in spells):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} in the {days // 7} weeks {span_text(first, last)}; an average of "
                f"{duration_text(limit.minutes)} a week, {leave_days} days of leave left out, allows "
                f"{duration_text(allowed)} ({limit.article}).",
            )


def _known_periods(person: Person, reference_weeks: int) -> Iterator[tuple[date, date]]:
    place = person.place
    known = week_of(person.known_from(), place.week_starts_on)
    last_week = week_of(place.last, place.week_starts_on)
    reach = 7 * (reference_weeks - 1)
    week = max(week_of(place.first, place.week_starts_on), min(following(known, reach), last_week))
    while week <= last_week:
        yield max(known, following(week, -reach)), following(week, 6)
        week = following(week, 7)


def reference_average(person: Person, limit: ReferenceAverage) -> Iterator[Breach]:
    """Find reference periods, ending with a week of the period, whose known work alone is too much.

    Whole days of annual or sick leave are left out; work is cut at the midnights around the reference period. A record
    on its last day lifts it.
    """
    away = person.whole_leave_days()
    works_nights = _works_nights(person, limit)
    for last in _week_ends(person):
        if not (works_nights or _told_night_worker(person, last)):
            continue
        first = following(last, 1 - WEEK_DAYS * limit.reference_weeks)
        days = (last - first).days + 1 - sum(first <= day <= last for day in away)
        if not person.lifted(limit.rule, last, limit.lifted_by):
            yield from _above(person, limit, first, last, days)


def average_since_start(person: Person, limit: AverageSinceStart) -> Iterator[Breach]:
    """Find reference periods whose work, with that of the days that stand in for leave, is too much.

    Who was employed only after a reference period began is judged over the weeks since, at the end of the period. A
    record on the last day of a reference period lifts it.
    """
    away = person.whole_leave_days()
    ends = _week_ends(person)
    # Leave moves the end of a reference period on, so that one that ended earlier may reach into the period.
    ends = [following(ends[0], -WEEK_DAYS * n) for n in range(2 * limit.reference_weeks, 0, -1)] + ends
    started = week_of(person.staff.employed_from, person.place.week_starts_on) if person.staff else date.min
    works_nights = _works_nights(person, limit)
    for last in ends:
        first = following(last, 1 - WEEK_DAYS * limit.reference_weeks)
        if first < started:
            if last != ends[-1]:
                continue
            first = started
        if not (works_nights or _told_night_worker(person, last)) or person.lifted(limit.rule, last, limit.lifted_by):
            continue
        reached, replaced = last, sum(first <= day <= last for day in away)
        while replaced:
            reached = following(reached)
            replaced -= reached not in away
        yield from _above(person, limit, first, reached, (last - first).days + 1)


def _works_nights(person: Person, limit: ReferenceAverage) -> bool:
    """Whether the limit is for everybody, or for the person as the year before the period was worked."""
    return limit.night is None or is_night_worker(person, limit.night)


def _told_night_worker(person: Person, last: date) -> bool:
    """Whether the person is on record as a night worker on the day of the period nearest to this end."""
    return person.told("status", "night_worker", max(person.place.first, min(last, person.place.last)))


def is_night_worker(person: Person, night: NightWork) -> bool:
    """Whether the year before the period makes the person a night worker."""
    first = person.place.first
    days: dict[date, int] = {}
    for spell in person.spells:
        if not spell.rostered and following(first, -_YEAR_DAYS) <= spell.day < first:
            days[spell.day] = days.get(spell.day, 0) + _night_minutes(person, night, spell)
    nights = sum(minutes >= night.least_minutes for minutes in days.values())
    return 2 * nights > len(days) or (night.enough_days is not None and nights >= night.enough_days)


def _above(person: Person, limit: ReferenceAverage, first: date, last: date, counted_days: int) -> Iterator[Breach]:
    """Compare the work of some days with what so many days allow; what only earlier work breaks is left out."""
    start, end = person.place.span(first, last)
    minutes = [(spell.rostered, spell.worked_minutes_in(start, end)) for spell in person.spells]
    worked = sum(each for _, each in minutes)
    if worked * WEEK_DAYS > limit.minutes * counted_days and any(rostered and each for rostered, each in minutes):
        allowed = limit.minutes * counted_days // WEEK_DAYS
        yield person.breach_over(
            limit.rule,
            first,
            last,
            f"works {duration_text(worked)} {span_text(first, last)}; an average of {duration_text(limit.minutes)} a "
            f"week over {counted_days} days allows {duration_text(allowed)} ({limit.article}).",
        )


def _week_ends(person: Person) -> list[date]:
    """Last day of each calendar week that the period touches."""
    place = person.place
    first, last = (week_of(day, place.week_starts_on) for day in (place.first, place.last))
    return [following(first, 7 * n + 6) for n in range((last - first).days // WEEK_DAYS + 1)]


def _night_minutes(person: Person, night: NightWork, spell: Spell) -> int:
    """Working time of a spell inside the nights that it touches, from the one that began the evening before."""
    zone = person.place.zone
    total, evening = 0, following(spell.day, -1)
    while evening <= local_day(spell.end - 1, zone):
        start = at_wall(evening, night.start_minute, zone)
        total += spell.worked_minutes_in(start, at_wall(evening, night.end_minute + DAY_MINUTES, zone))
        evening = following(evening)
    return total
