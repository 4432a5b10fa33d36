"""The cheapest way to every state, day by day: an exact dynamic program, dense and for many people at once.

Every state of a day is one entry of an array whose last axis is the person, so that a step is a few additions and
minima over whole arrays. Whole numbers throughout: two ways to a state compare exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.passages import BLOCKED, Cost, Passages
from shiftbid.solver.rosters.states import Move, StateSpace
from shiftbid.solver.rosters.tables import OFF, BoolArray, RosterTables


@dataclass(frozen=True, slots=True)
class Layer:
    """Cost of every state after a day.

    Attributes
    ----------
    work
        Shape (classes, runs, work, weekends, counts ..., P).
    rest
        Shape (rests, work, weekends, counts ..., P).
    least_work
        Work units of the first entry of the work axis.
    """

    work: Cost
    rest: Cost
    least_work: int

    @property
    def width(self) -> int:
        """Entries of the work axis."""
        return self.rest.shape[1]

    @property
    def weekends(self) -> int:
        """Entries of the weekends axis."""
        return self.rest.shape[2]


class LayerStore:
    """Memory for the layers of one space at a time, kept between pricings."""

    def __init__(self) -> None:
        self._memory: Cost = np.empty(0, dtype=np.int32)

    def layers(self, space: StateSpace) -> Sequence[Layer]:
        """Cut the memory into the layers of a space; what they held before is lost."""
        days = len(space.least_work)
        sizes = [space.layer_states(day) for day in range(days)]
        if len(self._memory) < sum(sizes):
            self._memory = np.empty(sum(sizes), dtype=np.int32)
        layers: list[Layer] = []
        first = 0
        for day, size in enumerate(sizes):
            shape = space.layer_shape(day)
            cell = size // (space.classes * space.runs + space.rests)
            middle = first + cell * space.classes * space.runs
            work = self._memory[first:middle].reshape(space.classes, space.runs, *shape)
            rest = self._memory[middle : first + size].reshape(space.rests, *shape)
            layers.append(Layer(work, rest, int(space.least_work[day])))
            first += size
        return layers


def start_layer(tables: RosterTables, space: StateSpace) -> Layer:
    """State before the first day: what each person did until then."""
    shape = 1, 1, *(count + 1 for count in space.counts), len(space.people)
    work = np.full((space.classes, space.runs, *shape), BLOCKED, dtype=np.int32)
    rest = np.full((space.rests, *shape), BLOCKED, dtype=np.int32)
    nothing = (0,) * (len(shape) - 1)
    for place, person in enumerate(space.people):
        run, shift = int(tables.before.run_days[person]), int(tables.before.shift[person])
        if shift == OFF:
            rest[(min(int(tables.before.rest_days[person]), space.rests) - 1, *nothing, place)] = 0
        elif run <= space.runs:
            work[(int(space.class_of[shift]), run - 1, *nothing, place)] = 0
    return Layer(work, rest, 0)


@dataclass(frozen=True, slots=True)
class DayCosts:
    """Costs of one day: of every move, shape (moves, P), and who has to work, shape (P,) or None for nobody."""

    moves: Cost
    must_work: BoolArray | None


class DayStep:
    """The step from the state before a day to the state after it.

    Parameters
    ----------
    opens_weekend, ends_weekend
        Whether the day is the first, or a later, day of a weekend.
    """

    def __init__(
        self,
        space: StateSpace,
        passages: Passages,
        day: int,
        before: Layer,
        *,
        opens_weekend: bool,
        ends_weekend: bool,
    ) -> None:
        self.space = space
        self.before = before
        self.from_rest_counts = opens_weekend or ends_weekend
        self.from_work_counts = opens_weekend
        self._too_long = passages.too_long if passages.too_long.any() else None
        # Ways on from the state before: to rest, to a first day of work, to a further day of work.
        self._rested = _cheapest(before.rest, passages.start_run)
        self._ended = _cheapest(before.work.min(axis=0), passages.ending(day))
        self._further: dict[frozenset[int], Cost | None] = {}

    def fill(self, after: Layer, costs: DayCosts) -> None:
        """Work out every state after the day."""
        after.work.fill(BLOCKED)
        after.rest.fill(BLOCKED)
        self._fill_rest(after, costs.must_work)
        for move, cost in zip(self.space.moves, costs.moves, strict=True):
            if (cost >= BLOCKED).all():
                continue
            self._fill_move(after, move, cost)

    def too_long(self, places: slice) -> Cost | None:
        """Penalty of runs beyond the longest, of these lengths; None where nobody has one."""
        return None if self._too_long is None else self._too_long[places]

    def first_day_of_work(self) -> Cost:
        """Cost of the states from which a run can begin; shape (work, weekends, counts ..., P)."""
        return self._rested

    def further_day_of_work(self, barred: frozenset[int]) -> Cost | None:
        """Cost of the states that a run goes on from, cheapest of the classes not barred.

        Shape (runs - 1, work, weekends, counts ..., P); None where all classes are barred or runs are one day long.
        """
        if barred not in self._further:
            self._further[barred] = self._cheapest_class(barred)
        return self._further[barred]

    def _cheapest_class(self, barred: frozenset[int]) -> Cost | None:
        kept = [number for number in range(self.space.classes) if number not in barred]
        if not kept or self.space.runs == 1:
            return None
        # Classes barred for other moves too have been gathered already where those were stricter.
        stricter = [(other, found) for other, found in self._further.items() if other > barred and found is not None]
        if stricter:
            other, found = min(stricter, key=lambda pair: len(pair[0]))
            cheapest, left = found, [number for number in kept if number in other]
        else:
            cheapest, left = self.before.work[kept[0], :-1], kept[1:]
        for number in left:
            cheapest = np.minimum(cheapest, self.before.work[number, :-1])
        return cheapest

    def _fill_rest(self, after: Layer, must_work: BoolArray | None) -> None:
        old, new = overlap(self.before, after, 0)
        if old is None or new is None:
            return
        weekends = slice(0, self.before.weekends)
        rest = after.rest[:, new, weekends]
        before = self.before.rest[:, old]
        rest[0] = self._ended[old]
        rest[1:] = before[:-1]
        np.minimum(rest[-1], before[-1], out=rest[-1])
        if must_work is not None:
            rest[..., must_work] = BLOCKED

    def _fill_move(self, after: Layer, move: Move, cost: Cost) -> None:
        old, new = overlap(self.before, after, move.units)
        if old is None or new is None:
            return
        target = after.work[move.result]
        for source, places, counts in (
            (self._rested[None], slice(0, 1), self.from_rest_counts),
            (self.further_day_of_work(move.barred), slice(1, None), self.from_work_counts),
        ):
            if source is None:
                continue
            reached = target[places, new]
            read, written = shifted(source[:, old], reached, counts=counts, watched=move.watched)
            np.minimum(written, read + spread(cost, self.too_long(places), read.shape), out=written)


def _cheapest(states: Cost, penalty: Cost) -> Cost:
    """Least over the first axis of the states, each with its penalty; shape of penalty (first axis, P)."""
    free = [number for number, each in enumerate(penalty) if not each.any()]
    first, last = (free[0], free[-1] + 1) if free else (0, 0)
    # Penalties fall with the length of a run or rest: what is free is one block.
    parts = [states[first:last].min(axis=0)] if free else []
    parts.extend(
        np.minimum(states[number] + penalty[number], BLOCKED)
        for number in range(len(penalty))
        if not first <= number < last and (penalty[number] < BLOCKED).any()
    )
    if not parts:
        return np.full(states.shape[1:], BLOCKED, dtype=np.int32)
    cheapest = parts[0]
    for part in parts[1:]:
        cheapest = np.minimum(cheapest, part)
    return cheapest


def overlap(before: Layer, after: Layer, units: int) -> tuple[slice | None, slice | None]:
    """Entries of the work axis before and after a day that adds units."""
    low = max(after.least_work, before.least_work + units)
    high = min(after.least_work + after.width, before.least_work + before.width + units)
    if high <= low:
        return None, None
    return (
        slice(low - units - before.least_work, high - units - before.least_work),
        slice(low - after.least_work, high - after.least_work),
    )


def shifted(source: Cost, target: Cost, *, counts: bool, watched: int | None) -> tuple[Cost, Cost]:
    """Entries read and written when a weekend begins to count and a watched shift is worked once more."""
    read: list[slice] = [slice(None)] * source.ndim
    written: list[slice] = [slice(None)] * source.ndim
    step = 1 if counts else 0
    entries = min(source.shape[2], target.shape[2] - step)
    read[2] = slice(0, entries)
    written[2] = slice(step, step + entries)
    if watched is not None:
        read[3 + watched] = slice(0, -1)
        written[3 + watched] = slice(1, None)
    return source[tuple(read)], target[tuple(written)]


def spread(cost: Cost, penalty: Cost | None, shape: tuple[int, ...]) -> Cost:
    """Repeat a person's cost over all states but work, so that the addition runs over long stretches of memory."""
    if penalty is None:
        return np.broadcast_to(cost, (1, 1, *shape[2:])).copy()
    each = np.minimum(cost + penalty, BLOCKED).reshape(shape[0], 1, *(1,) * (len(shape) - 3), len(cost))
    return np.broadcast_to(each, (shape[0], 1, *shape[2:])).copy()
