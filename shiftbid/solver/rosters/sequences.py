"""Everybody's cheapest sequence of days, with no limit on minutes, weekends and kinds: these are priced by the caller.

What is left is who may follow what and how long runs and rests are: few states, so that a period of a year takes a
fraction of a second. People are treated all at once, last axis the person. Whole numbers throughout.
The period has free edges.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.tables import OFF, BoolArray, IntArray, Roster, RosterTables

BARRED = 1 << 40
"""Cost of what is not allowed; a sum of this over all days of a year is still exact."""


@dataclass(frozen=True, slots=True)
class Sequences:
    """Least costs, shape (people,), and rosters that have them, shape (people, days)."""

    least: IntArray
    roster: Roster


class SequencePricer:
    """Prices the people of one problem again and again."""

    def __init__(self, tables: RosterTables) -> None:
        self._tables = tables
        self._kinds = _kinds(tables.clashes)
        limits = tables.limits
        run = np.arange(1, int(limits.most_run_days.max()) + 1)[:, None]
        rest = np.arange(1, int(limits.least_rest_days.max()) + 1)[:, None]
        self._short = np.where(run >= limits.least_run_days, 0, BARRED)
        self._too_long = np.where(run <= limits.most_run_days, 0, BARRED)
        self._too_early = np.where(rest >= limits.least_rest_days, 0, BARRED)
        classes, runs, rests = self._kinds.classes, len(run), len(rest)
        # The entry after the last day is never read; the entry before the first is the free edge.
        self._work = np.full((tables.days + 1, classes, runs, tables.people), BARRED, dtype=np.int64)
        self._rest = np.full((tables.days + 1, rests, tables.people), BARRED, dtype=np.int64)
        self._rest[0, -1] = 0

    def price(self, costs: IntArray, weekend_costs: IntArray) -> Sequences:
        """Find everybody's cheapest sequence.

        Parameters
        ----------
        costs
            Of working a shift, at least BARRED where it may not be worked; shape (people, days, shifts).
        weekend_costs
            Of each weekend worked, on one day or more; shape (people,).
        """
        kinds, opens = self._kinds, self._tables.opens_weekend
        by_day = np.ascontiguousarray(costs.transpose(1, 2, 0))
        moves = np.minimum.reduceat(by_day[:, kinds.order], kinds.first, axis=1)
        for day in range(self._tables.days):
            moves[day] += weekend_costs if opens[day] else 0
            self._step(day, moves[day], self._begin_costs(day, weekend_costs))
        return self._traced(by_day, moves, weekend_costs)

    def _begin_costs(self, day: int, weekend_costs: IntArray) -> IntArray | int:
        """Cost of beginning a run on this day: a weekend that its first day has not begun to count."""
        late = self._tables.ends_weekend[day] and not self._tables.opens_weekend[day]
        return weekend_costs if late else 0

    def _ending(self, day: int) -> IntArray:
        """Penalty of a day off after a run that lasted to the day before; a run from the first day may be short."""
        if day == 0 or day > len(self._short):
            return self._short
        ending = self._short.copy()
        ending[day - 1] = 0
        return ending

    def _step(self, day: int, moves: IntArray, begin_costs: IntArray | int) -> None:
        kinds = self._kinds
        work, rest = self._work[day], self._rest[day]
        begun = (rest + self._too_early).min(axis=0) + begin_costs
        going_on = (work[None, :, :-1] + kinds.bars[:, :, None, None]).min(axis=1)
        after = self._work[day + 1]
        after[:, 0] = np.minimum.reduceat(moves, kinds.first_of_result, axis=0) + begun
        reached = going_on[kinds.group] + moves[:, None]
        after[:, 1:] = np.minimum.reduceat(reached, kinds.first_of_result, axis=0)
        after += self._too_long
        rested = self._rest[day + 1]
        rested[0] = (work.min(axis=0) + self._ending(day)).min(axis=0)
        rested[1:] = rest[:-1]
        np.minimum(rested[-1], rest[-1], out=rested[-1])
        np.minimum(after, BARRED, out=after)
        np.minimum(rested, BARRED, out=rested)

    def _traced(self, by_day: IntArray, moves: IntArray, weekend_costs: IntArray) -> Sequences:
        """Go back over the days; every person is in one state, `run` or `rest` days in a row."""
        kinds, days, people = self._kinds, self._tables.days, np.arange(self._tables.people)
        runs, rests = self._work.shape[2], self._rest.shape[1]
        flat = np.concatenate([self._work[days].reshape(-1, len(people)), self._rest[days]])
        state = flat.argmin(axis=0)
        least = flat[state, people]
        working = state < kinds.classes * runs
        result, run = np.where(working, state // runs, 0), np.where(working, state % runs, 0)
        rest = np.where(working, 0, state - kinds.classes * runs)
        roster = np.full((len(people), days), OFF, dtype=np.int16)
        for day in range(days - 1, -1, -1):
            work = self._work[day]
            # Work: the move, and where from. Only moves that lead to the person's class count.
            begun = self._rest[day] + self._too_early
            before = work[:, np.maximum(run - 1, 0), people]
            barred = before[None] + kinds.bars[:, :, None]
            first_day = begun.min(axis=0) + self._begin_costs(day, weekend_costs)
            reached = np.where(run > 0, barred.min(axis=1)[kinds.group], first_day) + moves[day]
            reached = np.where(kinds.result[:, None] == result, reached, 4 * BARRED)
            move = reached.argmin(axis=0)
            at_work = np.flatnonzero(working)
            for number in at_work.tolist():
                members = kinds.members[move[number]]
                roster[number, day] = members[by_day[day, members, number].argmin()]
            from_class = barred[kinds.group[move], :, people].argmin(axis=1)
            # Rest: a longer rest, or the first day off after a run.
            ended = work + self._ending(day)
            ended_state = ended.reshape(-1, len(people)).argmin(axis=0)
            longer = self._rest[day]
            longest = (rest == rests - 1) & ((rests == 1) | (longer[-1] < longer[max(0, rests - 2)]))
            if rests == 1:
                longest &= longer[0] <= ended.reshape(-1, len(people)).min(axis=0)
            run_ends = ~working & (rest == 0) & ~longest
            goes_to_rest = working & (run == 0)
            next_working = (working & (run > 0)) | run_ends
            next_result = np.where(run_ends, ended_state // runs, from_class)
            next_run = np.where(run_ends, ended_state % runs, run - 1)
            next_rest = np.where(goes_to_rest, begun.argmin(axis=0), np.where(longest, rest, rest - 1))
            working = next_working
            result, run = np.where(working, next_result, 0), np.where(working, next_run, 0)
            rest = np.where(working, 0, next_rest)
        return Sequences(least, roster)


@dataclass(frozen=True, slots=True)
class _Kinds:
    """Shifts gathered by what they follow (group) and what may follow them (result); sorted by result.

    Attributes
    ----------
    order, first
        Shifts in the order of their moves, and the first of each move in it.
    group, result
        Of each move; `first_of_result` is the first move of each result.
    bars
        BARRED where a class may not come before a group; shape (groups, classes).
    """

    classes: int
    order: IntArray
    first: IntArray
    group: IntArray
    result: IntArray
    first_of_result: IntArray
    bars: IntArray
    members: tuple[IntArray, ...]


def _kinds(clashes: BoolArray) -> _Kinds:
    rows, result_of = np.unique(clashes, axis=0, return_inverse=True)
    columns, group_of = np.unique(clashes.T, axis=0, return_inverse=True)
    keys = sorted({(int(result), int(group)) for result, group in zip(result_of, group_of, strict=True)})
    members = tuple(np.flatnonzero((result_of == result) & (group_of == group)) for result, group in keys)
    result, group = np.array([key[0] for key in keys]), np.array([key[1] for key in keys])
    sizes = np.array([len(each) for each in members])
    # A class bars a group where its shifts clash with the group's.
    some_shift_of_group = np.array([int(np.flatnonzero(group_of == number)[0]) for number in range(len(columns))])
    bars = np.where(rows[:, some_shift_of_group], BARRED, 0).T
    return _Kinds(
        classes=len(rows),
        order=np.concatenate(members),
        first=np.concatenate([[0], np.cumsum(sizes)[:-1]]),
        group=group,
        result=result,
        first_of_result=np.searchsorted(result, np.arange(len(rows))),
        bars=bars.astype(np.int64),
        members=members,
    )
