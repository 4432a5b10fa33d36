"""How long menus and an award take: ``python -m benchmarks.solver_speed [--staff N] [--loads 0.6,0.85]``.

A made-up hall, open 9 to 19 every day, over 28 days: demand with two peaks, different every day, scaled to a share of
the minutes in all contracts; people with full and part-time contracts, leave, a history and bids. Every answer is
re-checked by plain arithmetic; exit status 1 where one is not legal.
"""

from __future__ import annotations

import argparse
import math
import random
import resource
import sys
import time
from collections.abc import Sequence
from datetime import date, timedelta

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.desk import COUNTER_SKILL
from shiftbid.domain.outcome import Stage
from shiftbid.domain.shift import Shift, ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.solver.award import AwardPerson, AwardProblem, award
from shiftbid.solver.candidates import TemplateShape, candidate_templates
from shiftbid.solver.menus import MenuProblem, design_menus
from shiftbid.solver.work_limit import WorkLimit

_ZONE = "Pacific/Auckland"
PERIOD = Period.of_weeks(date(2026, 11, 2), 4)
_OPENS, _CLOSES = 540, 1140
_CONTRACTS = (2400, 2400, 2400, 1800, 1440, 1200)
_WEEKDAY_SHARES = (1.2, 1.0, 1.0, 1.0, 1.2, 0.7, 0.7)


def _template(start: int, end: int, break_at: int | None = None) -> ShiftTemplate:
    breaks = () if break_at is None else (TemplateBreak(break_at, 30, paid=False),)
    return ShiftTemplate(f"{start}-{end}-{break_at or ''}", start, end, breaks)


_TEMPLATES = (
    _template(540, 1050, 780),
    _template(600, 1110, 840),
    _template(630, 1140, 900),
    _template(540, 900),
    _template(780, 1140),
    _template(660, 1020),
    _template(540, 1050, 720),
    _template(690, 930),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Time everything, re-check it, and print a line for each solve."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.solver_speed", description=__doc__)
    parser.add_argument("--staff", type=int, default=30)
    parser.add_argument("--loads", default="0.6,0.85", help="demand as a share of contract minutes, comma between")
    parser.add_argument("--pack", default="HOUSE", help="rule pack the people work under")
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    illegal = 0
    for load in (float(text) for text in parsed.loads.split(",")):
        situations = [made_up_situation(number, parsed.seed, parsed.pack) for number in range(parsed.staff)]
        demand = made_up_demand(load, situations, parsed.seed)
        _time_menus(load, demand, situations)
        illegal += _time_award(load, demand, situations, parsed.pack, parsed.seed)
    peak_megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"peak memory {peak_megabytes:.0f} MB\n")
    return 1 if illegal else 0


def _time_menus(load: float, demand: tuple[DemandSlot, ...], situations: Sequence[Situation]) -> None:
    shape = TemplateShape(_OPENS, _CLOSES, (240, 300, 360, 480, 510, 540), 360, 30)
    problem = MenuProblem(
        hall="H",
        zone=_ZONE,
        demand=demand,
        candidates=candidate_templates(shape),
        max_templates=7,
        capacities=(
            Capacity(
                frozenset({COUNTER_SKILL}),
                weekly_shifts=5 * len(situations),
                weekly_minutes=sum(each.employee.contract_minutes for each in situations),
            ),
        ),
        tolerance_half_hours=sum(slot.heads for slot in demand) // 100,
    )
    began, processor_began = time.perf_counter(), time.process_time()
    designed = design_menus(problem, 3, 1, WorkLimit(), _silent)
    _print_line(f"menus at {load:.0%}", began, processor_began, designed.stages)


def _time_award(
    load: float, demand: tuple[DemandSlot, ...], situations: Sequence[Situation], pack_id: str, seed: int
) -> int:
    pack = load_pack(pack_id, PERIOD.first)
    chance = random.Random(seed)
    people = tuple(made_up_person(situation, pack_id, chance) for situation in situations)
    began, processor_began = time.perf_counter(), time.process_time()
    result = award(AwardProblem(demand, people, None), seed, WorkLimit(), _silent)
    _print_line(f"award at {load:.0%}", began, processor_began, result.stages)
    mine: dict[str, set[str]] = {}
    for employee, shift in result.assignments:
        mine.setdefault(employee, set()).add(shift)
    findings = [
        finding
        for situation in situations
        for finding in check(pack, situation, frozenset(mine.get(situation.employee.id, ())))
    ]
    for finding in findings:
        sys.stderr.write(f"{finding.sentence}\n")
    return len(findings)


def _print_line(what: str, began: float, processor_began: float, stages: Sequence[Stage]) -> None:
    seconds, processor_seconds = time.perf_counter() - began, time.process_time() - processor_began
    values = "; ".join(f"{stage.name} {stage.objective} (limit {stage.bound})" for stage in stages)
    sys.stdout.write(f"{what}: {seconds:.1f} s, {processor_seconds:.1f} s of processor; {values}\n")


def made_up_situation(number: int, seed: int, pack_id: str) -> Situation:
    """A person with contract, history and perhaps leave, drawn from their number."""
    chance = random.Random(1000 * seed + number)
    employee = Employee(
        id=f"E{number:03d}",
        name=f"E{number:03d}",
        hall="H",
        contract_minutes=chance.choice(_CONTRACTS),
        system=HoursSystem.STANDARD,
        skills=frozenset({"counter"}),
        born=date(1990, 1, 1),
        employed_from=date(2020, 1, 1),
        rate_cents=3000,
    )
    history = tuple(_shift(chance.choice(_TEMPLATES[:3]), -back) for back in (1, 2, 3, 5))
    leave = (_leave(employee.id, chance),) if chance.random() < 0.3 else ()
    return Situation(
        employee,
        PERIOD,
        _ZONE,
        Calendar({}),
        tuple(_shift(template, day) for day in range(len(PERIOD.days)) for template in _TEMPLATES),
        history,
        leave,
        week_starts_on=load_pack(pack_id, PERIOD.first).week_starts_on,
    )


def _shift(template: ShiftTemplate, day: int) -> Shift:
    return dated(template, "H", PERIOD.first + timedelta(days=day), _ZONE)


def _leave(employee: str, chance: random.Random) -> Leave:
    first = PERIOD.first + timedelta(days=chance.randrange(24))
    after = first + timedelta(days=chance.randrange(1, 5))
    return Leave(employee, Interval(instant(first, 0, _ZONE), instant(after, 0, _ZONE)), LeaveKind.ANNUAL)


def made_up_person(situation: Situation, pack_id: str, chance: random.Random) -> AwardPerson:
    """What the award knows of a made-up person: bids drawn by chance on some shifts and days off."""
    favourite = chance.choice(_TEMPLATES).id
    points = {
        shift.id: chance.choice((1, 3)) if shift.template == favourite else chance.choice((-1, 1, 1, 3))
        for shift in situation.candidates
        if chance.random() < (0.3 if shift.template == favourite else 0.05)
    }
    return AwardPerson(
        employee=situation.employee.id,
        contract_minutes=situation.employee.contract_minutes * len(PERIOD.days) // 7,
        candidates=situation.candidates,
        fixed=situation.fixed,
        clauses=tuple(load_pack(pack_id, PERIOD.first).clauses(situation)),
        points=points,
        day_off_points={day: chance.choice((1, 3)) for day in chance.sample(PERIOD.days, 4)},
        pinned=frozenset(),
    )


def made_up_demand(load: float, situations: Sequence[Situation], seed: int) -> tuple[DemandSlot, ...]:
    """Demand with two peaks, different every day, as a share of the minutes in all contracts."""
    chance = random.Random(seed)
    weights = {
        (day, minute): _WEEKDAY_SHARES[day.weekday()] * _rush(minute) * chance.uniform(0.93, 1.07)
        for day in PERIOD.days
        for minute in range(_OPENS, _CLOSES, 30)
    }
    contract_half_hours = sum(each.employee.contract_minutes for each in situations) * len(PERIOD.days) / 7 / 30
    scale = load * contract_half_hours / sum(weights.values())
    return tuple(
        DemandSlot(
            "H",
            Interval(instant(day, minute, _ZONE), instant(day, minute + 30, _ZONE)),
            "counter",
            round(weight * scale),
        )
        for (day, minute), weight in weights.items()
    )


def _rush(minute: int) -> float:
    return 0.5 + math.exp(-(((minute - 660) / 75) ** 2)) + 0.8 * math.exp(-(((minute - 930) / 75) ** 2))


def _silent(share: float, text: str) -> None:
    """Nobody is waiting for the progress of a benchmark."""


if __name__ == "__main__":
    sys.exit(main())
