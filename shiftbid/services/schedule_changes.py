"""What a published roster's later changes mean for people: time added, moved or cancelled, and with what notice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import zip_longest
from typing import Any

from shiftbid.domain.errors import BugError
from shiftbid.domain.schedule_notice import ScheduleChange
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.timeline import SECONDS_PER_MINUTE
from shiftbid.services.publication import HallPublication

EMPLOYERS = ("edit", "repair")
"""Kinds of changes that the employer makes; swaps and claims are what people asked for."""


def schedule_changes(publication: HallPublication) -> Mapping[str, tuple[ScheduleChange, ...]]:
    """Changes that the employer made after the award, by employee, as the round's record tells them.

    Shifts that a person loses and takes on one day are one change: longer, shorter, or moved.
    """
    templates = {template.id: template for menu in publication.menus for template in menu.templates}
    changes: dict[str, list[ScheduleChange]] = {}
    for change in publication.bidding_round.get("changes", ()):
        if change["kind"] not in EMPLOYERS:
            continue
        at = int(datetime.fromisoformat(change["at"]).timestamp())
        dropped, added = (_shifts(change[key], publication, templates) for key in ("dropped", "added"))
        for employee, day in sorted(dropped.keys() | added.keys()):
            pairs = zip_longest(dropped.get((employee, day), ()), added.get((employee, day), ()))
            for number, (before, after) in enumerate(pairs, start=1):
                name = f"{publication.hall.id}/{day.isoformat()}/v{change['version']}/change-{number}"
                changes.setdefault(employee, []).append(_change(name, before, after, at))
    return {employee: tuple(own) for employee, own in changes.items()}


def _change(name: str, before: Shift | None, after: Shift | None, at: int) -> ScheduleChange:
    known = before or after
    if known is None:
        raise BugError(f"change {name} names no shift")
    worked = (before.paid_minutes if before else 0, after.paid_minutes if after else 0)
    return ScheduleChange(
        id=name,
        notice_minutes=max(0, known.span.start - at) // SECONDS_PER_MINUTE,
        added_minutes=max(0, worked[1] - worked[0]),
        moved_minutes=_moved_minutes(before, after),
        cancelled_minutes=max(0, worked[0] - worked[1]),
        day=known.day,
        hall=known.hall,
    )


def _moved_minutes(before: Shift | None, after: Shift | None) -> int:
    """By how much start or end moved, whichever more."""
    if before is None or after is None:
        return 0
    moved = (before.span.start - after.span.start, before.span.end - after.span.end)
    return max(abs(seconds) for seconds in moved) // SECONDS_PER_MINUTE


def _shifts(
    named: Iterable[Mapping[str, Any]], publication: HallPublication, templates: Mapping[str, ShiftTemplate]
) -> Mapping[tuple[str, date], tuple[Shift, ...]]:
    found: dict[tuple[str, date], list[Shift]] = {}
    for employee, shift in _named_shifts(named, publication, templates):
        found.setdefault((employee, shift.day), []).append(shift)
    return {key: tuple(sorted(shifts, key=lambda shift: shift.span)) for key, shifts in found.items()}


def _named_shifts(
    named: Iterable[Mapping[str, Any]], publication: HallPublication, templates: Mapping[str, ShiftTemplate]
) -> Iterator[tuple[str, Shift]]:
    hall = publication.hall
    for each in named:
        template = templates.get(each["template"])
        if template is None:
            raise BugError(f"the round of hall {hall.id} names template {each['template']}, which no menu holds")
        yield each["employee"], dated(template, hall.id, date.fromisoformat(each["date"]), hall.zone)
