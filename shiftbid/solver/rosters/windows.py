"""Parts of a long period as roster problems of their own.

Between fixed days a part has what the fixed days leave of every limit. At the head of a roster that is still to be
made, it has its share of what is left, so that later parts keep room to meet the limits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from shiftbid.solver.rosters.messages import LimitPrices
from shiftbid.solver.rosters.tables import (
    LONG,
    OFF,
    BoolArray,
    Edge,
    FloatArray,
    IntArray,
    Limits,
    Roster,
    RosterTables,
    free_edge,
)

_ROUNDING = 0.5


def between(tables: RosterTables, roster: Roster, first: int, last: int) -> RosterTables:
    """Take the days from `first` to before `last`; all other days of the roster stay."""
    others = np.concatenate([roster[:, :first], roster[:, last:]], axis=1)
    spent_before, spent_after = (
        tables.weekends_worked(roster[:, :first] != OFF),
        tables.weekends_worked(roster[:, last:] != OFF, last),
    )
    limits = _left(tables, others, spent_before + spent_after)
    return _cut(tables, roster, first, last, limits, _edge_after(tables, roster, last))


def ahead(tables: RosterTables, roster: Roster, first: int, last: int, spare_shifts: IntArray) -> RosterTables:
    """Take the days from `first` to before `last` where no later day is known yet.

    Parameters
    ----------
    spare_shifts
        How far each person may stray from their share of the limits, in shifts; shape (people,).
    """
    left = _left(tables, roster[:, :first], tables.weekends_worked(roster[:, :first] != OFF))
    after = tables.after
    if last < tables.days:
        left = _share(tables, left, last, spare_shifts)
        # A run that reaches the cut is long enough already: whatever comes next, it may end there.
        after = replace(free_edge(tables.people), open_run=np.zeros(tables.people, dtype=np.bool_))
    return _cut(tables, roster, first, last, left, after)


def _left(tables: RosterTables, others: Roster, weekends: IntArray) -> Limits:
    limits = tables.limits
    minutes = np.where(others != OFF, tables.minutes[np.maximum(others, 0)], 0).sum(axis=1)
    counts = (others[:, :, None] == np.arange(tables.shifts)).sum(axis=1)
    return replace(
        limits,
        least_minutes=limits.least_minutes - minutes,
        most_minutes=limits.most_minutes - minutes,
        most_weekends=limits.most_weekends - weekends,
        most_shifts=np.maximum(0, limits.most_shifts - counts),
    )


def _share(tables: RosterTables, left: Limits, last: int, spare_shifts: IntArray) -> Limits:
    """Keep to the share of each limit that is due by a day: by the days a person can work, and by weekends.

    What was spent before counts, so that small deviations of the parts do not add up.
    """
    whole = tables.limits
    workable: BoolArray = np.logical_or.reduce(tables.allowed, axis=2)
    share = workable[:, :last].sum(axis=1) / np.maximum(1, workable.sum(axis=1))
    longest = int(tables.minutes.max())
    weekends = tables.opens_weekend[:last].sum() / max(1, tables.opens_weekend.sum())

    def not_yet_due(limit: IntArray, rest: IntArray, due_share: FloatArray | float) -> IntArray:
        due = np.floor(limit * due_share + _ROUNDING).astype(np.int64)
        return due - (limit - rest)

    # Later parts can always give days off, but not always make up for work left undone or weekends worked: the least
    # minutes and the weekends stray last.
    early_weekends = not_yet_due(whole.most_weekends, left.most_weekends, float(weekends)) + (spare_shifts + 1) // 2
    early_shifts = not_yet_due(whole.most_shifts, left.most_shifts, share[:, None]) + 2 * spare_shifts[:, None] + 1
    late_minutes = longest * (spare_shifts // 3)
    early_minutes = longest * (spare_shifts + 2)
    return replace(
        left,
        least_minutes=np.maximum(0, not_yet_due(whole.least_minutes, left.least_minutes, share) - late_minutes),
        most_minutes=np.minimum(
            left.most_minutes, not_yet_due(whole.most_minutes, left.most_minutes, share) + early_minutes
        ),
        most_weekends=np.clip(early_weekends, 0, left.most_weekends),
        most_shifts=np.clip(early_shifts, 0, left.most_shifts),
    )


def _cut(tables: RosterTables, roster: Roster, first: int, last: int, limits: Limits, after: Edge) -> RosterTables:
    days = slice(first, last)
    opens = tables.opens_weekend[days].copy()
    return replace(
        tables,
        cost=tables.cost[:, days],
        constant=0,
        allowed=tables.allowed[:, days] & (limits.most_shifts > 0)[:, None, :],
        heads=tables.heads[days],
        missing_cost=tables.missing_cost[days],
        surplus_cost=tables.surplus_cost[days],
        limits=limits,
        before=_edge_before(tables, roster, first),
        after=after,
        opens_weekend=opens,
        ends_weekend=tables.ends_weekend[days],
    )


def _edge_before(tables: RosterTables, roster: Roster, first: int) -> Edge:
    return tables.before if first == 0 else _edge(roster[:, first - 1 :: -1], tables.before)


def _edge_after(tables: RosterTables, roster: Roster, last: int) -> Edge:
    return tables.after if last == tables.days else _edge(roster[:, last:], tables.after)


def _edge(outwards: Roster, beyond: Edge) -> Edge:
    """What lies beside a day, days in the order of their distance; `beyond` is what lies at the end of the period."""
    at_work = outwards != OFF
    same = np.logical_and.accumulate(at_work == at_work[:, :1], axis=1)
    length = same.sum(axis=1)
    to_the_end = same.all(axis=1)
    run = np.where(at_work[:, 0], length, 0)
    # What reaches the end of the period goes on beyond it.
    run = run + np.where(to_the_end & at_work[:, 0], beyond.run_days, 0)
    rest = np.where(at_work[:, 0], 0, length) + np.where(to_the_end & ~at_work[:, 0], beyond.rest_days, 0)
    return Edge(
        run_days=run,
        rest_days=np.minimum(rest, LONG),
        shift=outwards[:, 0].astype(np.int64),
        open_run=to_the_end & at_work[:, 0] & beyond.open_run,
    )


def week_starts(tables: RosterTables) -> IntArray:
    """Days on which a part may start: the first, and each day after a weekend."""
    ends = np.flatnonzero(tables.ends_weekend[:-1]) + 1
    return np.concatenate([[0], ends[ends > 0]])


def parts_of(tables: RosterTables, weeks: int, moved_weeks: int) -> Sequence[tuple[int, int]]:
    """Cut the period into parts of some weeks, moved by some; the last takes in what would be less than half a part."""
    starts = week_starts(tables)
    cuts = sorted({0, *starts[moved_weeks::weeks].tolist()})
    if len(cuts) > 1 and 2 * (len(starts) - int(np.searchsorted(starts, cuts[-1]))) < weeks:
        cuts.pop()
    return [*pairwise(cuts), (cuts[-1], tables.days)]


_FINENESS = 16
"""Parts of a cost of 1 that prices of limits are rounded to."""


def at_prices(part: RosterTables, prices: LimitPrices) -> RosterTables:
    """Charge what a part uses of the limits over the whole period; every cost is finer by one factor."""
    each = (prices.minutes[:, None] * part.minutes + prices.shifts)[:, None, :]
    return replace(
        part,
        cost=_FINENESS * part.cost + np.rint(_FINENESS * each).astype(np.int64),
        weekend_cost=np.rint(_FINENESS * prices.weekends).astype(np.int64),
        missing_cost=_FINENESS * part.missing_cost,
        surplus_cost=_FINENESS * part.surplus_cost,
    )
