"""Personal calendars: one iCalendar file (RFC 5545) a person, with that person's own shifts and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

from icalendar import Calendar, Event

from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.timeline import Interval, format_minute, local, minute_of_day
from shiftbid.exporters.plain_text import printable
from shiftbid.exporters.zone_component import zone_component
from shiftbid.services.publication import Publication

PRODUCT = "-//shiftbid//roster//EN"


@dataclass(frozen=True, slots=True)
class EventWords:
    """What events say in a language, with ``{span}`` for the clock times and ``{id}`` for the template."""

    shift: str
    paid_break: str
    unpaid_break: str
    template: str


EVENT_WORDS: Mapping[str, EventWords] = {
    "en": EventWords("Shift {span}", "Break {span}, paid", "Break {span}, unpaid", "Template {id}"),
    "zh": EventWords("班次 {span}", "休息 {span}（带薪）", "休息 {span}（不带薪）", "模板 {id}"),
}
"""By the language of whoever the calendar is for."""


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


def calendar_file(
    rostered: Sequence[RosteredShift],
    stamp: int,
    earlier: Sequence[RosteredShift] = (),
    words: EventWords = EVENT_WORDS["en"],
) -> bytes:
    """Calendar of one person.

    An event keeps its UID from one version of the roster to the next, also where the hours of the day change, and its
    SEQUENCE is the version, so that calendar programs update it instead of adding a second one.

    Parameters
    ----------
    stamp
        Instant (UTC seconds) at which the roster counts as published.
    earlier
        The person's shifts in earlier versions, oldest version first. Those whose event is gone are cancelled under
        its UID, by the version that no longer had them, so that programs which imported them take them away.
    """
    current = _by_uid(rostered)
    gone: dict[str, RosteredShift] = {}
    for _, of_version in groupby(earlier, key=lambda each: (each.hall.id, each.version)):
        gone |= {uid: each for uid, each in _by_uid(tuple(of_version)).items() if uid not in current}
    everything = sorted((*current.values(), *gone.values()), key=_place)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for uid, each in current.items():
        calendar.add_component(_event(each, uid, each.version, stamp, words))
    for uid, each in sorted(gone.items(), key=lambda item: _place(item[1])):
        event = _event(each, uid, each.version + 1, stamp, words)
        event.add("status", "CANCELLED")
        calendar.add_component(event)
    years = everything[0].shift.day.year, everything[-1].shift.day.year
    for zone in sorted({each.hall.zone for each in everything}):
        calendar.subcomponents.insert(0, zone_component(zone, *years))
    return calendar.to_ical()


def _by_uid(rostered: Sequence[RosteredShift]) -> Mapping[str, RosteredShift]:
    """Shifts by the UID of their event, in order of time; a person's second shift of a day in a hall has a number."""
    ordinals: dict[tuple[str, date], int] = {}
    by_uid: dict[str, RosteredShift] = {}
    for each in sorted(rostered, key=_place):
        key = (each.hall.id, each.shift.day)
        ordinals[key] = ordinals.get(key, 0) + 1
        suffix = "" if ordinals[key] == 1 else f"-{ordinals[key]}"
        by_uid[f"{each.hall.id}-{each.employee}-{each.shift.day.isoformat()}{suffix}@shiftbid"] = each
    return by_uid


def _place(rostered: RosteredShift) -> tuple[Interval, str]:
    return rostered.shift.span, rostered.shift.id


def _event(rostered: RosteredShift, uid: str, sequence: int, stamp: int, words: EventWords) -> Event:
    shift, hall = rostered.shift, rostered.hall
    event = Event()
    event.add("uid", uid)
    event.add("sequence", sequence)
    event.add("dtstamp", datetime.fromtimestamp(stamp, UTC))
    event.add("dtstart", local(shift.span.start, hall.zone))
    event.add("dtend", local(shift.span.end, hall.zone))
    name = printable(hall.name)
    event.add("summary", f"{words.shift.format(span=_clock_span(shift.span, hall.zone))} · {name}")
    event.add("location", name)
    pauses = [_break_text(pause, hall.zone, words) for pause in shift.breaks]
    event.add("description", "\n".join((*pauses, words.template.format(id=shift.template))))
    return event


def _break_text(pause: Break, zone: str, words: EventWords) -> str:
    form = words.paid_break if pause.paid else words.unpaid_break
    return form.format(span=_clock_span(pause.span, zone))


def _clock_span(span: Interval, zone: str) -> str:
    return "–".join(format_minute(minute_of_day(each, zone)) for each in (span.start, span.end))
