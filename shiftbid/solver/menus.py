"""Menus: small sets of shift templates proven to cover the demand, each with a character of its own."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, islice

from shiftbid.domain.ballot import Menu, TemplateHeads
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.demand_days import DayKind, by_week, day_kinds, sketch
from shiftbid.solver.emitter import Sum
from shiftbid.solver.linear import relaxed_least
from shiftbid.solver.menu_goals import NamedGoal, menu_goals
from shiftbid.solver.menu_model import (
    Goal,
    write_cover,
    write_menu,
    write_period_capacity,
    write_weekly_capacity,
)
from shiftbid.solver.progress import ProgressReport
from shiftbid.solver.rows import CpSatRows, LinearRows
from shiftbid.solver.work_limit import WorkLimit

_SKETCH_KINDS = (1, 2, 5)
"""Kinds of day by which templates are chosen, coarse to fine; the heads are then solved for every day as it is."""
_NEW_TEMPLATES = 2
"""Templates of a menu that each menu before it lacks."""
_GOALS_TRIED_PER_MENU = 3
_MINUTES_PER_HALF_HOUR = 30


@dataclass(frozen=True, slots=True)
class MenuProblem:
    """What menus must cover, and with what.

    Attributes
    ----------
    demand
        Half-hours of the whole period.
    candidates
        Templates that are legal by themselves.
    capacities
        What staff can take in a calendar week, by skills.
    tolerance_half_hours
        Head half-hours that a menu may miss beyond the least reachable.
    """

    hall: str
    zone: str
    demand: tuple[DemandSlot, ...]
    candidates: tuple[ShiftTemplate, ...]
    max_templates: int
    capacities: tuple[Capacity, ...]
    tolerance_half_hours: int


@dataclass(frozen=True, slots=True)
class DesignedMenus:
    """Menus for the ballot.

    Attributes
    ----------
    stages
        The least missing demand that was reached and its proven limit, then one stage a menu: its cost in half-hours.
    reasons
        Why there are fewer menus than asked for: a sentence a goal that failed.
    most_missing_half_hours
        What a menu may leave missing: the least that was reached plus the problem's tolerance.
    """

    menus: tuple[Menu, ...]
    stages: tuple[Stage, ...]
    reasons: tuple[str, ...]
    most_missing_half_hours: int


def design_menus(
    problem: MenuProblem, count: int, seed: int, limit: WorkLimit, progress: ProgressReport
) -> DesignedMenus:
    """Design up to `count` menus that cover the demand, each with at least two templates that no menu before it has.

    Templates are chosen on a sketch of the period (alike days merged); the heads on them are then solved for every day
    as it is. Limits are linear relaxations over all candidates and every day.
    """
    progress(0.0, "sorting the days")
    task = _Task.of(problem, limit, seed)
    goals = menu_goals(problem.candidates, problem.max_templates, seed)
    first = next(goals)
    least, allowed, unhindered = _least_missing(task, first)
    menus: list[Menu] = []
    stages = [least]
    reasons: list[str] = []
    taken: list[frozenset[int]] = []
    for tried, named in enumerate(islice(chain((first,), goals), count * _GOALS_TRIED_PER_MENU)):
        if len(menus) == count:
            break
        progress((1 + tried) / (1 + count * _GOALS_TRIED_PER_MENU), named.title)
        started = time.perf_counter()
        chosen = unhindered if named is first else _choose(task, named.goal, taken)
        use = _spread(task, named.goal, chosen, allowed) if chosen else None
        if use is None:
            reasons.append(f"{named.title}: no set of templates apart from the menus before it covers the demand")
            continue
        menu = _menu(task, named, use, _least_cost(task, named.goal, allowed))
        menus.append(menu)
        taken.append(frozenset(use.chosen))
        stages.append(_stage(menu, time.perf_counter() - started))
    progress(1.0, "menus designed")
    return DesignedMenus(tuple(menus), tuple(stages), tuple(reasons) if len(menus) < count else (), allowed)


@dataclass(frozen=True, slots=True)
class _Task:
    """A problem with its days sorted into kinds."""

    problem: MenuProblem
    kinds: tuple[DayKind, ...]
    sketches: tuple[tuple[DayKind, ...], ...]
    work: CpSatWork

    @classmethod
    def of(cls, problem: MenuProblem, limit: WorkLimit, seed: int) -> _Task:
        kinds = day_kinds(problem.demand, problem.candidates, problem.hall, problem.zone)
        sketches = tuple(dict.fromkeys(sketch(kinds, most) for most in _SKETCH_KINDS))
        return cls(problem, kinds, sketches, CpSatWork(limit.menu_work, seed))


@dataclass(frozen=True, slots=True)
class _Use:
    """Heads on each chosen candidate (by number) on each day."""

    chosen: tuple[int, ...]
    heads: Mapping[tuple[date, int], int]


@dataclass(frozen=True, slots=True)
class _Measure:
    """What a use comes to by plain arithmetic over the dated shifts."""

    missing_half_hours: int
    surplus_half_hours: int
    paid_minutes: int


def _least_missing(task: _Task, named: NamedGoal) -> tuple[Stage, int, tuple[int, ...] | None]:
    """Find the least missing demand that a menu can reach; gives its stage, what menus may miss, and its templates."""
    started = time.perf_counter()
    chosen = _choose(task, named.goal, ())
    use = _spread(task, named.goal, chosen, None) if chosen else None
    missing = _measured(task.problem, use or _Use((), {})).missing_half_hours
    rows = LinearRows(relaxed=True)
    heads, total, _ = write_cover(rows, task.kinds, named.goal)
    write_period_capacity(rows, task.kinds, heads, task.problem.candidates, task.problem.capacities)
    relaxed = relaxed_least(rows, total)
    bound = relaxed.limit if relaxed else 0
    status = SolveStatus.OPTIMAL if missing <= bound else SolveStatus.FEASIBLE
    seconds = time.perf_counter() - started
    stage = Stage("missing demand", "head half-hours", status, missing, min(bound, missing), seconds)
    return stage, missing + task.problem.tolerance_half_hours, chosen


def _choose(task: _Task, goal: Goal, taken: Sequence[frozenset[int]]) -> tuple[int, ...] | None:
    """Choose templates: least missing, then least cost, and apart from the sets already taken.

    First on the period as a single kind of day, then on finer sketches, each search starting from the set before it.
    """
    chosen: tuple[int, ...] | None = None
    for kinds in task.sketches:
        found = _choose_on(task, kinds, goal, taken, chosen)
        chosen = found or chosen
    return chosen


def _choose_on(
    task: _Task,
    kinds: Sequence[DayKind],
    goal: Goal,
    taken: Sequence[frozenset[int]],
    start: Sequence[int] | None,
) -> tuple[int, ...] | None:
    rows = CpSatRows()
    columns = write_menu(rows, kinds, goal)
    write_period_capacity(rows, kinds, columns.heads, task.problem.candidates, task.problem.capacities)
    for number, column in columns.adopted.items():
        used = [(heads[number], 1) for heads in columns.heads if number in heads]
        rows.row([*used, (column, -1)], 0, None)
    for earlier in taken:
        new = [(column, 1) for number, column in columns.adopted.items() if number not in earlier]
        rows.row(new, _NEW_TEMPLATES, None)
    rows.minimise([*_weighted(columns.missing, _dearest(goal)), *columns.cost.terms])
    if start is not None:
        fixed = {column: int(number in start) for number, column in columns.adopted.items()}
        rows.hint(solve_rows(rows.narrowed(fixed), task.work).values)
    answer = solve_rows(rows.model, task.work)
    if not answer.values:
        return None
    return tuple(number for number, column in columns.adopted.items() if answer.values[column])


def _spread(task: _Task, goal: Goal, chosen: Sequence[int], allowed: int | None) -> _Use | None:
    """Put heads on the chosen templates, day by day, each template at least once.

    Least missing comes before least cost; where more may be missing (`allowed`), the cost is then lowered within that.
    Gives None where more would be missing than is allowed.
    """
    rows = CpSatRows()
    kinds = by_week(task.kinds)
    heads, missing, cost = write_cover(rows, kinds, replace(goal, allowed=frozenset(chosen)))
    write_weekly_capacity(rows, kinds, heads, task.problem.candidates, task.problem.capacities)
    for number in chosen:
        rows.row([(columns[number], 1) for columns in heads if number in columns], 1, None)
    rows.minimise([*_weighted(missing, _dearest(goal)), *cost.terms])
    values = solve_rows(rows.model, task.work).values
    if not values:
        return None
    least = missing.constant + sum(weight * values[column] for column, weight in missing.terms)
    if allowed is not None and least > allowed:
        return None
    if allowed is not None and least < allowed:
        rows.row(missing.terms, None, allowed - missing.constant)
        rows.minimise(cost.terms)
        rows.hint(values)
        values = solve_rows(rows.model, task.work).values or values
    placed = {
        (day, number): values[column]
        for kind, columns in zip(kinds, heads, strict=True)
        for day in kind.days
        for number, column in columns.items()
        if values[column]
    }
    return _Use(tuple(chosen), dict(sorted(placed.items())))


def _least_cost(task: _Task, goal: Goal, allowed: int) -> int:
    """Prove a limit below the cost of every menu of a goal, in minutes."""
    rows = LinearRows(relaxed=True)
    heads, missing, cost = write_cover(rows, task.kinds, goal)
    write_period_capacity(rows, task.kinds, heads, task.problem.candidates, task.problem.capacities)
    rows.row(missing.terms, None, allowed - missing.constant)
    relaxed = relaxed_least(rows, cost)
    return relaxed.limit if relaxed else 0


def _menu(task: _Task, named: NamedGoal, use: _Use, bound_minutes: int) -> Menu:
    problem = task.problem
    measure = _measured(problem, use)
    cost_minutes = sum(count * named.goal.cost_minutes[number] for (_, number), count in use.heads.items())
    return Menu(
        id=named.id,
        title=named.title,
        templates=tuple(problem.candidates[number] for number in use.chosen),
        missing_half_hours=measure.missing_half_hours,
        surplus_half_hours=measure.surplus_half_hours,
        paid_minutes=measure.paid_minutes,
        objective=cost_minutes / _MINUTES_PER_HALF_HOUR,
        bound=min(bound_minutes, cost_minutes) / _MINUTES_PER_HALF_HOUR,
        use=tuple(
            TemplateHeads(day, problem.candidates[number].id, count) for (day, number), count in use.heads.items()
        ),
    )


def _measured(problem: MenuProblem, use: _Use) -> _Measure:
    shifts = [
        (dated(problem.candidates[number], problem.hall, day, problem.zone), count)
        for (day, number), count in use.heads.items()
    ]
    missing = surplus = 0
    for slot in problem.demand:
        if slot.hall == problem.hall:
            present = sum(count for shift, count in shifts if shift.skill == slot.skill and shift.staffs(slot.slot))
            missing += max(0, slot.heads - present)
            surplus += max(0, present - slot.heads)
    paid = sum(problem.candidates[number].paid_minutes * count for (_, number), count in use.heads.items())
    return _Measure(missing, surplus, paid)


def _stage(menu: Menu, seconds: float) -> Stage:
    status = SolveStatus.OPTIMAL if menu.objective <= menu.bound else SolveStatus.FEASIBLE
    return Stage(menu.title, "weighted half-hours", status, menu.objective, menu.bound, seconds)


def _weighted(total: Sum, weight: int) -> list[tuple[int, int]]:
    return [(column, weight * each) for column, each in total.terms]


def _dearest(goal: Goal) -> int:
    """Price of a missing half-hour: more than any head that could mend it."""
    return max(goal.cost_minutes, default=0) + 1
