"""A dive: days of single people are fixed step by step as the mix has them, and everybody is priced anew in between.

Fixing days instead of whole rosters leaves the mix cheap for long: a person's other days still follow the others'
(fixing of assignments: Strandmark, Qu and Curtois 2020, who fix them for good as here, without going back).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from shiftbid.solver.rosters.fitting import fitted
from shiftbid.solver.rosters.generation import ROSTERS_A_ROUND
from shiftbid.solver.rosters.master import Master, Mix
from shiftbid.solver.rosters.passages import BLOCKED
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import Pricer, whole_prices
from shiftbid.solver.rosters.tables import OFF, BoolArray, IntArray, Roster, RosterTables

_SURE = 0.9
"""Shares of a day from here on are fixed all at once."""
_LEADING = 0.5
_AT_ONCE, _FEWEST_AT_ONCE = 0.3, 0.1
"""Less sure days fixed at once, as a share of the people whose roster is still a mix; at most one a person."""
_FASTER = 1.3
_CALM = 1e-4
"""While the mix rises by less than this share of it, ever more days are fixed at once."""
_NOISE = 0.2
_LEAST_SHARE = 1e-6
_WHOLE = 0.999
"""A roster with this share is its person's; what then is left is no choice."""


class Dive:
    """One dive from some of the rosters known so far.

    Parameters
    ----------
    numbers
        Of the rosters in the pool to begin with: at least one of each person.
    noise
        Draws another dive than the steepest; None for that one.
    """

    def __init__(
        self,
        tables: RosterTables,
        pricer: Pricer,
        pool: RosterPool,
        numbers: IntArray,
        noise: np.random.Generator | None,
    ) -> None:
        self._tables = tables
        self._pricer = pricer
        self._pool = pool
        self._noise = noise
        self._master = Master(tables, pool)
        self._master.add(numbers)
        self._first_at_once = _AT_ONCE if noise is None else float(noise.uniform(_FEWEST_AT_ONCE, _AT_ONCE))
        self._at_once = self._first_at_once
        self._allowed = tables.allowed.copy()
        self._must_work = np.zeros((tables.people, tables.days), dtype=np.bool_)

    def run(self, cut: float, goes_on: Callable[[], bool], take: Callable[[Roster], None]) -> None:
        """Dive to the ground, or until the mix comes to `cut` or `goes_on` says no.

        Every mix on the way is rounded to a roster too; `take` is given whatever comes out, good or bad.
        """
        mix = self._master.solve()
        while mix is not None and mix.value < cut - _LEAST_SHARE and goes_on():
            if mix.whole:
                take(self._rounded(mix))
            mixed = np.flatnonzero((mix.shares > 1 - _WHOLE) & (mix.shares < _WHOLE))
            if not len(mixed):
                return
            self._fix_some(self._master.numbers[mixed], mix.shares[mixed])
            before, mix = mix.value, self._priced_anew()
            calm = mix is not None and mix.value - before < _CALM * abs(before)
            self._at_once = min(1.0, _FASTER * self._at_once) if calm else self._first_at_once

    def _rounded(self, mix: Mix) -> Roster:
        """Give everybody the roster that has most of them in the mix, and fit these to one another."""
        numbers = self._master.numbers
        positive = numbers[mix.shares > _LEAST_SHARE]
        shares = mix.shares[mix.shares > _LEAST_SHARE]
        roster = np.empty((self._tables.people, self._tables.days), dtype=np.int16)
        for number in positive[np.argsort(shares, kind="stable")]:
            roster[self._pool.person[number]] = self._pool.rosters[number]
        return fitted(self._tables, self._pool, numbers, roster)

    def _fix_some(self, numbers: IntArray, shares: np.ndarray) -> None:
        """Fix days as most of these rosters have them; every person keeps one of the rosters."""
        person, rosters = self._pool.person[numbers], self._pool.rosters[numbers]
        tables, days = self._tables, np.arange(self._tables.days)
        # Day off is the last option: its number is -1.
        options = np.zeros((tables.people, tables.days, tables.shifts + 1))
        np.add.at(options, (person[:, None], days, rosters), shares[:, None])
        options[options >= _WHOLE] = 0.0
        rank = options.max(axis=2)
        if self._noise is not None:
            rank += _NOISE * self._noise.random(rank.shape) * (rank > 0)
        most = max(1, int(self._at_once * len(np.unique(person))))
        left = np.ones(len(numbers), dtype=np.bool_)
        touched: set[int] = set()
        fixed = 0
        for place in np.argsort(-rank, axis=None, kind="stable").tolist():
            owner, day = divmod(place, tables.days)
            option = int(options[owner, day].argmax())
            share = options[owner, day, option]
            if fixed and (share <= _LEADING or (share < _SURE and (fixed >= most or owner in touched))):
                if share <= _LEADING or fixed >= most:
                    break
                continue
            shift = OFF if option == tables.shifts else option
            kept = left & ((person != owner) | (rosters[:, day] == shift))
            if not kept[person == owner].any():
                continue
            left = kept
            self._fix(owner, day, shift)
            touched.add(owner)
            fixed += 1

    def _fix(self, person: int, day: int, shift: int) -> None:
        others = np.arange(self._tables.shifts) != shift
        self._allowed[person, day, others] = False
        self._must_work[person, day] = shift != OFF

    def _priced_anew(self) -> Mix | None:
        numbers = self._master.numbers
        self._master.forbid(
            np.flatnonzero(~self._keep_to_fixed(self._pool.person[numbers], self._pool.rosters[numbers]))
        )
        mix = self._master.solve()
        if mix is None or not self._price(mix):
            return mix
        return self._master.solve()

    def _keep_to_fixed(self, person: IntArray, rosters: Roster) -> BoolArray:
        days = np.arange(self._tables.days)
        worked = self._allowed[person[:, None], days, np.maximum(rosters, 0)]
        kept: BoolArray = np.where(rosters == OFF, ~self._must_work[person], worked)
        return np.logical_and.reduce(kept, axis=1)

    def _price(self, mix: Mix) -> int:
        tables, scale = self._tables, self._pricer.scale
        units = whole_prices(tables, mix.prices, scale)
        costs = np.where(self._allowed, tables.cost * scale - units, BLOCKED)
        priced = self._pricer.price(costs, np.arange(tables.people), ROSTERS_A_ROUND, self._must_work)
        self._pool.add(priced.person, priced.rosters)
        reduced = self._pool.reduced_costs(mix.prices, mix.person_prices)
        reduced[self._master.numbers] = 0.0
        wanted = np.flatnonzero(reduced < -_LEAST_SHARE)
        wanted = wanted[self._keep_to_fixed(self._pool.person[wanted], self._pool.rosters[wanted])]
        self._master.add(wanted)
        return len(wanted)
