from __future__ import annotations

import numpy as np
import pytest

from benchmarks.curtois_checks import person_faults
from shiftbid.solver.rosters.long_start import part_by_part, person_by_person
from shiftbid.solver.rosters.messages import LimitPrices
from shiftbid.solver.rosters.pricing import MANY_COUNTS, Pricer, allowed_costs, has_roster
from shiftbid.solver.rosters.problem import PersonRules, RosterProblem
from shiftbid.solver.rosters.tables import Roster, make_tables
from shiftbid.solver.rosters.windows import at_prices, between, parts_of, week_starts

from .small_problems import Rows, legal_rows, random_problem


def _rosters(problem: RosterProblem, rows: Rows) -> list[Roster]:
    """Rosters of which each has some legal row of everybody."""
    names = [shift.id for shift in problem.shifts]
    most = min(len(each) for each in rows.values())
    return [
        np.array([[names.index(day) if day else -1 for day in each[number]] for each in rows.values()], dtype=np.int16)
        for number in range(0, most, max(1, most // 5))
    ]


@pytest.mark.parametrize("seed", range(10))
def test_a_part_between_fixed_days_has_the_rows_that_stay_legal(seed: int) -> None:
    problem = random_problem(seed, people=2, days=7)
    tables = make_tables(problem)
    rows = legal_rows(problem)
    names = [shift.id for shift in problem.shifts]
    for roster in _rosters(problem, rows):
        part = between(tables, roster, 2, 5)
        pricer = Pricer(part, MANY_COUNTS)
        prices = np.random.default_rng(seed).integers(0, 20, (3, len(names))) * pricer.scale
        costs = allowed_costs(part, pricer.scale, prices)
        priced = pricer.price(costs, np.arange(2), 1)
        for person, mine in enumerate(rows.values()):
            kept = roster[person].tolist()
            numbered = [[names.index(day) if day else -1 for day in row] for row in mine]
            fitting = [row[2:5] for row in numbered if row[:2] == kept[:2] and row[5:] == kept[5:]]
            least = min(
                sum(int(costs[person, day, shift]) for day, shift in enumerate(row) if shift >= 0) for row in fitting
            )
            assert has_roster(priced.least)[person]
            assert priced.least[person] == least


@pytest.mark.parametrize("seed", range(4))
def test_a_long_start_is_legal(seed: int) -> None:
    problem = random_problem(seed, people=3, days=70, shifts=3)
    # Limits of a usual contract: ten weeks of some 4.5 shifts.
    people = [
        PersonRules(f"P{number}", {"E": 70, "D": 9, "L": 70}, 20000, 22000, 2, 5, 2, 5, frozenset({3 + seed, 30}))
        for number in range(3)
    ]
    problem = RosterProblem(70, problem.shifts, people, problem.wishes, problem.needs)
    names = [shift.id for shift in problem.shifts]
    tables = make_tables(problem)
    for roster in (person_by_person(tables, Pricer(tables, most_counts=1)), part_by_part(tables)):
        for person, row in zip(problem.people, roster.tolist(), strict=True):
            assert person_faults(problem, person, ["" if shift < 0 else names[shift] for shift in row]) == []


def test_parts_start_after_weekends() -> None:
    problem = random_problem(3, days=21)
    starts = week_starts(make_tables(problem))
    assert starts[0] == 0
    assert {(int(start) + problem.first_weekday) % 7 for start in starts[1:]} == {0}


@pytest.mark.parametrize(("weeks", "moved"), [(1, 0), (2, 0), (2, 1), (4, 2), (9, 4), (12, 0)])
def test_parts_hold_every_day_once(weeks: int, moved: int) -> None:
    tables = make_tables(random_problem(1, people=1, days=63))
    parts = parts_of(tables, weeks, moved)
    assert [day for first, last in parts for day in range(first, last)] == list(range(63))


@pytest.mark.parametrize("seed", range(4))
def test_parts_at_prices_charge_what_they_use_of_the_limits(seed: int) -> None:
    problem = random_problem(seed, people=2, days=7)
    tables = make_tables(problem)
    # Sixteenths: exact at the fineness of parts.
    prices = LimitPrices(np.full(2, -1 / 16), np.full(2, 1.0), np.full((2, tables.shifts), 3 / 16))
    part = at_prices(tables, prices)
    for roster in _rosters(problem, legal_rows(problem)):
        at_work = roster != -1
        minutes = tables.minutes[roster[at_work]].sum()
        weekends = at_work[:, tables.opens_weekend | tables.ends_weekend].any(axis=1).sum()
        charged = -minutes / 16 + weekends + 3 / 16 * at_work.sum()
        assert part.value(roster) - part.constant == 16 * (tables.value(roster) - tables.constant + charged)
