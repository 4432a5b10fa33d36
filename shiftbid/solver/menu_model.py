"""Menus as a model: which templates, how many heads on each, within what all staff together can take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.capacity import Capacity
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import week_start
from shiftbid.solver.demand_days import DayKind
from shiftbid.solver.emitter import Sum
from shiftbid.solver.rows import RowModel

_MONDAY = 0


@dataclass(frozen=True, slots=True)
class Goal:
    """What a menu strives for.

    Attributes
    ----------
    cost_minutes
        Cost of a head on each candidate for a day, in minutes: paid time, with whatever the goal adds.
    allowed
        Candidates that may be used, by number.
    most_templates
        Size of the menu at most.
    """

    cost_minutes: tuple[int, ...]
    allowed: frozenset[int]
    most_templates: int


@dataclass(frozen=True, slots=True)
class MenuColumns:
    """Where a menu stands in a model.

    Attributes
    ----------
    adopted
        0/1 column of each candidate that may be adopted.
    heads
        For each day kind the column of each candidate's heads.
    missing, cost
        Head half-hours missing over the period, and the goal's cost.
    """

    adopted: Mapping[int, int]
    heads: tuple[Mapping[int, int], ...]
    missing: Sum
    cost: Sum


def write_cover(
    model: RowModel, kinds: Sequence[DayKind], goal: Goal
) -> tuple[tuple[Mapping[int, int], ...], Sum, Sum]:
    """Write the cover of each day kind; gives heads, missing half-hours and cost, each over all days."""
    heads: list[Mapping[int, int]] = []
    missing: list[tuple[int, int]] = []
    cost: list[tuple[int, int]] = []
    constant = 0
    for kind in kinds:
        most = {number: 0 for number in kind.candidates if number in goal.allowed}
        for need, staff in zip(kind.needs, kind.staffing, strict=True):
            for number in staff:
                if number in most:
                    most[number] = max(most[number], need)
        columns = {number: model.whole(0, need) for number, need in most.items()}
        for (need, staff), count in _rows(kind, most).items():
            if not staff:
                constant += need * count * len(kind.days)
                continue
            short = model.whole(0, need)
            model.row([(short, 1), *((columns[number], 1) for number in staff)], need, None)
            missing.append((short, count * len(kind.days)))
        cost += [(column, goal.cost_minutes[number] * len(kind.days)) for number, column in columns.items()]
        heads.append(columns)
    return tuple(heads), Sum(tuple(missing), constant), Sum(tuple(cost), 0)


def write_menu(model: RowModel, kinds: Sequence[DayKind], goal: Goal) -> MenuColumns:
    """Write a menu into a model: heads only on adopted templates, and not too many of those."""
    heads, missing, cost = write_cover(model, kinds, goal)
    used = sorted({number for columns in heads for number in columns})
    adopted = {number: model.whole(0, 1) for number in used}
    for kind, columns in zip(kinds, heads, strict=True):
        for number, column in columns.items():
            most = max(need for need, staff in zip(kind.needs, kind.staffing, strict=True) if number in staff)
            model.row([(column, 1), (adopted[number], -most)], None, 0)
    model.row([(column, 1) for column in adopted.values()], None, goal.most_templates)
    return MenuColumns(adopted, heads, missing, cost)


def write_weekly_capacity(
    model: RowModel,
    kinds: Sequence[DayKind],
    heads: Sequence[Mapping[int, int]],
    candidates: Sequence[ShiftTemplate],
    capacities: Sequence[Capacity],
) -> None:
    """Keep each week's shifts and minutes within what staff can take."""
    weeks: dict[date, list[tuple[int, int]]] = {}
    for kind, columns in zip(kinds, heads, strict=True):
        for day in kind.days:
            weeks.setdefault(week_start(day, _MONDAY), []).extend(columns.items())
    for uses in weeks.values():
        _keep_within(model, uses, candidates, capacities, weeks=1)


def write_period_capacity(
    model: RowModel,
    kinds: Sequence[DayKind],
    heads: Sequence[Mapping[int, int]],
    candidates: Sequence[ShiftTemplate],
    capacities: Sequence[Capacity],
) -> None:
    """Keep the whole period's shifts and minutes within its weeks' capacity: weaker, and blind to which week."""
    weeks = {week_start(day, _MONDAY) for kind in kinds for day in kind.days}
    uses = [item for kind, columns in zip(kinds, heads, strict=True) for item in columns.items() for _ in kind.days]
    _keep_within(model, uses, candidates, capacities, weeks=len(weeks))


def _keep_within(
    model: RowModel,
    uses: Iterable[tuple[int, int]],
    candidates: Sequence[ShiftTemplate],
    capacities: Sequence[Capacity],
    weeks: int,
) -> None:
    used = tuple(uses)
    for capacity in capacities:
        shifts: dict[int, int] = {}
        minutes: dict[int, int] = {}
        for number, column in used:
            if candidates[number].skill in capacity.skills:
                shifts[column] = shifts.get(column, 0) + 1
                minutes[column] = minutes.get(column, 0) + candidates[number].paid_minutes
        model.row(shifts.items(), None, weeks * capacity.weekly_shifts)
        model.row(minutes.items(), None, weeks * capacity.weekly_minutes)


def _rows(kind: DayKind, allowed: Iterable[int]) -> Mapping[tuple[int, tuple[int, ...]], int]:
    """Half-hours with demand, those with the same need and the same staff counted together."""
    able = set(allowed)
    rows: dict[tuple[int, tuple[int, ...]], int] = {}
    for need, staff in zip(kind.needs, kind.staffing, strict=True):
        if need > 0:
            key = (need, tuple(number for number in staff if number in able))
            rows[key] = rows.get(key, 0) + 1
    return rows
