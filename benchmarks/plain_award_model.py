"""Awards of seats by one CP-SAT model with its own settings: no start, no prices, no decomposition.

The unmet heads and the logarithms of the satisfactions stand in one weighed objective; people's points go through a
table of logarithms in thousandths. Written from the file alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ortools.sat.python import cp_model

from benchmarks.award_checks import heads_missing, rests_between, satisfactions

UNIT = 1000
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class PlainAward:
    """Seats by person (empty: none found), heads unmet, welfare, and limits on both."""

    roster: Mapping[str, Sequence[str]]
    unmet: int | None
    unmet_bound: int
    welfare: float | None
    welfare_bound: float | None


def plain_award(case: Mapping[str, Any], seconds: float, workers: int) -> PlainAward:
    """Solve an instance as one model, to be checked by `benchmarks.award_checks`."""
    model = cp_model.CpModel()
    seats: list[str] = list(case["seats"])
    taken = {(each["id"], seat): model.new_bool_var("") for each in case["staff"] for seat in seats}
    for person in case["staff"]:
        _write_law(model, case, person, {seat: taken[person["id"], seat] for seat in seats})
    unmet: list[cp_model.IntVar] = []
    for seat, heads in case["seats"].items():
        there = sum(taken[each["id"], seat] for each in case["staff"])
        model.add(there <= heads)
        unmet.append(model.new_int_var(0, heads, ""))
        model.add(unmet[-1] >= heads - there)
    for skill, needs in case["skill_seats"].items():
        able = [each["id"] for each in case["staff"] if skill in each["skills"]]
        for seat, heads in needs.items():
            unmet.append(model.new_int_var(0, heads, ""))
            model.add(unmet[-1] >= heads - sum(taken[name, seat] for name in able))
    lost, most = _welfare_lost(model, case, taken)
    model.minimize((most + 1) * sum(unmet) + sum(lost))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.num_workers = workers
    found = solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    bound = max(0, math.ceil(solver.best_objective_bound - 1e-6))
    if not found:
        return PlainAward({}, None, bound // (most + 1), None, None)
    roster = {each["id"]: [seat for seat in seats if solver.value(taken[each["id"], seat])] for each in case["staff"]}
    weights = {each["id"]: each["weight"] for each in case["staff"]}
    shares = satisfactions(case, roster)
    floor = case["satisfaction_floor"]
    missing = heads_missing(case, roster)
    rest = bound - (most + 1) * missing
    return PlainAward(
        roster,
        missing,
        min(missing, -(-(bound - most) // (most + 1)) if bound > most else 0),
        math.fsum(weights[name] * math.log(max(share, floor)) for name, share in shares.items()),
        # Each logarithm in the table may be half a unit off.
        (len(lost) / 2 - rest) / UNIT if rest >= 0 else None,
    )


def _write_law(
    model: cp_model.CpModel, case: Mapping[str, Any], person: Mapping[str, Any], taken: Mapping[str, cp_model.IntVar]
) -> None:
    days: dict[date, list[str]] = {}
    for seat in taken:
        days.setdefault(date.fromisoformat(seat.partition("|")[0]), []).append(seat)
    for day, here in days.items():
        model.add(sum(taken[seat] for seat in here) <= (0 if str(day) in person["leave"] else 1))
    for first, second in rests_between(case):
        model.add(taken[first] + taken[second] <= 1)
    saturdays = [seat for day, here in days.items() if day.weekday() == SATURDAY for seat in here]
    model.add(sum(taken[seat] for seat in saturdays) <= person["max_saturdays"])
    least, most = person["shifts_per_week"]
    for week in sorted({day.isocalendar()[:2] for day in days}):
        inside = [day for day in days if day.isocalendar()[:2] == week]
        worked = sum(taken[seat] for day in inside for seat in days[day])
        model.add(worked <= most)
        model.add(worked >= min(least, sum(str(day) not in person["leave"] for day in inside)))


def _welfare_lost(
    model: cp_model.CpModel, case: Mapping[str, Any], taken: Mapping[tuple[str, str], cp_model.IntVar]
) -> tuple[list[cp_model.IntVar], int]:
    """Welfare that each bidder lacks to full satisfaction, in thousandths, and the most they may lack together."""
    points: dict[str, list[tuple[str, int]]] = {}
    for bid in case["bids"]:
        points.setdefault(bid["staff"], []).append((bid["seat"], bid["points"]))
    lost: list[cp_model.IntVar] = []
    most = 0
    for person in case["staff"]:
        best = person["best_points_alone"]
        if best <= 0:
            continue
        table = [
            round(-UNIT * person["weight"] * math.log(max(won / best, case["satisfaction_floor"])))
            for won in range(best + 1)
        ]
        won = model.new_int_var(0, best, "")
        model.add(won <= sum(worth * taken[person["id"], seat] for seat, worth in points.get(person["id"], ())))
        lost.append(model.new_int_var(min(table), max(table), ""))
        model.add_element(won, table, lost[-1])
        most += max(table)
    return lost, most
