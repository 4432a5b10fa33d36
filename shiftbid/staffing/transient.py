"""Waits through one open day under the exact time-varying model: two classes, counters that come and go."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.arrival_moments import Moments
from shiftbid.staffing.course import Course, run_course
from shiftbid.staffing.occupancy import Flow
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.queue_walk import QueueWalk
from shiftbid.staffing.waiting import (
    AGES_PER_PIECE,
    LONGEST_WAIT_AFTER_CLOSING_MINUTES,
    WaitProfile,
    late_shares,
    wait_profile,
)
from shiftbid.staffing.waiting_stretch import Arrivals

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
    """Solve a day: exactly where both classes take the same time, with stretched waits where they do not.

    Parameters
    ----------
    counters
        Counters on duty in each piece, breaks taken off; shape (pieces,). One that leaves finishes its customer; one
        that comes is free at that moment; after the last piece the last counters stay until the hall is empty.
    limit_minutes
        Promised minutes by class and piece; shape (2, pieces).
    """
    stretch = day.service_mix.wait_stretch
    limits = np.repeat(limit_minutes / stretch, day.steps_per_piece, axis=1)
    flow = day.flow(counters)
    steps = len(flow.vip)
    spread = Moments.in_parts(flow, AGES_PER_PIECE)
    course = run_course(flow, (*moments_for(limits, flow), spread))
    walks = _walks(course)
    profiles = [_profile(course, walks, row, np.arange(steps)) for row in (_VIP, _REGULAR)]
    means = np.stack([(p.mean_minutes.reshape(steps, -1) * spread.weights).sum(axis=1) for p in profiles])
    late = _late_shares(course, walks, limits, np.arange(steps))
    longest = _longest_minutes(day)
    return DayWaits(
        share_in_time=1.0 - late.reshape(2, day.pieces, -1).mean(axis=2),
        mean_minutes=np.minimum(stretch * means.reshape(2, day.pieces, -1).mean(axis=2), longest),
        p90_minutes=np.minimum(stretch * np.stack([_p90_minutes(p, spread.weights, day) for p in profiles]), longest),
        mean_waiting=stretch * _mean_waiting(course).reshape(2, day.pieces, -1).mean(axis=2),
        cut_off=course.cut_off,
    )


def day_late_shares(day: OpenDay, counters: IntArray, limit_minutes: FloatArray) -> FloatArray:
    """Share of customers who wait longer than their limit, arguments as in :func:`day_waits`; shape (2, pieces)."""
    limits = np.repeat(limit_minutes / day.service_mix.wait_stretch, day.steps_per_piece, axis=1)
    flow = day.flow(counters)
    course = run_course(flow, moments_for(limits, flow))
    late = late_shares_of(course, limits, np.arange(len(flow.vip)))
    return late.reshape(2, day.pieces, -1).mean(axis=2)


def moments_for(limits: FloatArray, flow: Flow) -> tuple[Moments, Moments]:
    """Arrival moments at which late shares are solved, per class; limits of shape (2, steps)."""
    return Moments.for_limits(limits[_VIP], flow), Moments.for_limits(limits[_REGULAR], flow)


def late_shares_of(course: Course, limits: FloatArray, pieces: IntArray) -> FloatArray:
    """Share of the customers arriving in chosen pieces who wait longer than their limit; shape (2, chosen).

    The course must have been run with :func:`moments_for` the limits as its first two sets.
    """
    return _late_shares(course, _walks(course), limits, pieces)


def mean_waits_of(course: Course, pieces: IntArray) -> FloatArray:
    """Mean wait in minutes of the customers arriving in chosen pieces; shape (2, chosen).

    The last set of the course's moments must be spread evenly.
    """
    walks = _walks(course)
    profiles = [_profile(course, walks, row, pieces) for row in (_VIP, _REGULAR)]
    weights = course.moments[-1].weights[pieces]
    return np.stack([(p.mean_minutes.reshape(weights.shape) * weights).sum(axis=1) for p in profiles])


def _late_shares(
    course: Course, walks: tuple[QueueWalk, QueueWalk], limits: FloatArray, pieces: IntArray
) -> FloatArray:
    shares: list[FloatArray] = []
    for row in (_VIP, _REGULAR):
        weights = course.moments[row].weights[pieces]
        limit = np.repeat(limits[row, pieces], weights.shape[1])
        late = late_shares(walks[row], _arrivals(course, row, row, pieces), limit)
        shares.append((late.reshape(weights.shape) * weights).sum(axis=1))
    return np.stack(shares)


def _profile(course: Course, walks: tuple[QueueWalk, QueueWalk], row: int, pieces: IntArray) -> WaitProfile:
    return wait_profile(walks[row], _arrivals(course, row, -1, pieces))


def _walks(course: Course) -> tuple[QueueWalk, QueueWalk]:
    """Walks of the queue positions of VIPs, whom nobody overtakes, and of regular customers, whom VIPs do."""
    flow, size = course.flow, course.size
    longest = size.vip_waiting + 1, size.in_hall - int(flow.counters.min()) + 1
    vip, regular = (
        QueueWalk.through_day(rises, flow.capacity, flow.counters, flow.piece_minutes, positions)
        for rises, positions in zip((np.zeros_like(flow.vip), flow.vip), longest, strict=True)
    )
    return vip, regular


def _arrivals(course: Course, row: int, moments: int, pieces: IntArray) -> Arrivals:
    """Arrivals of a class in chosen pieces at one of the course's sets of moments."""
    states = course.at_moments[moments][pieces]
    positions = _vip_positions(course, states, pieces) if row == _VIP else _regular_positions(course, states, pieces)
    return Arrivals(
        positions=positions.reshape(-1, positions.shape[2]),
        piece=np.repeat(pieces, positions.shape[1]),
        offset_minutes=course.moments[moments].offset_minutes[pieces].ravel(),
    )


def _vip_positions(course: Course, states: FloatArray, pieces: IntArray) -> FloatArray:
    """P(an arriving VIP waits at position 1, 2, ...): behind waiting VIPs; shape (chosen, moments, longest)."""
    all_busy = np.take_along_axis(states, course.flow.counters[pieces, None, None], axis=2)
    queue = states[:, :, course.size.in_hall + 1 :]
    return -np.diff(np.concatenate((all_busy, queue), axis=2), axis=2, append=0.0)


def _regular_positions(course: Course, states: FloatArray, pieces: IntArray) -> FloatArray:
    """P(an arriving regular customer waits at position 1, 2, ...): behind all; shape (chosen, moments, longest)."""
    counters, in_hall = course.flow.counters, course.size.in_hall
    longest = in_hall - int(counters.min()) + 1
    present = counters[pieces, None] + np.arange(longest + 1)
    at_least = np.take_along_axis(states, np.minimum(present, in_hall)[:, None, :], axis=2)
    return -np.diff(np.where(present[:, None, :] <= in_hall, at_least, 0.0), axis=2)


def _mean_waiting(course: Course) -> FloatArray:
    """Customers waiting by class, averaged over each piece; shape (2, pieces)."""
    states, in_hall = course.at_moments[_VIP], course.size.in_hall
    waiting = np.arange(1, in_hall + 1) > course.flow.counters[:, None]
    everyone = np.einsum("pms,ps->pm", states[:, :, 1 : in_hall + 1], waiting.astype(np.float64))
    vip = states[:, :, in_hall + 1 :].sum(axis=2)
    by_moment = np.stack((vip, np.maximum(everyone - vip, 0.0)))
    return (by_moment * course.moments[_VIP].weights).sum(axis=2)


def _p90_minutes(profile: WaitProfile, weights: FloatArray, day: OpenDay) -> FloatArray:
    """Wait that 90 % of a piece's customers do not exceed; weights of shape (steps, moments), result (pieces,)."""
    by_step = (profile.beyond.reshape(*weights.shape, -1) * weights[:, :, None]).sum(axis=1)
    beyond = by_step.reshape(day.pieces, -1, by_step.shape[1]).mean(axis=1)
    beyond = np.concatenate((np.minimum.accumulate(beyond, axis=1), np.zeros((day.pieces, 1))), axis=1)
    after = np.argmax(beyond <= _P90_REST, axis=1)
    before = np.maximum(after - 1, 0)
    high = np.take_along_axis(beyond, before[:, None], axis=1)[:, 0].clip(min=_P90_REST)
    low = np.take_along_axis(beyond, after[:, None], axis=1)[:, 0].clip(min=1e-12)
    fraction = np.log(high / _P90_REST) / np.log(high / low).clip(min=1e-12)
    minutes = np.where(after == 0, 0.0, (before + fraction.clip(0.0, 1.0)) * profile.age_step_minutes)
    longest = _longest_minutes(day)
    never_called = after == beyond.shape[1] - 1
    return np.where(never_called, longest, np.minimum(minutes, longest))


def _longest_minutes(day: OpenDay) -> FloatArray:
    """Longest wait that is counted for somebody who arrives at the start of each piece; shape (pieces,)."""
    left = np.arange(day.pieces, 0, -1, dtype=np.float64)
    return day.piece_minutes * left + LONGEST_WAIT_AFTER_CLOSING_MINUTES
