"""Known personal rosters fitted to one another: each person in turn takes the cheapest beside the others'.

Quick and simple: it stops where no single person's change is for the better.
"""

from __future__ import annotations

import numpy as np

from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.tables import OFF, IntArray, Roster, RosterTables

_MOST_PASSES = 20


def fitted(tables: RosterTables, pool: RosterPool, numbers: IntArray, roster: Roster) -> Roster:
    """Better a roster by known rosters of single people.

    Parameters
    ----------
    numbers
        Of the rosters in the pool that people may take.
    """
    roster = roster.copy()
    coverage = tables.coverage(roster)
    owner = pool.person[numbers]
    own = [numbers[owner == person] for person in range(tables.people)]
    days = np.arange(tables.days)
    unchanged = 0
    for turn in range(_MOST_PASSES * tables.people):
        person = turn % tables.people
        if unchanged >= tables.people:
            break
        unchanged += 1
        at_work = np.flatnonzero(roster[person] != OFF)
        coverage[at_work, roster[person, at_work]] -= 1
        mine = np.concatenate([pool.rosters[own[person]], roster[[person]]])
        costs = tables.head_costs(coverage)
        each = costs + tables.cost[person]
        totals = np.where(mine != OFF, each[days, np.maximum(mine, 0)], 0).sum(axis=1)
        best = int(totals.argmin())
        if totals[best] < totals[-1]:
            roster[person] = mine[best]
            unchanged = 0
        at_work = np.flatnonzero(roster[person] != OFF)
        coverage[at_work, roster[person, at_work]] += 1
    return roster
