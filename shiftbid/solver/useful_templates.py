"""Which templates cover a demand well, beside those that menus choose: what else is worth voting on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shiftbid.domain.shift import ShiftTemplate
from shiftbid.solver.demand_days import day_kinds, sketch
from shiftbid.solver.emitter import Sum
from shiftbid.solver.linear import relaxed_least
from shiftbid.solver.menu_model import Goal, write_cover, write_period_capacity
from shiftbid.solver.menus import MenuProblem
from shiftbid.solver.rows import LinearRows

_SKETCH_KINDS = 5


def useful_templates(problem: MenuProblem, known: Sequence[ShiftTemplate], count: int) -> tuple[ShiftTemplate, ...]:
    """List up to `count` templates that the cheapest cover uses most, were any number of templates allowed.

    The cover is that of the linear relaxation over a sketch of the period. People choose between times: of templates
    for one skill with the same start and end, one at most is listed, and none where `known` has it. Templates that the
    cheapest cover does not use come last, those farthest from all listed first.
    """
    heads = _heads_of_relaxation(problem)
    listed: list[ShiftTemplate] = []
    taken = {_times(template) for template in known}
    for number in sorted(heads, key=lambda number: (-heads[number], number)):
        template = problem.candidates[number]
        if len(listed) < count and heads[number] > 0 and _times(template) not in taken:
            listed.append(template)
            taken.add(_times(template))
    while len(listed) < count:
        rest = [template for template in problem.candidates if _times(template) not in taken]
        if not rest:
            break
        farthest = max(rest, key=lambda template: _minutes_to_nearest(template, [*known, *listed]))
        listed.append(farthest)
        taken.add(_times(farthest))
    return tuple(listed)


def _heads_of_relaxation(problem: MenuProblem) -> Mapping[int, float]:
    """Heads of each candidate, by number, summed over the days."""
    kinds = sketch(day_kinds(problem.demand, problem.candidates, problem.hall, problem.zone), _SKETCH_KINDS)
    paid = tuple(template.paid_minutes for template in problem.candidates)
    rows = LinearRows(relaxed=True)
    goal = Goal(paid, frozenset(range(len(problem.candidates))), problem.max_templates)
    columns, missing, cost = write_cover(rows, kinds, goal)
    write_period_capacity(rows, kinds, columns, problem.candidates, problem.capacities)
    price = max(paid, default=0) + 1
    total = Sum((*((column, price * weight) for column, weight in missing.terms), *cost.terms), 0)
    relaxed = relaxed_least(rows, total)
    heads = dict.fromkeys(range(len(problem.candidates)), 0.0)
    if relaxed is not None:
        for kind, by_number in zip(kinds, columns, strict=True):
            for number, column in by_number.items():
                heads[number] += round(relaxed.values[column] * len(kind.days), 6)
    return heads


def _times(template: ShiftTemplate) -> tuple[str, int, int]:
    return template.skill, template.start_minute, template.end_minute


def _minutes_to_nearest(template: ShiftTemplate, others: Sequence[ShiftTemplate]) -> int:
    return min(
        (
            abs(template.start_minute - other.start_minute) + abs(template.end_minute - other.end_minute)
            for other in others
            if other.skill == template.skill
        ),
        default=0,
    )
