"""A first legal roster: groups of people take their cheapest rosters, one group after the other.

Simple: nobody's choice is taken back but in a second pass over the groups.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.pricing import Pricer, allowed_costs, has_roster
from shiftbid.solver.rosters.tables import OFF, Roster, RosterTables


@dataclass(frozen=True, slots=True)
class Effort:
    """Groups of people that choose one after the other, and how often they do."""

    groups: int = 12
    passes: int = 2


def first_roster(tables: RosterTables, pricer: Pricer, effort: Effort) -> Roster:
    """Give everybody a legal roster.

    Raises
    ------
    NoRosterError
        Somebody has none.
    """
    roster = np.full((tables.people, tables.days), OFF, dtype=np.int16)
    people = np.arange(tables.people)
    placed = np.zeros(tables.people, dtype=np.bool_)
    for _ in range(effort.passes):
        for group in np.array_split(people, min(effort.groups, tables.people)):
            others = placed.copy()
            others[group] = False
            coverage = tables.coverage(roster[others])
            left = np.maximum(tables.heads - coverage, 0)
            share = np.minimum(1.0, left / np.maximum(1, np.minimum(len(group), tables.heads)))
            prices = np.where(left > 0, share * tables.missing_cost, -tables.surplus_cost)
            costs = allowed_costs(tables, pricer.scale, np.rint(prices * pricer.scale).astype(np.int64))
            priced = pricer.price(costs, group, 1)
            if not has_roster(priced.least[group]).all():
                raise NoRosterError(group[~has_roster(priced.least[group])])
            taken = roster.copy()
            # Of several known rosters of a person the cheapest is written last.
            for number in np.argsort(-priced.cost, kind="stable"):
                taken[priced.person[number]] = priced.rosters[number]
            everybody = others.copy()
            everybody[group] = True
            if not placed[group].all() or _cost(tables, taken, everybody) < _cost(tables, roster, everybody):
                roster = taken
            placed[group] = True
    return roster


def _cost(tables: RosterTables, roster: Roster, people: np.ndarray) -> int:
    number = np.flatnonzero(people)
    wishes = tables.personal_costs(number, roster[number]).sum()
    return int(wishes + tables.cover_costs(tables.coverage(roster[number])).sum())
