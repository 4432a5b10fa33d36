"""Days: how many shifts a day holds, and how many days are worked in a row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.verifier.clock import day_text, following
from shiftbid.verifier.law.person import Breach, Person, span_text
from shiftbid.verifier.limits import DaysInARow, ShiftsADay


def shifts_a_day(person: Person, limit: ShiftsADay) -> Iterator[Breach]:
    """Find days on which too many shifts start."""
    for day, spells in person.days():
        if len(spells) > limit.shifts:
            yield person.breach_on(
                limit.rule,
                day,
                f"has {len(spells)} shifts that start on {day_text(day)}; "
                f"{limit.shifts} a day is allowed ({limit.article}).",
            )


def days_in_a_row(person: Person, limit: DaysInARow) -> Iterator[Breach]:
    """Find runs of days that are too long; each is shown on its first rostered day too many."""
    rostered = {spell.day for spell in person.rostered}
    for run in _runs(sorted({spell.day for spell in person.spells})):
        too_many = [day for day in run[limit.days :] if any(_within(each, day, limit.days) for each in rostered)]
        if too_many:
            yield Breach(
                limit.rule,
                person.id,
                too_many[0],
                run[0],
                run[-1],
                f"{person.called} works {len(run)} days in a row {span_text(run[0], run[-1])}; {limit.days} are "
                f"allowed, so {day_text(too_many[0])} is one too many ({limit.article}).",
            )


def _within(rostered: date, day: date, limit_days: int) -> bool:
    """Whether the window of `limit_days` + 1 days that ends on `day` holds a rostered day."""
    return 0 <= (day - rostered).days <= limit_days


def _runs(days: list[date]) -> Iterator[list[date]]:
    run: list[date] = []
    for day in days:
        if run and day != following(run[-1]):
            yield run
            run = []
        run.append(day)
    if run:
        yield run
