"""Waits through one open day under the exact time-varying model: two classes, counters that come and go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.course import Course, Moments, run_course
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.waiting import Arrivals, QueueWalk, WaitProfile, late_shares, wait_profile

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

_VIP, _REGULAR = 0, 1
_P90_REST = 0.1


@dataclass(frozen=True, slots=True)
class DayWaits:
    """Waits of the customers who arrive in each piece of a day, in expectation; rows are VIP and regular.

    Attributes
    ----------
    share_in_time
        Share called within the limit; shape (2, pieces).
    mean_minutes
        Mean wait; shape (2, pieces).
    p90_minutes
        Wait that 90 % do not exceed (log-linear between values 2.5 minutes apart); shape (2, pieces).
    mean_waiting
        Customers waiting, averaged over the piece; shape (2, pieces).
    cut_off
        Probability neglected by the finite state space.
    """

    share_in_time: FloatArray
    mean_minutes: FloatArray
    p90_minutes: FloatArray
    mean_waiting: FloatArray
    cut_off: float


def day_waits(day: OpenDay, counters: IntArray, limit_minutes: FloatArray) -> DayWaits:
    """Solve a day exactly.

    Parameters
    ----------
    counters
        Counters on duty in each piece, breaks taken off; shape (pieces,). One that leaves finishes its customer; one
        that comes is free at that moment; after the last piece the last counters stay until the hall is empty.
    limit_minutes
        Promised minutes by class and piece; shape (2, pieces).
    """
    limits = np.repeat(limit_minutes, day.steps_per_piece, axis=1)
    flow = day.flow(counters)
    moments = moments_for(limits, flow.piece_minutes)
    course = run_course(flow, moments)
    everything = np.arange(len(flow.vip))
    profiles = [
        wait_profile(*_followed(course, moments, row, everything), _at_moments(limits[row], moments[row]))
        for row in (_VIP, _REGULAR)
    ]
    shape = (2, day.pieces, -1)
    weights = np.stack([m.weights for m in moments])
    late = np.stack([p.late.reshape(w.shape) for p, w in zip(profiles, weights, strict=True)])
    means = np.stack([p.mean_minutes.reshape(w.shape) for p, w in zip(profiles, weights, strict=True)])
    return DayWaits(
        share_in_time=1.0 - (late * weights).reshape(shape).sum(axis=2) / day.steps_per_piece,
        mean_minutes=(means * weights).reshape(shape).sum(axis=2) / day.steps_per_piece,
        p90_minutes=np.stack([_p90_minutes(p, m.weights, day.pieces) for p, m in zip(profiles, moments, strict=True)]),
        mean_waiting=_mean_waiting(course, moments[_VIP]).reshape(shape).mean(axis=2),
        cut_off=course.cut_off,
    )


def moments_for(limits: FloatArray, piece_minutes: float) -> tuple[Moments, Moments]:
    """Arrival moments of both classes; limits of shape (2, steps)."""
    return Moments.for_limits(limits[_VIP], piece_minutes), Moments.for_limits(limits[_REGULAR], piece_minutes)


def late_shares_of(
    course: Course, moments: tuple[Moments, Moments], limits: FloatArray, pieces: IntArray
) -> FloatArray:
    """Share of the customers arriving in chosen pieces who wait longer than their limit; shape (2, chosen)."""
    return np.stack(
        [
            (
                late_shares(
                    *_followed(course, moments, row, pieces),
                    _at_moments(limits[row, pieces], moments[row]),
                ).reshape(len(pieces), -1)
                * moments[row].weights[pieces]
            ).sum(axis=1)
            for row in (_VIP, _REGULAR)
        ]
    )


def mean_waits_of(course: Course, moments: tuple[Moments, Moments], limits: FloatArray, pieces: IntArray) -> FloatArray:
    """Mean wait in minutes of the customers arriving in chosen pieces; shape (2, chosen)."""
    return np.stack(
        [
            (
                wait_profile(
                    *_followed(course, moments, row, pieces),
                    _at_moments(limits[row, pieces], moments[row]),
                ).mean_minutes.reshape(len(pieces), -1)
                * moments[row].weights[pieces]
            ).sum(axis=1)
            for row in (_VIP, _REGULAR)
        ]
    )


def _at_moments(limits: FloatArray, moments: Moments) -> FloatArray:
    return np.repeat(limits, moments.weights.shape[1])


def _followed(
    course: Course, moments: tuple[Moments, Moments], row: int, pieces: IntArray
) -> tuple[QueueWalk, Arrivals]:
    """Give the walk of a class's queue positions and the arrivals to follow."""
    flow = course.flow
    positions = _vip_positions(course, pieces) if row == _VIP else _regular_positions(course, pieces)
    walk = QueueWalk.through_day(
        rises=np.zeros_like(flow.vip) if row == _VIP else flow.vip,
        falls=flow.capacity,
        counters=flow.counters,
        piece_minutes=flow.piece_minutes,
        longest=positions.shape[2],
    )
    arrivals = Arrivals(
        positions=positions.reshape(-1, positions.shape[2]),
        piece=np.repeat(pieces, positions.shape[1]),
        offset_minutes=moments[row].offset_minutes[pieces].ravel(),
    )
    return walk, arrivals


def _vip_positions(course: Course, pieces: IntArray) -> FloatArray:
    """P(an arriving VIP waits at position 1, 2, ...): behind waiting VIPs; shape (chosen, moments, longest)."""
    states = course.at_moments[_VIP, pieces]
    all_busy = np.take_along_axis(states, course.flow.counters[pieces, None, None], axis=2)
    queue = states[:, :, course.size.in_hall + 1 :]
    return -np.diff(np.concatenate((all_busy, queue), axis=2), axis=2, append=0.0)


def _regular_positions(course: Course, pieces: IntArray) -> FloatArray:
    """P(an arriving regular customer waits at position 1, 2, ...): behind all; shape (chosen, moments, longest)."""
    counters, in_hall = course.flow.counters[pieces], course.size.in_hall
    longest = in_hall - int(counters.min()) + 1
    present = counters[:, None] + np.arange(longest + 1)
    states = course.at_moments[_REGULAR, pieces]
    at_least = np.take_along_axis(states, np.minimum(present, in_hall)[:, None, :], axis=2)
    return -np.diff(np.where(present[:, None, :] <= in_hall, at_least, 0.0), axis=2)


def _mean_waiting(course: Course, moments: Moments) -> FloatArray:
    """Customers waiting by class, averaged over each piece; shape (2, pieces)."""
    states, in_hall = course.at_moments[_VIP], course.size.in_hall
    waiting = np.arange(1, in_hall + 1) > course.flow.counters[:, None]
    everyone = np.einsum("pms,ps->pm", states[:, :, 1 : in_hall + 1], waiting.astype(np.float64))
    vip = states[:, :, in_hall + 1 :].sum(axis=2)
    by_moment = np.stack((vip, np.maximum(everyone - vip, 0.0)))
    return (by_moment * moments.weights).sum(axis=2)


def _p90_minutes(profile: WaitProfile, weights: FloatArray, pieces: int) -> FloatArray:
    """Wait that 90 % of a piece's customers do not exceed; shape (pieces,)."""
    by_row = profile.beyond * (weights / weights.sum() * pieces).reshape(-1, 1)
    beyond = np.minimum.accumulate(by_row.reshape(pieces, -1, by_row.shape[1]).sum(axis=1), axis=1)
    beyond = np.concatenate((beyond, np.zeros((pieces, 1))), axis=1)
    after = np.argmax(beyond <= _P90_REST, axis=1)
    before = np.maximum(after - 1, 0)
    high = np.take_along_axis(beyond, before[:, None], axis=1)[:, 0].clip(min=_P90_REST)
    low = np.take_along_axis(beyond, after[:, None], axis=1)[:, 0].clip(min=1e-12)
    fraction = np.log(high / _P90_REST) / np.log(high / low).clip(min=1e-12)
    return np.where(after == 0, 0.0, (before + fraction.clip(0.0, 1.0)) * profile.age_step_minutes)
