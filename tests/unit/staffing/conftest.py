from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pytest

from shiftbid.staffing.open_day import OpenDay

FloatArray = npt.NDArray[np.float64]


@pytest.fixture
def peaked_day() -> OpenDay:
    """A 10-hour day with two peaks, a fifth of the customers VIP, 7 minutes of service."""
    hourly = np.array([20, 36, 54, 60, 46, 38, 48, 52, 36, 18.0])
    quarters = np.repeat(hourly / 4, 4)
    return OpenDay(quarters * 0.2, quarters * 0.8, np.repeat(hourly >= 40, 4), 15.0, 7.0)


@pytest.fixture
def steady_day() -> Callable[..., OpenDay]:
    """Make a day of equal pieces: ``steady_day(vip, regular, pieces=8, piece=15.0, service=7.0)``, per piece."""

    def make(vip: float, regular: float, *, pieces: int = 8, piece: float = 15.0, service: float = 7.0) -> OpenDay:
        busy = np.ones(pieces, dtype=np.bool_)
        return OpenDay(np.full(pieces, vip), np.full(pieces, regular), busy, piece, service)

    return make


@dataclass(frozen=True)
class BruteForce:
    """Share in time and mean customers waiting by class and piece, shape (2, pieces)."""

    share: FloatArray
    waiting: FloatArray


@pytest.fixture
def brute_force() -> Callable[[OpenDay, list[int], FloatArray], BruteForce]:
    """Solve a small hall the long way: both classes' numbers as one two-dimensional Markov chain, small time steps.

    No closure, no transform and no image is used; arrivals are followed one by one at the middle of each minute.
    """
    return _solve


_ROOM = 34
_STEPS_PER_MINUTE = 40


def _solve(day: OpenDay, counters: list[int], limits: FloatArray) -> BruteForce:
    mu, dt = 1 / day.service_minutes, 1 / _STEPS_PER_MINUTE
    vip, regular = day.arrivals / day.piece_minutes
    per_piece = int(day.piece_minutes)
    share, waiting = np.zeros((2, day.pieces)), np.zeros((2, day.pieces))
    state = np.zeros((_ROOM, _ROOM))
    state[0, 0] = 1.0
    n = np.arange(_ROOM)
    for piece, c in enumerate(counters):
        if piece:
            for _ in range(max(counters[piece - 1] - c, 0)):
                state = _one_leaves(state, int(counters[piece - 1]) if _ == 0 else counters[piece - 1] - _)
            for extra in range(max(c - counters[piece - 1], 0)):
                state = _one_comes(state, counters[piece - 1] + extra)
        for minute in range(per_piece):
            for half in range(2):
                for _ in range(_STEPS_PER_MINUTE // 2):
                    state = _step(state, vip[piece], regular[piece], c, mu, dt)
                if half == 0:
                    at = piece * day.piece_minutes + minute + 0.5
                    queue = np.maximum(n - c, 0)
                    busy = state[c:].sum()
                    vip_ahead = state[c:].sum(axis=0)
                    ahead = state.sum(axis=1)[c:]
                    for row, positions, joins in ((0, vip_ahead, 0 * vip), (1, ahead, vip)):
                        late = _still_waiting(day, counters, positions, joins, at, float(limits[row, piece]))
                        share[row, piece] += (1 - late) / per_piece
                    assert abs(busy - ahead.sum()) < 1e-9
                    waiting[0, piece] += float(state.sum(axis=0) @ n) / per_piece
                    waiting[1, piece] += float(state.sum(axis=1) @ queue - state.sum(axis=0) @ n) / per_piece
    return BruteForce(share, waiting)


def _step(state: FloatArray, vip: float, regular: float, c: int, mu: float, dt: float) -> FloatArray:
    """Advance P(n customers in the hall, q VIPs waiting) by a small step (second order)."""
    first = _flow(state, vip, regular, c, mu)
    return state + dt * first + dt**2 / 2 * _flow(first, vip, regular, c, mu)


def _flow(state: FloatArray, vip: float, regular: float, c: int, mu: float) -> FloatArray:
    change = np.zeros_like(state)
    change[:-1] -= (vip + regular) * state[:-1]
    change[1:] += regular * state[:-1]
    change[1 : c + 1] += vip * state[:c]
    change[c + 1 :, 1:] += vip * state[c:-1, :-1]
    served = mu * np.minimum(np.arange(_ROOM), c)[:, None] * state
    change -= served
    change[:c] += served[1 : c + 1]
    change[c:-1, :-1] += served[c + 1 :, 1:]
    change[c:-1, 0] += served[c + 1 :, 0]
    return change


def _one_leaves(state: FloatArray, c: int) -> FloatArray:
    """Draw one of the counters; a busy one takes its customer along."""
    busy = np.minimum(np.arange(_ROOM), c)[:, None] / c
    after = state * (1 - busy)
    after[:-1] += (state * busy)[1:]
    return after


def _one_comes(state: FloatArray, c: int) -> FloatArray:
    """Let a free counter take the first waiting VIP, or else the first regular customer."""
    after = state.copy()
    after[c + 1 :, :-1] = state[c + 1 :, 1:]
    after[c + 1 :, -1] = 0.0
    after[c + 1 :, 0] += state[c + 1 :, 0]
    return after


def _still_waiting(
    day: OpenDay, counters: list[int], positions: FloatArray, joins: FloatArray, at: float, limit: float
) -> float:
    """P(a customer with so many ahead is not called within the limit), by small steps of the number ahead."""
    steps = round(limit * _STEPS_PER_MINUTE)
    dt, ahead, now = 1 / _STEPS_PER_MINUTE, positions.copy(), at
    on_duty = counters[min(int(now / day.piece_minutes), day.pieces - 1)]
    for _ in range(steps):
        piece = int((now + dt / 2) / day.piece_minutes)
        c = counters[min(piece, day.pieces - 1)]
        if c > on_duty:
            gained = c - on_duty
            ahead = np.concatenate((ahead[gained:], np.zeros(gained)))
        on_duty = c
        rise = joins[piece] if piece < day.pieces else 0.0
        first = _moved(ahead, rise, c / day.service_minutes)
        ahead = ahead + dt * first + dt**2 / 2 * _moved(first, rise, c / day.service_minutes)
        now += dt
    return float(ahead.sum())


def _moved(ahead: FloatArray, rise: float, fall: float) -> FloatArray:
    change = -(rise + fall) * ahead
    change[1:] += rise * ahead[:-1]
    change[:-1] += fall * ahead[1:]
    return change
