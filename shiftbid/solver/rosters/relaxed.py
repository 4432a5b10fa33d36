"""A proven limit for periods whose states are too many: limits on minutes, weekends and shifts are priced, not counted.

Heads and each person's limits over the whole period get prices (Lagrangian relaxation, Geoffrion 1974); what is left is
the sequence of days alone (`sequences.py`). Any prices prove a limit. They follow a running mean of what the rosters
of the last rounds use too much or too little (volume algorithm, Barahona and Anbil 2000).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from shiftbid.solver.rosters.messages import LimitPrices
from shiftbid.solver.rosters.sequences import BARRED, SequencePricer
from shiftbid.solver.rosters.tables import OFF, FloatArray, IntArray, Roster, RosterTables

_SCALE = 1 << 16
"""Whole units that a cost of 1 is counted in."""
_FIRST_STEP, _LARGEST_STEP, _LEAST_STEP = 0.1, 2.0, 1e-4
"""Steps as shares of what a linear limit would need to reach the target (Polyak 1969)."""
_FASTER, _SLOWER, _PATIENCE = 1.1, 0.66, 10
_LEAST_TARGET = 0.02
"""The target is at least this share above the limit."""
_NEWS, _OLDER = 0.1, 0.9
"""Largest share of the last round in the running mean; it falls by the second every 100 rounds."""
_LEAST_NEWS = 0.01
_NEWS_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class _Limits:
    """Every limit that is priced, in one row: cells, minutes of people, weekends, shifts of people.

    Attributes
    ----------
    least, most
        What may be used of each.
    least_price, most_price
        Bounds of the prices.
    """

    least: FloatArray
    most: FloatArray
    least_price: FloatArray
    most_price: FloatArray


class RelaxedLimit:
    """The best limit proven so far, and the prices that prove it.

    Attributes
    ----------
    units
        The limit, in units of 1 / 65,536.
    """

    def __init__(self, tables: RosterTables) -> None:
        self._tables = tables
        self._pricer = SequencePricer(tables)
        self._longest = int(tables.minutes.max())
        self._limits = _limits(tables, self._longest)
        self._prices = np.zeros(len(self._limits.least))
        self._step = _FIRST_STEP
        self._news = _NEWS
        self._rounds = 0
        self._in_vain = 0
        self.units, self._use = self._limit_of(self._prices)

    @property
    def limit(self) -> int:
        """No roster costs less; costs are whole numbers."""
        return -(-self.units // _SCALE)

    @property
    def limit_prices(self) -> LimitPrices:
        """Prices of people's limits."""
        cells, people = self._tables.heads.size, self._tables.people
        minutes, weekends, shifts = np.split(self._prices[cells:], [people, 2 * people])
        return LimitPrices(minutes / self._longest, weekends, shifts.reshape(people, -1))

    def improve(self, value: int, goes_on: Callable[[], bool]) -> None:
        """Go on while `goes_on` says so and the prices leave something to follow, towards the value of a roster."""
        while goes_on() and self._slope(self._prices, self._use).any():
            self._round(value)

    def _round(self, value: int) -> None:
        slope = self._slope(self._prices, self._use)
        length = float(slope @ slope)
        best = self.units / _SCALE
        target = max(float(value), best + _LEAST_TARGET * abs(best) + 1)
        prices = self._prices + self._step * (target - best) / length * slope
        prices = np.clip(prices, self._limits.least_price, self._limits.most_price)
        units, use = self._limit_of(prices)
        last = self._slope(prices, use)
        if units > self.units:
            self.units, self._prices, self._in_vain = units, prices, 0
            if float(last @ slope) > 0:
                self._step = min(_LARGEST_STEP, _FASTER * self._step)
        else:
            self._in_vain += 1
            if self._in_vain >= _PATIENCE:
                self._step, self._in_vain = max(_LEAST_STEP, _SLOWER * self._step), 0
        # The share of the last round that makes the mean shortest, within bounds.
        turn = last - slope
        share = -float(slope @ turn) / max(1e-9, float(turn @ turn))
        share = min(self._news, max(self._news / 10, share))
        self._use = share * use + (1 - share) * self._use
        self._rounds += 1
        if self._rounds % _NEWS_ROUNDS == 0:
            self._news = max(_LEAST_NEWS, _OLDER * self._news)

    def _limit_of(self, prices: FloatArray) -> tuple[int, FloatArray]:
        """Give the limit that prices prove, in units, and what the cheapest rosters use."""
        demand, each, use = self._price(prices)
        return demand + int(each.sum()), use

    def _price(self, prices: FloatArray) -> tuple[int, IntArray, FloatArray]:
        """Give the demand's part of the limit, each person's, both in units, and what the cheapest rosters use."""
        tables, limits = self._tables, self._tables.limits
        cells, people = tables.heads.size, tables.people
        heads, minutes, weekends, shifts = np.split(prices, [cells, cells + people, cells + 2 * people])
        head_units = np.rint(heads * _SCALE).astype(np.int64).reshape(tables.heads.shape)
        minute_units = np.rint(minutes * _SCALE / self._longest).astype(np.int64)
        weekend_units = np.rint(weekends * _SCALE).astype(np.int64)
        shift_units = np.rint(shifts * _SCALE).astype(np.int64).reshape(people, tables.shifts)
        extra = (minute_units[:, None] * tables.minutes + shift_units)[:, None, :]
        costs = np.where(tables.allowed, tables.cost * _SCALE - head_units + extra, BARRED)
        cheapest = self._pricer.price(costs, weekend_units)
        allowance = minute_units * np.where(minute_units > 0, limits.most_minutes, limits.least_minutes)
        allowance += weekend_units * limits.most_weekends + (shift_units * limits.most_shifts).sum(axis=1)
        demand = tables.constant * _SCALE + int((head_units * tables.heads).sum())
        return demand, cheapest.least - allowance, self._used(cheapest.roster)

    def _used(self, roster: Roster) -> FloatArray:
        tables = self._tables
        worked = np.where(roster != OFF, tables.minutes[np.maximum(roster, 0)], 0).sum(axis=1)
        counts: IntArray = (roster[:, :, None] == np.arange(tables.shifts)).sum(axis=1)
        used = tables.coverage(roster), worked, tables.weekends_worked(roster != OFF), counts
        heads, minutes, weekends, shifts = (each.ravel().astype(np.float64) for each in used)
        return np.concatenate([heads, minutes / self._longest, weekends, shifts])

    def _slope(self, prices: FloatArray, use: FloatArray) -> FloatArray:
        """Where the limit rises: heads wanted beyond those used, and limits used too much."""
        limits, cells = self._limits, self._tables.heads.size
        over, under = use - limits.most, use - limits.least
        between = np.where(over > 0, over, np.minimum(under, 0.0))
        slope = np.where(prices > 0, over, np.where(prices < 0, under, between))
        slope[:cells] *= -1
        stuck = ((prices <= limits.least_price) & (slope < 0)) | ((prices >= limits.most_price) & (slope > 0))
        return np.where(stuck, 0.0, slope)


def _limits(tables: RosterTables, longest: int) -> _Limits:
    limits = tables.limits
    heads, missing, surplus, least_minutes, most_minutes, weekends, shifts = (
        numbers.ravel().astype(np.float64)
        for numbers in (
            tables.heads,
            tables.missing_cost,
            tables.surplus_cost,
            limits.least_minutes,
            limits.most_minutes,
            limits.most_weekends,
            limits.most_shifts,
        )
    )
    unbounded = np.full(tables.people, np.inf)
    counted = (shifts > 0) & (shifts < tables.days)
    return _Limits(
        least=np.concatenate([heads, least_minutes / longest, -unbounded, np.full(len(shifts), -np.inf)]),
        most=np.concatenate([heads, most_minutes / longest, weekends, shifts]),
        least_price=np.concatenate([-surplus, -unbounded, np.zeros(tables.people + len(shifts))]),
        most_price=np.concatenate([missing, unbounded, unbounded, np.where(counted, np.inf, 0.0)]),
    )
