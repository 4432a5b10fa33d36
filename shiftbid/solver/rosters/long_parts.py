"""Parts of a long period made anew between fixed days, one after the other, while other processes make other parts.

A part is made by column generation and a dive. A finished part is put into the roster of the moment; who no longer
fits it, because another part of theirs has changed meanwhile, gets another roster for these days.

At first parts pay for what they use of people's limits over the whole period, at the prices of the proof. The roster
that parts are put into may then be dearer than the best: a weekend given up in one part is lost there at once, and wins
more in another part later.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np

from shiftbid.solver.rosters.best_so_far import BestSoFar
from shiftbid.solver.rosters.dive import Dive
from shiftbid.solver.rosters.generation import Generation
from shiftbid.solver.rosters.long_start import PART_WEEKS
from shiftbid.solver.rosters.messages import LimitPrices, Message, Underway
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import FEW_COUNTS, Pricer, allowed_costs
from shiftbid.solver.rosters.restricted import put_together
from shiftbid.solver.rosters.row_rules import keeps_rules
from shiftbid.solver.rosters.tables import Roster, RosterTables
from shiftbid.solver.rosters.windows import at_prices, between, parts_of, week_starts

_ROOT_SHARE = 0.4
"""Share of a part's seconds that its column generation may take before the dive."""
_CHARGED_SHARE = 0.65
"""Share of the time in which parts are charged for what they use of people's limits over the whole period: it is kept
for where it is worth most. What is left of the limits after that is used wherever it helps."""
_CALM_SHARE = 0.7
"""Share of a part's seconds after which the dive comes to the ground in haste."""
_CUT_OFF = 1.3
"""The dive may go on beyond the part's seconds by this factor."""
_FIRST_SWEEPS = 2
_FIRST_SWEEP_SHARE, _SWEEP_SHARE = 0.2, 0.6
"""Share of the time left that the next sweep plans to take: parts of the first sweeps lie beside poor ones still."""
_LEAST_PART_SECONDS = 3.0
_SHORTEST_WEEKS, _LONGER_WEEKS = 2, 2
_LONGER_TAKES = 2.0
"""Parts become longer from sweep to sweep while this many times their seconds fit the time."""
_TOGETHER_SECONDS = 3.0
_TOGETHER_GAP = 0.05
"""Known rosters are put together where a part is at most this far above its limit."""
_ABOVE = 0.01


class PartMaker:
    """One process's share in making parts anew.

    Parameters
    ----------
    ends
        Monotonic time at which to stop.
    number, processes
        Which of how many processes this is: in every sweep each takes another stretch of the period.
    tell, hear
        Send a message to the other processes; give those that came in.
    """

    def __init__(
        self,
        tables: RosterTables,
        ends: float,
        number: int,
        processes: int,
        tell: Callable[[Message], None],
        hear: Callable[[], list[Message]],
    ) -> None:
        self._tables = tables
        self._began = time.monotonic()
        self._ends = ends
        self._number = number
        self._processes = processes
        self._tell = tell
        self._hear = hear
        self._prices: LimitPrices | None = None
        self._charged = tables
        self._underway: Roster | None = None
        self.best = BestSoFar(tables, tell)

    def goes_on(self) -> bool:
        """Hear the others; whether there is time and something left to find."""
        self.learn(self._hear())
        return time.monotonic() < self._ends and not self.best.is_proven

    def learn(self, messages: Sequence[Message]) -> None:
        """Take over what other processes found."""
        for message in messages:
            self.best.hear(message)
            if isinstance(message, Underway):
                # Whatever it costs: all go on from the same roster.
                self._underway = message.roster
            elif isinstance(message, LimitPrices):
                self._prices = message

    def run(self, in_between: Callable[[], None]) -> None:
        """Sweep over the period until the time is up or the gap is closed; `in_between` is called after each part."""
        weeks, sweeps = PART_WEEKS, 0
        while self.goes_on():
            parts = self._share(parts_of(self._tables, weeks, sweeps % 2 * (weeks // 2)), sweeps)
            seconds = self._part_seconds(len(parts), sweeps)
            began = time.monotonic()
            for first, last in parts:
                if not self.goes_on():
                    return
                self._charge()
                self._make_anew(first, last, seconds)
                in_between()
            sweeps += 1
            weeks = self._next_weeks(weeks, sweeps, (time.monotonic() - began) / len(parts), seconds)

    def _next_weeks(self, weeks: int, sweeps: int, taken: float, seconds: float) -> int:
        """Length of the next sweep's parts, where those of the last took so many seconds each of those planned."""
        if taken > seconds:
            return max(_SHORTEST_WEEKS, weeks // 2)
        longer = min(weeks + _LONGER_WEEKS, len(week_starts(self._tables)))
        share = self._share(parts_of(self._tables, longer, 0), sweeps)
        # Where longer parts would take too long, the short ones are worth another try: others lie beside them now.
        return longer if _LONGER_TAKES * taken < self._part_seconds(len(share), sweeps) else PART_WEEKS

    def _part_seconds(self, parts: int, sweeps: int) -> float:
        """Seconds for each of the parts that this process makes in a sweep, after so many sweeps."""
        share = _FIRST_SWEEP_SHARE if sweeps < _FIRST_SWEEPS else _SWEEP_SHARE
        return max(_LEAST_PART_SECONDS, share * (self._ends - time.monotonic()) / parts)

    def _share(self, parts: Sequence[tuple[int, int]], sweeps: int) -> Sequence[tuple[int, int]]:
        """Give the stretch of parts that this process makes in a sweep."""
        stretches = min(self._processes, len(parts))
        place = (self._number + sweeps) % self._processes % stretches
        return parts[len(parts) * place // stretches : len(parts) * (place + 1) // stretches]

    def _charge(self) -> None:
        """Charge what parts use of people's limits, as the time asks for."""
        self._charged = self._tables
        if self._prices is not None and time.monotonic() < self._began + _CHARGED_SHARE * (self._ends - self._began):
            self._charged = at_prices(self._tables, self._prices)

    def _roster(self) -> Roster:
        """Give the roster that parts are put into."""
        return self.best.roster if self._underway is None else self._underway

    def _make_anew(self, first: int, last: int, seconds: float) -> None:
        began = time.monotonic()
        before = self._roster()
        part = between(self._charged, before, first, last)
        own = before[:, first:last].copy()
        pricer = Pricer(part, FEW_COUNTS)
        pool = RosterPool(part)
        pool.add(np.arange(part.people), own)
        generation = Generation(part, pricer, pool)
        generation.run(lambda: self.goes_on() and time.monotonic() < began + _ROOT_SHARE * seconds)
        found = [own]
        # Costs are whole numbers: a mix above the next lower one ends no better.
        cut = part.value(own) - 1 + _ABOVE
        dive = Dive(part, pricer, pool, np.arange(len(pool)), None)
        dive.run(
            cut,
            lambda: self.goes_on() and time.monotonic() < began + _CUT_OFF * seconds,
            found.append,
            lambda: time.monotonic() > began + _CALM_SHARE * seconds,
        )
        best = min(found, key=part.value)
        best = self._together(part, generation, best, seconds)
        if part.value(best) < part.value(own):
            self._put_in(before, first, last, best)

    def _together(self, part: RosterTables, generation: Generation, best: Roster, seconds: float) -> Roster:
        """Put near rosters together in whole numbers where the part's limit is close."""
        value, pool = part.value(best), generation.pool
        gap = value - (generation.mix.value if generation.done else -np.inf)
        left = min(_TOGETHER_SECONDS, seconds, self._ends - time.monotonic())
        if not (1 <= gap <= max(1.0, _TOGETHER_GAP * abs(value))) or left <= 0 or not self.goes_on():
            return best
        pool.add(np.arange(part.people), best)
        reduced = pool.reduced_costs(generation.mix.prices, generation.mix.person_prices)
        answer = put_together(part, pool, np.flatnonzero(reduced < gap), value, left)
        return best if answer.roster is None else answer.roster

    def _put_in(self, before: Roster, first: int, last: int, part: Roster) -> None:
        """Put a part made beside `before` into the roster of the moment."""
        self.goes_on()
        now = self._roster()
        roster = now.copy()
        roster[:, first:last] = part
        moved = np.flatnonzero((np.delete(now != before, np.s_[first:last], axis=1)).any(axis=1))
        unfit = [person for person in moved.tolist() if not keeps_rules(self._tables, person, roster[person])]
        roster[unfit] = now[unfit]
        for person in unfit:
            roster[person, first:last] = self._best_days(roster, person, first, last)
        if self._charged.value(roster) < self._charged.value(now):
            self._underway = roster
            self._tell(Underway(roster))
        self.best.take(roster)

    def _best_days(self, roster: Roster, person: int, first: int, last: int) -> Roster:
        """Give one person's best days of a part beside everybody else's; shape (days of the part,)."""
        own = roster[:, first:last]
        part = between(self._charged, roster, first, last).of_people(np.array([person]), own)
        pricer = Pricer(part, FEW_COUNTS)
        prices = -part.head_costs(np.zeros_like(part.heads)) * pricer.scale
        priced = pricer.price(allowed_costs(part, pricer.scale, prices), np.array([0]), 1)
        return priced.rosters[priced.cost.argmin()] if len(priced.cost) else own[person]
