"""How long customers wait who arrive at given moments: the exact distribution, by images and Fourier transforms.

A waiting customer's position in the queue (1 = called next) falls by one whenever a counter finishes a customer, rises
by one whenever a VIP arrives (for a regular customer), and falls by the number of counters that come on duty. She is
called when it reaches 0. Between changes of rates this is a random walk in continuous time with one absorbing
barrier. The walk without the barrier is a convolution, solved by a discrete Fourier transform whose exponent is known
in closed form; the barrier is replaced by an image walk that starts on its other side (reflection principle, as for
the busy period of M/M/1: Cox & Smith 1961). The cost does not grow with the rates or the length of a piece.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
ComplexArray = npt.NDArray[np.complex128]

LONGEST_WAIT_AFTER_CLOSING_MINUTES = 24 * 60.0
AGES_PER_PIECE = 6

_DEVIATIONS = 5.5
_MARGIN = 5
# Rows of which less than this share still waits are finished with the time in which their mean position is worked off
# at the rates to come, if the queue shrinks at all of them; otherwise they are followed to the second share.
_NEARLY_ALL_CALLED = 2e-3
_ALL_CALLED = 1e-9


@dataclass(frozen=True, slots=True)
class Arrivals:
    """Customers who arrive at chosen moments and find all counters busy.

    Attributes
    ----------
    positions
        P(the customer waits, at position 1, 2, ...); a row adds up to P(she waits); shape (rows, longest).
    piece
        Piece of the day in which each row arrives; shape (rows,).
    offset_minutes
        Time since that piece's start; shape (rows,).
    """

    positions: FloatArray
    piece: IntArray
    offset_minutes: FloatArray


@dataclass(frozen=True, slots=True)
class QueueWalk:
    """The walk of queue positions: rates per piece and what the transforms need. The last entry is after closing.

    Attributes
    ----------
    rises, falls
        Customers per minute who join in front, and who are called; shape (pieces + 1,).
    opened
        Counters that come on duty at the start of each piece; shape (pieces + 1,).
    longest
        Largest position followed.
    above, below
        Positions kept on either side of 0, so that the moves within a piece and the images fit.
    points
        Length of the Fourier transform.
    image_ratio
        Weight of an image per step, at most 1; shape (pieces + 1,).
    images
        Weights of the images subtracted at positions 1, 2, ...; shape (pieces + 1, longest).
    exponent
        Logarithm of the walk's characteristic function, per minute; shape (pieces + 1, frequencies).
    whole_piece
        Characteristic function of a whole piece; shape (pieces + 1, frequencies).
    still_waiting
        Weights whose product with a spectrum is P(not yet called); shape (pieces + 1, frequencies).
    """

    rises: FloatArray
    falls: FloatArray
    opened: IntArray
    piece_minutes: float
    longest: int
    above: int
    below: int
    points: int
    image_ratio: FloatArray
    images: FloatArray
    exponent: ComplexArray
    whole_piece: ComplexArray
    still_waiting: ComplexArray

    @classmethod
    def through_day(
        cls, rises: FloatArray, falls: FloatArray, counters: IntArray, piece_minutes: float, longest: int
    ) -> QueueWalk:
        """Prepare the walk for a day; after closing nobody arrives and the last counters stay.

        Parameters
        ----------
        rises, falls
            Per minute in each piece; shape (pieces,).
        counters
            Counters on duty in each piece; shape (pieces,).
        longest
            Largest position to follow.
        """
        rises, falls = np.append(rises, 0.0), np.append(falls, falls[-1])
        opened = np.maximum(np.diff(counters, prepend=counters[0], append=counters[-1]), 0)
        above = longest + _reach(rises, piece_minutes)
        below = max(longest, _reach(falls, piece_minutes))
        points = _next_fast_length(above + below + 1)
        larger, smaller = np.maximum(rises, falls), np.minimum(rises, falls)
        ratio = np.divide(smaller, larger, out=np.zeros_like(larger), where=larger > 0)
        angle = 2 * np.pi / points * np.arange(points // 2 + 1)
        spread = np.multiply.outer(rises + falls, np.cos(angle) - 1.0)
        exponent = spread + 1j * np.multiply.outer(falls - rises, np.sin(angle))
        # Where positions fall faster than they rise the image is subtracted when reading off the result, elsewhere
        # when writing the start: the other way round its weights would overflow.
        images = np.power.outer(np.where(falls >= rises, ratio, 0.0), np.arange(1, below + 1))
        functional = np.zeros((len(rises), points))
        functional[:, 1 : above + 1] = 1.0
        functional[:, : -below - 1 : -1] -= images
        weight = np.full(points // 2 + 1, 2.0 / points)
        weight[[0, *([-1] if points % 2 == 0 else [])]] = 1.0 / points
        still_waiting = np.fft.rfft(functional).conj() * weight
        return cls(
            rises, falls, opened, piece_minutes, longest, above, below, points, ratio, images[:, :longest],
            exponent, np.exp(exponent * piece_minutes), still_waiting,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Rows of waiting customers from one change of rates to the next.

    Attributes
    ----------
    rows
        Index of each row among the arrivals; shape (active,).
    piece
        Entry of the walk's rates that holds now; shape (active,).
    age_minutes
        How long each row has waited when the stretch starts; shape (active,).
    minutes
        Length of the stretch; shape (active,).
    spectrum
        Transform of the positions at its start; shape (active, frequencies).
    """

    rows: IntArray
    piece: IntArray
    age_minutes: FloatArray
    minutes: FloatArray
    spectrum: ComplexArray


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
    stretch = _first_stretch(walk, arrivals)
    while len(stretch.rows):
        limit = limit_minutes[stretch.rows]
        ends = limit < stretch.age_minutes + stretch.minutes
        ending = _chosen(stretch, ends)
        reached = np.exp(walk.exponent[ending.piece] * (limit[ends] - ending.age_minutes)[:, None])
        reached *= ending.spectrum
        late[ending.rows] = _still_waiting(walk, reached, ending.piece)
        if ends.all():
            break
        stretch = _chosen(stretch, ~ends)
        stretch = _next_stretch(walk, stretch, _positions(walk, stretch, _end(walk, stretch)))
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
    stretch = _first_stretch(walk, arrivals)
    while len(stretch.rows):
        end = _end(walk, stretch)
        mean[stretch.rows] += _time_waiting(reading, stretch, end)
        beyond.append(np.zeros((count, AGES_PER_PIECE)))
        _read_ages(walk, reading, stretch, step, beyond)
        positions = _positions(walk, stretch, end)
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
        stretch = _next_stretch(walk, _chosen(stretch, keep), positions[keep])
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


def _first_stretch(walk: QueueWalk, arrivals: Arrivals) -> _Stretch:
    minutes = walk.piece_minutes - arrivals.offset_minutes
    spectrum = _spectrum(walk, arrivals.positions, arrivals.piece)
    return _Stretch(np.arange(len(minutes)), arrivals.piece, np.zeros_like(minutes), minutes, spectrum)


def _chosen(stretch: _Stretch, rows: BoolArray) -> _Stretch:
    return _Stretch(
        stretch.rows[rows],
        stretch.piece[rows],
        stretch.age_minutes[rows],
        stretch.minutes[rows],
        stretch.spectrum[rows],
    )


def _next_stretch(walk: QueueWalk, stretch: _Stretch, positions: FloatArray) -> _Stretch:
    """Stretch that follows, from the positions at the end of this one."""
    piece = np.minimum(stretch.piece + 1, len(walk.rises) - 1)
    opened = np.where(stretch.piece + 1 < len(walk.rises), walk.opened[piece], 0)
    for counters in np.unique(opened[opened > 0]):
        rows = np.flatnonzero(opened == counters)
        moved = np.zeros((len(rows), walk.longest))
        moved[:, : max(walk.longest - counters, 0)] = positions[rows, counters:]
        positions[rows] = moved
    age = stretch.age_minutes + stretch.minutes
    minutes = np.full(len(piece), walk.piece_minutes)
    return _Stretch(stretch.rows, piece, age, minutes, _spectrum(walk, positions, piece))


def _spectrum(walk: QueueWalk, positions: FloatArray, piece: IntArray) -> ComplexArray:
    """Transform positions; where the queue grows, with their images on the other side of 0."""
    signal = np.zeros((len(piece), walk.points))
    signal[:, 1 : walk.longest + 1] = positions
    grows = np.flatnonzero(walk.rises[piece] > walk.falls[piece])
    if len(grows):
        weights = np.power.outer(walk.image_ratio[piece[grows]], np.arange(1, walk.longest + 1))
        signal[grows, : -walk.longest - 1 : -1] -= weights * positions[grows]
    return np.fft.rfft(signal)


def _end(walk: QueueWalk, stretch: _Stretch) -> ComplexArray:
    """Transform of the walk without its barrier at the end of a stretch; shape (active, frequencies)."""
    if np.any(stretch.minutes != walk.piece_minutes):
        return stretch.spectrum * np.exp(walk.exponent[stretch.piece] * stretch.minutes[:, None])
    return stretch.spectrum * walk.whole_piece[stretch.piece]


def _positions(walk: QueueWalk, stretch: _Stretch, end: ComplexArray) -> FloatArray:
    """P(position 1, 2, ... at the end of a stretch, not yet called); shape (active, longest)."""
    signal = np.fft.irfft(end, walk.points)
    images = walk.images[stretch.piece] * signal[:, : -walk.longest - 1 : -1]
    return np.maximum(signal[:, 1 : walk.longest + 1] - images, 0.0)


def _still_waiting(walk: QueueWalk, spectrum: ComplexArray, piece: IntArray) -> FloatArray:
    """P(not yet called) of each row; shape (rows,)."""
    return np.einsum("rf,rf->r", walk.still_waiting[piece], spectrum).real


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


def _time_waiting(reading: _ReadingWeights, stretch: _Stretch, end: ComplexArray) -> FloatArray:
    """Mean minutes spent waiting within a stretch; shape (active,)."""
    changed = np.einsum("rf,rf->r", reading.change[stretch.piece], end - stretch.spectrum).real
    constant = np.einsum("rf,rf->r", reading.constant[stretch.piece], stretch.spectrum).real
    return changed + constant * stretch.minutes


def _read_ages(
    walk: QueueWalk, reading: _ReadingWeights, stretch: _Stretch, step: float, beyond: list[FloatArray]
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


def _reach(rates: FloatArray, minutes: float) -> int:
    """Moves in one direction within a piece, exceeded with negligible probability."""
    most = float(rates.max(initial=0.0)) * minutes
    return int(most + _DEVIATIONS * np.sqrt(most)) + _MARGIN


def _next_fast_length(least: int) -> int:
    """Smallest product of powers of 2, 3 and 5 that is not below a length."""
    best = 1 << (least - 1).bit_length()
    for odd in (three * five for three in (1, 3, 9, 27) for five in (1, 5, 25)):
        if odd < best:
            best = min(best, odd << max(0, (-(-least // odd) - 1).bit_length()))
    return best
