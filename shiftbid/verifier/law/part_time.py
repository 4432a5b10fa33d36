"""China's part time by the hour: a few hours a day on average, and a limit of the week."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.verifier.clock import duration_text
from shiftbid.verifier.law.hours import worked_minutes
from shiftbid.verifier.law.person import Breach, Person, span_text
from shiftbid.verifier.limits import PartTimeDay, PartTimeWeek

PART_TIME = "part_time"


def part_time_day(person: Person, limit: PartTimeDay) -> Iterator[Breach]:
    """Find calendar weeks whose days worked are too long on average."""
    if not _is_part_timer(person):
        return
    for first, last in person.weeks():
        spells = person.starting(first, last)
        worked, days = worked_minutes(spells), len({spell.day for spell in spells})
        if worked > limit.minutes * days:
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} on {days} days of the week {span_text(first, last)}; part-timers work "
                f"at most {duration_text(limit.minutes)} a day on average ({limit.article}).",
            )


def part_time_week(person: Person, limit: PartTimeWeek) -> Iterator[Breach]:
    """Find calendar weeks with too many working minutes."""
    if not _is_part_timer(person):
        return
    for first, last in person.weeks():
        worked = worked_minutes(person.starting(first, last))
        if worked > limit.minutes:
            yield person.breach_over(
                limit.rule,
                first,
                last,
                f"works {duration_text(worked)} in the week {span_text(first, last)}; part-timers work at most "
                f"{duration_text(limit.minutes)} ({limit.article}).",
            )


def _is_part_timer(person: Person) -> bool:
    return person.staff is not None and person.staff.system == PART_TIME
