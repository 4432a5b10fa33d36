"""Overtime: what needs a consent, and how much a day, a month and a year may hold.

China's comprehensive hours are counted by their approved cycle and pass its limits of standard hours; the cycle's own
limit is not judged, because no file tells the cycle.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from shiftbid.verifier.clock import day_text, duration_text, following, month_of, week_of
from shiftbid.verifier.law.hours import worked_minutes
from shiftbid.verifier.law.person import HOLIDAY, REST_DAYS, SWAPPED_WORKDAY, Breach, Person, span_text
from shiftbid.verifier.limits import (
    ANYBODY,
    NOT_THE_PERSON,
    AgreedOvertime,
    DayOvertime,
    MonthOvertime,
    OvertimeConsent,
)
from shiftbid.verifier.spells import Spell

COMPREHENSIVE = "comprehensive"


def overtime_consent(person: Person, limit: OvertimeConsent) -> Iterator[Breach]:
    """Find days above the normal day, and weeks above the normal week, that no recorded consent covers."""
    if _comprehensive(person):
        return
    for day, spells in person.days():
        worked = worked_minutes(spells)
        if worked > limit.normal_day_minutes and not person.lifted(limit.rule, day, ANYBODY):
            yield person.breach_on(
                limit.rule,
                day,
                f"works {duration_text(worked)} on {day_text(day)}; above {duration_text(limit.normal_day_minutes)} a "
                f"day a recorded consent is needed ({limit.article}).",
            )
    for first, last in person.weeks():
        asked = [spell for spell in person.starting(first, last) if not person.lifted(limit.rule, spell.day, ANYBODY)]
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
        if worked > allowed and not person.lifted(limit.rule, day, NOT_THE_PERSON):
            yield person.breach_on(
                limit.rule,
                day,
                f"works {duration_text(worked)} on {day_text(day)}; {duration_text(allowed)} a day are allowed, "
                f"overtime included, without a recorded approval ({limit.article}).",
            )


def month_overtime(person: Person, limit: MonthOvertime) -> Iterator[Breach]:
    """Find calendar months with too much overtime.

    Overtime is what a day has above the normal day, and what the rest of a week has above the normal week; that of a
    week belongs to the month in which the week ends. Work on public holidays is paid by itself and not added, nor is
    that of rest days that are answered with time off, nor that of days with a recorded approval.
    """
    if _comprehensive(person):
        return
    given_back = REST_DAYS if person.told("time_off", "rest_day_work", person.place.first) else ()
    added = [
        spell
        for spell in person.spells
        if person.place.day_class(spell.day) not in (HOLIDAY, *given_back)
        and not person.lifted(limit.rule, spell.day, NOT_THE_PERSON)
    ]

    def normal_week(first: date) -> int:
        return _normal_week(person, first, limit.normal_week_minutes, limit.normal_day_minutes)

    for first, last in sorted({month_of(spell.day) for spell in person.rostered}):
        yield from _too_much(person, limit, _Overtime(added, first, last, normal_week))


def agreed_overtime(person: Person, limit: AgreedOvertime) -> Iterator[Breach]:
    """Find calendar months or years with too much overtime: as by `month_overtime`, holidays and all days included."""
    spans = {
        month_of(spell.day) if limit.over == "month" else (date(spell.day.year, 1, 1), date(spell.day.year, 12, 31))
        for spell in person.rostered
    }
    for first, last in sorted(spans):
        yield from _too_much(person, limit, _Overtime(person.spells, first, last, lambda _: limit.normal_week_minutes))


@dataclass(frozen=True, slots=True)
class _Overtime:
    """Spells whose overtime is added over some days, and the normal minutes of a week by its first day."""

    added: Sequence[Spell]
    first: date
    last: date
    normal_week: Callable[[date], int]


def _too_much(person: Person, limit: MonthOvertime | AgreedOvertime, span: _Overtime) -> Iterator[Breach]:
    """Compare the overtime of a span with what is allowed; what only earlier work breaks is left out."""
    days: dict[date, list[Spell]] = {}
    weeks: dict[date, list[Spell]] = {}
    for spell in span.added:
        week = week_of(spell.day, person.place.week_starts_on)
        if span.first <= spell.day <= span.last:
            days.setdefault(spell.day, []).append(spell)
        if span.first <= following(week, 6) <= span.last:
            weeks.setdefault(week, []).append(spell)
    overtime = sum(max(0, worked_minutes(spells) - limit.normal_day_minutes) for spells in days.values())
    for week, spells in weeks.items():
        overtime += max(0, _within_normal_days(spells, limit.normal_day_minutes) - span.normal_week(week))
    counted = chain(*days.values(), *weeks.values())
    if overtime > limit.minutes and any(spell.rostered for spell in counted):
        yield person.breach_over(
            limit.rule,
            span.first,
            span.last,
            f"has {duration_text(overtime)} of overtime {span_text(span.first, span.last)}; "
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
