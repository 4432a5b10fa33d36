"""A dive: rosters of the mix are fixed person by person, and the others' are priced anew in between."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from shiftbid.solver.rosters.generation import ROSTERS_A_ROUND
from shiftbid.solver.rosters.master import Master, Mix
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import Pricer, allowed_costs, whole_prices
from shiftbid.solver.rosters.tables import IntArray, Roster, RosterTables

_ROUNDS = 2
_NEARLY_WHOLE = 0.7
_WHOLE = 0.999
_SHARE_AT_ONCE = 0.1
"""People fixed at once, as a share of those open."""
_NOISE = 0.2
_LEAST_SHARE = 1e-6


class Dive:
    """One dive from the rosters known so far.

    Parameters
    ----------
    noise
        Draws another dive than the steepest; None for that one.
    """

    def __init__(
        self, tables: RosterTables, pricer: Pricer, pool: RosterPool, noise: np.random.Generator | None
    ) -> None:
        self._tables = tables
        self._pricer = pricer
        self._pool = pool
        self._noise = noise
        self._master = Master(tables, pool)
        self._master.add(np.arange(len(pool)))
        self._fixed = np.full(tables.people, -1, dtype=np.int64)

    def run(self, cut: float, goes_on: Callable[[], bool]) -> Roster | None:
        """Dive to the ground; None where the mix comes to `cut` or `goes_on` says no before."""
        mix = self._master.solve()
        while mix is not None and (self._fixed < 0).any():
            if mix.value >= cut - _LEAST_SHARE or not goes_on():
                return None
            self._fix_some(mix)
            mix = self._priced_anew()
        return None if mix is None else self._pool.rosters[self._fixed]

    def _fix_some(self, mix: Mix) -> None:
        person = self._pool.person[self._master.numbers]
        places = np.flatnonzero((mix.shares > _LEAST_SHARE) & (self._fixed[person] < 0))
        rank = mix.shares[places]
        if self._noise is not None:
            rank = rank + _NOISE * self._noise.random(len(places))
        most = max(1, int(_SHARE_AT_ONCE * (self._fixed < 0).sum()))
        fixed = 0
        for place in places[np.argsort(-rank, kind="stable")]:
            share = mix.shares[place]
            if self._fixed[person[place]] >= 0:
                continue
            if fixed and (share < _NEARLY_WHOLE or (fixed >= most and share < _WHOLE)):
                continue
            self._fixed[person[place]] = self._master.numbers[place]
            self._master.fix(int(place), 1.0)
            fixed += 1

    def _priced_anew(self) -> Mix | None:
        mix = self._master.solve()
        people = np.flatnonzero(self._fixed < 0)
        for _ in range(_ROUNDS):
            if mix is None or not len(people) or not self._price(mix, people):
                break
            mix = self._master.solve()
        return mix

    def _price(self, mix: Mix, people: IntArray) -> int:
        units = whole_prices(self._tables, mix.prices, self._pricer.scale)
        costs = allowed_costs(self._tables, self._pricer.scale, units)
        priced = self._pricer.price(costs, people, ROSTERS_A_ROUND)
        self._pool.add(priced.person, priced.rosters)
        reduced = self._pool.reduced_costs(mix.prices, mix.person_prices)
        reduced[self._master.numbers] = 0.0
        reduced[self._fixed[self._pool.person] >= 0] = 0.0
        wanted = np.flatnonzero(reduced < -_LEAST_SHARE)
        self._master.add(wanted)
        return len(wanted)
