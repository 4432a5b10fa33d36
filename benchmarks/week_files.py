"""Weeks of demand with breaks to place, in JSON files as ``../shared/benchmarks/template_week`` describes them."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import MINUTES_PER_DAY

_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_LATEST_END = "21:30"
_MOST = 1_000_000

Taken = TypeVar("Taken")


@dataclass(frozen=True, slots=True)
class ShiftShape:
    """A length from start to end, and at most one unpaid break that begins within a window after the start."""

    elapsed_minutes: int
    break_minutes: int
    earliest_after_minutes: int
    latest_after_minutes: int

    @property
    def paid_minutes(self) -> int:
        """Minutes paid: all but the break."""
        return self.elapsed_minutes - self.break_minutes

    def break_starts(self, start_minute: int) -> list[int | None]:
        """Minutes of the day at which the break may begin, on the half hour; [None] for a shape without one."""
        if not self.break_minutes:
            return [None]
        first, last = start_minute + self.earliest_after_minutes, start_minute + self.latest_after_minutes
        return list(range(first + -first % 30, last + 1, 30))


@dataclass(frozen=True, slots=True)
class TemplateWeek:
    """A hall's days of demand and the templates it may use.

    Attributes
    ----------
    demand_heads
        Heads of each day's slots, from opening to closing.
    latest_end_minute
        A shift ends by then: 21:30 unless the file says otherwise in `latest_end`.
    """

    slot_minutes: int
    open_minute: int
    demand_heads: tuple[tuple[int, ...], ...]
    most_paid_minutes: int
    most_templates: int
    start_minutes: tuple[int, ...]
    latest_end_minute: int
    shapes: tuple[ShiftShape, ...]
    missing_cost: Fraction
    surplus_cost: Fraction

    def templates(self) -> list[tuple[int, int]]:
        """Start minute and number of the shape of every template that ends in time and has a place for its break."""
        return [
            (start, number)
            for start in self.start_minutes
            for number, shape in enumerate(self.shapes)
            if start + shape.elapsed_minutes <= self.latest_end_minute and shape.break_starts(start)
        ]

    def staffed_slots(self, start_minute: int, shape: ShiftShape, break_start: int | None) -> list[int]:
        """Slots of a day throughout which a head on a template is at the counter."""
        end = start_minute + shape.elapsed_minutes
        found: list[int] = []
        for slot in range(len(self.demand_heads[0])):
            begins = self.open_minute + slot * self.slot_minutes
            ends = begins + self.slot_minutes
            away = break_start is not None and begins < break_start + shape.break_minutes and break_start < ends
            if start_minute <= begins and ends <= end and not away:
                found.append(slot)
        return found


def read_week(path: Path) -> TemplateWeek:
    """Read a week.

    Raises
    ------
    InputError
        Every fault of the file, with its place.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError) as error:
        raise InputError(str(path), [f"cannot be read as JSON: {error}"]) from error
    reader = _Reader()
    week = _week(reader, content)
    if reader.problems or week is None:
        raise InputError(str(path), reader.problems)
    return week


class _Reader:
    """Takes values out of JSON; notes what is missing or wrong, and where."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def wrong(self, place: str, message: str) -> None:
        """Note a fault."""
        self.problems.append(f"{place}: {message}")

    def item(self, content: object, place: str, key: str) -> object:
        """Give an object's value; None where it is missing or there is no object."""
        if isinstance(content, Mapping):
            if key in content:
                return content[key]
            self.wrong(f"{place}.{key}".lstrip("."), "is missing")
        else:
            self.wrong(place or "the file", "give an object")
        return None

    def whole(self, content: object, place: str, key: str, least: int) -> int | None:
        """Give a whole number from ``least`` to a million."""
        return self._kept(content, place, key, f"give a whole number from {least} to {_MOST}", _whole_from(least))

    def cost(self, content: object, place: str, key: str) -> Fraction | None:
        """Give a number from 0 to a million."""
        value = self._kept(content, place, key, f"give a number from 0 to {_MOST}", _number)
        return None if value is None else Fraction(str(value))

    def minute(self, content: object, place: str, key: str) -> int | None:
        """Give a clock time as a minute of the day."""
        return self._kept(content, place, key, "give a time HH:MM", _minute)

    def items(self, content: object, place: str, key: str) -> list[object] | None:
        """Give a list."""
        return self._kept(content, place, key, "give a list", _list)

    def _kept(
        self, content: object, place: str, key: str, expected: str, take: Callable[[object], Taken | None]
    ) -> Taken | None:
        before = len(self.problems)
        value = self.item(content, place, key)
        if len(self.problems) > before:
            return None
        taken = take(value)
        if taken is None:
            self.wrong(f"{place}.{key}".lstrip("."), f"{json.dumps(value)[:40]}: {expected}")
        return taken


def _list(value: object) -> list[object] | None:
    return list(value) if isinstance(value, list) else None


def _whole_from(least: int) -> Callable[[object], int | None]:
    def take(value: object) -> int | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        return value if least <= value <= _MOST else None

    return take


def _number(value: object) -> int | float | None:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        return None
    return value if math.isfinite(value) and 0 <= value <= _MOST else None


def _minute(value: object) -> int | None:
    if not (isinstance(value, str) and _CLOCK.fullmatch(value)):
        return None
    return int(value[:2]) * 60 + int(value[3:])


def _week(reader: _Reader, content: object) -> TemplateWeek | None:
    slot_minutes = reader.whole(content, "", "slot_minutes", 1)
    if not isinstance(content, Mapping):
        return None
    days = reader.whole(content, "", "days", 1)
    opens, closes = reader.minute(content, "", "open"), reader.minute(content, "", "close")
    demand = reader.items(content, "", "demand")
    staff, weekly = reader.whole(content, "", "staff", 0), reader.whole(content, "", "weekly_paid_minutes", 0)
    most_templates = reader.whole(content, "", "max_templates", 0)
    starts = _starts(reader, reader.item(content, "", "starts"))
    shapes = [_shape(reader, each, f"shapes[{number}]") for number, each in enumerate(_shapes(reader, content))]
    weights = reader.item(content, "", "weights")
    missing, surplus = reader.cost(weights, "weights", "under_slot"), reader.cost(weights, "weights", "over_slot")
    latest = reader.minute({"latest_end": _LATEST_END} | dict(content), "", "latest_end")
    if demand is not None:
        for number, value in enumerate(demand):
            if _whole_from(0)(value) is None:
                reader.wrong(f"demand[{number}]", f"{json.dumps(value)[:40]}: give a whole number from 0 to {_MOST}")
    slots = None
    if opens is not None and closes is not None and slot_minutes is not None:
        slots, rest = divmod(closes - opens, slot_minutes)
        if closes <= opens or rest:
            reader.wrong("close", f"give a time a whole number of {slot_minutes}-minute slots after open")
            slots = None
    if slots and days and demand is not None and len(demand) != slots * days:
        reader.wrong("demand", f"{len(demand)} values; {days} days of {slots} slots need {slots * days}")
    if reader.problems or slot_minutes is None or days is None or opens is None or demand is None or staff is None:
        return None
    if weekly is None or most_templates is None or starts is None or missing is None or surplus is None:
        return None
    if latest is None or slots is None:
        return None
    heads = [value for value in demand if isinstance(value, int)]
    return TemplateWeek(
        slot_minutes,
        opens,
        tuple(tuple(heads[day * slots : (day + 1) * slots]) for day in range(days)),
        staff * weekly,
        most_templates,
        starts,
        latest,
        tuple(shape for shape in shapes if shape is not None),
        missing,
        surplus,
    )


def _shapes(reader: _Reader, content: object) -> list[object]:
    return reader.items(content, "", "shapes") or []


def _starts(reader: _Reader, content: object) -> tuple[int, ...] | None:
    first, last = reader.minute(content, "starts", "first"), reader.minute(content, "starts", "last")
    step = reader.whole(content, "starts", "step_minutes", 1)
    if first is None or last is None or step is None:
        return None
    return tuple(range(first, last + 1, step))


def _shape(reader: _Reader, content: object, place: str) -> ShiftShape | None:
    elapsed = reader.whole(content, place, "elapsed_minutes", 1)
    breaks = reader.items(content, place, "breaks")
    if elapsed is None or breaks is None:
        return None
    if elapsed > MINUTES_PER_DAY:
        reader.wrong(f"{place}.elapsed_minutes", f"{elapsed}: give at most {MINUTES_PER_DAY}")
    if len(breaks) > 1:
        reader.wrong(f"{place}.breaks", f"{len(breaks)} breaks: a shape has at most one")
    if len(breaks) != 1:
        return ShiftShape(elapsed, 0, 0, 0)
    inside = f"{place}.breaks[0]"
    minutes = reader.whole(breaks[0], inside, "minutes", 1)
    earliest = reader.whole(breaks[0], inside, "earliest_after", 0)
    latest = reader.whole(breaks[0], inside, "latest_after", 0)
    if minutes is None or earliest is None or latest is None:
        return None
    if earliest > latest or latest + minutes > elapsed:
        reader.wrong(inside, f"a break of {minutes} from {earliest} to {latest} after the start does not fit {elapsed}")
    return ShiftShape(elapsed, minutes, earliest, latest)
