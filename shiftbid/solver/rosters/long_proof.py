"""Long periods: a start part by part, then parts made anew; between two parts the limit is raised.

The other processes of the solve make parts anew too, elsewhere in the period.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from shiftbid.solver.rosters.long_parts import PartMaker
from shiftbid.solver.rosters.long_start import long_first_roster
from shiftbid.solver.rosters.messages import Message
from shiftbid.solver.rosters.relaxed import RelaxedLimit
from shiftbid.solver.rosters.tables import RosterTables

_PROOF_SHARE = 0.15
"""Share of the time that proofs may take."""
_UNTOLD_SECONDS = 5.0
"""The other processes are told of prices this often: parts are made with them meanwhile."""
_FIRST_PROOF_SHARE = 0.08
"""Share of the time that proves before the first part is made: its prices steer the parts."""


class LongProver:
    """Says what it finds as it finds it.

    Parameters
    ----------
    maker
        Makes this process's parts.
    ends
        Monotonic time at which to stop.
    """

    def __init__(self, tables: RosterTables, maker: PartMaker, ends: float, tell: Callable[[Message], None]) -> None:
        self._tables = tables
        self._maker = maker
        self._ends = ends
        self._tell = tell
        self._began = time.monotonic()
        self._proof_seconds = 0.0
        self._relaxed: RelaxedLimit | None = None

    def run(self) -> None:
        """Find and prove until the time is up or the gap is closed."""
        self._maker.best.take(long_first_roster(self._tables))
        self._prove(time.monotonic() + _FIRST_PROOF_SHARE * (self._ends - self._began))
        self._maker.run(self._prove_in_between)

    def _prove_in_between(self) -> None:
        """Prove for as long as proofs are behind their share of the time gone."""
        now = time.monotonic()
        until = now + _PROOF_SHARE * (now - self._began) - self._proof_seconds
        if until > now:
            self._prove(until)

    def _prove(self, until: float) -> None:
        """Raise the limit until a monotonic time, and tell of it on the way."""
        began = time.monotonic()
        while self._maker.goes_on() and self._raise_limit(min(until, time.monotonic() + _UNTOLD_SECONDS)):
            if time.monotonic() >= until:
                break
        self._proof_seconds += time.monotonic() - began

    def _raise_limit(self, until: float) -> bool:
        """Raise the limit until a monotonic time and tell of it; whether it rose."""
        if self._relaxed is None:
            self._relaxed = RelaxedLimit(self._tables)
        self._relaxed.improve(self._maker.best.value, lambda: time.monotonic() < min(until, self._ends))
        rose = self._maker.best.prove(self._relaxed.limit)
        if rose:
            prices = self._relaxed.limit_prices
            self._tell(prices)
            self._maker.learn([prices])
        return rose
