"""Hours of a day and of a week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shiftbid.verifier.clock import day_text, duration_text
from shiftbid.verifier.law.person import Breach, Person, span_text
from shiftbid.verifier.limits import ContractHours, CutWeekHours, DayHours, WeekHours
from shiftbid.verifier.spells import Spell


def worked_minutes(spells: Iterable[Spell]) -> int:
    """Working time of some spells together."""
    return sum(spell.paid_minutes for spell in spells)


def day_hours(person: Person, limit: DayHours) -> Iterator[Breach]:
    """Find days whose shifts come to too many working minutes without a record."""
    for day, spells in person.days():
        worked = worked_minutes(spells)
        if worked > limit.minutes and not person.lifted(limit.rule, day, limit.lifted_by):
            yield person.breach_on(
                limit.rule,
                day,
                f"works {duration_text(worked)} on {day_text(day)}; {duration_text(limit.minutes)} a day are allowed "
                f"without a record for {limit.rule} ({limit.article}).",
            )


def week_hours(person: Person, limit: WeekHours) -> Iterator[Breach]:
    """Find calendar weeks with too many working minutes without a record."""
    for first, last in person.weeks():
        worked = worked_minutes(person.starting(first, last))
        if worked > limit.minutes and not person.lifted(limit.rule, first, limit.lifted_by):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} in the week {span_text(first, last)}; {duration_text(limit.minutes)} "
                f"are allowed without a record for {limit.rule} ({limit.article}).",
            )


def cut_week_hours(person: Person, limit: CutWeekHours) -> Iterator[Breach]:
    """Find calendar weeks with too many working minutes between their midnights, without a record."""
    for first, last in person.weeks():
        start, end = person.place.span(first, last)
        worked = sum(spell.worked_minutes_in(start, end) for spell in person.spells)
        if worked > limit.minutes and not person.lifted(limit.rule, first, limit.lifted_by):
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} in the week {span_text(first, last)}, from midnight to midnight; "
                f"{duration_text(limit.minutes)} are allowed without a recorded approval ({limit.article}).",
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
