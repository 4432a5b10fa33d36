"""Personal calendars: one iCalendar file (RFC 5545) a person, with that person's own shifts and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from icalendar import Calendar, Event

from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Shift, shift_breaks_text
from shiftbid.domain.timeline import local
from shiftbid.exporters.plain_text import printable
from shiftbid.exporters.zone_component import zone_component
from shiftbid.services.publication import Publication

PRODUCT = "-//shiftbid//roster//EN"


@dataclass(frozen=True, slots=True)
class RosteredShift:
    """A person's shift in a published version of a hall's roster."""

    employee: str
    shift: Shift
    hall: Hall
    version: int


def calendar_files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Path and bytes of the calendar of each person who has a shift, in order of employee id.

    The time stamp of the events is the start of the period, so that the same roster gives the same bytes.
    """
    by_employee: dict[str, list[RosteredShift]] = {}
    for published in publication.halls:
        for employee, shifts in published.roster.by_employee.items():
            by_employee.setdefault(employee, []).extend(
                RosteredShift(employee, shift, published.hall, published.roster.version) for shift in shifts
            )
    for employee, rostered in sorted(by_employee.items()):
        stamp = publication.period.interval(rostered[0].hall.zone).start
        yield f"calendars/{employee}.ics", calendar_file(rostered, stamp)


def calendar_file(rostered: Sequence[RosteredShift], stamp: int) -> bytes:
    """Calendar of one person.

    An event keeps its UID from one version of the roster to the next, also where the hours of the day change, and its
    SEQUENCE is the version, so that calendar programs update it instead of adding a second one.

    Parameters
    ----------
    stamp
        Instant (UTC seconds) at which the roster counts as published.
    """
    ordered = sorted(rostered, key=lambda each: (each.shift.span, each.shift.id))
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    ordinals: dict[tuple[str, date], int] = {}
    for each in ordered:
        key = (each.hall.id, each.shift.day)
        ordinals[key] = ordinals.get(key, 0) + 1
        calendar.add_component(_event(each, ordinals[key], stamp))
    years = ordered[0].shift.day.year, ordered[-1].shift.day.year
    for zone in sorted({each.hall.zone for each in ordered}):
        calendar.subcomponents.insert(0, zone_component(zone, *years))
    return calendar.to_ical()


def _event(rostered: RosteredShift, ordinal: int, stamp: int) -> Event:
    shift, hall = rostered.shift, rostered.hall
    suffix = "" if ordinal == 1 else f"-{ordinal}"
    event = Event()
    event.add("uid", f"{hall.id}-{rostered.employee}-{shift.day.isoformat()}{suffix}@shiftbid")
    event.add("sequence", rostered.version)
    event.add("dtstamp", datetime.fromtimestamp(stamp, UTC))
    event.add("dtstart", local(shift.span.start, hall.zone))
    event.add("dtend", local(shift.span.end, hall.zone))
    event.add("summary", f"{shift.template} {printable(hall.name)}")
    event.add("location", printable(hall.name))
    if shift.breaks:
        event.add("description", f"Breaks: {shift_breaks_text(shift, hall.zone)}")
    return event
