"""Few templates with staggered breaks: ``python -m benchmarks.template_week WEEK.json --seconds S --out R.json``.

Cost: missing and surplus heads, slot by slot. The answer is counted again from its own templates before it is written:
exit status 1 where it is not legal, 2 for bad usage or bad input.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.design_runs import PreparedRun, Runner, plain_number, run, whole_costs
from benchmarks.week_files import TemplateWeek, read_week
from shiftbid.domain.timeline import format_minute
from shiftbid.solver.shift_design.cover import CoverProblem, Duty
from shiftbid.solver.shift_design.exact import bound_by_templates, solve_cp_sat, solve_linear
from shiftbid.solver.shift_design.proof import ProofStep
from shiftbid.solver.shift_design.team import Designed, DesignPlan

_NO_BREAK = "none"


def main(arguments: Sequence[str] | None = None, seconds_gone: float = 0.0) -> int:
    """Design, check, write, print one line; `seconds_gone`: what the process has taken before."""
    return run(Runner("python -m benchmarks.template_week", "WEEK.json", prepare), arguments, seconds_gone)


def prepare(path: Path) -> PreparedRun:
    """Read a week and lay out how to solve it.

    Raises
    ------
    InputError
        Every fault of the file.
    """
    week = read_week(path)
    costs, unit = whole_costs([week.missing_cost, week.surplus_cost])
    problem = cover_problem(week, week.demand_heads, costs)
    # All days laid on one another: what one misses another may have too much of, so no design of it costs more.
    merged = cover_problem(week, [tuple(sum(heads) for heads in zip(*week.demand_heads, strict=True))], costs)
    proof = (
        ProofStep(bound_by_templates, merged, share=0.4, is_whole=False),
        ProofStep(bound_by_templates, problem, share=1.0, is_whole=False),
        ProofStep(solve_cp_sat, problem, share=1.0, is_whole=True),
    )
    return PreparedRun(
        path.stem,
        DesignPlan(problem, (solve_cp_sat, solve_linear), proof),
        unit,
        lambda designed: answer(week, designed),
        lambda record: faults(week, record),
    )


def cover_problem(week: TemplateWeek, days: Sequence[Sequence[int]], costs: Sequence[int]) -> CoverProblem:
    """State days of a week as a cover problem; costs (missing, surplus) in whole units."""
    missing_cost, surplus_cost = costs
    slots = len(week.demand_heads[0])
    duties = tuple(
        Duty(
            template,
            day,
            frozenset(day * slots + slot for slot in week.staffed_slots(start, week.shapes[shape], break_start)),
            week.shapes[shape].paid_minutes,
        )
        for day, template, (start, shape), break_start in _places(week, len(days))
    )
    return CoverProblem(
        needs=tuple(heads for day in days for heads in day),
        previous=tuple(None if slot % slots == 0 else slot - 1 for slot in range(slots * len(days))),
        spans=tuple(
            (start // week.slot_minutes, (start + week.shapes[shape].elapsed_minutes) // week.slot_minutes)
            for start, shape in week.templates()
        ),
        duties=duties,
        missing_cost=missing_cost,
        surplus_cost=surplus_cost,
        template_cost=0,
        most_templates=week.most_templates,
        most_paid_minutes=week.most_paid_minutes,
    )


def answer(week: TemplateWeek, designed: Designed) -> list[Mapping[str, Any]]:
    """Templates of a design, each with its heads by day and start of break."""
    places = _places(week, len(week.demand_heads))
    by_template: dict[tuple[int, int], list[dict[str, dict[str, int]]]] = {}
    for number, count in designed.design.heads.items():
        day, _, template, break_start = places[number]
        days = by_template.setdefault(template, [{"breaks": {}} for _ in week.demand_heads])
        days[day]["breaks"][_NO_BREAK if break_start is None else format_minute(break_start)] = count
    return [
        {"start": format_minute(start), "shape": shape, "days": days}
        for (start, shape), days in sorted(by_template.items())
    ]


def faults(week: TemplateWeek, record: Mapping[str, Any]) -> list[str]:
    """Count a record again from its templates; gives a sentence a fault."""
    found: list[str] = []
    present = [[0] * len(day) for day in week.demand_heads]
    paid_minutes = 0
    allowed = {(format_minute(start), shape): start for start, shape in week.templates()}
    listed = [(template["start"], template["shape"]) for template in record["templates"]]
    if len(set(listed)) != len(listed) or len(listed) > week.most_templates:
        found.append(f"{len(listed)} templates, of at most {week.most_templates} that differ")
    for template, key in zip(record["templates"], listed, strict=True):
        start = allowed.get(key)
        if start is None or len(template["days"]) != len(present):
            found.append(f"no template of shape {key[1]} for all days may start at {key[0]}")
            continue
        shape = week.shapes[key[1]]
        starts = {_NO_BREAK if at is None else format_minute(at): at for at in shape.break_starts(start)}
        for day, places in enumerate(template["days"]):
            for at, heads in places["breaks"].items():
                if at not in starts or heads < 1:
                    found.append(f"{heads} heads of template {key[0]} cannot take their break at {at}")
                    continue
                paid_minutes += heads * shape.paid_minutes
                for slot in week.staffed_slots(start, shape, starts[at]):
                    present[day][slot] += heads
    if paid_minutes > week.most_paid_minutes:
        found.append(f"{paid_minutes} paid minutes, of at most {week.most_paid_minutes}")
    cost = Fraction(0)
    for need_heads, there_heads in zip(week.demand_heads, present, strict=True):
        for need, there in zip(need_heads, there_heads, strict=True):
            cost += week.missing_cost * max(0, need - there) + week.surplus_cost * max(0, there - need)
    if plain_number(cost) != record["objective"]:
        found.append(f"the templates cost {plain_number(cost)}, not {record['objective']}")
    if record["bound"] > record["objective"]:
        found.append(f"the bound {record['bound']} lies above the objective {record['objective']}")
    return found


def _places(week: TemplateWeek, days: int) -> list[tuple[int, int, tuple[int, int], int | None]]:
    """Day, number of the template, template and start of break of every duty."""
    return [
        (day, number, template, break_start)
        for day in range(days)
        for number, template in enumerate(week.templates())
        for break_start in week.shapes[template[1]].break_starts(template[0])
    ]


if __name__ == "__main__":
    # A process has run at least as long as it has used its processor.
    sys.exit(main(seconds_gone=time.process_time()))
