"""From the costs of all states back to rosters: the cheapest last states, and how each was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shiftbid.domain.errors import BugError
from shiftbid.solver.rosters.layers import Layer
from shiftbid.solver.rosters.passages import BLOCKED, Cost, Passages
from shiftbid.solver.rosters.states import StateSpace
from shiftbid.solver.rosters.tables import OFF, BoolArray, IntArray, Roster

LEGAL = BLOCKED // 2
"""Costs below this belong to a legal roster."""


@dataclass(frozen=True, slots=True)
class Ends:
    """Some last states, each with the place of its person among the people priced and its cost; shape (paths,).

    `day_cost` is what of the cost the days have; the rest are the weekends'.
    """

    place: IntArray
    cost: IntArray
    day_cost: IntArray
    at_work: BoolArray
    class_of_shift: IntArray
    days_in_row: IntArray
    work: IntArray
    weekends: IntArray
    counts: Sequence[IntArray]


def cheapest_ends(space: StateSpace, passages: Passages, last: Layer, most: int) -> tuple[IntArray, Ends]:
    """Give each person's least cost, shape (P,), and up to `most` legal last states of each, cheapest first."""
    people = len(space.people)
    leaving = last_costs(space, passages, last)
    rows = space.classes * space.runs
    states = np.concatenate([(last.work + leaving.work).reshape(rows, *last.rest.shape[1:]), last.rest + leaving.rest])
    flat = np.minimum(states, BLOCKED).reshape(-1, people)
    kept = min(most, len(flat))
    first = np.argpartition(flat, kept - 1, axis=0)[:kept]
    cost = np.take_along_axis(flat, first, axis=0)
    least = cost.min(axis=0).astype(np.int64)
    legal = np.nonzero(cost < LEGAL)
    entry = np.unravel_index(first[legal], states.shape[:-1])
    row = entry[0]
    at_work = row < rows
    place, cost = legal[1].astype(np.int64), cost[legal].astype(np.int64)
    ends = Ends(
        place=place,
        cost=cost,
        day_cost=cost - passages.last_weekends[entry[2], place],
        at_work=at_work,
        class_of_shift=np.where(at_work, row // space.runs, 0),
        days_in_row=np.where(at_work, row % space.runs, row - rows),
        work=entry[1] + last.least_work,
        weekends=entry[2],
        counts=tuple(entry[3:]),
    )
    return least, ends


def last_costs(space: StateSpace, passages: Passages, last: Layer) -> Layer:
    """Penalty of each last state, in the form of the last layer."""
    people = len(space.people)
    weekends = passages.last_weekends.reshape(1, -1, *(1,) * len(space.counts), people)
    amounts = np.minimum(passages.last_minutes[:, None] + weekends, BLOCKED)
    blank = (1,) * (last.rest.ndim - 2)
    work = passages.last_work.reshape(space.classes, space.runs, *blank, people)
    rest = passages.last_rest.reshape(space.rests, *blank, people)
    return Layer(np.minimum(amounts + work, BLOCKED), np.minimum(amounts + rest, BLOCKED), last.least_work)


class Tracer:
    """Walks back from last states; keeps where each path stands.

    Days in a row count from 0 here: index of the run or rest.
    """

    def __init__(self, space: StateSpace, passages: Passages, ends: Ends) -> None:
        self._space = space
        self._passages = passages
        self._place = ends.place
        self._cost = ends.day_cost.copy()
        self._at_work = ends.at_work.copy()
        self._class = ends.class_of_shift.copy()
        self._row = ends.days_in_row.copy()
        self._work = ends.work.copy()
        self._weekends = ends.weekends.copy()
        self._counts = [count.copy() for count in ends.counts]
        moves = space.moves
        self._units = np.array([move.units for move in moves], dtype=np.int64)
        self._result = np.array([move.result for move in moves], dtype=np.int64)
        self._watched = [
            np.array([move.watched == place for move in moves], dtype=np.int64) for place in range(len(space.counts))
        ]
        self._barred = np.array(
            [[one in move.barred for one in range(space.classes)] for move in moves], dtype=np.bool_
        )

    def step_back(
        self, day: int, before: Layer, move_costs: Cost, cheapest_shift: IntArray, weekend_steps: tuple[int, int]
    ) -> IntArray:
        """Go back over a day; give the shift each path works on it, shape (paths,).

        Parameters
        ----------
        move_costs, cheapest_shift
            Of each move on this day and its cheapest shift; shape (moves, P).
        weekend_steps
            Weekends added by work on this day after rest, and after work.
        """
        shift = np.full(len(self._place), OFF, dtype=np.int64)
        was_at_work = self._at_work.copy()
        first_day = was_at_work & (self._row == 0)
        self._back_over_rest(np.flatnonzero(~was_at_work), day, before)
        for chosen, after_work in ((first_day, False), (was_at_work & ~first_day, True)):
            paths = np.flatnonzero(chosen)
            if len(paths):
                move = self._back_over_work(paths, before, move_costs, weekend_steps[after_work], after_work=after_work)
                shift[paths] = cheapest_shift[move, self._place[paths]]
        return shift

    def _back_over_rest(self, paths: IntArray, day: int, before: Layer) -> None:
        if not len(paths):
            return
        place, row, cost = self._place[paths], self._row[paths], self._cost[paths]
        work = self._work[paths] - before.least_work
        inside = (work >= 0) & (work < before.width) & (self._weekends[paths] < before.weekends)
        rest_of = tuple(count[paths] for count in self._counts)
        entry = np.clip(work, 0, before.width - 1), np.minimum(self._weekends[paths], before.weekends - 1)
        # Longer rests come from rests; the longest also from itself; the first day off from any run that may end.
        same = before.rest[(row, *entry, *rest_of, place)]
        shorter = before.rest[(np.maximum(row - 1, 0), *entry, *rest_of, place)]
        runs = before.work[(slice(None), slice(None), *entry, *rest_of, place)]
        runs = runs + self._passages.ending(day)[None, :, place]
        run = np.argmax((runs == cost).reshape(-1, len(paths)), axis=0)
        from_work = (row == 0) & (np.take_along_axis(runs.reshape(-1, len(paths)), run[None], axis=0)[0] == cost)
        from_same = ~from_work & (row == self._space.rests - 1) & (same == cost)
        from_shorter = ~from_work & ~from_same & (row > 0) & (shorter == cost)
        _require(inside & (from_work | from_same | from_shorter))
        self._at_work[paths] = from_work
        self._class[paths] = np.where(from_work, run // self._space.runs, 0)
        self._row[paths] = np.where(from_work, run % self._space.runs, np.where(from_same, row, row - 1))

    def _back_over_work(
        self, paths: IntArray, before: Layer, move_costs: Cost, weekend_step: int, *, after_work: bool
    ) -> IntArray:
        place, cost = self._place[paths], self._cost[paths]
        work = self._work[paths] - before.least_work - self._units[:, None]
        weekends = np.broadcast_to(self._weekends[paths] - weekend_step, work.shape)
        counts = [count[paths] - watched[:, None] for count, watched in zip(self._counts, self._watched, strict=True)]
        inside = (work >= 0) & (work < before.width) & (weekends >= 0) & (weekends < before.weekends)
        for count in counts:
            inside &= count >= 0
        inside &= self._result[:, None] == self._class[paths]
        entry = (
            np.clip(work, 0, before.width - 1),
            np.clip(weekends, 0, before.weekends - 1),
            *(np.maximum(count, 0) for count in counts),
            np.broadcast_to(place, work.shape),
        )
        if after_work:
            row = np.broadcast_to(self._row[paths] - 1, work.shape)
            states = before.work[(slice(None), row, *entry)] + np.where(self._barred.T, BLOCKED, 0)[:, :, None]
        else:
            states = before.rest[(slice(None), *entry)] + self._passages.start_run[:, None, place]
        reached = (states == cost - move_costs[:, place]) & inside
        rows, moves = reached.shape[:2]
        found = np.argmax(reached.reshape(rows * moves, -1), axis=0)
        _require(np.take_along_axis(reached.reshape(rows * moves, -1), found[None], axis=0)[0])
        row, move = np.divmod(found, moves)
        self._at_work[paths] = after_work
        self._class[paths] = row if after_work else 0
        self._row[paths] = self._row[paths] - 1 if after_work else row
        self._work[paths] -= self._units[move]
        self._weekends[paths] -= weekend_step
        for count, watched in zip(self._counts, self._watched, strict=True):
            count[paths] -= watched[move]
        self._cost[paths] = cost - move_costs[move, place]
        return move


def _require(found: BoolArray) -> None:
    if not found.all():
        raise BugError("a roster's way through the states is lost")


def empty_paths(paths: int, days: int) -> Roster:
    """Give rosters with every day off; shape (paths, days)."""
    return np.full((paths, days), OFF, dtype=np.int16)
