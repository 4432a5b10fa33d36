"""One row of a ticket log: its cells read, its times put on one clock; nothing is judged yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b

from shiftbid.domain.errors import Problem
from shiftbid.domain.promise import CustomerClass
from shiftbid.importers.ticket_columns import ColumnMap
from shiftbid.importers.ticket_durations import RawDuration, raw_duration
from shiftbid.importers.ticket_text import DAMAGED, Line
from shiftbid.importers.ticket_times import TimeReader, Wall, is_blank
from shiftbid.importers.ticket_words import class_of, class_of_number

MIDNIGHT_REACH_SECONDS = 12 * 3600
"""A time so far before the one it follows, on the same date, is of the next day."""
MIDNIGHTS = frozenset(("0:00:00", "00:00:00", "0:00", "00:00"))
PSEUDONYM_BYTES = 6


class UnreadableRow(Exception):
    """A row of which a cell cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as read; times are instants in UTC seconds, None where the cell is blank or there is no such column.

    Attributes
    ----------
    queued
        Whether the customer joined the queue; None where the log has no column for it.
    outcome
        The log's word.
    past_midnight
        Whether a time was moved to the next day (or the day before) because the log has only one date a row.
    """

    row: int
    hall: str
    number: str
    service: str
    customer_class: CustomerClass | None
    arrived: int | None
    queued: bool | None
    started: int | None
    ended: int | None
    wait: RawDuration | None
    serve: RawDuration | None
    counter: str
    staff: str
    outcome: str
    past_midnight: bool


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one log.

    Attributes
    ----------
    classes
        What the user says of the class column's values.
    none_at_midnight
        Fields in which a bare midnight stands for "none".
    numbers_tell_class
        Whether ticket numbers that start with V mark VIP customers in this log.
    key
        Key of the staff's pseudonyms.
    """

    columns: ColumnMap
    times: TimeReader
    classes: Mapping[str, CustomerClass | None]
    none_at_midnight: frozenset[str]
    numbers_tell_class: bool
    key: bytes

    def entry(self, line: Line) -> Entry:
        """Read a row; raises UnreadableRow where it has other columns than the header or a cell cannot be read."""
        self._check_form(line)
        day = self._day(line)
        arrived = self._time(line, "t_arrive", day)
        if arrived is None and "t_arrive" in self.columns:
            raise self._unreadable(line, "t_arrive", "is blank; every customer arrives some time")
        arrival = None if arrived is None else self.times.seconds(arrived, None, line.number)
        started, start_moved = self._following(line, "t_start", day, arrival)
        ended, end_moved = self._following(line, "t_end", day, arrival if started is None else started)
        queued = None if "t_queue" not in self.columns else bool(self._filled(line, "t_queue"))
        staff = self._filled(line, "staff")
        return Entry(
            row=line.number,
            hall=self._text(line, "hall"),
            number=self._text(line, "ticket"),
            service=self._text(line, "service"),
            customer_class=self._class(line),
            arrived=arrival,
            queued=queued,
            started=started,
            ended=ended,
            wait=self._duration(line, "wait"),
            serve=self._duration(line, "serve"),
            counter=self._filled(line, "counter"),
            staff=blake2b(staff.encode(), key=self.key, digest_size=PSEUDONYM_BYTES).hexdigest() if staff else "",
            outcome=self._text(line, "outcome"),
            past_midnight=start_moved or end_moved,
        )

    def _check_form(self, line: Line) -> None:
        expected, found = len(self.columns.names), len(line.fields)
        if found < expected or any(line.fields[expected:]):
            message = f"has {found} fields, the header has {expected}"
            raise UnreadableRow(Problem(message, line.number))
        damaged = [name for name, text in zip(self.columns.names, line.fields, strict=False) if DAMAGED in text]
        if damaged:
            raise UnreadableRow(Problem("holds characters that are damaged", line.number, damaged[0]))

    def _text(self, line: Line, field: str) -> str:
        place = self.columns.places.get(field)
        return "" if place is None else line.fields[place]

    def _filled(self, line: Line, field: str) -> str:
        text = self._text(line, field)
        return "" if is_blank(text) or (field in self.none_at_midnight and text in MIDNIGHTS) else text

    def _unreadable(self, line: Line, field: str, message: str) -> UnreadableRow:
        return UnreadableRow(Problem(message, line.number, self.columns.name(field)))

    def _day(self, line: Line) -> date | None:
        text = self._filled(line, "date")
        if not text:
            return None
        try:
            return self.times.day(text)
        except ValueError as error:
            raise self._unreadable(line, "date", str(error)) from error

    def _time(self, line: Line, field: str, day: date | None) -> Wall | None:
        text = self._filled(line, field)
        if not text:
            return None
        try:
            return self.times.wall(text, day)
        except (ValueError, OverflowError) as error:
            raise self._unreadable(line, field, str(error)) from error

    def _following(self, line: Line, field: str, day: date | None, before: int | None) -> tuple[int | None, bool]:
        """Instant of a time that follows another, and whether it was moved by a day to do so."""
        wall = self._time(line, field, day)
        if wall is None:
            return None, False
        moment = self.times.seconds(wall, before, line.number)
        if before is None:
            return moment, False
        early_seconds = before - moment
        if early_seconds >= MIDNIGHT_REACH_SECONDS and (not wall.dated or self.times.same_day(before, wall)):
            days = 1
        elif not wall.dated and early_seconds <= -MIDNIGHT_REACH_SECONDS:
            days = -1
        else:
            return moment, False
        moved = replace(wall, moment=wall.moment + timedelta(days=days))
        return self.times.seconds(moved, before, line.number), True

    def _duration(self, line: Line, field: str) -> RawDuration | None:
        text = self._filled(line, field)
        if not text:
            return None
        try:
            return raw_duration(text)
        except ValueError as error:
            raise self._unreadable(line, field, str(error)) from error

    def _class(self, line: Line) -> CustomerClass | None:
        word = self._text(line, "class")
        if word.casefold() in self.classes:
            return self.classes[word.casefold()]
        if word:
            return class_of(word)
        hint = class_of(self._text(line, "service"))
        if hint is None and self.numbers_tell_class:
            return class_of_number(self._text(line, "ticket"))
        return hint
