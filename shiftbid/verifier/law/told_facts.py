"""Limits for what ``facts.csv`` tells: night work of special hazard, heavy labour, cycles, time off in place of pay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.clock import DAY_MINUTES, MINUTE, at_wall, day_text, duration_text, following, month_of, week_of
from shiftbid.verifier.fact_limits import (
    ApprovedAveraging,
    CycleOvertime,
    HazardousNight,
    HeavyLabourDay,
    PrivateTimeOff,
    PublicTimeOff,
    TimeOffScope,
)
from shiftbid.verifier.law.hours import worked_minutes
from shiftbid.verifier.law.overtime import COMPREHENSIVE
from shiftbid.verifier.law.person import HOLIDAY, SWAPPED_WORKDAY, WORKDAYS, Breach, Person, span_text
from shiftbid.verifier.limits import FactLimit
from shiftbid.verifier.spells import Spell

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def told_fact(person: Person, limit: FactLimit) -> Iterator[Breach]:
    """Breaches of one limit."""
    match limit:
        case HazardousNight():
            return _hazardous_night(person, limit)
        case HeavyLabourDay():
            return _heavy_labour(person, limit)
        case ApprovedAveraging():
            return _approved_averaging(person, limit)
        case CycleOvertime():
            return _cycle_overtime(person, limit)
        case TimeOffScope():
            return _time_off_scope(person, limit)
        case PrivateTimeOff():
            return _private_time_off(person, limit)
        case PublicTimeOff():
            return _public_time_off(person, limit)


def cycle_of(day: date, cycle: str, week_starts_on: int) -> tuple[date, date]:
    """First and last day of the week, calendar month, quarter or year that holds a day."""
    if cycle == "week":
        first = week_of(day, week_starts_on)
        return first, following(first, 6)
    months = _MONTHS[cycle]
    first_month = (day.month - 1) // months * months + 1
    return date(day.year, first_month, 1), month_of(date(day.year, first_month + months - 1, 1))[1]


def _hazardous_night(person: Person, limit: HazardousNight) -> Iterator[Breach]:
    for spell in person.rostered:
        if not person.told("status", "hazardous_night_work", spell.day) or not _works_at_night(person, limit, spell):
            continue
        end = spell.start + DAY_MINUTES * MINUTE
        worked = sum(each.worked_minutes_in(spell.start, end) for each in person.spells)
        if worked > limit.minutes:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"works {duration_text(worked)} in the 24 hours from the start of the hazardous night shift on "
                f"{day_text(spell.day)}; {duration_text(limit.minutes)} are allowed ({limit.article}).",
            )


def _works_at_night(person: Person, limit: HazardousNight, spell: Spell) -> bool:
    zone = person.place.zone
    nights = (
        (at_wall(day, limit.night_start_minute, zone), at_wall(day, limit.night_end_minute, zone))
        for day in (following(spell.day, n) for n in (-1, 0, 1))
    )
    return any(spell.worked_minutes_in(*night) > 0 for night in nights)


def _heavy_labour(person: Person, limit: HeavyLabourDay) -> Iterator[Breach]:
    for day, spells in person.days() if _averages(person) else ():
        worked = worked_minutes(spells)
        if worked > limit.minutes and person.told("status", "heavy_labour", day):
            yield person.breach_on(
                limit.rule,
                day,
                f"works {duration_text(worked)} of heavy labour on {day_text(day)}; {duration_text(limit.minutes)} are "
                f"allowed ({limit.article}).",
            )


def _approved_averaging(person: Person, limit: ApprovedAveraging) -> Iterator[Breach]:
    place = person.place
    if _averages(person) and person.rostered and person.told("refused", limit.rule, place.first):
        yield person.breach_over(
            limit.rule,
            place.first,
            place.last,
            f"works comprehensive hours {span_text(place.first, place.last)}, whose approval was refused "
            f"({limit.article}).",
        )


def _cycle_overtime(person: Person, limit: CycleOvertime) -> Iterator[Breach]:
    """Cycles, and for cycles of a week the months in which these end."""
    place = person.place
    cycle = person.told_value("cycle", place.first)
    if cycle is None or not _averages(person):
        return
    cycles = sorted({cycle_of(spell.day, cycle, place.week_starts_on) for spell in person.rostered})
    spans = sorted({month_of(spell.day) for spell in person.rostered}) if cycle == "week" else cycles
    for first, last in spans:
        within = [each for each in cycles if first <= each[1] <= last]
        counted = [_not_on_holidays(person, *each) for each in within]
        above = sum(max(0, worked_minutes(spells) - limit.quota_minutes[cycle]) for spells in counted)
        allowed = limit.minutes * (last.month - first.month + 1)
        if above > allowed and any(spell.rostered for spells in counted for spell in spells):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(above)} above the quota of comprehensive hours {span_text(first, last)}; "
                f"{duration_text(allowed)} are allowed ({limit.article}).",
            )


def _not_on_holidays(person: Person, first: date, last: date) -> tuple[Spell, ...]:
    return tuple(each for each in person.starting(first, last) if person.place.day_class(each.day) != HOLIDAY)


def _time_off_scope(person: Person, limit: TimeOffScope) -> Iterator[Breach]:
    first = person.place.first
    if person.told("time_off", "holiday_work", first):
        yield from _holiday_work(person, limit)
    if person.told("time_off", "weekday_overtime", first) and not _averages(person):
        yield from _weekday_overtime(person, limit)


def _holiday_work(person: Person, limit: TimeOffScope) -> Iterator[Breach]:
    place, day = person.place, person.place.first
    while day <= place.last:
        span = place.span(day, day)
        worked = [(spell.rostered, spell.worked_minutes_in(*span)) for spell in person.spells]
        total = sum(minutes for _, minutes in worked)
        if place.day_class(day) == HOLIDAY and any(rostered and minutes for rostered, minutes in worked):
            what = f"works {duration_text(total)} on the holiday {day_text(day)}, answered with time off"
            yield person.breach_on(limit.rule, day, f"{what}; it has to be paid ({limit.article}).")
        day = following(day)


def _weekday_overtime(person: Person, limit: TimeOffScope) -> Iterator[Breach]:
    place = person.place
    for day, spells in person.days():
        worked = worked_minutes(spells)
        if place.day_class(day) in WORKDAYS and worked > limit.normal_day_minutes:
            what = f"works {duration_text(worked)} on {day_text(day)}, overtime answered with time off"
            yield person.breach_on(limit.rule, day, f"{what}; it has to be paid ({limit.article}).")
    for first, last in person.weeks():
        spells = [each for each in person.starting(first, last) if place.day_class(each.day) in WORKDAYS]
        worked = sum(min(spell.paid_minutes, limit.normal_day_minutes) for spell in spells)
        swapped = sum(place.day_class(following(first, n)) == SWAPPED_WORKDAY for n in range(7))
        normal = limit.normal_week_minutes + swapped * limit.normal_day_minutes
        if worked > normal and any(spell.rostered for spell in spells):
            what = (
                f"works {duration_text(worked)} in the week {span_text(first, last)}, overtime answered with time off"
            )
            yield person.breach_over(limit.rule, first, last, f"{what}; it has to be paid ({limit.article}).")


def _private_time_off(person: Person, limit: PrivateTimeOff) -> Iterator[Breach]:
    if not _answered_with_time_off(person) or person.told("status", "public_sector", person.place.first):
        return
    for first, (worked, rostered) in _workweeks(person).items():
        if worked > limit.week_minutes and rostered:
            last = following(first, 6)
            what = f"works {duration_text(worked)} in the workweek {span_text(first, last)}, overtime answered with"
            yield person.breach_over(limit.rule, first, last, f"{what} time off; it has to be paid ({limit.article}).")


def _public_time_off(person: Person, limit: PublicTimeOff) -> Iterator[Breach]:
    place = person.place
    if not _answered_with_time_off(person) or not person.told("status", "public_sector", place.first):
        return
    overtime = sum(max(0, worked - limit.week_minutes) for worked, _ in _workweeks(person).values())
    allowed = limit.balance_minutes * 100 // limit.rate_percent
    if overtime > allowed and person.rostered:
        yield person.breach_over(
            limit.rule,
            place.first,
            place.last,
            f"has {duration_text(overtime)} of overtime answered with time off up to {day_text(place.last)}; it grants "
            f"more than {duration_text(limit.balance_minutes)} ({limit.article}).",
        )


def _answered_with_time_off(person: Person) -> bool:
    """Whether overtime is, for somebody who has any: people exempt have none."""
    first = person.place.first
    return person.told("time_off", "weekday_overtime", first) and not person.told("status", "exempt", first)


def _workweeks(person: Person) -> dict[date, tuple[int, bool]]:
    """Minutes of each workweek by its first day, cut at its midnight, and whether the roster holds some of them."""
    weeks: dict[date, tuple[int, bool]] = {}
    for spell in person.spells:
        for day in (spell.day, following(spell.day)):
            minutes = spell.worked_minutes_in(*person.place.span(day, day))
            if minutes:
                week = week_of(day, person.place.week_starts_on)
                worked, rostered = weeks.get(week, (0, False))
                weeks[week] = (worked + minutes, rostered or spell.rostered)
    return weeks


def _averages(person: Person) -> bool:
    return person.staff is not None and person.staff.system == COMPREHENSIVE
