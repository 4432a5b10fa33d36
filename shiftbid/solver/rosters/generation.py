"""Column generation: rounds of mixing known rosters and pricing new ones (Dantzig and Wolfe 1960).

At any prices of heads within their costs, the prices' value of the demand and everybody's least cost together are a
proven limit (Lagrangian bound, Geoffrion 1974). It is counted in whole numbers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.master import Master, Mix
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import Pricer, allowed_costs, has_roster, whole_prices
from shiftbid.solver.rosters.tables import FloatArray, IntArray, RosterTables

_SMOOTHING = 0.6
"""Share of the best prices so far in the prices tried next (Wentges 1997)."""
ROSTERS_A_ROUND = 3
_CLOSE = 0.05
"""Mix and limit closer than this, and on the same whole number: nothing more to prove by prices alone."""
_IMPROVES = 1e-6
_MOST_ROSTERS, _FEWEST_ROSTERS = 6000, 4000
"""A master of more rosters than the first keeps as many as the second; the pool keeps them all."""
_MORE = 1.1
"""Each time the master may grow this much larger, so that nothing is forgotten and learnt again for ever."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A proven limit and the prices that prove it.

    Attributes
    ----------
    units
        The limit, in units of the scale.
    prices
        Of heads, in units; shape (days, shifts).
    least
        Everybody's least cost at these prices, in units; shape (people,).
    """

    units: int
    prices: IntArray
    least: IntArray

    def limit(self, scale: int) -> int:
        """No roster costs less; costs are whole numbers."""
        return -(-self.units // scale)


class Generation:
    """Rosters known so far, their master, and the best limit proven.

    Parameters
    ----------
    pool
        Has at least one legal roster of each person.
    """

    def __init__(self, tables: RosterTables, pricer: Pricer, pool: RosterPool) -> None:
        self.tables = tables
        self.pricer = pricer
        self.pool = pool
        self.master = Master(tables, pool)
        self.master.add(np.arange(len(pool)))
        self.mix = self._solved()
        self.proof: Proof | None = None
        self._centre: FloatArray | None = None
        self._most_rosters = float(_MOST_ROSTERS)
        self.done = False

    def _solved(self) -> Mix:
        mix = self.master.solve()
        if mix is None:
            raise AssertionError("a master without limits has a mix")
        return mix

    def run(self, goes_on: Callable[[], bool]) -> None:
        """Go on until nothing is left to find or `goes_on` says no."""
        while not self.done and goes_on():
            self.round()

    def round(self) -> None:
        """Price once at smoothed prices, and at the master's own where these ask for nothing new."""
        self._lighten()
        own = self.mix.prices
        new = 0
        if self._centre is not None:
            new = self._price(_SMOOTHING * self._centre + (1 - _SMOOTHING) * own)
        if not new:
            new = self._price(own)
        if new:
            self.mix = self._solved()
        self.done = not new or self._is_close()

    def _lighten(self) -> None:
        """Keep the rosters nearest to the prices, where the master has become slow by too many."""
        if len(self.master.numbers) <= self._most_rosters:
            return
        reduced = self.pool.reduced_costs(self.mix.prices, self.mix.person_prices)[self.master.numbers]
        kept = round(self._most_rosters * _FEWEST_ROSTERS / _MOST_ROSTERS)
        self.master.drop(reduced > np.partition(reduced, kept)[kept])
        self._most_rosters *= _MORE
        self.mix = self._solved()

    def _is_close(self) -> bool:
        if self.proof is None or not self.mix.whole:
            return False
        limit = self.proof.units / self.pricer.scale
        same = self.proof.limit(self.pricer.scale) == int(np.ceil(self.mix.value - _IMPROVES))
        return same and self.mix.value - limit < _CLOSE

    def _price(self, prices: FloatArray) -> int:
        """Prove a limit at these prices and add what the master lacks; give how many rosters were added."""
        tables, scale = self.tables, self.pricer.scale
        units = whole_prices(tables, prices, scale)
        everybody = np.arange(tables.people)
        priced = self.pricer.price(allowed_costs(tables, scale, units), everybody, ROSTERS_A_ROUND)
        if not has_roster(priced.least).all():
            raise NoRosterError(np.flatnonzero(~has_roster(priced.least)))
        limit = tables.constant * scale + int((units * tables.heads).sum()) + int(priced.least.sum())
        if self.proof is None or limit > self.proof.units:
            self.proof = Proof(limit, units, priced.least)
            self._centre = units / scale
        self.pool.add(priced.person, priced.rosters)
        return self.add_useful()

    def add_useful(self) -> int:
        """Add the known rosters that the master lacks and that would make the mix cheaper; give their number."""
        reduced = self.pool.reduced_costs(self.mix.prices, self.mix.person_prices)
        reduced[self.master.numbers] = 0.0
        wanted = np.flatnonzero(reduced < -_IMPROVES)
        self.master.add(wanted)
        return len(wanted)
