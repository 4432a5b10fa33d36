"""Waits with VIP customers called first, when arrivals and counters stay the same for ever.

Non-preemptive priority, Poisson arrivals, exponential service with one mean for both classes (Davis 1966, Operations
Research 14:133-137). With no VIP arrivals this is Erlang C. It is the starting point of a requirement, not proof of
a promise: between hours of different load it errs by up to ten percentage points.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.erlang import erlang_c

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

# Euler inversion (Abate & Whitt 1995, ORSA J. Computing 7:36-43): discretisation error exp(-_DAMPING).
_DAMPING = 22.0
_TERMS = 24
_AVERAGED = 12
_INSTANT = 1e-9


@dataclass(frozen=True, slots=True)
class SteadyWaits:
    """Waits in the long run; arrays of the shape of the rates.

    Where the counters cannot keep up with a class its share in time is 0 and its mean wait infinite.

    Attributes
    ----------
    chance_of_waiting
        P(an arriving customer does not start at once).
    mean_wait_vip_minutes, mean_wait_regular_minutes
        Mean waits.
    share_vip, share_regular
        Share called within the class's limit.
    """

    chance_of_waiting: FloatArray
    mean_wait_vip_minutes: FloatArray
    mean_wait_regular_minutes: FloatArray
    share_vip: FloatArray
    share_regular: FloatArray


def steady_waits(
    vip_per_minute: npt.ArrayLike,
    regular_per_minute: npt.ArrayLike,
    service_minutes: npt.ArrayLike,
    counters: npt.ArrayLike,
    vip_limit_minutes: npt.ArrayLike,
    regular_limit_minutes: npt.ArrayLike,
) -> SteadyWaits:
    """Give the waits of both classes for arrays of hours; all arguments are broadcast."""
    vip, regular, service, vip_limit, regular_limit = (
        np.asarray(a, np.float64)
        for a in (vip_per_minute, regular_per_minute, service_minutes, vip_limit_minutes, regular_limit_minutes)
    )
    vip, regular, service, vip_limit, regular_limit, count = np.broadcast_arrays(
        vip, regular, service, vip_limit, regular_limit, np.asarray(counters)
    )
    total = vip + regular
    capacity = count / service
    waits = erlang_c(total * service, count)
    vip_steady, steady = vip < capacity, total < capacity
    vip_relief = np.where(vip_steady, capacity - vip, 0.0)
    relief = np.where(steady, capacity - total, 0.0)
    vip_mean = np.divide(waits, vip_relief, out=np.full(waits.shape, np.inf), where=vip_steady)
    slowed = np.divide(capacity, vip_relief, out=np.ones(waits.shape), where=vip_steady)
    regular_mean = np.divide(waits * slowed, relief, out=np.full(waits.shape, np.inf), where=steady)
    return SteadyWaits(
        chance_of_waiting=waits,
        mean_wait_vip_minutes=vip_mean,
        mean_wait_regular_minutes=regular_mean,
        share_vip=np.where(vip_steady, 1.0 - waits * np.exp(-vip_relief * vip_limit), 0.0),
        share_regular=np.where(steady, 1.0 - waits * regular_tail(vip, regular, capacity, regular_limit), 0.0),
    )


def regular_tail(vip: FloatArray, regular: FloatArray, capacity: FloatArray, minutes: FloatArray) -> FloatArray:
    """P(a regular customer waits longer than the minutes, if she waits at all), by inverting its Laplace transform.

    The transform of the wait is ``h / (h + s + vip * (1 - B(s)))`` with ``h = capacity - vip - regular`` and B the
    transform of the busy period that one VIP sets off. Rates per minute; where the queue is not steady the result
    is 1. Accurate to about 1e-9.
    """
    relief = capacity - vip - regular
    steady = relief > 0
    # In next to no time nobody is called; the inversion would overflow.
    inverted = steady & (minutes * capacity > _INSTANT)
    time = np.where(inverted, minutes, 1.0)
    relief, capacity = np.where(steady, relief, 1.0), np.where(steady, capacity, 1.0)
    vip = np.where(steady, vip, 0.0)
    terms = np.arange(_TERMS + _AVERAGED + 1)
    s = (_DAMPING + 2j * np.pi * terms) / (2.0 * time[..., None])
    both = vip[..., None] + capacity[..., None] + s
    busy = 2.0 * capacity[..., None] / (both + np.sqrt(both**2 - 4.0 * (vip * capacity)[..., None]))
    growth = s + vip[..., None] * (1.0 - busy)
    # (1 - h / (h + growth)) / s without its cancellation for small s.
    transform = (growth / s / (relief[..., None] + growth)).real
    signs = np.where(terms % 2, -1.0, 1.0)
    partial = np.cumsum(np.where(terms == 0, 0.5, signs) * transform, axis=-1)[..., _TERMS:]
    binomial = np.ones(_AVERAGED + 1)
    for k in range(1, _AVERAGED + 1):
        binomial[k] = binomial[k - 1] * (_AVERAGED - k + 1) / k
    tail = np.exp(_DAMPING / 2.0) / time * (partial @ binomial) / 2.0**_AVERAGED
    return np.where(inverted, tail.clip(0.0, 1.0), 1.0)


def steady_counters(
    vip_per_minute: FloatArray,
    regular_per_minute: FloatArray,
    service_minutes: FloatArray,
    limit_minutes: FloatArray,
    levels: FloatArray | None,
    least: IntArray,
    most: IntArray,
) -> IntArray:
    """Fewest counters that keep a promise hour by hour if each hour lasted for ever ("SIPP", the textbook method).

    Parameters
    ----------
    vip_per_minute, regular_per_minute
        Arrival rates; shape (hours,).
    service_minutes
        Mean service times; shape (hours,).
    limit_minutes
        Promised minutes by class; shape (2, hours).
    levels
        Share of customers in time; shape (hours,), or None where the mean wait is promised.
    least, most
        Counters allowed; shape (hours,). Where ``most`` does not suffice it is the answer.
    """
    counters = np.maximum(least, np.floor((vip_per_minute + regular_per_minute) * service_minutes).astype(np.int64))
    counters = np.minimum(counters, most)
    open_ = np.flatnonzero(vip_per_minute + regular_per_minute > 0)
    counters[vip_per_minute + regular_per_minute <= 0] = least[vip_per_minute + regular_per_minute <= 0]
    while len(open_):
        vip, regular = vip_per_minute[open_], regular_per_minute[open_]
        waits = steady_waits(vip, regular, service_minutes[open_], counters[open_], *limit_minutes[:, open_])
        if levels is None:
            vip_kept = waits.mean_wait_vip_minutes <= limit_minutes[0, open_]
            regular_kept = waits.mean_wait_regular_minutes <= limit_minutes[1, open_]
        else:
            vip_kept, regular_kept = waits.share_vip >= levels[open_], waits.share_regular >= levels[open_]
        kept = (vip_kept | (vip <= 0)) & (regular_kept | (regular <= 0))
        open_ = open_[~kept & (counters[open_] < most[open_])]
        counters[open_] += 1
    return counters
