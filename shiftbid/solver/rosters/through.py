"""The least cost of a legal roster that has a given shift on a given day, for all people, days and shifts at once.

The states are walked through backwards: what reaching a state costs and what leaving it costs meet on every move. Where
the least cost, the limit proven and the others' least costs together pass the best value known, the shift is in no
better roster (reduced cost fixing: Dantzig, Fulkerson and Johnson 1954).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.layers import DayStep, Layer, overlap, shifted, spread
from shiftbid.solver.rosters.passages import BLOCKED, Cost
from shiftbid.solver.rosters.pricing import Batch, Pricer
from shiftbid.solver.rosters.states import Move
from shiftbid.solver.rosters.tables import IntArray
from shiftbid.solver.rosters.traces import last_costs


@dataclass(frozen=True, slots=True)
class Through:
    """Least costs, in units of the pricer's scale; at least LEGAL where there is no such roster.

    Attributes
    ----------
    shifts
        Of a roster with this shift; shape (people, days, shifts).
    off
        Of a roster with this day off; shape (people, days).
    """

    shifts: IntArray
    off: IntArray


def least_through(pricer: Pricer, costs: IntArray, people: IntArray) -> Through:
    """Find the least costs at these costs of working, of the form that `Pricer.price` takes.

    Limits on kinds of shift count where the pricer watches them: the least costs are never too high.
    """
    shifts = np.full(costs.shape, BLOCKED, dtype=np.int64)
    off = np.full(costs.shape[:2], BLOCKED, dtype=np.int64)
    for batch in pricer.batches(people):
        group = batch.space.people
        layers, move_costs, _ = pricer.forward(batch, costs[group], None)
        of_moves, of_rest = _walk_back(pricer, batch, layers, move_costs)
        off[group] = of_rest.T
        for number, move in enumerate(batch.space.moves):
            best = of_moves[:, number].T.astype(np.int64) - move_costs[:, number].T
            for shift in move.shifts.tolist():
                own = best + costs[group, :, shift]
                shifts[group, :, shift] = np.where(costs[group, :, shift] < BLOCKED, np.minimum(own, BLOCKED), BLOCKED)
    return Through(shifts, off)


def _walk_back(pricer: Pricer, batch: Batch, layers: Sequence[Layer], move_costs: Cost) -> tuple[Cost, Cost]:
    """Give the least costs through each move, shape (days, moves, P), and through each day off, shape (days, P)."""
    days, moves, people = move_costs.shape
    of_moves = np.full((days, moves, people), BLOCKED, dtype=np.int32)
    of_rest = np.full((days, people), BLOCKED, dtype=np.int32)
    leaving = last_costs(batch.space, batch.passages, layers[-1])
    for day in range(days - 1, -1, -1):
        of_rest[day] = _least(layers[day].rest + leaving.rest)
        before = layers[day - 1] if day else batch.start
        step = pricer.day_step(batch, day, before)
        back = _DayBack(batch, step, day, before, leaving)
        for number, (move, cost) in enumerate(zip(batch.space.moves, move_costs[day], strict=True)):
            if (cost < BLOCKED).any():
                of_moves[day, number] = back.take(move, cost)
        leaving = back.before()
    return of_moves, of_rest


class _DayBack:
    """One day backwards: from the costs of leaving the states after it to those before it."""

    def __init__(self, batch: Batch, step: DayStep, day: int, before: Layer, leaving: Layer) -> None:
        self._batch = batch
        self._step = step
        self._day = day
        self._before = before
        self._leaving = leaving
        self._work = np.full_like(before.work, BLOCKED)
        self._start = np.full(before.rest.shape[1:], BLOCKED, dtype=np.int32)

    def take(self, move: Move, cost: Cost) -> Cost:
        """Go back over a move; give the least cost of a roster with it, shape (P,)."""
        old, new = overlap(self._before, self._leaving, move.units)
        least = np.full(len(cost), BLOCKED, dtype=np.int32)
        if old is None or new is None:
            return least
        target = self._leaving.work[move.result]
        classes = [number for number in range(self._batch.space.classes) if number not in move.barred]
        for reaching, places, counts, going_on in (
            (self._step.first_day_of_work()[None], slice(0, 1), self._step.from_rest_counts, False),
            (self._step.further_day_of_work(move.barred), slice(1, None), self._step.from_work_counts, True),
        ):
            if reaching is None:
                continue
            read, leave = shifted(reaching[:, old], target[places, new], counts=counts, watched=move.watched)
            penalty = self._step.too_long(places)
            onwards = np.minimum(leave + spread(cost, penalty, leave.shape), BLOCKED)
            least = np.minimum(least, _least(read + onwards))
            if going_on:
                for number in classes:
                    mine, _ = shifted(
                        self._work[number, :-1, old], target[places, new], counts=counts, watched=move.watched
                    )
                    np.minimum(mine, onwards, out=mine)
            else:
                mine, _ = shifted(self._start[None, old], target[places, new], counts=counts, watched=move.watched)
                np.minimum(mine, onwards, out=mine)
        return least

    def before(self) -> Layer:
        """Cost of leaving each state before the day; after all moves were taken."""
        passages = self._batch.passages
        before = self._before
        blank = (1,) * (before.rest.ndim - 2)
        rest = np.full_like(before.rest, BLOCKED)
        old, new = overlap(before, self._leaving, 0)
        if old is not None and new is not None:
            resting = self._leaving.rest[:, new, : before.weekends]
            rest[:-1, old] = resting[1:]
            rest[-1, old] = resting[-1]
            penalty = passages.ending(self._day).reshape(-1, *blank, before.rest.shape[-1])
            ended = np.minimum(resting[0] + penalty, BLOCKED)
            np.minimum(self._work[:, :, old], ended, out=self._work[:, :, old])
        penalty = passages.start_run.reshape(-1, *blank, before.rest.shape[-1])
        np.minimum(rest, np.minimum(self._start + penalty, BLOCKED), out=rest)
        return Layer(self._work, rest, before.least_work)


def _least(costs: Cost) -> Cost:
    """Least over all axes but the last, at most BLOCKED."""
    return np.minimum(costs.reshape(-1, costs.shape[-1]).min(axis=0), BLOCKED)
