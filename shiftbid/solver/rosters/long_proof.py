"""Long periods: a start part by part, then parts between fixed days are made anew, sweep after sweep.

A part is made by column generation and a dive. Meanwhile the searching processes change the roster too: a finished
part is put into the best roster of the moment, and who no longer fits it gets another roster for these days.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from shiftbid.solver.rosters.dive import Dive
from shiftbid.solver.rosters.generation import Generation
from shiftbid.solver.rosters.long_start import PART_WEEKS, long_first_roster
from shiftbid.solver.rosters.messages import Found, Guide, Limit, Message
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import FEW_COUNTS, Pricer, allowed_costs
from shiftbid.solver.rosters.relaxed import relaxed_limit
from shiftbid.solver.rosters.tables import FloatArray, Roster, RosterTables
from shiftbid.solver.rosters.windows import between, week_starts

_ROOT_SHARE = 0.4
"""Share of a part's time that its column generation may take before the dive."""
_SWEEP_SHARE = 0.6
"""Share of the time left that the next sweep plans to take."""
_LEAST_PART_SECONDS = 3.0
_PROOF_TIMES = (0.4, 0.7, 0.85)
"""Shares of the time after which the prices found so far are asked for a limit, between two parts."""
_FIRST_ROUNDS, _ROUNDS = 3, 80
_PROOF_SHARE = 0.15
"""Share of the time left that one proof may take."""


class LongProver:
    """Says what it finds as it finds it; parameters as of `Prover`."""

    def __init__(
        self,
        tables: RosterTables,
        ends: float,
        tell: Callable[[Message], None],
        hear: Callable[[], list[Message]],
    ) -> None:
        self._tables = tables
        self._ends = ends
        self._tell = tell
        self._hear = hear
        self._prices: FloatArray = np.zeros((tables.days, tables.shifts))
        self._best = Found(np.empty((0, 0), dtype=np.int16), np.iinfo(np.int64).max)
        self._limit: int | None = None
        began = time.monotonic()
        self._proofs = [began + share * (ends - began) for share in _PROOF_TIMES]

    def run(self) -> None:
        """Find and prove until the time is up or the gap is closed."""
        self._take(long_first_roster(self._tables))
        self._prove(_FIRST_ROUNDS)
        shift_weeks = 0
        while self._goes_on():
            parts = self._parts(shift_weeks)
            seconds = _SWEEP_SHARE * (self._ends - time.monotonic()) / len(parts)
            for first, last in parts:
                if not self._goes_on():
                    return
                self._make_anew(first, last, max(_LEAST_PART_SECONDS, seconds))
                if self._proofs and time.monotonic() > self._proofs[0]:
                    self._proofs.pop(0)
                    self._prove(_ROUNDS)
            shift_weeks = (shift_weeks + PART_WEEKS // 2) % PART_WEEKS

    def _parts(self, shift_weeks: int) -> Sequence[tuple[int, int]]:
        """Cut the period into parts, moved by some weeks."""
        starts = week_starts(self._tables)
        cuts = sorted({0, *starts[shift_weeks::PART_WEEKS].tolist()})
        return [*pairwise(cuts), (cuts[-1], self._tables.days)]

    def _make_anew(self, first: int, last: int, seconds: float) -> None:
        began = time.monotonic()
        before = self._best.roster
        part = between(self._tables, before, first, last)
        own = before[:, first:last].copy()
        pricer = Pricer(part, FEW_COUNTS)
        pool = RosterPool(part)
        pool.add(np.arange(part.people), own)
        generation = Generation(part, pricer, pool)
        generation.run(lambda: self._goes_on() and time.monotonic() < began + _ROOT_SHARE * seconds)
        self._prices[first:last] = generation.mix.prices
        self._tell(Guide(self._prices, self._person_prices()))
        found = [own]
        Dive(part, pricer, pool, np.arange(len(pool)), None).run(float(part.value(own)), self._goes_on, found.append)
        best = min(found, key=part.value)
        if best is not own:
            self._put_in(before, first, last, best)

    def _person_prices(self) -> FloatArray:
        """Without prices of whole rosters: what each person's roster costs at these prices of heads now."""
        return np.zeros(self._tables.people)

    def _put_in(self, before: Roster, first: int, last: int, part: Roster) -> None:
        """Put a part made beside `before` into the best roster of the moment."""
        self._goes_on()
        now = self._best.roster
        outside = np.r_[0:first, last : self._tables.days]
        moved = np.flatnonzero((now[:, outside] != before[:, outside]).any(axis=1))
        roster = now.copy()
        roster[:, first:last] = part
        roster[moved] = now[moved]
        self._take(roster)
        for person in moved.tolist():
            self._fit(person, first, last)

    def _fit(self, person: int, first: int, last: int) -> None:
        """Give one person the best days of a part beside everybody else's."""
        roster = self._best.roster
        alone = np.array([person])
        part = between(self._tables, roster, first, last).of_people(alone, roster[:, first:last])
        pricer = Pricer(part, FEW_COUNTS)
        prices = -part.head_costs(np.zeros_like(part.heads)) * pricer.scale
        priced = pricer.price(allowed_costs(part, pricer.scale, prices), np.array([0]), 1)
        if len(priced.cost):
            fitted = roster.copy()
            fitted[person, first:last] = priced.rosters[priced.cost.argmin()]
            self._take(fitted)

    def _prove(self, rounds: int) -> None:
        until = time.monotonic() + max(_LEAST_PART_SECONDS, _PROOF_SHARE * (self._ends - time.monotonic()))
        limit = relaxed_limit(self._tables, self._prices, rounds, lambda: self._goes_on() and time.monotonic() < until)
        if limit is not None and (self._limit is None or limit > self._limit):
            self._limit = limit
            self._tell(Limit(limit))

    def _goes_on(self) -> bool:
        for message in self._hear():
            if isinstance(message, Found) and message.value < self._best.value:
                self._best = message
        return time.monotonic() < self._ends and (self._limit is None or self._best.value > self._limit)

    def _take(self, roster: Roster) -> None:
        value = self._tables.value(roster)
        if value < self._best.value:
            self._best = Found(roster.copy(), value)
            self._tell(self._best)
