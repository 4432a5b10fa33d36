from __future__ import annotations

import time
from itertools import pairwise

import numpy as np

from shiftbid.solver.rosters.messages import Found, Limit, Message
from shiftbid.solver.rosters.search import Search
from shiftbid.solver.rosters.tables import RosterTables, make_tables

from .small_problems import least_cost, legal_rows, random_problem

PROBLEM = random_problem(4, people=2)
ROWS = legal_rows(PROBLEM)
TABLES = make_tables(PROBLEM)


def rosters_by_value(tables: RosterTables) -> list[Found]:
    """Legal rosters of different values, cheapest first."""
    names = [shift.id for shift in PROBLEM.shifts]
    one, two = (
        [[names.index(day) if day else -1 for day in row] for row in mine[:: max(1, len(mine) // 30)]]
        for mine in ROWS.values()
    )
    rosters = [np.array(pair, dtype=np.int16) for first in one for second in two for pair in [(first, second)]]
    by_value = {tables.value(roster): roster for roster in rosters}
    return [Found(by_value[value], value) for value in sorted(by_value)]


def test_the_search_ends_at_the_best_roster_and_tells_only_better_ones() -> None:
    told: list[Message] = []
    start = rosters_by_value(TABLES)[-1]
    search = Search(TABLES, start, time.monotonic() + 60, 1, told.append)
    for _ in range(40):
        search.step()
    values = [message.value for message in told if isinstance(message, Found)]
    assert values
    assert all(after < before for before, after in pairwise([start.value, *values]))
    assert values[-1] == least_cost(PROBLEM, ROWS)


def test_a_small_problem_is_settled_at_once() -> None:
    told: list[Message] = []
    search = Search(TABLES, rosters_by_value(TABLES)[-1], time.monotonic() + 60, 1, told.append)
    search.settle()
    best = least_cost(PROBLEM, ROWS)
    assert best is not None
    assert [message.value for message in told if isinstance(message, Found)] == [best]
    assert Limit(best) in told
    assert search.done


def test_what_others_find_is_gone_on_from_where_it_is_better() -> None:
    told: list[Message] = []
    cheap, *_, dear = rosters_by_value(TABLES)
    search = Search(TABLES, dear, time.monotonic() + 60, 1, told.append)
    search.hear(cheap)
    search.hear(dear)
    search.step()
    assert all(message.value < cheap.value for message in told if isinstance(message, Found))
    search.hear(Limit(cheap.value))
    assert search.done
