"""Erlang's formulas for many hours at once: the chance of waiting when arrivals and counters stay the same for ever."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


def erlang_b(offered_load: npt.ArrayLike, counters: npt.ArrayLike) -> FloatArray:
    """Share of customers lost if nobody may wait (Erlang B, 1917), by the stable recursion over counters.

    Parameters
    ----------
    offered_load
        Arrival rate times mean service time: the counters that would be busy on average. 0 or more.
    counters
        Whole numbers of 0 or more; broadcast against the loads.
    """
    load, count = np.broadcast_arrays(np.asarray(offered_load, np.float64), np.asarray(counters))
    blocked = np.ones(load.shape)
    for k in range(1, int(count.max(initial=0)) + 1):
        step = load * blocked / (k + load * blocked)
        blocked = np.where(k <= count, step, blocked)
    return blocked


def erlang_c(offered_load: npt.ArrayLike, counters: npt.ArrayLike) -> FloatArray:
    """Chance that a customer has to wait (Erlang C, 1917); 1 where the counters cannot keep up.

    Parameters
    ----------
    offered_load
        Arrival rate times mean service time. 0 or more.
    counters
        Whole numbers of 0 or more; broadcast against the loads.
    """
    load, count = np.broadcast_arrays(np.asarray(offered_load, np.float64), np.asarray(counters))
    blocked = erlang_b(load, count)
    steady = load < count
    utilisation = np.divide(load, count, out=np.ones(load.shape), where=steady)
    return np.where(steady, blocked / np.where(steady, 1.0 - utilisation * (1.0 - blocked), 1.0), 1.0)
