"""Minimum shift design instances in ``.dzn`` files: ``name = value;`` with numbers and lists of numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.timeline import MINUTES_PER_DAY

_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,12})?")
_STATEMENT = re.compile(r"\s*(\w+)\s*=\s*([^=;]*?)\s*", re.DOTALL)
_COMMENT = re.compile(r"%[^\n]*")
_MOST_SLOTS = 100_000


@dataclass(frozen=True, slots=True)
class ShiftDesignInstance:
    """A week (or another round of days) of demand and the shifts allowed.

    Attributes
    ----------
    demand_heads
        Heads needed per slot; after the last slot comes the first again.
    templates
        Start and length of every allowed shift, in slots.
    missing_cost, surplus_cost
        Cost of a head too few, or too many, for a slot.
    template_cost
        Cost of each template in use.
    """

    days: int
    slots_per_day: int
    demand_heads: tuple[int, ...]
    templates: tuple[tuple[int, int], ...]
    missing_cost: Fraction
    surplus_cost: Fraction
    template_cost: Fraction


def read_shift_design(path: Path) -> ShiftDesignInstance:
    """Read an instance; the values on duties per week are not used and may be absent.

    Raises
    ------
    InputError
        Every fault of the file, with its row.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(path), [f"cannot be read as UTF-8 text: {error}"]) from error
    values = _Values(text)
    instance = _instance(values)
    if values.problems or instance is None:
        raise InputError(str(path), values.problems)
    return instance


class _Values:
    """The statements of a file, and the faults found in them."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self._texts: dict[str, tuple[str, int]] = {}
        position = 0
        plain = _COMMENT.sub("", text)
        for part in plain.split(";"):
            row = self._row(plain, position, part)
            position += len(part) + 1
            if not part.strip():
                continue
            match = _STATEMENT.fullmatch(part)
            if match is None:
                self.problems.append(Problem(f"{_short(part)}: expected `name = value;`", row))
            elif match[1] in self._texts:
                self.problems.append(Problem(f"{match[1]} is given twice", row, match[1]))
            else:
                self._texts[match[1]] = (match[2], row)

    @staticmethod
    def _row(text: str, position: int, part: str) -> int:
        lead = len(part) - len(part.lstrip())
        return text.count("\n", 0, position) + part[:lead].count("\n") + 1

    def number(self, name: str) -> Fraction | None:
        """A single number of at least 0."""
        numbers = self._numbers(name, listed=False)
        return numbers[0] if numbers else None

    def whole(self, name: str, least: int) -> int | None:
        """A single whole number of at least ``least``."""
        value = self.number(name)
        if value is not None and (value.denominator != 1 or value < least):
            self.fault(name, f"give a whole number of {least} or more")
            return None
        return None if value is None else int(value)

    def wholes(self, name: str) -> list[int] | None:
        """A list of whole numbers of at least 0."""
        numbers = self._numbers(name, listed=True)
        if numbers is not None and any(number.denominator != 1 for number in numbers):
            self.fault(name, "give whole numbers")
            return None
        return None if numbers is None else [int(number) for number in numbers]

    def fault(self, name: str, message: str) -> None:
        """Note a fault of a value."""
        self.problems.append(Problem(message, self._texts[name][1] if name in self._texts else None, name))

    def _numbers(self, name: str, *, listed: bool) -> list[Fraction] | None:
        if name not in self._texts:
            self.problems.append(Problem(f"{name} is missing"))
            return None
        text, _ = self._texts[name]
        if listed != (text.startswith("[") and text.endswith("]")):
            self.fault(name, "give a list `[1, 2]`" if listed else f"{_short(text)}: give one number")
            return None
        inside = text[1:-1].strip().removesuffix(",") if listed else text
        parts = [part.strip() for part in inside.split(",")] if inside else []
        wrong = [part for part in parts if not _NUMBER.fullmatch(part) or Fraction(part) < 0]
        for part in wrong:
            self.fault(name, f"{_short(part)}: give numbers of 0 or more")
        if not wrong and not listed and not parts:
            self.fault(name, "give one number")
        return None if wrong or (not listed and not parts) else [Fraction(part) for part in parts]


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return repr(plain if len(plain) <= 40 else plain[:40] + "…")


def _instance(values: _Values) -> ShiftDesignInstance | None:
    interval_minutes = values.whole("interval", 1)
    days = values.whole("days", 1)
    demand = values.wholes("demand")
    costs = {name: values.number(name) for name in ("weightUnderCover", "weightOverCover", "weightShiftInstances")}
    if interval_minutes is not None and MINUTES_PER_DAY % interval_minutes:
        values.fault("interval", f"a day of {MINUTES_PER_DAY} minutes is not a whole number of such slots")
        interval_minutes = None
    slots = MINUTES_PER_DAY // interval_minutes if interval_minutes else None
    if slots and days and slots * days > _MOST_SLOTS:
        values.fault("days", f"{slots * days} slots; at most {_MOST_SLOTS} are read")
        return None
    templates = _templates(values, slots, slots * days if slots and days else None)
    if slots and days and demand is not None and len(demand) != slots * days:
        values.fault("demand", f"{len(demand)} values; {days} days of {slots} slots need {slots * days}")
    if values.problems or slots is None or days is None or demand is None or templates is None:
        return None
    missing, surplus, template = (costs[name] or Fraction(0) for name in costs)
    each = Fraction(MINUTES_PER_DAY // slots)
    return ShiftDesignInstance(days, slots, tuple(demand), templates, each * missing, each * surplus, template)


def _templates(values: _Values, slots_per_day: int | None, slots: int | None) -> tuple[tuple[int, int], ...] | None:
    types = values.whole("shiftTypes", 0)
    ranges: Mapping[str, list[int] | None] = {
        name: values.wholes(name) for name in ("minStart", "maxStart", "minLength", "maxLength")
    }
    for name, numbers in ranges.items():
        if types is not None and numbers is not None and len(numbers) != types:
            values.fault(name, f"{len(numbers)} values for {types} shift types")
    columns = [numbers for numbers in ranges.values() if numbers is not None]
    if types is None or slots_per_day is None or slots is None or len(columns) < len(ranges):
        return None
    found: set[tuple[int, int]] = set()
    for number, (first, last, shortest, longest) in enumerate(zip(*columns, strict=False), start=1):
        if first > last or last >= slots_per_day:
            values.fault("maxStart", f"shift type {number}: starts {first} to {last} of a day of {slots_per_day} slots")
        elif shortest < 1 or shortest > longest or longest > slots:
            values.fault(
                "maxLength", f"shift type {number}: lengths {shortest} to {longest} of a round of {slots} slots"
            )
        else:
            found.update((start, size) for start in range(first, last + 1) for size in range(shortest, longest + 1))
    return tuple(sorted(found))
