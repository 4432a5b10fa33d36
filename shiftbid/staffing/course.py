"""The course of a day: how full the hall is at the moments at which customers are followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.occupancy import Flow, StateSize, advance, counters_changed

FloatArray = npt.NDArray[np.float64]

_GAUSS = np.array([0.5 - np.sqrt(3.0) / 6.0, 0.5 + np.sqrt(3.0) / 6.0])
_LARGEST_CUT_OFF = 1e-5
_UNCHANGED = 1e-7


@dataclass(frozen=True, slots=True)
class Moments:
    """Arrival moments at which a class is followed in each piece.

    Two Gauss points on either side of the moment from which a wait of exactly the limit ends in the next piece: the
    share in time is smooth in the arrival moment except there.

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
    def for_limits(cls, limit_minutes: FloatArray, piece_minutes: float) -> Moments:
        """Choose the moments for the promised minutes of each piece; shape (pieces,)."""
        kink = np.mod(-limit_minutes, piece_minutes)
        kink = np.where((kink <= 0) | (kink >= piece_minutes), piece_minutes / 2, kink)[:, None]
        rest = piece_minutes - kink
        offsets = np.concatenate((kink * _GAUSS, kink + rest * _GAUSS), axis=1)
        weights = np.concatenate((kink, kink, rest, rest), axis=1) / (2 * piece_minutes)
        return cls(offsets, weights)


@dataclass(frozen=True, slots=True)
class Course:
    """Occupancy of a hall through a day; states as in :mod:`shiftbid.staffing.occupancy`.

    Attributes
    ----------
    starts
        State at the start of each piece, before its counters change, and at closing; shape (pieces + 1, states).
    at_moments
        State at the moments of each class; shape (classes, pieces, moments, states).
    """

    flow: Flow
    size: StateSize
    starts: FloatArray
    at_moments: FloatArray

    @property
    def cut_off(self) -> float:
        """Largest probability of a state at the edge of the state space: the error made by cutting it there."""
        return float(self.starts[:, [self.size.in_hall, -1]].max())


def run_course(flow: Flow, moments: tuple[Moments, ...]) -> Course:
    """Solve a day that opens with an empty hall, in a state space large enough for it."""
    size = StateSize.covering(flow)
    course = _empty_course(flow, size, moments)
    _run_pieces(course, moments, range(len(flow.vip)))
    while course.cut_off > _LARGEST_CUT_OFF:
        size = size.doubled(int(flow.counters.max()))
        course = _empty_course(flow, size, moments)
        _run_pieces(course, moments, range(len(flow.vip)))
    return course


def rerun_course(known: Course, flow: Flow, moments: tuple[Moments, ...]) -> tuple[Course, range]:
    """Solve a day again after a change of counters, only where the change is felt.

    Returns
    -------
    tuple
        The new course, and the pieces whose states differ from the known course.
    """
    changed = np.flatnonzero(flow.counters != known.flow.counters)
    if not len(changed):
        return known, range(0)
    first, last = int(changed[0]), int(changed[-1])
    if flow.counters.max() > known.size.in_hall // 2:
        return run_course(flow, moments), range(len(flow.vip))
    course = Course(flow, known.size, known.starts.copy(), known.at_moments.copy())
    stop = len(flow.vip)
    for piece in range(first, len(flow.vip)):
        settled = np.abs(course.starts[piece] - known.starts[piece]).max() < _UNCHANGED
        if piece > last + 1 and settled:
            stop = piece
            break
        _run_pieces(course, moments, (piece,))
    if course.cut_off > _LARGEST_CUT_OFF:
        return run_course(flow, moments), range(len(flow.vip))
    return course, range(first, stop)


def _empty_course(flow: Flow, size: StateSize, moments: tuple[Moments, ...]) -> Course:
    pieces, count = moments[0].weights.shape
    starts = np.zeros((pieces + 1, size.states))
    starts[0] = size.empty_hall()
    return Course(flow, size, starts, np.zeros((len(moments), pieces, count, size.states)))


def _run_pieces(course: Course, moments: tuple[Moments, ...], pieces: Iterable[int]) -> None:
    """Fill in the states of pieces in turn, each from the state at its start."""
    flow, size = course.flow, course.size
    for piece in pieces:
        state = course.starts[piece]
        if piece and flow.counters[piece] != flow.counters[piece - 1]:
            state = counters_changed(state, size, int(flow.counters[piece - 1]), int(flow.counters[piece]))
        minutes = np.concatenate([m.offset_minutes[piece] for m in moments] + [[flow.piece_minutes]])
        reached = advance(flow, size, piece, state, minutes)
        course.at_moments[:, piece] = reached[:-1].reshape(len(moments), -1, size.states)
        course.starts[piece + 1] = reached[-1]
