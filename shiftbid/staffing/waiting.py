"""How long customers wait who arrive at given moments: the exact distribution, read off the walk of their positions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.queue_walk import QueueWalk
from shiftbid.staffing.waiting_stretch import Arrivals, Stretch

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
ComplexArray = npt.NDArray[np.complex128]

LONGEST_WAIT_AFTER_CLOSING_MINUTES = 24 * 60.0
AGES_PER_PIECE = 6

# Rows of which less than this share still waits are finished with the time in which their mean position is worked off
# at the rates to come, if the queue shrinks at all of them; otherwise they are followed to the second share.
_NEARLY_ALL_CALLED = 2e-3
_ALL_CALLED = 1e-9


@dataclass(frozen=True, slots=True)
class WaitProfile:
    """Waits of rows of arrivals.

    Attributes
    ----------
    mean_minutes
        Mean wait, customers who need not wait included; shape (rows,).
    beyond
        P(the wait exceeds 0, 1, 2, ... age steps); shape (rows, ages). Waits go on past the last age only for customers
        who are never called.
    age_step_minutes
        Distance of those ages.
    """

    mean_minutes: FloatArray
    beyond: FloatArray
    age_step_minutes: float


def late_shares(walk: QueueWalk, arrivals: Arrivals, limit_minutes: FloatArray) -> FloatArray:
    """P(the wait exceeds the limit) of each row; limits of shape (rows,), result of shape (rows,)."""
    late = np.zeros(len(limit_minutes))
    stretch = Stretch.first(walk, arrivals)
    while len(stretch.rows):
        limit = limit_minutes[stretch.rows]
        ends = limit < stretch.age_minutes + stretch.minutes
        ending = stretch.chosen(ends)
        reached = np.exp(walk.exponent[ending.piece] * (limit[ends] - ending.age_minutes)[:, None])
        reached *= ending.spectrum
        late[ending.rows] = walk.not_yet_called(reached, ending.piece)
        if ends.all():
            break
        stretch = stretch.chosen(~ends)
        stretch = stretch.following(walk, walk.positions(stretch.end(walk), stretch.piece))
    return late.clip(0.0, 1.0)


def wait_profile(walk: QueueWalk, arrivals: Arrivals) -> WaitProfile:
    """Follow rows of arrivals until nearly all of them are called.

    Customers still waiting 24 hours after closing count as called then, so that every wait is finite.
    """
    count, closing = len(arrivals.piece), len(walk.rises) - 1
    mean, never = np.zeros(count), np.zeros(count)
    step = walk.piece_minutes / AGES_PER_PIECE
    beyond: list[FloatArray] = []
    arrived = arrivals.piece * walk.piece_minutes + arrivals.offset_minutes
    longest_wait = closing * walk.piece_minutes + LONGEST_WAIT_AFTER_CLOSING_MINUTES - arrived
    relief = walk.falls - walk.rises
    least_relief = np.minimum.accumulate(relief[::-1])[::-1]
    shrinking = _ShrinkingQueue.of(walk, np.where(least_relief > 0, relief, 0.0))
    reading = _ReadingWeights.of(walk, step)
    stretch = Stretch.first(walk, arrivals)
    while len(stretch.rows):
        end = stretch.end(walk)
        mean[stretch.rows] += _time_waiting(reading, stretch, end)
        beyond.append(np.zeros((count, AGES_PER_PIECE)))
        _read_ages(walk, reading, stretch, step, beyond)
        positions = walk.positions(end, stretch.piece)
        waiting = positions.sum(axis=1)
        following = np.minimum(stretch.piece + 1, closing)
        soon_called = least_relief[following] > 0
        called = waiting <= np.where(soon_called, _NEARLY_ALL_CALLED, _ALL_CALLED)
        finished = called & soon_called
        rest = positions[finished] @ np.arange(1.0, walk.longest + 1)
        mean[stretch.rows[finished]] += shrinking.minutes(following[finished], rest, waiting[finished])
        # With no counter left after closing nothing happens any more.
        stuck = (stretch.piece + 1 >= closing) & (walk.falls[-1] == 0) & ~called
        rest_minutes = longest_wait[stretch.rows] - stretch.age_minutes - stretch.minutes
        mean[stretch.rows] += np.where(stuck, waiting * rest_minutes, 0.0)
        never[stretch.rows[stuck]] = waiting[stuck]
        keep = ~called & ~stuck & (rest_minutes > 1e-6)
        stretch = stretch.chosen(keep).following(walk, positions[keep])
    read = np.maximum(np.concatenate(beyond, axis=1), never[:, None])
    return WaitProfile(np.maximum(mean, 0.0), read.clip(0.0, 1.0), step)


@dataclass(frozen=True, slots=True)
class _ShrinkingQueue:
    """How fast positions fall once the queue shrinks for good; earlier pieces count nothing; shapes (pieces + 1,)."""

    fall_per_minute: FloatArray
    fallen: FloatArray
    piece_minutes: float

    @classmethod
    def of(cls, walk: QueueWalk, fall_per_minute: FloatArray) -> _ShrinkingQueue:
        fallen = np.concatenate([[0.0], np.cumsum(fall_per_minute[:-1] * walk.piece_minutes)])
        return cls(fall_per_minute, fallen, walk.piece_minutes)

    def minutes(self, piece: IntArray, rest: FloatArray, waiting: FloatArray) -> FloatArray:
        """Minutes of waiting still to come, from the start of a piece on; shape (rows,).

        Parameters
        ----------
        rest
            Sum of the positions, each times its probability.
        waiting
            P(still waiting).
        """
        goal = self.fallen[piece] + np.divide(rest, waiting, out=np.zeros_like(rest), where=waiting > 0)
        last = np.maximum(np.searchsorted(self.fallen, goal, side="left") - 1, piece)
        inside = (goal - self.fallen[last]) / self.fall_per_minute[last]
        return waiting * ((last - piece) * self.piece_minutes + inside)


@dataclass(frozen=True, slots=True)
class _ReadingWeights:
    """What turns spectra into times spent waiting and into ages; shape (pieces + 1, frequencies).

    Attributes
    ----------
    change
        Weight of a spectrum's change over a stretch: the integral of exp(exponent * t), for one unit of change.
    constant
        Weight per minute of frequencies that do not change.
    one_step
        Characteristic function of one age step.
    """

    change: ComplexArray
    constant: ComplexArray
    one_step: ComplexArray

    @classmethod
    def of(cls, walk: QueueWalk, step_minutes: float) -> _ReadingWeights:
        changes = np.abs(walk.exponent) * walk.piece_minutes > 1e-9
        change = np.divide(walk.still_waiting, walk.exponent, out=np.zeros_like(walk.exponent), where=changes)
        constant = np.where(changes, 0.0, walk.still_waiting)
        return cls(change, constant, np.exp(walk.exponent * step_minutes))


def _time_waiting(reading: _ReadingWeights, stretch: Stretch, end: ComplexArray) -> FloatArray:
    """Mean minutes spent waiting within a stretch; shape (active,)."""
    changed = np.einsum("rf,rf->r", reading.change[stretch.piece], end - stretch.spectrum).real
    constant = np.einsum("rf,rf->r", reading.constant[stretch.piece], stretch.spectrum).real
    return changed + constant * stretch.minutes


def _read_ages(
    walk: QueueWalk, reading: _ReadingWeights, stretch: Stretch, step: float, beyond: list[FloatArray]
) -> None:
    """Write P(still waiting) at the multiples of the age step that fall in a stretch, one table per piece of age."""
    first = np.ceil(stretch.age_minutes / step - 1e-9).astype(np.int64)
    reached = walk.still_waiting[stretch.piece] * stretch.spectrum
    to_first = first * step - stretch.age_minutes
    if np.any(to_first > 0):
        reached *= np.exp(walk.exponent[stretch.piece] * to_first[:, None])
    one_step = reading.one_step[stretch.piece]
    for age in range(AGES_PER_PIECE):
        index = first + age
        inside = index * step < stretch.age_minutes + stretch.minutes - 1e-9
        if not inside.any():
            break
        value = np.real(reached).sum(axis=1)
        for table in np.unique(index[inside] // AGES_PER_PIECE):
            here = inside & (index // AGES_PER_PIECE == table)
            beyond[table][stretch.rows[here], index[here] % AGES_PER_PIECE] = value[here]
        reached *= one_step
