"""The published instances as far as pyworkforce (MIT licence) can state them, and its answers counted as ours are.

`MinAbsDifference` takes a list of shifts and minimises heads too few plus heads too many: it is given every duty of an
instance over one long horizon, so that breaks and midnight are told right. It knows no cost and no limit of templates
and no limit of paid minutes. `MinHoursRoster` takes hard cover, bans and forbidden followers: of an award it is told
seats, leave and hours. Rest it cannot be told: in version 0.5.1 a shift with any forbidden follower forbids every shift
of the next day. It knows no least or most shifts a week, no Saturdays, no skilled seats, no bids on a date. Rosters
under sequence rules (Curtois and Qu) it cannot state: soft cover, runs, weekends, requests by date.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shiftbid.solver.shift_design.cover import CoverProblem, Measure, measured


@dataclass(frozen=True, slots=True)
class PyworkforceDesign:
    """What its heads come to in the instance (None: no answer), and whether it proved its own, simpler problem."""

    measure: Measure | None
    proven: bool


@dataclass(frozen=True, slots=True)
class PyworkforceAward:
    """Seats by person; empty with its status where it has no answer."""

    roster: Mapping[str, Sequence[str]]
    status: str


def pyworkforce_design(problem: CoverProblem, seconds: float, workers: int) -> PyworkforceDesign:
    """Cover the needs with every duty of the instance as a shift."""
    scheduling = importlib.import_module("pyworkforce.scheduling")
    slots = range(len(problem.needs))
    most = max(problem.needs)
    solution = scheduling.MinAbsDifference(
        num_days=1,
        periods=len(problem.needs),
        shifts_coverage={
            str(number): [int(slot in duty.slots) for slot in slots] for number, duty in enumerate(problem.duties)
        },
        required_resources=[list(problem.needs)],
        max_period_concurrency=2 * most,
        max_shift_concurrency=most,
        max_search_time=float(seconds),
        num_search_workers=workers,
    ).solve()
    if solution["status"] not in ("OPTIMAL", "FEASIBLE"):
        return PyworkforceDesign(None, proven=False)
    heads = {int(each["shift"]): each["resources"] for each in solution["resources_shifts"] if each["resources"]}
    return PyworkforceDesign(measured(problem, heads), solution["status"] == "OPTIMAL")


def pyworkforce_award(case: Mapping[str, Any], seconds: float, workers: int) -> PyworkforceAward:
    """Roster the seats of an award with what the library can be told of its law."""
    rostering = importlib.import_module("pyworkforce.rostering")
    days, templates = case["days"], [each["id"] for each in case["templates"]]
    solution = rostering.MinHoursRoster(
        num_days=len(days),
        resources=[each["id"] for each in case["staff"]],
        shifts=templates,
        # Whole numbers only, so that its hours are told as minutes.
        shifts_hours=[each["paid_minutes"] for each in case["templates"]],
        min_working_hours=0,
        banned_shifts=[
            {"resource": each["id"], "shift": template, "day": days.index(day)}
            for each in case["staff"]
            for day in each["leave"]
            if day in days
            for template in templates
        ],
        max_resting=len(days),
        required_resources={
            template: [case["seats"].get(f"{day}|{template}", 0) for day in days] for template in templates
        },
        max_search_time=seconds,
        num_search_workers=workers,
    ).solve()
    if solution["status"] not in ("OPTIMAL", "FEASIBLE"):
        return PyworkforceAward({}, solution["status"])
    roster: dict[str, list[str]] = {each["id"]: [] for each in case["staff"]}
    for each in solution["resource_shifts"]:
        roster[each["resource"]].append(f"{days[each['day']]}|{each['shift']}")
    return PyworkforceAward(roster, solution["status"])
