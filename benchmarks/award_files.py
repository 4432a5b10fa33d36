"""Award instances in JSON: four weeks of one hall, its seats, its people and their bids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.json_cases import Node, named, raise_faults, read_document
from shiftbid.solver.nash_award.seats import OFF, Bidder, BoolArray, IntArray, SeatAward

_SATURDAY = 5
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class AwardFile:
    """An instance as the solver sees it, its names, and its text as it stands for checking."""

    award: SeatAward
    days: tuple[str, ...]
    templates: tuple[str, ...]
    case: Mapping[str, Any]

    def seat_names(self, roster: IntArray) -> list[str]:
        """Seats of a roster as ``date|template``, in order."""
        return [f"{self.days[day]}|{self.templates[at]}" for day, at in enumerate(roster) if at != OFF]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Days and templates by name."""

    dates: tuple[date, ...]
    days: Mapping[str, int]
    templates: Mapping[str, int]

    def place(self, name: str, node: Node) -> tuple[int, int] | None:
        """Day and template of ``date|template``; None where there are none such, which is a fault."""
        day, _, template = name.partition("|")
        if day in self.days and template in self.templates:
            return self.days[day], self.templates[template]
        node.fault(f"{name!r} is not date|template of a day and a template of the file")
        return None


def read_award(path: Path) -> AwardFile:
    """Read an instance.

    Raises
    ------
    InputError
        The file cannot be read, or has faults: all of them, each with its path.
    """
    document = read_document(path)
    frame = _read_frame(document)
    shape = len(frame.days), len(frame.templates)
    seats = _read_seats(document.at("seats"), frame, shape)
    skills = [name for name, _ in document.at("skill_seats").entries()]
    skill_seats = np.zeros((len(skills), *shape), dtype=np.int64)
    for number, (_, node) in enumerate(document.at("skill_seats").entries()):
        skill_seats[number] = _read_seats(node, frame, shape)
    weeks = _weeks(frame.dates)
    staff = named(document.at("staff").items(), "id")
    points = _read_bids(document, frame, [name for name, _ in staff], shape)
    people = tuple(_read_person(name, node, frame, weeks, skills, points[name]) for name, node in staff)
    floor = document.at("satisfaction_floor")
    least = floor.number(0)
    if not 0 < least < 1:
        floor.fault("give a share between 0 and 1")
    follows = _read_follows(document, len(frame.templates))
    raise_faults(path, document)
    award = SeatAward(
        seats=seats,
        skill_seats=skill_seats,
        week_of=np.array(weeks, dtype=np.int64),
        saturday=np.array([day.weekday() == _SATURDAY for day in frame.dates]),
        follows=follows,
        after_yesterday=_after_yesterday(frame.dates),
        people=people,
        least_satisfaction=least,
    )
    return AwardFile(award, tuple(frame.days), tuple(frame.templates), document.value)


def _read_frame(document: Node) -> _Frame:
    dates: list[date] = []
    for node in document.at("days").items():
        try:
            day = date.fromisoformat(node.text())
        except ValueError:
            node.fault("give a date as YYYY-MM-DD")
            continue
        if day.weekday() > _SATURDAY:
            node.fault(f"{day} is a Sunday: weeks run from Monday to Saturday")
        if dates and day <= dates[-1]:
            node.fault(f"{day} does not come after {dates[-1]}")
        dates.append(day)
    if not dates:
        document.at("days").fault("give at least one day")
    templates = [name for name, _ in named(document.at("templates").items(), "id")]
    if not templates:
        document.at("templates").fault("give at least one template")
    days = {str(day): number for number, day in enumerate(dates)}
    return _Frame(tuple(dates), days, {name: number for number, name in enumerate(templates)})


def _read_seats(node: Node, frame: _Frame, shape: tuple[int, int]) -> IntArray:
    seats = np.zeros(shape, dtype=np.int64)
    for name, value in node.entries():
        heads = value.whole()
        place = frame.place(name, value)
        if place is not None:
            seats[place] = heads
    return seats


def _read_bids(document: Node, frame: _Frame, staff: Sequence[str], shape: tuple[int, int]) -> Mapping[str, IntArray]:
    points = {name: np.zeros(shape, dtype=np.int64) for name in staff}
    for node in document.at("bids").items():
        name, seat = node.at("staff").text(), node.at("seat").text()
        bid = node.at("points").whole()
        if name and name not in points:
            node.at("staff").fault(f"{name!r} is not among the staff")
        place = frame.place(seat, node.at("seat")) if seat else None
        if name not in points or place is None:
            continue
        if points[name][place]:
            node.fault(f"{name} bids on {seat} twice")
        points[name][place] = bid
    return points


def _read_person(
    name: str, node: Node, frame: _Frame, weeks: Sequence[int], skills: Sequence[str], points: IntArray
) -> Bidder:
    away = {day for each in node.at("leave").items() if (day := each.text())}
    free = np.array([day not in away for day in frame.days], dtype=np.bool_)
    limits = [each.whole() for each in node.at("shifts_per_week").items()]
    if len(limits) != 2 or limits[0] > limits[-1]:
        node.at("shifts_per_week").fault("give the fewest and the most shifts of a week, in this order")
        limits = [0, 0]
    least, most = limits
    week_count = max(weeks, default=-1) + 1
    left = [sum(bool(free[day]) for day, of in enumerate(weeks) if of == week) for week in range(week_count)]
    weight = node.at("weight").number(0)
    held = [each.text() for each in node.at("skills").items()]
    return Bidder(
        id=name,
        week_least=tuple(min(least, days) for days in left),
        week_most=(most,) * week_count,
        max_saturdays=node.at("max_saturdays").whole(),
        free_days=free,
        skills=tuple(number for number, skill in enumerate(skills) if skill in held),
        weight=weight,
        best_points=node.at("best_points_alone").whole(),
        points=points,
    )


def _read_follows(document: Node, templates: int) -> BoolArray:
    rest = document.at("law").at("min_rest_minutes").whole()
    spans = [(_minutes(node.at("start")), _minutes(node.at("end"))) for node in document.at("templates").items()]
    follows = np.ones((templates, templates), dtype=np.bool_)
    if len(spans) != templates:
        return follows
    for first, (start, end) in enumerate(spans):
        over = end if end > start else end + _DAY_MINUTES
        for second, (begin, _) in enumerate(spans):
            follows[first, second] = begin + _DAY_MINUTES - over >= rest
    return follows


def _minutes(node: Node) -> int:
    hours, _, minutes = node.text().partition(":")
    if hours.isdecimal() and minutes.isdecimal() and int(hours) < 24 and int(minutes) < 60:
        return 60 * int(hours) + int(minutes)
    node.fault("give a time as HH:MM")
    return 0


def _weeks(dates: Sequence[date]) -> list[int]:
    """Number of each day's week, Monday to Sunday, counted from 0 over the weeks that have days."""
    mondays = [day - timedelta(days=day.weekday()) for day in dates]
    order = {monday: number for number, monday in enumerate(dict.fromkeys(mondays))}
    return [order[monday] for monday in mondays]


def _after_yesterday(dates: Sequence[date]) -> BoolArray:
    return np.array(
        [number > 0 and day - dates[number - 1] == timedelta(days=1) for number, day in enumerate(dates)],
        dtype=np.bool_,
    )
