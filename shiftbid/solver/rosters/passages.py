"""What lets a person begin or end a run of days, and which states may stand at the end of the period.

Everything is a penalty to be added: 0 where allowed, BLOCKED where not. All costs are whole numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.solver.rosters.states import StateSpace
from shiftbid.solver.rosters.tables import OFF, BoolArray, IntArray, RosterTables

Cost = npt.NDArray[np.int32]

BLOCKED = 1_000_000_000
"""Cost of what is not allowed: twice this fits 32 bits, and no legal roster comes near half of it."""


@dataclass(frozen=True, slots=True)
class Passages:
    """Penalties of several people.

    Attributes
    ----------
    end_run
        Of a day off after a run; shape (runs, P), valid from day `open_days` on; `end_run_early` before that, shape
        (open_days, runs, P): runs that touch the first day may be short.
    start_run
        Of work after a rest; shape (rests, P).
    too_long
        Of runs beyond the person's longest; shape (runs, P).
    last_work, last_rest
        Of ending the period so; shapes (classes, runs, P), (rests, P).
    last_minutes
        Of ending with that work, and those counts; shape (work, counts ..., P).
    last_weekends
        And what the weekends cost; shape (weekends, P).
    """

    end_run: Cost
    end_run_early: Cost
    start_run: Cost
    too_long: Cost
    last_work: Cost
    last_rest: Cost
    last_minutes: Cost
    last_weekends: Cost

    def ending(self, day: int) -> Cost:
        """Penalty of a day off on this day after a run that lasted to the day before; shape (runs, P)."""
        return self.end_run_early[day] if day < len(self.end_run_early) else self.end_run


def find_passages(tables: RosterTables, space: StateSpace, scale: int) -> Passages:
    """Work out the penalties of these people's limits and edges, in units of which `scale` are a cost of 1."""
    people, limits = space.people, tables.limits
    run = np.arange(1, space.runs + 1)[:, None]
    rest = np.arange(1, space.rests + 1)[:, None]
    least_run, most_run = limits.least_run_days[people], limits.most_run_days[people]
    least_rest = np.minimum(limits.least_rest_days[people], space.rests)
    before, open_before = tables.before.run_days[people], tables.before.open_run[people]
    early = range(min(tables.days, int(limits.least_run_days[people].max())))
    open_run = [open_before & (run == before + day) for day in early]
    return Passages(
        end_run=_penalty(run >= least_run),
        end_run_early=np.array([_penalty((run >= least_run) | opened) for opened in open_run], dtype=np.int32),
        start_run=_penalty(rest >= least_rest),
        too_long=_penalty(run <= most_run),
        last_work=_last_work(tables, space),
        last_rest=_last_rest(tables, space),
        last_minutes=_last_minutes(tables, space),
        last_weekends=_last_weekends(tables, space, scale),
    )


def _penalty(allowed: BoolArray) -> Cost:
    return np.where(allowed, 0, BLOCKED).astype(np.int32)


def _last_work(tables: RosterTables, space: StateSpace) -> Cost:
    """A run that reaches the last day goes on after it, or ends there."""
    people, limits, after = space.people, tables.limits, tables.after
    run = np.arange(1, space.runs + 1)[:, None]
    whole = run + after.run_days[people]
    # A run across the whole period may be open at its first day.
    open_run = after.open_run[people] | (
        tables.before.open_run[people] & (run == tables.before.run_days[people] + tables.days)
    )
    kept = (whole <= limits.most_run_days[people]) & ((whole >= limits.least_run_days[people]) | open_run)
    # Where the run ends with the period, the days off after it must be enough.
    kept &= (after.run_days[people] > 0) | (after.rest_days[people] >= limits.least_rest_days[people])
    follows = np.ones((space.classes, len(people)), dtype=np.bool_)
    for number, shift in enumerate(after.shift[people]):
        if shift != OFF:
            clashing = space.class_of[tables.clashes[:, shift]]
            follows[clashing[clashing >= 0], number] = False
    return _penalty(follows[:, None, :] & kept[None])


def _last_rest(tables: RosterTables, space: StateSpace) -> Cost:
    people, limits, after = space.people, tables.limits, tables.after
    rest = np.arange(1, space.rests + 1)[:, None]
    kept = rest + after.rest_days[people] >= np.minimum(limits.least_rest_days[people], space.rests)
    lone_run = (after.run_days[people] >= limits.least_run_days[people]) | after.open_run[people]
    return _penalty(kept & ((after.run_days[people] == 0) | lone_run))


def _last_minutes(tables: RosterTables, space: StateSpace) -> Cost:
    people, limits = space.people, tables.limits
    work = np.arange(int(space.least_work[-1]), int(space.most_work[-1]) + 1, dtype=np.int64) * space.unit_minutes
    places = len(space.counts)
    minutes = work.reshape(-1, *(1,) * places)
    allowed = np.ones((1,) * (places + 1) + (len(people),), dtype=np.bool_)
    for place, (count, remainder) in enumerate(zip(space.counts, space.remainders, strict=True)):
        axis = np.arange(count + 1).reshape(1, *(-1 if other == place else 1 for other in range(places)))
        minutes = minutes + axis * remainder
        most = limits.most_shifts[people][:, _watched_shift(space, place)]
        allowed = allowed & (axis[..., None] <= most)
    minutes = minutes[..., None]
    return _penalty(allowed & (minutes >= limits.least_minutes[people]) & (minutes <= limits.most_minutes[people]))


def _last_weekends(tables: RosterTables, space: StateSpace, scale: int) -> Cost:
    people = space.people
    weekends = np.arange(int(space.weekends[-1]) + 1)[:, None]
    cost = scale * tables.weekend_cost[people] * weekends
    return scaled(np.where(weekends <= tables.limits.most_weekends[people], cost, BLOCKED))


def _watched_shift(space: StateSpace, place: int) -> int:
    return next(int(move.shifts[0]) for move in space.moves if move.watched == place)


def scaled(numbers: IntArray) -> Cost:
    """Bring whole costs into the form of penalties; BLOCKED and more becomes BLOCKED."""
    return np.minimum(numbers, BLOCKED).astype(np.int32)
