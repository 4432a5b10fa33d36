"""Search in large neighbourhoods: part of the roster is opened and solved by CP-SAT, again and again."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

import numpy as np
from ortools.sat.python import cp_model

from shiftbid.solver.rosters.excess import no_guide
from shiftbid.solver.rosters.messages import Found, Guide, Limit, Message, Near, Useful
from shiftbid.solver.rosters.opening import OpenedRoster, Opening
from shiftbid.solver.rosters.openings import Openings, Shape
from shiftbid.solver.rosters.tables import RosterTables

_STEP_SECONDS = 2.0
_LONG_STEP_SECONDS = 4.0
_LONG_SOLVE_SECONDS = 90.0
_NEAR_TIMES = 3.0
"""Steps that open everybody's days have this many times the seconds of the others."""
_SMALL_CELLS = 1500
"""Shifts, days and people that may be opened all at once."""
_SETTLING_SECONDS = 6.0
_FOCUSED = 0.7
"""Share of steps that give only shifts which a roster near the limit can have."""


class Search:
    """A roster that gets better step by step.

    Parameters
    ----------
    ends
        Monotonic time at which the search ends.
    """

    def __init__(self, tables: RosterTables, found: Found, ends: float, seed: int) -> None:
        self._tables = tables
        self._roster = found.roster
        self.value = found.value
        self._guide = no_guide(tables)
        self._limit: int | None = None
        self._useful = tables.allowed
        self._ends = ends
        self._seed = seed
        self._steps = 0
        self._chance = np.random.default_rng(seed)
        self._openings = Openings(tables, self._chance)
        left = ends - time.monotonic()
        self._step_seconds = _STEP_SECONDS if left < _LONG_SOLVE_SECONDS else _LONG_STEP_SECONDS

    @property
    def done(self) -> bool:
        """Whether the roster is proven best."""
        return self._limit is not None and self.value <= self._limit

    def hear(self, message: Message) -> None:
        """Take over what other processes found."""
        if isinstance(message, Found) and message.value < self.value:
            self._roster, self.value = message.roster, message.value
        elif isinstance(message, Limit):
            self._limit = message.value if self._limit is None else max(self._limit, message.value)
        elif isinstance(message, Guide):
            self._guide = message
        elif isinstance(message, Useful):
            self._useful = message.shifts
        elif isinstance(message, Near):
            self._openings.hear(message)

    def settle(self) -> Sequence[Found | Limit]:
        """Open everything once, if the problem is small enough for that; give what was found and proven."""
        if int(self._tables.allowed.sum()) > _SMALL_CELLS:
            return ()
        everything = np.ones((self._tables.people, self._tables.days), dtype=np.bool_)
        opened = OpenedRoster(self._tables, self._roster, Opening(everything, self._tables.allowed))
        solver = self._solver(max(0.1, min(_SETTLING_SECONDS, self._ends - time.monotonic())))
        news: list[Found | Limit] = []
        if solver.solve(opened.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            roster = opened.read(solver)
            value = self._tables.value(roster)
            if value < self.value:
                self._roster, self.value = roster, value
                news.append(Found(roster, value))
            self._limit = math.ceil(solver.best_objective_bound - 1e-6) + opened.fixed_cost
            news.append(Limit(self._limit))
        return news

    def step(self) -> Found | None:
        """Open and solve once; give a better roster where one was found."""
        self._steps += 1
        useful = self._useful if self._chance.random() < _FOCUSED else self._tables.allowed
        shape, opening = self._openings.draw(self._roster, self._guide, useful)
        began = time.monotonic()
        most = self._step_seconds * (_NEAR_TIMES if shape is Shape.NEAR else 1.0)
        most = min(most, max(0.2, self._ends - began))
        opened = OpenedRoster(self._tables, self._roster, opening)
        solver = self._solver(most)
        status = solver.solve(opened.model)
        seconds = time.monotonic() - began
        gained = 0
        better = None
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            roster = opened.read(solver)
            value = self._tables.value(roster)
            # Equal rosters are taken too: they lead away from where the search has been.
            if value <= self.value:
                gained = self.value - value
                better = Found(roster, value) if gained else None
                self._roster, self.value = roster, value
        proven = seconds / most if status == cp_model.OPTIMAL else None
        self._openings.learn(shape, gained=gained, seconds=seconds, proven_share=proven)
        return better

    def _solver(self, seconds: float) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.max_time_in_seconds = seconds
        parameters.num_workers = 1
        parameters.random_seed = (self._seed + 7 * self._steps) % (1 << 31)
        # The linear relaxation of the cover rows steers these searches far better than the default.
        parameters.linearization_level = 2
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
        return solver
