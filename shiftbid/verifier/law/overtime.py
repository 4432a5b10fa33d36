"""Overtime under standard hours: what needs a consent, and how much a day and a month may hold.

Comprehensive hours are counted by their approved cycle and pass all of these; the cycle's own limits are not checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from shiftbid.verifier.clock import day_text, duration_text, following, month_of, week_of
from shiftbid.verifier.law.hours import worked_minutes
from shiftbid.verifier.law.person import HOLIDAY, SWAPPED_WORKDAY, Breach, Person, span_text
from shiftbid.verifier.limits import DayOvertime, MonthOvertime, OvertimeConsent
from shiftbid.verifier.spells import Spell

COMPREHENSIVE = "comprehensive"


def overtime_consent(person: Person, limit: OvertimeConsent) -> Iterator[Breach]:
    """Find days above the normal day, and weeks above the normal week, that no recorded consent covers."""
    if _comprehensive(person):
        return
    for day, spells in person.days():
        worked = worked_minutes(spells)
        if worked > limit.normal_day_minutes and not person.consented(limit.rule, day):
            yield person.breach_on(
                limit.rule,
                day,
                f"works {duration_text(worked)} on {day_text(day)}; above {duration_text(limit.normal_day_minutes)} a "
                f"day a recorded consent is needed ({limit.article}).",
            )
    for first, last in person.weeks():
        asked = [spell for spell in person.starting(first, last) if not person.consented(limit.rule, spell.day)]
        worked = _within_normal_days(asked, limit.normal_day_minutes)
        normal = _normal_week(person, first, limit.normal_week_minutes, limit.normal_day_minutes)
        if worked > normal and any(spell.rostered for spell in asked):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} in the week {span_text(first, last)}, overtime of single days left "
                f"out; above {duration_text(normal)} a week a recorded consent is needed ({limit.article}).",
            )


def day_overtime(person: Person, limit: DayOvertime) -> Iterator[Breach]:
    """Find days with too much overtime for which no agreement or approval is recorded."""
    if _comprehensive(person):
        return
    for day, spells in person.days():
        worked, allowed = worked_minutes(spells), limit.normal_day_minutes + limit.minutes
        if worked > allowed and not person.approved(limit.rule, day):
            yield person.breach_on(
                limit.rule,
                day,
                f"works {duration_text(worked)} on {day_text(day)}; {duration_text(allowed)} a day are allowed, "
                f"overtime included, without a recorded approval ({limit.article}).",
            )


def month_overtime(person: Person, limit: MonthOvertime) -> Iterator[Breach]:
    """Find calendar months with too much overtime.

    Overtime is what a day has above the normal day, and what the rest of a week has above the normal week; that of a
    week belongs to the month in which the week ends. Work on public holidays is paid by itself and not added.
    """
    if _comprehensive(person):
        return
    for first, last in sorted({month_of(spell.day) for spell in person.rostered}):
        daily = _countable(person, first, last)
        overtime = sum(
            max(0, worked_minutes(spell for spell in daily if spell.day == day) - limit.normal_day_minutes)
            for day in {spell.day for spell in daily}
        )
        counted = list(daily)
        week = week_of(first, person.place.week_starts_on)
        while following(week, 6) <= last:
            spells = _countable(person, week, following(week, 6))
            normal = _normal_week(person, week, limit.normal_week_minutes, limit.normal_day_minutes)
            overtime += max(0, _within_normal_days(spells, limit.normal_day_minutes) - normal)
            counted += spells
            week = following(week, 7)
        if overtime > limit.minutes and any(spell.rostered for spell in counted):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"has {duration_text(overtime)} of overtime in the month {span_text(first, last)}; "
                f"{duration_text(limit.minutes)} are allowed ({limit.article}).",
            )


def _comprehensive(person: Person) -> bool:
    return person.staff is not None and person.staff.system == COMPREHENSIVE


def _within_normal_days(spells: Iterable[Spell], normal_day_minutes: int) -> int:
    """Working time without what each shift has above the normal day: that is overtime of its day."""
    return sum(min(spell.paid_minutes, normal_day_minutes) for spell in spells)


def _normal_week(person: Person, first: date, week_minutes: int, day_minutes: int) -> int:
    """Normal minutes of a week: a rest day worked by official exchange adds a normal day."""
    swapped = sum(person.place.day_class(following(first, n)) == SWAPPED_WORKDAY for n in range(7))
    return week_minutes + swapped * day_minutes


def _countable(person: Person, first: date, last: date) -> list[Spell]:
    return [spell for spell in person.starting(first, last) if person.place.day_class(spell.day) != HOLIDAY]
