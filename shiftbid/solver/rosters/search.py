"""Search in large neighbourhoods: part of the roster is opened and solved by CP-SAT, again and again."""

from __future__ import annotations

import time

import numpy as np
from ortools.sat.python import cp_model

from shiftbid.solver.rosters.messages import Found, Guide, Limit, Message, Useful
from shiftbid.solver.rosters.opening import OpenedRoster, Opening
from shiftbid.solver.rosters.openings import Openings, no_guide
from shiftbid.solver.rosters.tables import Roster, RosterTables

_STEP_SECONDS = 2.0
_LONG_STEP_SECONDS = 4.0
_LONG_SOLVE_SECONDS = 90.0


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
        self._limit = -np.inf
        self._useful = tables.allowed
        self._ends = ends
        self._seed = seed
        self._steps = 0
        self._openings = Openings(tables, np.random.default_rng(seed))
        left = ends - time.monotonic()
        self._step_seconds = _STEP_SECONDS if left < _LONG_SOLVE_SECONDS else _LONG_STEP_SECONDS

    @property
    def done(self) -> bool:
        """Whether the roster is proven best."""
        return self.value <= self._limit

    def hear(self, message: Message) -> None:
        """Take over what other processes found."""
        if isinstance(message, Found) and message.value < self.value:
            self._roster, self.value = message.roster, message.value
        elif isinstance(message, Limit):
            self._limit = max(self._limit, message.value)
        elif isinstance(message, Guide):
            self._guide = message
        elif isinstance(message, Useful):
            self._useful = message.shifts

    def step(self) -> Found | None:
        """Open and solve once; give a better roster where one was found."""
        self._steps += 1
        shape, days = self._openings.draw(self._roster, self._guide)
        began = time.monotonic()
        most = min(self._step_seconds, max(0.2, self._ends - began))
        opened = OpenedRoster(self._tables, self._roster, Opening(days, self._useful))
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.max_time_in_seconds = most
        parameters.num_workers = 1
        parameters.random_seed = (self._seed + 7 * self._steps) % (1 << 31)
        # The linear relaxation of the cover rows steers these searches far better than the default.
        parameters.linearization_level = 2
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
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


def first_found(tables: RosterTables, roster: Roster) -> Found:
    """Value a roster."""
    return Found(roster, tables.value(roster))
