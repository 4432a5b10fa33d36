"""The course of a day: how full the hall is at the moments at which customers are followed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.occupancy import Flow, StateSize, advance, counters_changed, event_weights

FloatArray = npt.NDArray[np.float64]

# Moments in each smooth part of a piece: the fewest, and the most.
_FEWEST_POINTS, _MOST_POINTS = 4, 32
# Share of a piece in which something changes that is too short to count.
_SHORTEST = 2e-4
_LARGEST_CUT_OFF = 2e-5
_UNCHANGED = 1e-6


@dataclass(frozen=True, slots=True)
class Moments:
    """Arrival moments at which customers are followed in each piece: Gauss points.

    Attributes
    ----------
    offset_minutes
        Time since the piece's start; shape (pieces, moments).
    weights
        Adding up to 1 in each piece; shape (pieces, moments).
    """

    offset_minutes: FloatArray
    weights: FloatArray

    @classmethod
    def spread(cls, flow: Flow) -> Moments:
        """Choose moments for what changes smoothly with the arrival moment."""
        points, weights = _gauss_points(_points_needed(flow))
        pieces = len(flow.vip)
        return cls(np.tile(flow.piece_minutes * points, (pieces, 1)), np.tile(weights, (pieces, 1)))

    @classmethod
    def in_parts(cls, flow: Flow, parts: int) -> Moments:
        """Choose moments in each of some equal parts of a piece.

        For waits of as many parts of a piece: the chance of one has a kink where it ends with a piece.
        """
        points, weights = _gauss_points(int(np.ceil(_points_needed(flow) / np.sqrt(parts))))
        offsets = (np.arange(parts)[:, None] + points).ravel() / parts
        pieces = len(flow.vip)
        return cls(
            np.tile(flow.piece_minutes * offsets, (pieces, 1)), np.tile(np.tile(weights, parts) / parts, (pieces, 1))
        )

    @classmethod
    def for_limits(cls, limit_minutes: FloatArray, flow: Flow) -> Moments:
        """Choose moments for the share within the promised minutes of each piece; shape (pieces,).

        The share is smooth in the arrival moment except where a wait of exactly the limit ends with a piece: as many
        moments lie before that as after it.
        """
        points, weights = _gauss_points(_points_needed(flow))
        piece_minutes = flow.piece_minutes
        kink = np.mod(-limit_minutes, piece_minutes)
        kink = np.where((kink <= 0) | (kink >= piece_minutes), piece_minutes / 2, kink)[:, None]
        rest = piece_minutes - kink
        offsets = np.concatenate((kink * points, kink + rest * points), axis=1)
        return cls(offsets, np.concatenate((kink * weights, rest * weights), axis=1) / piece_minutes)


@dataclass(frozen=True, slots=True)
class Course:
    """Occupancy of a hall through a day; states as in :mod:`shiftbid.staffing.occupancy`.

    Attributes
    ----------
    moments
        Sets of arrival moments whose states are kept.
    starts
        State at the start of each piece, before its counters change, and at closing; shape (pieces + 1, states).
    at_moments
        State at the moments of each set; shape (pieces, moments of the set, states) each.
    """

    flow: Flow
    size: StateSize
    moments: tuple[Moments, ...]
    starts: FloatArray
    at_moments: tuple[FloatArray, ...]

    @property
    def cut_off(self) -> float:
        """Largest probability of a state at the edge of the state space: the error made by cutting it there."""
        return float(self.starts[:, [self.size.in_hall, -1]].max())


def _points_needed(flow: Flow) -> int:
    """Moments that a smooth part of a piece needs: the more, the more abruptly counters or customers come or go.

    Who arrives just before counters leave, or early enough to be called as they come, waits for one of the services
    that end in the time left: her chances change like exp(-rate * time), with the rate at which those counters finish
    customers; an empty hall settles at the rate of its arrivals and services. Gauss points lie ever closer towards
    the ends of an interval, so that their number need only grow with the root of that rate: the mean of such a term
    comes out within 0.0003. What is over in less than that share of a piece needs no moments of its own.
    """
    changes = np.abs(np.diff(np.stack((flow.vip + flow.regular, flow.capacity)), prepend=0.0)).sum(axis=0)
    sudden = float(changes.max()) * flow.piece_minutes
    if sudden * _SHORTEST > 1:
        return _FEWEST_POINTS
    points = np.ceil(2.5 + 0.9 * np.sqrt(sudden))
    return int(np.clip(points, _FEWEST_POINTS, _MOST_POINTS))


@lru_cache(maxsize=_MOST_POINTS)
def _gauss_points(count: int) -> tuple[FloatArray, FloatArray]:
    """Gauss-Legendre points and weights on [0, 1]."""
    points, weights = np.polynomial.legendre.leggauss(count)
    return (points + 1.0) / 2.0, weights / 2.0


def run_course(flow: Flow, moments: tuple[Moments, ...]) -> Course:
    """Solve a day that opens with an empty hall, in a state space large enough for it."""
    size = StateSize.covering(flow)
    while True:
        starts = np.zeros((len(flow.vip) + 1, size.states))
        starts[0] = size.empty_hall()
        at_moments = tuple(np.zeros((*m.weights.shape, size.states)) for m in moments)
        course = Course(flow, size, moments, starts, at_moments)
        for piece, weights in enumerate(_weights(course, range(len(flow.vip)))):
            _run_piece(course, piece, weights)
        if course.cut_off <= _LARGEST_CUT_OFF:
            return course
        size = size.doubled(int(flow.counters.max()))


def rerun_course(known: Course, flow: Flow) -> tuple[Course, range]:
    """Solve a day again after a change of counters, only where the change is felt.

    Returns
    -------
    tuple
        The new course, and the pieces whose states or rates differ from the known course.
    """
    changed = np.flatnonzero(flow.counters != known.flow.counters)
    if not len(changed):
        return known, range(0)
    first, last, pieces = int(changed[0]), int(changed[-1]), len(flow.vip)
    if flow.counters.max() >= known.size.in_hall:
        return run_course(flow, known.moments), range(pieces)
    at_moments = tuple(states.copy() for states in known.at_moments)
    course = Course(flow, known.size, known.moments, known.starts.copy(), at_moments)
    stop = pieces
    for piece, weights in enumerate(_weights(course, range(first, pieces)), first):
        if piece > last + 1 and np.abs(course.starts[piece] - known.starts[piece]).max() < _UNCHANGED:
            stop = piece
            break
        _run_piece(course, piece, weights)
    if course.cut_off > _LARGEST_CUT_OFF:
        return run_course(flow, known.moments), range(pieces)
    return course, range(first, stop)


def _weights(course: Course, pieces: range) -> list[FloatArray]:
    flow = course.flow
    minutes = [m.offset_minutes for m in course.moments]
    minutes.append(np.full((len(flow.vip), 1), flow.piece_minutes))
    return event_weights(flow, np.concatenate(minutes, axis=1), pieces)


def _run_piece(course: Course, piece: int, weights: FloatArray) -> None:
    """Fill in the states of a piece from the state at its start."""
    flow, size = course.flow, course.size
    state = course.starts[piece]
    if piece and flow.counters[piece] != flow.counters[piece - 1]:
        state = counters_changed(state, size, int(flow.counters[piece - 1]), int(flow.counters[piece]))
    reached = advance(flow, size, piece, state, weights)
    filled = 0
    for states in course.at_moments:
        states[piece] = reached[filled : filled + states.shape[1]]
        filled += states.shape[1]
    course.starts[piece + 1] = reached[-1]
