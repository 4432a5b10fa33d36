"""Search in large neighbourhoods: part of the roster is opened and solved by CP-SAT, again and again."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import numpy as np
from ortools.sat.python import cp_model

from shiftbid.solver.rosters.best_so_far import BestSoFar
from shiftbid.solver.rosters.excess import no_guide
from shiftbid.solver.rosters.messages import Found, Guide, Message, Near, Useful
from shiftbid.solver.rosters.opening import OpenedRoster, Opening
from shiftbid.solver.rosters.openings import Openings, Shape
from shiftbid.solver.rosters.tables import Roster, RosterTables

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
    tell
        Sends a message to the other processes.
    """

    def __init__(
        self, tables: RosterTables, found: Found, ends: float, seed: int, tell: Callable[[Message], None]
    ) -> None:
        self._tables = tables
        self._best = BestSoFar(tables, tell)
        self._best.hear(found)
        self._current = found
        self._guide = no_guide(tables)
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
        """Whether the best roster is proven best."""
        return self._best.is_proven

    def hear(self, message: Message) -> None:
        """Take over what other processes found."""
        if self._best.hear(message):
            self._current = self._best.found
        elif isinstance(message, Guide):
            self._guide = message
        elif isinstance(message, Useful):
            self._useful = message.shifts
        elif isinstance(message, Near):
            self._openings.hear(message)

    def settle(self) -> None:
        """Open everything once, if the problem is small enough for that."""
        if int(self._tables.allowed.sum()) > _SMALL_CELLS:
            return
        everything = np.ones((self._tables.people, self._tables.days), dtype=np.bool_)
        opened = OpenedRoster(self._tables, self._current.roster, Opening(everything, self._tables.allowed))
        solver = self._solver(max(0.1, min(_SETTLING_SECONDS, self._ends - time.monotonic())))
        if solver.solve(opened.model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            self._take(opened.read(solver))
            self._best.prove(math.ceil(solver.best_objective_bound - 1e-6) + opened.fixed_cost)

    def step(self) -> None:
        """Open and solve once."""
        self._steps += 1
        began = time.monotonic()
        useful = self._useful if self._chance.random() < _FOCUSED else self._tables.allowed
        shape, opening = self._openings.draw(self._current.roster, self._guide, useful)
        most = self._step_seconds * (_NEAR_TIMES if shape is Shape.NEAR else 1.0)
        most = min(most, max(0.2, self._ends - began))
        opened = OpenedRoster(self._tables, self._current.roster, opening)
        solver = self._solver(most)
        status = solver.solve(opened.model)
        seconds = time.monotonic() - began
        gained = 0
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            gained = self._take(opened.read(solver))
        proven = seconds / most if status == cp_model.OPTIMAL else None
        self._openings.learn(shape, gained=gained, seconds=seconds, proven_share=proven)

    def _take(self, roster: Roster) -> int:
        """Go on from a roster that is no dearer; give how much cheaper it is."""
        found = Found(roster, self._tables.value(roster))
        gained = self._current.value - found.value
        # Equal rosters are taken too: they lead away from where the search has been.
        if gained >= 0:
            self._current = found
            self._best.take(roster)
        return max(0, gained)

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
