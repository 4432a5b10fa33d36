"""How many customers are in the hall, minute by minute: the exact transient solution for two classes.

All counters serve both classes with the same mean service time, so the number of customers in the hall follows a
birth-death process of one dimension, M(t)/M/c(t), and the VIP queue one more, driven by the probability that all
counters are busy. Both are stepped through each piece of the day by uniformisation (Jensen 1953; Ingolfsson et al.
2007, INFORMS J. Computing 19:201-214, find it the cheapest exact method).

The state is a vector of tail probabilities, which keeps every transition between neighbours:
``[1, P(N>=1), ..., P(N>=n), P(Q>=1), ..., P(Q>=k)]`` with N customers in the hall and Q VIP customers waiting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.queue_growth import longest_queue

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

_STEPS_AT_ONCE = 128
# Up to this many states a dense matrix-vector product is faster than five banded vector operations.
_LARGEST_DENSE = 160


@dataclass(frozen=True, slots=True)
class Flow:
    """Rates of one open day: what arrives, what is served, in equal pieces.

    Attributes
    ----------
    vip, regular
        Customers arriving per minute in each piece; shape (pieces,).
    service
        Customers one counter finishes per minute; shape (pieces,).
    counters
        Counters on duty in each piece; shape (pieces,), whole numbers.
    piece_minutes
        Length of a piece.
    """

    vip: FloatArray
    regular: FloatArray
    service: FloatArray
    counters: IntArray
    piece_minutes: float

    @property
    def capacity(self) -> FloatArray:
        """Customers finished per minute while all counters are busy; shape (pieces,)."""
        return self.counters * self.service


@dataclass(frozen=True, slots=True)
class StateSize:
    """Where the state vector is cut: customers in the hall, and VIP customers waiting."""

    in_hall: int
    vip_waiting: int

    @classmethod
    def covering(cls, flow: Flow) -> StateSize:
        """Give the size whose cut-off tail is negligible for this day."""
        waiting = longest_queue(flow.vip + flow.regular, flow.capacity, flow.piece_minutes)
        vip_waiting = longest_queue(flow.vip, flow.capacity, flow.piece_minutes)
        return cls(int(flow.counters.max(initial=0)) + waiting, min(vip_waiting, waiting))

    def doubled(self, counters: int) -> StateSize:
        """Give twice the room for waiting customers."""
        return StateSize(counters + 2 * (self.in_hall - counters), 2 * self.vip_waiting)

    @property
    def states(self) -> int:
        """Length of the state vector."""
        return 1 + self.in_hall + self.vip_waiting

    def empty_hall(self) -> FloatArray:
        """State of a hall that opens with nobody in it."""
        state = np.zeros(self.states)
        state[0] = 1.0
        return state


def counters_changed(state: FloatArray, size: StateSize, before: int, after: int) -> FloatArray:
    """State just after counters come or go.

    A counter that comes is free and takes the first waiting customer. One that goes is drawn at random from those
    present and takes the customer it serves along (it finishes her), so she no longer occupies the hall's capacity.
    """
    hall, vip = state[: size.in_hall + 1].copy(), state[size.in_hall + 1 :]
    taken = min(max(after - before, 0), len(vip))
    queue = np.concatenate((vip[taken:], np.zeros(taken)))
    present = np.arange(size.in_hall + 1)
    for counters in range(before, after, -1):
        leaves_with_customer = np.minimum(present, counters) / counters
        hall -= leaves_with_customer * (hall - np.append(hall[1:], 0.0))
    return np.concatenate((hall, queue))


def advance(flow: Flow, size: StateSize, piece: int, state: FloatArray, minutes: FloatArray) -> FloatArray:
    """States after the given minutes of a piece, from the state at its start.

    Parameters
    ----------
    minutes
        Times since the start of the piece; shape (times,).

    Returns
    -------
    FloatArray
        Shape (times, states).
    """
    rate = float(flow.vip[piece] + flow.regular[piece] + flow.capacity[piece])
    if rate == 0.0:
        return np.tile(state, (len(minutes), 1))
    step = _one_event(flow, size, piece, rate)
    weights = _poisson_weights(rate * minutes)
    reached = np.zeros((len(minutes), size.states))
    history = np.empty((min(_STEPS_AT_ONCE, weights.shape[1]) + 1, size.states))
    rows = list(history)
    rows[0][:] = state
    for start in range(0, weights.shape[1], _STEPS_AT_ONCE):
        part = weights[:, start : start + _STEPS_AT_ONCE]
        for k in range(part.shape[1]):
            step(rows[k], rows[k + 1])
        reached += part @ history[: part.shape[1]]
        rows[0][:] = rows[part.shape[1]]
    return reached


def _poisson_weights(means: FloatArray) -> FloatArray:
    """Poisson probabilities of 0, 1, ... events for each mean, up to a tail of about 1e-8; shape (means, events)."""
    largest = float(means.max(initial=0.0))
    events = np.arange(int(largest + 5.5 * np.sqrt(largest) + 8) + 1)
    log_factorial = np.concatenate(([0.0], np.cumsum(np.log(events[1:]))))
    positive = np.maximum(means, np.finfo(np.float64).tiny)[:, None]
    return np.exp(events * np.log(positive) - positive - log_factorial)


def _one_event(flow: Flow, size: StateSize, piece: int, rate: float) -> Callable[[FloatArray, FloatArray], object]:
    """Transition of the uniformised chain: writes the state after one event of a Poisson stream of this rate."""
    n, counters = size.in_hall, int(flow.counters[piece])
    vip, service = float(flow.vip[piece]), float(flow.service[piece])
    up, down = np.zeros(size.states), np.zeros(size.states)
    up[1 : n + 1] = (vip + flow.regular[piece]) / rate
    down[1 : n + 1] = np.minimum(np.arange(1, n + 1), counters) * service / rate
    up[n + 1 :], down[n + 1 :] = vip / rate, counters * service / rate
    stay = 1.0 - up - down
    first_vip = n + 1
    vip_up = vip / rate
    # The first VIP waits when all counters are busy: her left neighbour is P(N >= counters), not the vector's.
    up[first_vip] = 0.0
    down[n] = 0.0
    if size.states <= _LARGEST_DENSE:
        matrix = np.diag(stay) + np.diag(up[1:], -1) + np.diag(down[:-1], 1)
        matrix[first_vip, counters] += vip_up

        def dense(before: FloatArray, after: FloatArray) -> object:
            return np.dot(matrix, before, out=after)

        return dense
    scratch = np.empty(size.states)

    def banded(before: FloatArray, after: FloatArray) -> object:
        np.multiply(stay, before, out=after)
        after[1:] += np.multiply(up[1:], before[:-1], out=scratch[1:])
        after[:-1] += np.multiply(down[:-1], before[1:], out=scratch[:-1])
        after[first_vip] += vip_up * before[counters]

    return banded
