"""A proven limit for periods whose states are too many: limits on minutes, weekends and shifts are priced, not counted.

Each person's limits over the whole period get prices of their own (Lagrangian relaxation, Geoffrion 1974); what is left
is the sequence of days alone, whose states are few. Any prices prove a limit; a person's best over all rounds counts,
because people are independent once heads have prices. Weaker than column generation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from shiftbid.solver.rosters.passages import BLOCKED
from shiftbid.solver.rosters.pricing import FEW_COUNTS, Pricer, allowed_costs, whole_prices
from shiftbid.solver.rosters.tables import LONG, OFF, BoolArray, FloatArray, IntArray, Roster, RosterTables

_FIRST_STEP = 0.1
"""First step of a price, as a share of the dearest head."""
_FASTER, _SLOWER = 1.3, 0.5


@dataclass(frozen=True, slots=True)
class _Use:
    """What rosters use of each limit, beyond it; shapes (people,), (people,), (people, shifts)."""

    minutes: IntArray
    weekend_days: IntArray
    shifts: IntArray


class _Price:
    """Prices that follow the sign of what is used too much, in steps that grow until it turns."""

    def __init__(self, shape: tuple[int, ...], step: float) -> None:
        self.value = np.zeros(shape)
        self._step = np.full(shape, step)
        self._sign = np.zeros(shape)

    def follow(self, excess: IntArray, *, signed: bool) -> None:
        sign = np.sign(excess).astype(np.float64)
        self._step *= np.where(sign * self._sign < 0, _SLOWER, np.where(sign * self._sign > 0, _FASTER, 1.0))
        self._sign = sign
        self.value += sign * self._step
        if not signed:
            np.maximum(self.value, 0.0, out=self.value)


def relaxed_limit(
    tables: RosterTables, head_prices: FloatArray, rounds: int, goes_on: Callable[[], bool]
) -> int | None:
    """Prove a limit at these prices of heads, shape (days, shifts); None where `goes_on` says no at once."""
    relaxed = replace(
        tables,
        minutes=np.zeros_like(tables.minutes),
        limits=replace(
            tables.limits,
            least_minutes=np.zeros_like(tables.limits.least_minutes),
            most_minutes=np.zeros_like(tables.limits.most_minutes),
            most_weekends=np.zeros_like(tables.limits.most_weekends),
            most_shifts=np.where(tables.limits.most_shifts > 0, LONG, 0),
        ),
        opens_weekend=np.zeros_like(tables.opens_weekend),
        ends_weekend=np.zeros_like(tables.ends_weekend),
    )
    pricer = Pricer(relaxed, FEW_COUNTS)
    scale, people = pricer.scale, np.arange(tables.people)
    heads = whole_prices(tables, head_prices, scale)
    base = allowed_costs(tables, scale, heads)
    dearest = _FIRST_STEP * scale * float(max(1, tables.missing_cost.max()))
    minutes = _Price((tables.people,), dearest / float(tables.minutes.max()))
    weekend_days = _Price((tables.people,), dearest)
    shifts = _Price((tables.people, tables.shifts), dearest)
    weekend = tables.opens_weekend | tables.ends_weekend
    best: IntArray | None = None
    for _ in range(rounds):
        if not goes_on():
            break
        minute_price = np.rint(minutes.value).astype(np.int64)
        weekend_price = np.rint(weekend_days.value).astype(np.int64)
        shift_price = np.rint(shifts.value).astype(np.int64)
        extra = (minute_price[:, None] * tables.minutes + shift_price)[:, None, :]
        extra = extra + (weekend_price[:, None] * weekend)[:, :, None]
        priced = pricer.price(np.where(base < BLOCKED, base + extra, BLOCKED), people, 1)
        allowance = np.where(minute_price > 0, tables.limits.most_minutes, tables.limits.least_minutes)
        limit = priced.least - minute_price * allowance - (shift_price * tables.limits.most_shifts).sum(axis=1)
        # A weekend worked has at most two days: their mean keeps the limit too.
        limit -= 2 * weekend_price * tables.limits.most_weekends
        best = limit if best is None else np.maximum(best, limit)
        use = _used(tables, priced.person, priced.rosters, weekend)
        minutes.follow(use.minutes, signed=True)
        weekend_days.follow(use.weekend_days, signed=False)
        shifts.follow(use.shifts, signed=False)
    if best is None:
        return None
    units = tables.constant * scale + int((heads * tables.heads).sum()) + int(best.sum())
    return -(-units // scale)


def _used(tables: RosterTables, person: IntArray, rosters: Roster, weekend: BoolArray) -> _Use:
    roster = np.full((tables.people, tables.days), OFF, dtype=np.int16)
    roster[person] = rosters
    worked = np.where(roster != OFF, tables.minutes[np.maximum(roster, 0)], 0).sum(axis=1)
    limits = tables.limits
    over, under = worked - limits.most_minutes, worked - limits.least_minutes
    counts = (roster[:, :, None] == np.arange(tables.shifts)).sum(axis=1)
    return _Use(
        minutes=np.where(over > 0, over, np.minimum(under, 0)),
        weekend_days=(roster[:, weekend] != OFF).sum(axis=1) - 2 * limits.most_weekends,
        shifts=np.where(limits.most_shifts > 0, counts - limits.most_shifts, 0),
    )
