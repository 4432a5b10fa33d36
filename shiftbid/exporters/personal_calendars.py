"""Calendars of a stretch of published days: one file a person, with what earlier versions had taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from shiftbid.domain.roster import Assignment, Roster
from shiftbid.exporters.calendars import EVENT_WORDS, RosteredShift, calendar_file
from shiftbid.services.published_plan import PublishedPlan, PublishedSpan


def personal_calendars(
    plan: PublishedPlan, earlier: Sequence[Sequence[Roster]], language: str
) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each person's calendar, in order of employee id.

    Parameters
    ----------
    earlier
        Rosters of earlier versions of each span, oldest first.
    language
        Of what the events say (``en`` or ``zh``).
    """
    days = frozenset(plan.period.days)
    present: dict[str, list[RosteredShift]] = {}
    before: dict[str, list[RosteredShift]] = {}
    for span, rosters in zip(plan.spans, earlier, strict=True):
        roster = span.publication.roster
        for each in _within(roster.assignments, span, days):
            present.setdefault(each.employee, []).append(_rostered(each, span, roster.version))
        for old in rosters:
            for each in _within(old.assignments, span, days):
                before.setdefault(each.employee, []).append(_rostered(each, span, old.version))
    for employee in sorted({*present, *before}):
        shifts = present.get(employee, [])
        first = (shifts or before[employee])[0].hall
        stamp = plan.period.interval(first.zone).start
        yield f"{employee}.ics", calendar_file(shifts, stamp, before.get(employee, ()), EVENT_WORDS[language])


def _within(assignments: Iterable[Assignment], span: PublishedSpan, days: frozenset[date]) -> Iterator[Assignment]:
    return (each for each in assignments if each.shift.day in span.days and each.shift.day in days)


def _rostered(assignment: Assignment, span: PublishedSpan, version: int) -> RosteredShift:
    return RosteredShift(assignment.employee, assignment.shift, span.publication.hall, version)
