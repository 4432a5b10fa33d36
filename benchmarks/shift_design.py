"""Minimum shift design: ``python -m benchmarks.shift_design INSTANCE.dzn --seconds S [--workers N] --out R.json``.

Cost: missing and surplus heads by the minute, and each template in use. The answer is counted again from its own
templates before it is written: exit status 1 where it is not legal, 2 for bad usage or bad input.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.design_runs import PreparedRun, Runner, plain_number, run, whole_costs
from benchmarks.dzn_files import ShiftDesignInstance, read_shift_design
from shiftbid.solver.shift_design.cover import CoverProblem, Duty
from shiftbid.solver.shift_design.exact import solve_cp_sat, solve_linear
from shiftbid.solver.shift_design.proof import ProofStep
from shiftbid.solver.shift_design.team import Designed, DesignPlan

_FEW_TEMPLATES = 60


def main(arguments: Sequence[str] | None = None, seconds_gone: float = 0.0) -> int:
    """Design, check, write, print one line; `seconds_gone`: what the process has taken before."""
    return run(Runner("python -m benchmarks.shift_design", "INSTANCE.dzn", prepare), arguments, seconds_gone)


def prepare(path: Path) -> PreparedRun:
    """Read an instance and lay out how to solve it.

    Raises
    ------
    InputError
        Every fault of the file.
    """
    instance = read_shift_design(path)
    costs = [instance.missing_cost, instance.surplus_cost, instance.template_cost]
    multiples, unit = whole_costs(costs)
    problem = cover_problem(instance, multiples)
    # With few templates CP-SAT proves far sooner than HiGHS; with many it stalls after its first limits.
    share = 0.9 if len(instance.templates) <= _FEW_TEMPLATES else 0.15
    proof = (
        ProofStep(solve_cp_sat, problem, share=share, is_whole=True),
        ProofStep(solve_linear, problem, share=1.0, is_whole=True),
    )
    return PreparedRun(
        path.stem,
        DesignPlan(problem, (solve_cp_sat, solve_linear), proof),
        unit,
        lambda designed: answer(instance, problem, designed),
        lambda record: faults(instance, record),
    )


def cover_problem(instance: ShiftDesignInstance, costs: Sequence[int]) -> CoverProblem:
    """State an instance as a cover problem; costs (missing, surplus, template) in whole units."""
    missing_cost, surplus_cost, template_cost = costs
    slots = len(instance.demand_heads)
    duties = tuple(
        Duty(
            number,
            day,
            frozenset((day * instance.slots_per_day + start + offset) % slots for offset in range(length)),
            length * (1440 // instance.slots_per_day),
        )
        for number, (start, length) in enumerate(instance.templates)
        for day in range(instance.days)
    )
    return CoverProblem(
        needs=instance.demand_heads,
        previous=tuple((slot - 1) % slots for slot in range(slots)),
        spans=tuple((start, start + length) for start, length in instance.templates),
        duties=duties,
        missing_cost=missing_cost,
        surplus_cost=surplus_cost,
        template_cost=template_cost,
        most_templates=len(instance.templates),
        most_paid_minutes=None,
    )


def answer(instance: ShiftDesignInstance, problem: CoverProblem, designed: Designed) -> list[Mapping[str, Any]]:
    """Templates of a design, each with its heads on each day."""
    by_day: dict[int, list[int]] = {}
    for number, count in designed.design.heads.items():
        duty = problem.duties[number]
        by_day.setdefault(duty.template, [0] * instance.days)[duty.day] = count
    return [
        {
            "start_slot": instance.templates[template][0],
            "length_slots": instance.templates[template][1],
            "heads_by_day": heads,
        }
        for template, heads in sorted(by_day.items())
    ]


def faults(instance: ShiftDesignInstance, record: Mapping[str, Any]) -> list[str]:
    """Count a record again from its templates; gives a sentence a fault."""
    found: list[str] = []
    present = [0] * len(instance.demand_heads)
    used: set[tuple[int, int]] = set()
    for template in record["templates"]:
        start, length, heads = template["start_slot"], template["length_slots"], template["heads_by_day"]
        if (start, length) not in instance.templates:
            found.append(f"no shift type allows a start at slot {start} and a length of {length}")
        if (start, length) in used:
            found.append(f"the template from slot {start} for {length} is listed twice")
        if len(heads) != instance.days or min(heads) < 0 or not any(heads):
            found.append(f"the template from slot {start} for {length} has no proper heads")
        used.add((start, length))
        for day, count in enumerate(heads):
            for offset in range(length):
                present[(day * instance.slots_per_day + start + offset) % len(present)] += count
    gaps = [need - there for need, there in zip(instance.demand_heads, present, strict=True)]
    cost = (
        instance.missing_cost * sum(gap for gap in gaps if gap > 0)
        - instance.surplus_cost * sum(gap for gap in gaps if gap < 0)
        + instance.template_cost * len(used)
    )
    if plain_number(cost) != record["objective"]:
        found.append(f"the templates cost {plain_number(cost)}, not {record['objective']}")
    if record["bound"] > record["objective"]:
        found.append(f"the bound {record['bound']} lies above the objective {record['objective']}")
    return found


if __name__ == "__main__":
    # A process has run at least as long as it has used its processor.
    sys.exit(main(seconds_gone=time.process_time()))
