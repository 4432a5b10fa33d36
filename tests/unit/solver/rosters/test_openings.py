from __future__ import annotations

import numpy as np

from shiftbid.solver.rosters.excess import no_guide
from shiftbid.solver.rosters.messages import Near
from shiftbid.solver.rosters.opening import Opening
from shiftbid.solver.rosters.openings import Openings, Shape
from shiftbid.solver.rosters.tables import OFF, Roster, RosterTables, make_tables

from .small_problems import legal_rows, random_problem

DRAWS = 40


def rosters_of(tables: RosterTables, seed: int) -> tuple[list[int], Roster]:
    """Every legal personal roster of a small problem: whose, and its days."""
    names = [shift.id for shift in random_problem(seed).shifts]
    rows = list(legal_rows(random_problem(seed)).values())
    person = [number for number, mine in enumerate(rows) for _ in mine]
    days = [[names.index(day) if day else OFF for day in row] for mine in rows for row in mine]
    return person, np.array(days, dtype=np.int16)


def near_openings(seed: int) -> tuple[RosterTables, Roster, Near, list[Opening]]:
    tables = make_tables(random_problem(seed))
    person, rosters = rosters_of(tables, seed)
    chance = np.random.default_rng(seed)
    order = chance.permutation(len(person))
    near = Near(np.array(person)[order], rosters[order])
    roster = np.array([rosters[person.index(number)] for number in range(tables.people)], dtype=np.int16)
    openings = Openings(tables, chance)
    openings.hear(near)
    drawn = [openings.draw(roster, no_guide(tables), tables.allowed) for _ in range(DRAWS)]
    return tables, roster, near, [opening for shape, opening in drawn if shape is Shape.NEAR]


def test_near_rosters_open_only_what_they_have_otherwise() -> None:
    for seed in (1, 4, 7):
        tables, roster, near, openings = near_openings(seed)
        assert openings
        for opening in openings:
            for person, day in np.ndindex(tables.people, tables.days):
                known = near.rosters[near.person == person, day].tolist()
                offered = set(np.flatnonzero(opening.shifts[person, day]).tolist())
                assert offered <= {*known, int(roster[person, day])}
                if not opening.days[person, day]:
                    assert offered <= {int(roster[person, day])}


def test_nothing_is_opened_before_near_rosters_are_known() -> None:
    tables = make_tables(random_problem(1))
    openings = Openings(tables, np.random.default_rng(1))
    roster = np.full((tables.people, tables.days), OFF, dtype=np.int16)
    shapes = {openings.draw(roster, no_guide(tables), tables.allowed)[0] for _ in range(DRAWS)}
    assert shapes == {Shape.PEOPLE, Shape.DAYS, Shape.MIXED}
