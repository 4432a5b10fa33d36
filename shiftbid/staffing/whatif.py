"""What if: one counter more or fewer, customers who stay away, express counters, a VIP room.

Every answer is the exact model's for the changed day; nothing here is fitted or interpolated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.staffing.kept_hours import DayPromise, margins_by_hour
from shiftbid.staffing.open_day import OpenDay, checked_counters
from shiftbid.staffing.transient import day_waits

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class CounterChange:
    """What a change of the counters in one clock hour does to the whole day.

    Attributes
    ----------
    hour
        Clock hour, counted from the opening.
    missed_before, missed_after
        Hours of the day that miss the promise for either class.
    worst_margin_before, worst_margin_after
        Smallest margin of any hour: a share of customers, or minutes for a promised mean.
    """

    hour: int
    missed_before: int
    missed_after: int
    worst_margin_before: float
    worst_margin_after: float


def change_counters(day: OpenDay, counters: npt.ArrayLike, promise: Promise, change: int) -> tuple[CounterChange, ...]:
    """Try some counters more (or fewer, if negative) in each clock hour in turn; never below none."""
    heads = checked_counters(day, counters)
    before = _margins(day, heads, promise)
    changes: list[CounterChange] = []
    for hour in np.unique(day.hours).tolist():
        tried = np.where(day.hours == hour, np.maximum(heads + change, 0), heads)
        after = _margins(day, tried, promise)
        changes.append(
            CounterChange(
                hour, int((before < 0).sum()), int((after < 0).sum()), float(before.min()), float(after.min())
            )
        )
    return tuple(changes)


def divert(day: OpenDay, shares: Mapping[CustomerClass, float]) -> OpenDay:
    """Give the day on which a share of a class's customers serves itself or stays online.

    Busy hours stay as they were fixed. Simple: those who stay away are like those who come.
    """
    _check_shares(shares.values())
    return replace(
        day,
        arrivals_vip=day.arrivals_vip * (1 - shares.get(CustomerClass.VIP, 0.0)),
        arrivals_regular=day.arrivals_regular * (1 - shares.get(CustomerClass.REGULAR, 0.0)),
    )


def split_express(day: OpenDay, share: float, express_service_minutes: float) -> tuple[OpenDay, OpenDay]:
    """Separate a hot service with a short service time: the days of the express counters and of the others.

    The other customers' mean service times follow from those of all. Certify each day with its own counters.

    Parameters
    ----------
    share
        Share of the customers of either class who come for the hot service.
    express_service_minutes
        Their mean service time.

    Raises
    ------
    InputError
        The share is not below 1, or so many customers cannot take so long given the mean of all.
    """
    _check_shares((share,))
    means = day.class_service_minutes
    rest = [(mean - share * express_service_minutes) / (1 - share) if share < 1 else 0.0 for mean in means]
    if express_service_minutes <= 0 or min(rest) <= 0:
        raise InputError(
            "express counter",
            [
                f"{share:.0%} of customers at {express_service_minutes:g} minutes do not fit a mean of "
                f"{min(means):g} minutes; lower the share or the service time"
            ],
        )
    express = replace(day.scaled(share), service_minutes=express_service_minutes, vip_service_minutes=None)
    vip_minutes = None if day.vip_service_minutes is None else rest[0]
    return express, replace(day.scaled(1 - share), service_minutes=rest[1], vip_service_minutes=vip_minutes)


def split_vip_room(day: OpenDay) -> tuple[OpenDay, OpenDay]:
    """Give VIPs their own counters, which serve nobody else: the days of the room and of the rest of the hall."""
    none = np.zeros(day.pieces)
    return replace(day, arrivals_regular=none), replace(day, arrivals_vip=none)


def _margins(day: OpenDay, heads: IntArray, promise: Promise) -> FloatArray:
    promised = DayPromise.on(day, promise)
    waits = day_waits(day, heads, promised.limit_minutes)
    return margins_by_hour(day, promised, waits.share_in_time, waits.mean_minutes).min(axis=0)


def _check_shares(shares: Iterable[float]) -> None:
    wrong = [f"share {share:g}: give a number from 0 to 1" for share in shares if not 0 <= share <= 1]
    if wrong:
        raise InputError("what-if", wrong)
