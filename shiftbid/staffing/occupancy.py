"""How many customers are in the hall, minute by minute: the exact transient solution for two classes.

All counters serve both classes with the same mean service time, so the number of customers in the hall follows a
birth-death process of one dimension, M(t)/M/c(t), and the VIP queue one more, driven by the probability that all
counters are busy. Both are stepped through each piece of the day by uniformisation (Jensen 1953; Ingolfsson et al.
2007, INFORMS J. Computing 19:201-214, find it the cheapest exact method).

The state is a vector of tail probabilities, which keeps every transition between neighbours:
``[1, P(N>=1), ..., P(N>=n), P(Q>=1), ..., P(Q>=k)]`` with N customers in the hall and Q VIP customers waiting.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.queue_growth import longest_queue

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

# Up to this many states dense matrix products are faster than five banded vector operations an event.
_LARGEST_DENSE = 160
_DOUBLINGS = 3
_BLOCK = 2**_DOUBLINGS
# Multiplications in one matrix product below which BLAS starts no threads: for these sizes they cost more than they
# save, and halls are solved side by side in processes.
_ONE_THREAD = 200_000
_VANISHING = 1e-200


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


def event_weights(flow: Flow, minutes: FloatArray, pieces: range) -> list[FloatArray]:
    """Probabilities of 0, 1, 2, ... events of each piece's Poisson stream within given times, up to a tail of 3e-7.

    The stream's rate is that of all arrivals and of services with all counters busy.

    Parameters
    ----------
    minutes
        Times since each piece's start; shape (pieces of the day, times).
    pieces
        Which pieces of the day.

    Returns
    -------
    list
        One array for each of these pieces, of shape (times, events).
    """
    chosen = slice(pieces.start, pieces.stop)
    means = (flow.vip + flow.regular + flow.capacity)[chosen, None] * minutes[chosen]
    largest = means.max(axis=1)
    events = (largest + 5.0 * np.sqrt(largest) + 9).astype(np.int64)
    count = np.arange(int(events.max()))
    log_factorial = np.concatenate(([0.0], np.cumsum(np.log(count[1:]))))
    positive = np.maximum(means, np.finfo(np.float64).tiny)
    return [
        np.exp(count[:most] * np.log(mean)[:, None] - mean[:, None] - log_factorial[:most])
        for mean, most in zip(positive, events.tolist(), strict=True)
    ]


def advance(flow: Flow, size: StateSize, piece: int, state: FloatArray, weights: FloatArray) -> FloatArray:
    """States at chosen times of a piece, from the state at its start.

    Parameters
    ----------
    weights
        The piece's :func:`event_weights`; shape (times, events).

    Returns
    -------
    FloatArray
        Shape (times, states).
    """
    vip, regular, service = float(flow.vip[piece]), float(flow.regular[piece]), float(flow.service[piece])
    counters = int(flow.counters[piece])
    if vip + regular + counters * service == 0.0:
        return np.tile(state, (len(weights), 1))
    if size.states <= _LARGEST_DENSE:
        return _advance_dense(_event_powers(vip, regular, service, counters, size), state, weights)
    return _advance_banded(_event_bands(vip, regular, service, counters, size), state, weights)


@dataclass(frozen=True, slots=True)
class _EventBands:
    """One event of the uniformised chain: a state's own weight and its left and right neighbours'; shape (states,).

    The first waiting VIP's left neighbour is not the vector's: she comes when all counters are busy.
    """

    stay: FloatArray
    from_left: FloatArray
    from_right: FloatArray
    first_vip: int
    all_busy: int
    vip_comes: float


def _event_bands(vip: float, regular: float, service: float, counters: int, size: StateSize) -> _EventBands:
    rate, n = vip + regular + counters * service, size.in_hall
    left, right = np.zeros(size.states), np.zeros(size.states)
    left[1 : n + 1] = (vip + regular) / rate
    right[1 : n + 1] = np.minimum(np.arange(1, n + 1), counters) * service / rate
    left[n + 1 :], right[n + 1 :] = vip / rate, counters * service / rate
    stay = 1.0 - left - right
    left[n + 1] = right[n] = right[-1] = 0.0
    return _EventBands(stay, left, right, n + 1, counters, vip / rate)


@lru_cache(maxsize=128)
def _event_powers(
    vip: float, regular: float, service: float, counters: int, size: StateSize
) -> tuple[FloatArray, FloatArray]:
    """Matrix of one event and, transposed, of a block of events; quarters of an hour and rosters tried share them."""
    bands = _event_bands(vip, regular, service, counters, size)
    matrix = np.diag(bands.stay) + np.diag(bands.from_left[1:], -1) + np.diag(bands.from_right[:-1], 1)
    matrix[bands.first_vip, counters] += bands.vip_comes
    power = np.ascontiguousarray(matrix.T)
    for _ in range(_DOUBLINGS):
        power = _squared(power)
    return matrix, power


def _squared(matrix: FloatArray) -> FloatArray:
    square = np.empty_like(matrix)
    rows = max(1, _ONE_THREAD // matrix.size)
    for start in range(0, len(matrix), rows):
        matrix[start : start + rows].dot(matrix, square[start : start + rows])
    return square


def _advance_dense(powers: tuple[FloatArray, FloatArray], state: FloatArray, weights: FloatArray) -> FloatArray:
    one_event, block_of_events = powers[0].dot, powers[1]
    blocks = -(-weights.shape[1] // _BLOCK)
    history = np.empty((blocks, _BLOCK, len(state)))
    rows = list(history[0])
    rows[0][:] = state
    for before, after in pairwise(rows):
        one_event(before, after)
    for before, after in pairwise(history):
        before.dot(block_of_events, after)
    return weights @ history.reshape(-1, len(state))[: weights.shape[1]]


def _advance_banded(bands: _EventBands, state: FloatArray, weights: FloatArray) -> FloatArray:
    reached = np.zeros((len(weights), len(state)))
    at_once = max(1, _ONE_THREAD // reached.size)
    history = np.empty((at_once + 1, len(state)))
    scratch = np.empty(len(state))
    history[0] = state
    for start in range(0, weights.shape[1], at_once):
        part = weights[:, start : start + at_once]
        for before, after in pairwise(history[: part.shape[1] + 1]):
            np.multiply(bands.stay, before, out=after)
            after[1:] += np.multiply(bands.from_left[1:], before[:-1], out=scratch[1:])
            after[:-1] += np.multiply(bands.from_right[:-1], before[1:], out=scratch[:-1])
            after[bands.first_vip] += bands.vip_comes * before[bands.all_busy]
        reached += part @ history[: part.shape[1]]
        last = history[part.shape[1]]
        # Subnormal numbers would slow the next events down many times.
        history[0] = np.where(last < _VANISHING, 0.0, last)
    return reached
