"""Sums of coded lines, and machine-readable text made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from shiftbid.domain.errors import Problem
from shiftbid.exporters.payroll_formats.coding import CodedLine
from shiftbid.payroll.hour_rounding import hours_text, hundredths_of_hours, spread_hundredths

Key = TypeVar("Key")


def minutes_by(lines: Iterable[CodedLine], key: Callable[[CodedLine], Key]) -> Mapping[Key, int]:
    """Minutes by some key in the order in which the keys first come; sums of zero are left out."""
    sums: dict[Key, int] = {}
    for line in lines:
        sums[key(line)] = sums.get(key(line), 0) + line.line.minutes
    return {each: minutes for each, minutes in sums.items() if minutes}


def cents_by(lines: Iterable[CodedLine], key: Callable[[CodedLine], Key]) -> Mapping[Key, int]:
    """Cents of fixed sums by some key, as `minutes_by`."""
    sums: dict[Key, int] = {}
    for line in lines:
        sums[key(line)] = sums.get(key(line), 0) + line.line.cents
    return {each: cents for each, cents in sums.items() if cents}


def hundredths_by_day(
    lines: Iterable[CodedLine], entry: Callable[[CodedLine], Key]
) -> Mapping[Key, Mapping[date, int]]:
    """Hundredths of hours by entry and day, which sum to the rounded total of the entry."""
    by_entry: dict[Key, dict[date, int]] = {}
    for line in lines:
        days = by_entry.setdefault(entry(line), {})
        days[line.day] = days.get(line.day, 0) + line.line.minutes
    spread: dict[Key, Mapping[date, int]] = {}
    for each, days in by_entry.items():
        ordered = sorted(days)
        rounded = spread_hundredths([days[day] for day in ordered])
        spread[each] = {day: hundredths for day, hundredths in zip(ordered, rounded, strict=True) if hundredths}
    return {each: days for each, days in spread.items() if days}


def total_hours(minutes: int, decimal_sign: str = ".") -> str:
    """Hours of a total with two decimals."""
    return hours_text(hundredths_of_hours(minutes), decimal_sign)


def refuse_negative(target: str, lines: Iterable[CodedLine], problems: list[Problem]) -> None:
    """Name everybody whose day takes back more than it pays: some programs cannot carry that."""
    for (employee, day, pay_class), minutes in minutes_by(
        lines, lambda line: (line.line.employee, line.day, line.line.pay_class.value)
    ).items():
        if minutes < 0:
            problems.append(
                Problem(
                    f"employee {employee}: {minutes} minutes of {pay_class} on {day}; {target} takes no corrections, "
                    "export the whole period again",
                    column="hours",
                )
            )


def machine_rows(rows: Iterable[Sequence[str]], separator: str) -> str:
    """Rows of a machine file with CR LF; no cell may need quoting, which `Form` has made sure of."""
    return "".join(f"{separator.join(row)}\r\n" for row in rows)
