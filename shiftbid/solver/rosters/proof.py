"""The proving side of a solve: a start, the root of column generation, dives, and what small gaps allow."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from shiftbid.solver.rosters.best_so_far import BestSoFar
from shiftbid.solver.rosters.dive import BOLD, CALM, Dive
from shiftbid.solver.rosters.generation import Generation
from shiftbid.solver.rosters.messages import Guide, Message, Near, Useful
from shiftbid.solver.rosters.polish import Polish
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import MANY_COUNTS, Pricer, allowed_costs
from shiftbid.solver.rosters.restricted import put_together
from shiftbid.solver.rosters.start import Effort, first_roster
from shiftbid.solver.rosters.tables import IntArray, RosterTables
from shiftbid.solver.rosters.through import least_through

_START_TOGETHER = 3
"""People who choose their first rosters at once, where there are many."""
_ROOT_SHARE = 0.6
"""Share of the time that the root may take before the first dive."""
_CALM_SHARE = 0.5
"""Share of the time left after which a dive comes to the ground in haste: half-way down it is worth nothing."""
_POLISHED_GAP = 0.12
"""Rosters further than this from the limit are not polished: another dive gains more."""
_POLISH_SECONDS = 3.0
_NEAR_ROSTERS = 60
"""Rosters a person that a dive begins with, and that the search hears of."""
_MOST_DIVING = 4000
"""Rosters that a dive begins with at most."""
_SMALL_GAP = 0.01
_NEAR = 0.001
_ABOVE = 0.01
_RESTRICTED_SECONDS = 6.0


class Prover:
    """Says what it finds as it finds it.

    Parameters
    ----------
    ends
        Monotonic time at which to stop.
    tell, hear
        Send a message to the other processes; give those that came in.
    """

    def __init__(
        self,
        tables: RosterTables,
        ends: float,
        seed: int,
        tell: Callable[[Message], None],
        hear: Callable[[], list[Message]],
    ) -> None:
        self._tables = tables
        self._ends = ends
        self._began = time.monotonic()
        self._chance = np.random.default_rng(seed)
        self._best = BestSoFar(tables, tell)
        self._tell = tell
        self._hear = hear
        self._pricer = Pricer(tables, MANY_COUNTS)
        self._pool = RosterPool(tables)
        self._put_together_of: int | None = None

    def run(self) -> None:
        """Prove and find until the gap is closed or the time is up."""
        self._best.take(first_roster(self._tables, self._pricer, _effort(self._tables)))
        self._pool.add(np.arange(self._tables.people), self._best.roster)
        generation = Generation(self._tables, self._pricer, self._pool)
        guide = self._prove(generation, self._began + _ROOT_SHARE * (self._ends - self._began))
        polish = Polish(self._tables, self._pricer, self._pool, self._chance)
        spent: dict[float, float] = {BOLD: 0.0, CALM: 0.0}
        while self._goes_on():
            began = time.monotonic()
            # Bold dives are several times as quick, calm ones end lower where much has to be taken back: both get
            # the same time.
            borne = min(spent, key=lambda borne: spent[borne])
            self._dive(guide, self._chance if spent[borne] else None, borne)
            seconds = time.monotonic() - began
            spent[borne] += seconds
            if not generation.done:
                guide = self._prove(generation, time.monotonic() + seconds)
            else:
                self._tell(self._near(guide))
            if self._gap() < _POLISHED_GAP:
                self._polish(polish, generation, guide, time.monotonic() + max(_POLISH_SECONDS, seconds))

    def _prove(self, generation: Generation, until: float) -> Guide:
        """Generate until a monotonic time or the end of it; tell and give the prices reached."""
        while not generation.done and time.monotonic() < until and self._goes_on():
            generation.round()
            if generation.proof is not None:
                self._best.prove(generation.proof.limit(self._pricer.scale))
        guide = Guide(generation.mix.prices, generation.mix.person_prices)
        self._tell(guide)
        self._tell(self._near(guide))
        if generation.done and self._goes_on():
            self._tell_useful(generation)
        return guide

    def _polish(self, polish: Polish, generation: Generation, guide: Guide, until: float) -> None:
        """Better the best roster in steps until a monotonic time."""
        while time.monotonic() < until and self._goes_on():
            if self._put_together_of != self._best.value and self._gap() < _SMALL_GAP:
                self._put_together_of = self._best.value
                self._put_together(generation)
            else:
                better = polish.step(self._best.found, guide, min(until, self._ends))
                if better is not None:
                    self._best.take(better.roster)

    def _near(self, guide: Guide) -> Near:
        numbers = self._nearest(guide)
        return Near(self._pool.person[numbers], self._pool.rosters[numbers])

    def _nearest(self, guide: Guide) -> IntArray:
        """Give the known rosters nearest to the prices, nearest first."""
        reduced = self._pool.reduced_costs(guide.prices, guide.person_prices)
        return np.argsort(reduced, kind="stable")[: _NEAR_ROSTERS * self._tables.people]

    def _dive(self, guide: Guide, noise: np.random.Generator | None, borne: float) -> None:
        near = self._nearest(guide)[:_MOST_DIVING]
        numbers = np.union1d(near, self._pool.numbers_of(self._best.roster))
        dive = Dive(self._tables, self._pricer, self._pool, numbers, noise, borne)
        # Costs are whole numbers: a mix above the next lower one ends no better.
        haste = time.monotonic() + _CALM_SHARE * (self._ends - time.monotonic())
        dive.run(self._best.value - 1 + _ABOVE, self._goes_on, self._best.take, lambda: time.monotonic() > haste)

    def _put_together(self, generation: Generation) -> None:
        self._pool.add(np.arange(self._tables.people), self._best.roster)
        reduced = self._pool.reduced_costs(generation.mix.prices, generation.mix.person_prices)
        near = np.flatnonzero(reduced < self._best.value - (self._best.limit or 0))
        left = min(_RESTRICTED_SECONDS, self._ends - time.monotonic())
        answer = put_together(self._tables, self._pool, near, self._best.value, max(0.1, left))
        if answer.roster is not None:
            self._best.take(answer.roster)

    def _goes_on(self) -> bool:
        for message in self._hear():
            if self._best.hear(message):
                # Rosters that fit each other are what the master lacks.
                self._pool.add(np.arange(self._tables.people), self._best.roster)
        return time.monotonic() < self._ends and not self._best.is_proven

    def _gap(self) -> float:
        return (self._best.value - (self._best.limit or 0)) / max(1, self._best.value)

    def _tell_useful(self, generation: Generation) -> None:
        """Say which shifts rosters very near the limit can have."""
        proof = generation.proof
        if proof is None:
            return
        scale = self._pricer.scale
        costs = allowed_costs(self._tables, scale, proof.prices)
        through = least_through(self._pricer, costs, np.arange(self._tables.people))
        value = proof.limit(scale) + max(1, round(_NEAR * proof.limit(scale)))
        spare = value * scale - proof.units
        self._tell(Useful(through.shifts - proof.least[:, None, None] <= spare, value))


def _effort(tables: RosterTables) -> Effort:
    """Let few people choose at once, however many there are: many at once crowd the same shifts."""
    return Effort(groups=max(Effort().groups, tables.people // _START_TOGETHER))
