"""Hours: of a day, of a week, and on average."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from shiftbid.verifier.clock import day_text, duration_text, following, week_of
from shiftbid.verifier.law.person import Breach, Person, span_text, whole_days
from shiftbid.verifier.limits import ContractHours, DayHours, WeekAverage, WeekHours
from shiftbid.verifier.spells import Spell


def worked_minutes(spells: Iterable[Spell]) -> int:
    """Working time of some spells together."""
    return sum(spell.paid_minutes for spell in spells)


def day_hours(person: Person, limit: DayHours) -> Iterator[Breach]:
    """Find days whose shifts come to too many working minutes without a consent."""
    for day, spells in person.days():
        worked = worked_minutes(spells)
        if worked > limit.minutes and not person.consented(limit.rule, day):
            yield person.breach_on(
                limit.rule,
                day,
                f"works {duration_text(worked)} on {day_text(day)}; {duration_text(limit.minutes)} a day are allowed "
                f"without a recorded consent to {limit.rule} ({limit.article}).",
            )


def week_hours(person: Person, limit: WeekHours) -> Iterator[Breach]:
    """Find calendar weeks with too many working minutes without a consent."""
    for first, last in person.weeks():
        worked = worked_minutes(person.starting(first, last))
        if worked > limit.minutes and not person.consented(limit.rule, first):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} in the week {span_text(first, last)}; {duration_text(limit.minutes)} "
                f"are allowed without a recorded consent to {limit.rule} ({limit.article}).",
            )


def contract_hours(person: Person, limit: ContractHours) -> Iterator[Breach]:
    """Find calendar weeks above the contract."""
    if person.staff is None:
        return
    allowed = person.staff.contract_minutes + limit.tolerance_minutes
    for first, last in person.weeks():
        worked = worked_minutes(person.starting(first, last))
        if worked > allowed:
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} in the week {span_text(first, last)}; "
                f"the contract allows {duration_text(allowed)} ({limit.article}).",
            )


def week_average(person: Person, limit: WeekAverage) -> Iterator[Breach]:
    """Find reference periods that end in the period under review and whose average week is too long.

    Each whole day of annual or sick leave takes a seventh of a week out. Simple: where all known weeks together are
    fewer than a reference period, they are averaged once.
    """
    away = _neutral_days(person)
    for first, last in _reference_periods(person, limit.reference_weeks):
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


def _reference_periods(person: Person, reference_weeks: int) -> Iterator[tuple[date, date]]:
    place = person.place
    known = week_of(min([place.first, *(each.day for each in person.spells)]), place.week_starts_on)
    last_week = week_of(place.last, place.week_starts_on)
    reach = 7 * (reference_weeks - 1)
    week = max(week_of(place.first, place.week_starts_on), min(following(known, reach), last_week))
    while week <= last_week:
        yield max(known, following(week, -reach)), following(week, 6)
        week = following(week, 7)


def _neutral_days(person: Person) -> frozenset[date]:
    """Whole local days of annual or sick leave."""
    return frozenset(
        day for each in person.leave if each.kind in ("annual", "sick") for day in whole_days(each, person.place.zone)
    )
