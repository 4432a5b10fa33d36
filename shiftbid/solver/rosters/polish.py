"""Some people's rosters made anew while the others' stay: column generation and the restricted master on them."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from shiftbid.solver.rosters.excess import PeopleDraw
from shiftbid.solver.rosters.generation import Generation
from shiftbid.solver.rosters.messages import Found, Guide
from shiftbid.solver.rosters.pool import RosterPool, merged
from shiftbid.solver.rosters.pricing import Pricer
from shiftbid.solver.rosters.restricted import put_together
from shiftbid.solver.rosters.tables import IntArray, RosterTables

_FIRST_PEOPLE = 6.0
_GROWTH, _SHRINKAGE = 1.05, 0.92
_STEP_SECONDS = 4.0
_KNOWN_NEAR = 1.0
"""Known rosters this close to the prices are put in from the start."""


class Polish:
    """Polishes rosters step by step; the number of people follows what a step can solve.

    Parameters
    ----------
    pricer, pool
        Of everybody: what they have learnt is used, and learns from every step.
    """

    def __init__(self, tables: RosterTables, pricer: Pricer, pool: RosterPool, chance: np.random.Generator) -> None:
        self._tables = tables
        self._pricer = pricer
        self._pool = pool
        self._chance = chance
        self._people = min(_FIRST_PEOPLE, float(tables.people))

    def step(self, best: Found, guide: Guide, ends: float) -> Found | None:
        """Try once to better the roster until a monotonic time; None where it could not be bettered."""
        count = round(self._people * (1 + 0.15 * self._chance.standard_normal()))
        draw = PeopleDraw(self._tables, best.roster, guide, self._chance)
        people = np.sort(draw.draw(max(2, count)))
        began = time.monotonic()
        until = min(ends, began + _STEP_SECONDS)
        better = self._solve(people, best, guide, lambda: time.monotonic() < until, until)
        seconds = time.monotonic() - began
        if seconds > 0.8 * _STEP_SECONDS:
            self._people = max(3.0, self._people * _SHRINKAGE)
        elif seconds < 0.4 * _STEP_SECONDS:
            self._people = min(float(self._tables.people), self._people * _GROWTH)
        return better

    def _solve(
        self, people: IntArray, best: Found, guide: Guide, goes_on: Callable[[], bool], until: float
    ) -> Found | None:
        tables = self._tables.of_people(people, best.roster)
        pricer = self._pricer.of_people(tables, people)
        pool = RosterPool(tables)
        pool.add(np.arange(len(people)), best.roster[people])
        self._add_known(pool, people, guide)
        generation = Generation(tables, pricer, pool)
        while not generation.done and goes_on():
            generation.round()
            if generation.proof is not None and generation.proof.limit(pricer.scale) >= best.value:
                break
        self._pricer.learn(pricer, people)
        self._pool.add(people[pool.person], pool.rosters)
        if generation.proof is None:
            return None
        gap = best.value - generation.proof.limit(pricer.scale)
        left = until - time.monotonic()
        if gap <= 0 or left <= 0:
            return None
        reduced = pool.reduced_costs(generation.mix.prices, generation.mix.person_prices)
        answer = put_together(tables, pool, np.flatnonzero(reduced < gap), best.value, left)
        if answer.roster is None:
            return None
        roster = merged(people.tolist(), answer.roster, best.roster)
        return Found(roster, self._tables.value(roster))

    def _add_known(self, pool: RosterPool, people: IntArray, guide: Guide) -> None:
        reduced = self._pool.reduced_costs(guide.prices, guide.person_prices)
        place = np.full(self._tables.people, -1, dtype=np.int64)
        place[people] = np.arange(len(people))
        near = np.flatnonzero((reduced < _KNOWN_NEAR) & (place[self._pool.person] >= 0))
        pool.add(place[self._pool.person[near]], self._pool.rosters[near])
