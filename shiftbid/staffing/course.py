"""The course of a day: how full the hall is at the moments at which customers are followed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.arrival_moments import Moments
from shiftbid.staffing.occupancy import Flow, StateSize, advance, counters_changed, event_weights

FloatArray = npt.NDArray[np.float64]

_LARGEST_CUT_OFF = 2e-5
_UNCHANGED = 1e-6


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
