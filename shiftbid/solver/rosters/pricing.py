"""Each person's cheapest legal roster at given prices, exactly.

People whose limits are alike are priced in one dynamic program. Limits on kinds of shift are watched only where a
cheapest roster broke one before (decremental state spaces: Boland, Dethridge and Dumitrescu 2006), so that the least
cost is exact for those who break none, and the rosters given are all legal.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shiftbid.domain.errors import InputError
from shiftbid.solver.rosters.layers import DayCosts, DayStep, Layer, LayerStore, start_layer
from shiftbid.solver.rosters.passages import BLOCKED, Cost, Passages, find_passages, scaled
from shiftbid.solver.rosters.states import StateSpace, lay_out, unit_minutes
from shiftbid.solver.rosters.tables import BoolArray, FloatArray, IntArray, Roster, RosterTables
from shiftbid.solver.rosters.traces import LEGAL, Tracer, cheapest_ends, empty_paths

_FINEST_SCALE = 1 << 14
_LARGEST_PATH = 400_000_000
_BATCH_STATES = 48_000
"""States of a day that are worked on at once: about what a core keeps close by."""
_SMALLEST_BATCH = 8
_ALIKE = 1.25
"""People are priced together whose most minutes differ by at most this factor."""
MANY_COUNTS = 200
"""Counts of watched shifts that proofs carry; what a quick roster carries is FEW_COUNTS."""
FEW_COUNTS = 12


@dataclass(frozen=True, slots=True)
class PricedRosters:
    """Legal rosters and proven least costs, at given costs.

    Attributes
    ----------
    least
        No legal roster of the person costs less; shape (people,). At least LEGAL where the person has none. Persons not
        asked for have 0.
    person, cost, rosters
        The legal rosters found: whose, at what cost; shapes (rosters,), (rosters,), (rosters, days).
    """

    least: IntArray
    person: IntArray
    cost: IntArray
    rosters: Roster


@dataclass(frozen=True, slots=True)
class Batch:
    """People priced together, and what their states allow."""

    space: StateSpace
    passages: Passages
    start: Layer


def price_scale(tables: RosterTables) -> int:
    """Whole units that a cost of 1 is counted in, fine enough for prices and safe in 32 bits.

    Raises
    ------
    InputError
        The costs are too large.
    """
    day = int(np.abs(tables.cost).max(initial=0)) + int(max(tables.missing_cost.max(), tables.surplus_cost.max()))
    weekends = int(np.abs(tables.weekend_cost).max(initial=0)) * int(tables.opens_weekend.sum())
    largest = max(1, day) * tables.days + weekends
    if largest > _LARGEST_PATH:
        raise InputError("roster problem", [f"costs of {day} a day over {tables.days} days are too large to price"])
    return min(_FINEST_SCALE, 1 << (_LARGEST_PATH // largest).bit_length() - 1)


class Pricer:
    """Prices the people of one problem again and again.

    Parameters
    ----------
    most_counts
        Counts of watched shifts that a state may tell apart. Who would need more is held to limits by fewer days on
        which the shift may be worked: the rosters are legal, the least cost is not too high, but may be too low.

    Attributes
    ----------
    scale
        Whole units of a cost of 1 in every cost given and returned.
    """

    def __init__(self, tables: RosterTables, most_counts: int, scale: int | None = None) -> None:
        self.tables = tables
        self._most_counts = most_counts
        self.scale = price_scale(tables) if scale is None else scale
        self._store = LayerStore()
        self._watched: list[tuple[int, ...]] = [()] * tables.people
        self._batches: dict[tuple[int, ...], Batch] = {}

    def of_people(self, tables: RosterTables, people: IntArray) -> Pricer:
        """Give a pricer of these people alone, whose tables are given, that watches what this one watches."""
        pricer = Pricer(tables, self._most_counts, self.scale)
        pricer.watch([self._watched[person] for person in people.tolist()])
        return pricer

    def learn(self, pricer: Pricer, people: IntArray) -> None:
        """Watch what a pricer of these people has come to watch."""
        for person, watched in zip(people.tolist(), pricer.watched, strict=True):
            self._watched[person] = watched

    @property
    def watched(self) -> Sequence[tuple[int, ...]]:
        """Kinds of shift whose limits are watched, of each person."""
        return self._watched

    def watch(self, watched: Sequence[tuple[int, ...]]) -> None:
        """Watch these from now on."""
        self._watched = list(watched)

    def price(
        self,
        costs: IntArray,
        people: IntArray,
        most: int,
        must_work: BoolArray | None = None,
    ) -> PricedRosters:
        """Find the cheapest rosters, up to `most` a person.

        Parameters
        ----------
        costs
            Of working a shift, in units of the scale, BLOCKED where it may not be worked; shape (people, days, shifts).
        must_work
            Days that must be worked; shape (people, days).
        """
        least = np.zeros(self.tables.people, dtype=np.int64)
        found: list[tuple[IntArray, IntArray, Roster]] = []
        waiting = np.asarray(people, dtype=np.int64)
        proven = np.zeros(self.tables.people, dtype=np.bool_)
        while len(waiting):
            again: set[int] = set()
            for batch in self.batches(waiting):
                group = batch.space.people
                group_least, place, cost, rosters = self._run(batch, costs[group], must_work, most)
                least[group] = np.where(proven[group], least[group], group_least)
                broken = self._broken_limits(group[place], rosters)
                kept = ~broken.any(axis=1)
                found.append((group[place[kept]], cost[kept], rosters[kept]))
                for path in np.flatnonzero(~kept & (cost == group_least[place])):
                    person = int(group[place[path]])
                    if person in again:
                        continue
                    again.add(person)
                    if proven[person] or not self._watch_more(person, broken[path]):
                        # What is proven of the person's least cost stays; only a legal roster is still wanted.
                        proven[person] = True
                        costs = self._restrained(costs, person, broken[path])
            waiting = np.array(sorted(again), dtype=np.int64)
        days = self.tables.days
        return PricedRosters(
            least,
            np.concatenate([np.zeros(0, dtype=np.int64), *(person for person, _, _ in found)]),
            np.concatenate([np.zeros(0, dtype=np.int64), *(cost for _, cost, _ in found)]),
            np.concatenate([empty_paths(0, days), *(rosters for _, _, rosters in found)]),
        )

    def batches(self, people: IntArray) -> Sequence[Batch]:
        """Gather people who share a layout, in batches of a size that fits close memory."""
        batches: list[Batch] = []
        for members in self._alike(people):
            size = len(members)
            alone = self._batch(tuple(members[:1])).space
            states = max(alone.layer_states(day) for day in range(self.tables.days))
            size = max(_SMALLEST_BATCH, _BATCH_STATES // states)
            parts = max(1, round(len(members) / size))
            batches.extend(self._batch(tuple(part.tolist())) for part in np.array_split(np.array(members), parts))
        return batches

    def _alike(self, people: IntArray) -> list[list[int]]:
        """Gather people whose states have one layout and whose work hardly differs."""
        most_minutes = self.tables.limits.most_minutes
        layouts: dict[tuple[object, ...], list[list[int]]] = {}
        for person in sorted(people.tolist(), key=lambda each: (int(most_minutes[each]), each)):
            unit = unit_minutes(self.tables, person, self._watched[person])
            groups = layouts.setdefault((self._watched[person], unit), [])
            if not groups or most_minutes[person] > _ALIKE * most_minutes[groups[-1][0]]:
                groups.append([])
            groups[-1].append(person)
        return [group for groups in layouts.values() for group in groups]

    def _batch(self, people: tuple[int, ...]) -> Batch:
        key = (*people, -1, *self._watched[people[0]])
        if key not in self._batches:
            space = lay_out(self.tables, np.array(people, dtype=np.int64), self._watched[people[0]])
            self._batches[key] = Batch(
                space, find_passages(self.tables, space, self.scale), start_layer(self.tables, space)
            )
        return self._batches[key]

    def _run(
        self, batch: Batch, costs: IntArray, must_work: BoolArray | None, most: int
    ) -> tuple[IntArray, IntArray, IntArray, Roster]:
        layers, move_costs, cheapest = self.forward(batch, costs, must_work)
        least, ends = cheapest_ends(batch.space, batch.passages, layers[-1], most)
        rosters = empty_paths(len(ends.place), self.tables.days)
        if len(ends.place):
            tracer = Tracer(batch.space, batch.passages, ends)
            for day in range(self.tables.days - 1, -1, -1):
                before = layers[day - 1] if day else batch.start
                steps = self.weekend_steps(day)
                rosters[:, day] = tracer.step_back(day, before, move_costs[day], cheapest[day], steps)
        return least, ends.place, ends.cost, rosters

    def forward(
        self, batch: Batch, costs: IntArray, must_work: BoolArray | None
    ) -> tuple[Sequence[Layer], Cost, IntArray]:
        """Fill all layers; give them, the moves' costs and cheapest shifts, shape (days, moves, P)."""
        space = batch.space
        move_costs, cheapest = _moves_of(space, costs)
        layers = self._store.layers(space)
        before = batch.start
        forced = None if must_work is None else must_work[space.people]
        for day, after in enumerate(layers):
            on_day = None if forced is None or not forced[:, day].any() else forced[:, day]
            self.day_step(batch, day, before).fill(after, DayCosts(move_costs[day], on_day))
            before = after
        return layers, move_costs, cheapest

    def day_step(self, batch: Batch, day: int, before: Layer) -> DayStep:
        """Give the step over a day."""
        return DayStep(
            batch.space,
            batch.passages,
            day,
            before,
            opens_weekend=bool(self.tables.opens_weekend[day]),
            ends_weekend=bool(self.tables.ends_weekend[day]),
        )

    def weekend_steps(self, day: int) -> tuple[int, int]:
        """Weekends added by work on a day after rest, and after work."""
        opens = int(self.tables.opens_weekend[day])
        return opens or int(self.tables.ends_weekend[day]), opens

    def _broken_limits(self, people: IntArray, rosters: Roster) -> BoolArray:
        """Whether each roster breaks each shift's limit; shape (rosters, shifts)."""
        worked = (rosters[:, :, None] == np.arange(self.tables.shifts)).sum(axis=1)
        return worked > self.tables.limits.most_shifts[people]

    def _watch_more(self, person: int, broken: BoolArray) -> bool:
        """Watch one more broken limit of a person, the least one; says whether the states can carry it."""
        limits = self.tables.limits.most_shifts[person]
        most = np.where(broken, limits, np.iinfo(np.int64).max)
        watched = tuple(sorted({*self._watched[person], int(most.argmin())}))
        if math.prod(int(limits[shift]) + 1 for shift in watched) > self._most_counts:
            return False
        self._watched[person] = watched
        return True

    def _restrained(self, costs: IntArray, person: int, broken: BoolArray) -> IntArray:
        """Leave a person only the cheapest days of each shift worked too often, as many as the limit allows."""
        restrained = costs.copy()
        for shift in np.flatnonzero(broken):
            most = int(self.tables.limits.most_shifts[person, shift])
            restrained[person, np.argsort(costs[person, :, shift], kind="stable")[most:], shift] = BLOCKED
        return restrained


def whole_prices(tables: RosterTables, prices: FloatArray, scale: int) -> IntArray:
    """Round prices to units, within what a head can be worth; shape (days, shifts)."""
    units = np.rint(prices * scale).astype(np.int64)
    return np.clip(units, -tables.surplus_cost * scale, tables.missing_cost * scale)


def allowed_costs(tables: RosterTables, scale: int, prices: IntArray) -> IntArray:
    """Costs of working each shift at the prices of heads, in units of the scale; shape (people, days, shifts)."""
    return np.where(tables.allowed, tables.cost * scale - prices, BLOCKED)


def has_roster(least: IntArray) -> BoolArray:
    """Whether these least costs belong to people who have a legal roster."""
    return least < LEGAL


def _moves_of(space: StateSpace, costs: IntArray) -> tuple[Cost, IntArray]:
    """Least cost of every move and the shift that has it; shape (days, moves, P)."""
    people, days = costs.shape[:2]
    least = np.empty((days, len(space.moves), people), dtype=np.int32)
    shift = np.empty((days, len(space.moves), people), dtype=np.int64)
    for number, move in enumerate(space.moves):
        mine = costs[:, :, move.shifts]
        best = mine.argmin(axis=2)
        least[:, number] = scaled(np.take_along_axis(mine, best[:, :, None], axis=2)[:, :, 0]).T
        shift[:, number] = move.shifts[best].T
    return least, shift
