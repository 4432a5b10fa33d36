from __future__ import annotations

import numpy as np

from shiftbid.solver.rosters.best_so_far import BestSoFar
from shiftbid.solver.rosters.messages import Found, Limit, Message
from shiftbid.solver.rosters.tables import OFF, Roster, make_tables

from .small_problems import random_problem

TABLES = make_tables(random_problem(3))


def rosters_by_value() -> list[Roster]:
    """Three rosters of the same problem, dearest first."""
    nobody = np.full((TABLES.people, TABLES.days), OFF, dtype=np.int16)
    rosters: dict[int, Roster] = {}
    for day in range(TABLES.days):
        roster = nobody.copy()
        roster[:, : day + 1] = 0
        rosters[TABLES.value(roster)] = roster
    return [rosters[value] for value in sorted(rosters, reverse=True)[:3]]


def test_only_what_is_better_is_kept_and_told() -> None:
    told: list[Message] = []
    best = BestSoFar(TABLES, told.append)
    assert not best.has_roster
    dear, middle, cheap = rosters_by_value()
    for roster in (middle, dear, cheap, middle):
        best.take(roster)
    assert [message.value for message in told if isinstance(message, Found)] == [
        TABLES.value(middle),
        TABLES.value(cheap),
    ]
    assert (best.roster == cheap).all()


def test_a_roster_that_changes_later_is_kept_as_it_was() -> None:
    roster = rosters_by_value()[0]
    best = BestSoFar(TABLES, lambda _: None)
    best.take(roster)
    roster[:] = OFF
    assert TABLES.value(best.roster) == best.value


def test_what_is_heard_is_kept_and_not_told_again() -> None:
    told: list[Message] = []
    best = BestSoFar(TABLES, told.append)
    dear, _, cheap = (Found(roster, TABLES.value(roster)) for roster in rosters_by_value())
    assert best.hear(cheap)
    assert not best.hear(dear)
    assert not best.hear(Limit(cheap.value - 1))
    assert (best.value, best.limit, best.is_proven, told) == (cheap.value, cheap.value - 1, False, [])


def test_a_limit_that_meets_the_value_proves_it() -> None:
    told: list[Message] = []
    best = BestSoFar(TABLES, told.append)
    roster = rosters_by_value()[0]
    best.take(roster)
    assert best.prove(best.value - 5)
    assert not best.prove(best.value - 7)
    assert best.prove(best.value)
    assert best.is_proven
    assert [message.value for message in told if isinstance(message, Limit)] == [best.value - 5, best.value]
