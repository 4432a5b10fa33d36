"""State space of one person's roster, laid out for people who are priced together.

After each day a person is either at work, known by (class of the last shift, days worked in a row), or off, known by
the days off in a row. To both belong the work so far (in units of minutes), the weekends worked and, where a limit on a
kind of shift has to be watched, how often that kind was worked.

A *class* gathers shifts that exclude the same shifts on the next day. A *move* gathers shifts that are alike in all
that later days can see: of these only the cheapest of the day matters.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.tables import OFF, BoolArray, IntArray, RosterTables


@dataclass(frozen=True, slots=True)
class Move:
    """Shifts that lead to the same state.

    Attributes
    ----------
    barred
        Classes that may not come the day before.
    result
        Class after working it.
    units
        Work added; a watched shift's remainder is added at the end, from its count.
    watched
        Place of the shift among the watched ones, or None.
    """

    barred: frozenset[int]
    result: int
    units: int
    watched: int | None
    shifts: IntArray


@dataclass(frozen=True, slots=True)
class StateSpace:
    """Layout of the states of several people.

    Attributes
    ----------
    people
        Their numbers; shape (P,).
    classes, runs, rests
        Sizes: classes of shifts, days in a row at work, days off in a row (the last stands for as many or more).
    least_work, most_work
        Window of work units after each day in which the limits can still be met; shape (days,).
    weekends
        Most weekends that can have been worked after each day; shape (days,).
    counts
        Most times each watched shift may be worked; the state also counts 0.
    unit_minutes, remainders
        Minutes of a unit, and of each watched shift what its units leave over.
    """

    people: IntArray
    moves: Sequence[Move]
    classes: int
    class_of: IntArray
    runs: int
    rests: int
    least_work: IntArray
    most_work: IntArray
    weekends: IntArray
    counts: tuple[int, ...]
    unit_minutes: int
    remainders: tuple[int, ...]

    def layer_shape(self, day: int) -> tuple[int, ...]:
        """Shape of what every class and run, or rest, has after a day: (work, weekends, counts ..., P)."""
        work = int(self.most_work[day] - self.least_work[day]) + 1
        return work, int(self.weekends[day]) + 1, *(count + 1 for count in self.counts), len(self.people)

    def layer_states(self, day: int) -> int:
        """Number of states after a day, of all people together."""
        return math.prod(self.layer_shape(day)) * (self.classes * self.runs + self.rests)


def unit_minutes(tables: RosterTables, person: int, watched: Sequence[int]) -> int:
    """Greatest common length of the person's shifts that are not watched (of all, where all are watched)."""
    mine = np.flatnonzero(tables.limits.most_shifts[person] > 0)
    free = [int(tables.minutes[shift]) for shift in mine if shift not in watched]
    return math.gcd(*(free or [int(tables.minutes[shift]) for shift in mine] or [1])) or 1


def lay_out(tables: RosterTables, people: IntArray, watched: Sequence[int]) -> StateSpace:
    """Lay out the states of people who watch the same shifts and share their unit of work."""
    limits = tables.limits
    worked_before = tables.before.shift[people]
    may_work = np.flatnonzero((limits.most_shifts[people] > 0).any(axis=0))
    shifts = np.union1d(may_work, worked_before[worked_before != OFF])
    unit = unit_minutes(tables, int(people[0]), watched)
    counts = tuple(int(limits.most_shifts[people, shift].max()) for shift in watched)
    remainders = tuple(int(tables.minutes[shift]) % unit for shift in watched)
    spare = sum(rest * count for rest, count in zip(remainders, counts, strict=True))
    class_of, classes = _classes(tables.clashes, shifts)
    moves = _moves(tables, shifts, class_of, unit, watched)
    runs = int(limits.most_run_days[people].max())
    shortest_rest = int(limits.least_rest_days[people].min())
    longest_move = max((move.units for move in moves), default=0)
    reach = np.array([longest_move * _most_work_days(days, runs, shortest_rest) for days in range(tables.days + 1)])
    least = max(0, -(-(int(limits.least_minutes[people].min()) - spare) // unit))
    most = max(0, int(limits.most_minutes[people].max()) // unit)
    most_work = np.minimum(most, reach[1:])
    return StateSpace(
        people=people,
        moves=moves,
        classes=classes,
        class_of=class_of,
        runs=runs,
        rests=int(limits.least_rest_days[people].max()),
        # Least work that the days left can still make up for; an empty window would only say "infeasible" sooner.
        least_work=np.minimum(np.maximum(0, least - reach[tables.days - 1 :: -1]), most_work),
        most_work=most_work,
        weekends=np.minimum(np.cumsum(tables.opens_weekend | _late_start(tables)), limits.most_weekends[people].max()),
        counts=counts,
        unit_minutes=unit,
        remainders=remainders,
    )


def _late_start(tables: RosterTables) -> BoolArray:
    """Day 0 where it ends a weekend: it counts for those who were off the day before."""
    late = np.zeros(tables.days, dtype=np.bool_)
    late[0] = tables.ends_weekend[0]
    return late


def _most_work_days(days: int, longest_run: int, shortest_rest: int) -> int:
    cycles, left = divmod(days, longest_run + shortest_rest)
    return cycles * longest_run + min(left, longest_run)


def _classes(clashes: BoolArray, shifts: IntArray) -> tuple[IntArray, int]:
    """Class of each shift, -1 for shifts nobody has, and the number of classes."""
    class_of = np.full(len(clashes), -1, dtype=np.int64)
    numbers: dict[bytes, int] = {}
    for shift in shifts:
        class_of[shift] = numbers.setdefault(clashes[shift, shifts].tobytes(), len(numbers))
    return class_of, max(1, len(numbers))


def _moves(
    tables: RosterTables, shifts: IntArray, class_of: IntArray, unit: int, watched: Sequence[int]
) -> Sequence[Move]:
    alike: dict[tuple[frozenset[int], int, int, int | None], list[int]] = {}
    for shift in shifts:
        barred = frozenset(int(class_of[other]) for other in shifts if tables.clashes[other, shift])
        place = watched.index(int(shift)) if int(shift) in watched else None
        key = barred, int(class_of[shift]), int(tables.minutes[shift]) // unit, place
        alike.setdefault(key, []).append(int(shift))
    # Few barred classes last: what is known of the strict moves is used for the lenient ones.
    ordered = sorted(alike.items(), key=lambda item: (-len(item[0][0]), item[1]))
    return tuple(
        Move(barred, result, units, place, np.array(members, dtype=np.int64))
        for (barred, result, units, place), members in ordered
    )
