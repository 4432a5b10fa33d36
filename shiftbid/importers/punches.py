"""Punches of a time clock, one row a coming or going, put together to spells of work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from shiftbid.domain.timeline import Interval
from shiftbid.importers.table_fields import Cells

LONGEST_SPELL_SECONDS = 16 * 3600
LONGEST_BREAK_SECONDS = 3 * 3600
LONGEST_SHIFT_SECONDS = 24 * 3600
REPEATED_SECONDS = 60


class Direction(StrEnum):
    """Which way somebody went."""

    IN = "in"
    OUT = "out"


DIRECTION_WORDS = {
    "clock in": Direction.IN,
    "arrival": Direction.IN,
    "i": Direction.IN,
    "上班": Direction.IN,
    "签到": Direction.IN,
    "clock out": Direction.OUT,
    "departure": Direction.OUT,
    "o": Direction.OUT,
    "下班": Direction.OUT,
    "签退": Direction.OUT,
}


@dataclass(frozen=True, slots=True)
class Punch:
    """A punch at an instant (UTC seconds). `direction` is None where the clock does not tell."""

    row: Cells
    employee: str
    moment: int
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class ClockedShift:
    """Spells of work (UTC seconds) with breaks between them, and the row in which the first begins."""

    row: Cells
    employee: str
    spells: tuple[Interval, ...]


def punched_shifts(punches: Sequence[Punch]) -> tuple[ClockedShift, ...]:
    """Pair comings and goings of each person, and join spells with at most three hours between them to one shift.

    Where the clock does not tell the direction, a person's punches are taken to alternate. A punch without its
    counterpart within 16 hours is refused at its row, since nobody can tell how long the work lasted. One that repeats
    another within the minute is a finger held too long.
    """
    ordered = sorted(punches, key=lambda each: (each.employee, each.moment))
    shifts: list[ClockedShift] = []
    for employee, own in groupby(ordered, key=lambda each: each.employee):
        for row, spell in _spells(tuple(own)):
            last = shifts[-1] if shifts and shifts[-1].employee == employee else None
            if last is not None and _joins(last, spell):
                shifts[-1] = ClockedShift(last.row, employee, (*last.spells, spell))
            else:
                shifts.append(ClockedShift(row, employee, (spell,)))
    return tuple(shifts)


def _joins(shift: ClockedShift, spell: Interval) -> bool:
    pause = spell.start - shift.spells[-1].end
    whole = spell.end - shift.spells[0].start
    return pause <= LONGEST_BREAK_SECONDS and whole <= LONGEST_SHIFT_SECONDS


def _spells(punches: Sequence[Punch]) -> Iterator[tuple[Cells, Interval]]:
    """Spells of one person in order; what has no counterpart is noted at its row."""
    came: Punch | None = None
    for punch in _once(punches):
        goes = punch.direction is Direction.OUT or (punch.direction is None and came is not None)
        if came is None and goes:
            punch.row.refuse("punch", "goes without having come; add the missing punch")
        elif came is None:
            came = punch
        elif not goes or punch.moment - came.moment > LONGEST_SPELL_SECONDS:
            came.row.refuse("punch", "comes without going within 16 hours; add the missing punch")
            came = None if punch.direction is Direction.OUT else punch
        else:
            yield came.row, Interval(came.moment, punch.moment)
            came = None
    if came is not None:
        came.row.refuse("punch", "comes without going within 16 hours; add the missing punch")


def _once(punches: Sequence[Punch]) -> Iterator[Punch]:
    """Punches without those that repeat the one before within the minute."""
    before: Punch | None = None
    for punch in punches:
        if before is None or punch.direction != before.direction or punch.moment - before.moment >= REPEATED_SECONDS:
            yield punch
        before = punch
