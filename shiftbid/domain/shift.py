"""Shift templates, and shifts: a template on a date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import (
    MINUTES_PER_DAY,
    Interval,
    format_minute,
    instant,
    minute_of_day,
    parse_minute,
)


@dataclass(frozen=True, slots=True)
class TemplateBreak:
    """A break in a template: start in minutes after midnight of the shift's day, length, and who pays."""

    start_minute: int
    minutes: int
    paid: bool

    def __str__(self) -> str:
        return break_text(format_minute(self.start_minute), self.minutes, self.paid)


@dataclass(frozen=True, slots=True)
class ShiftTemplate:
    """A reusable pattern of a shift.

    Attributes
    ----------
    start_minute, end_minute
        Minutes after midnight of the shift's day; an end of 1440 or more lies on the next day.
    toil_minutes
        TOIL tariff: minutes of time off earned by taking this adapted or peak shift once.
    """

    id: str
    start_minute: int
    end_minute: int
    breaks: tuple[TemplateBreak, ...] = ()
    weekdays: frozenset[int] = frozenset(range(7))
    skill: str = "counter"
    toil_minutes: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.start_minute < MINUTES_PER_DAY:
            raise InputError(f"template {self.id}", ["must start between 00:00 and 23:59"])
        if not self.start_minute < self.end_minute <= self.start_minute + MINUTES_PER_DAY:
            raise InputError(f"template {self.id}", ["must end after it starts and within 24 hours"])
        outside = [
            pause
            for pause in self.breaks
            if not self.start_minute <= pause.start_minute <= self.end_minute - pause.minutes
        ]
        if outside:
            raise InputError(f"template {self.id}", [f"break {pause} lies outside it" for pause in outside])
        in_order = sorted(self.breaks, key=lambda pause: pause.start_minute)
        clashes = [(one, two) for one, two in pairwise(in_order) if two.start_minute < one.start_minute + one.minutes]
        if clashes:
            raise InputError(f"template {self.id}", [f"breaks {one} and {two} overlap" for one, two in clashes])

    @property
    def paid_minutes(self) -> int:
        """Nominal working minutes: length less unpaid breaks."""
        unpaid = sum(pause.minutes for pause in self.breaks if not pause.paid)
        return self.end_minute - self.start_minute - unpaid

    def staffs(self, start_minute: int, end_minute: int) -> bool:
        """Whether a person on this template is at the counter for the whole span of wall-clock minutes."""
        inside = self.start_minute <= start_minute and end_minute <= self.end_minute
        return inside and not any(
            pause.start_minute < end_minute and start_minute < pause.start_minute + pause.minutes
            for pause in self.breaks
        )


@dataclass(frozen=True, slots=True)
class Break:
    """A break at its instants."""

    span: Interval
    paid: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """A template on a date in a hall, or a worked spell read from a record.

    Attributes
    ----------
    id
        Unique among the shifts of a situation: hall, template and day.
    day
        Local day on which the shift starts.
    paid_minutes
        Elapsed minutes less unpaid breaks: what counts as working time.
    """

    id: str
    hall: str
    template: str
    day: date
    span: Interval
    breaks: tuple[Break, ...] = ()
    skill: str = "counter"
    toil_minutes: int = 0
    paid_minutes: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Every law asks for this, thousands of times a roster, so it is reckoned once.
        unpaid = sum(pause.span.minutes for pause in self.breaks if not pause.paid)
        object.__setattr__(self, "paid_minutes", self.span.minutes - unpaid)

    def paid_minutes_in(self, span: Interval) -> int:
        """Working minutes that lie inside a span, such as one day or one night."""
        unpaid = sum(pause.span.overlap_minutes(span) for pause in self.breaks if not pause.paid)
        return self.span.overlap_minutes(span) - unpaid

    def present_minutes(self, slot: Interval) -> int:
        """Minutes of a slot in which the person is at the counter: breaks, paid or not, are taken out."""
        away = sum(pause.span.overlap_minutes(slot) for pause in self.breaks)
        return self.span.overlap_minutes(slot) - away

    def staffs(self, slot: Interval) -> bool:
        """Whether the person is at the counter for the whole slot."""
        # Asked for every shift and half-hour of a period: no minutes are reckoned.
        return (
            self.span.start <= slot.start
            and slot.end <= self.span.end
            and not any(pause.span.start < slot.end and slot.start < pause.span.end for pause in self.breaks)
        )


def dated(template: ShiftTemplate, hall: str, day: date, zone: str) -> Shift:
    """Place a template on a date: wall-clock times become instants.

    The shift starts and ends by the wall clock; one that starts in the hour that a clock change skips, and ends soon
    after, keeps its length. A break starts by the wall clock and lasts its minutes, also where the clocks change
    during it; one that the skipped hour moves starts after the break before it, and is cut off at the shift's end.
    """
    start, end = (instant(day, minute, zone) for minute in (template.start_minute, template.end_minute))
    span = Interval(start, end if end > start else start + (template.end_minute - template.start_minute) * 60)
    return Shift(
        id=f"{hall}/{template.id}/{day.isoformat()}",
        hall=hall,
        template=template.id,
        day=day,
        span=span,
        breaks=tuple(_dated_breaks(template, day, zone, span)),
        skill=template.skill,
        toil_minutes=template.toil_minutes,
    )


def _dated_breaks(template: ShiftTemplate, day: date, zone: str, shift: Interval) -> Iterator[Break]:
    free_from = shift.start
    for pause in sorted(template.breaks, key=lambda each: each.start_minute):
        start = max(free_from, instant(day, pause.start_minute, zone))
        span = Interval(start, min(start + pause.minutes * 60, shift.end))
        if span.minutes > 0:
            free_from = span.end
            yield Break(span, pause.paid)


def break_text(clock: str, minutes: int, paid: bool) -> str:
    """One break as files write it: ``12:30/60/unpaid``."""
    return f"{clock}/{minutes}/{'paid' if paid else 'unpaid'}"


def template_breaks_text(template: ShiftTemplate) -> str:
    """Breaks of a template as files write them, joined by ``;``."""
    return ";".join(str(pause) for pause in template.breaks)


def shift_breaks_text(shift: Shift, zone: str) -> str:
    """Breaks of a shift as files write them, joined by ``;``."""
    return ";".join(
        break_text(format_minute(minute_of_day(pause.span.start, zone)), pause.span.minutes, pause.paid)
        for pause in shift.breaks
    )


def parse_breaks(text: str, start_minute: int) -> tuple[TemplateBreak, ...]:
    """Read ``HH:MM/minutes/paid|unpaid`` joined by ``;``.

    A clock time before `start_minute` belongs to the next day. Raises InputError naming the faulty part.
    """
    breaks: list[TemplateBreak] = []
    for part in filter(None, (piece.strip() for piece in text.split(";"))):
        clock, _, rest = part.partition("/")
        minutes, _, payment = rest.partition("/")
        if not minutes.isdecimal() or not int(minutes) or payment not in ("paid", "unpaid"):
            raise InputError("breaks", [f"{part!r}: write HH:MM/minutes/paid or HH:MM/minutes/unpaid"])
        at = parse_minute(clock)
        at += MINUTES_PER_DAY if at < start_minute else 0
        breaks.append(TemplateBreak(at, int(minutes), payment == "paid"))
    return tuple(breaks)


def heads_present(shifts: Sequence[Shift], slot: Interval) -> int:
    """Heads at the counter for the whole slot."""
    return sum(shift.staffs(slot) for shift in shifts)
