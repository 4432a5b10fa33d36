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

_DEVIATIONS = 7.0
_MARGIN = 10
# Rows of which less than this share still waits are finished with the mean wait at the rates of that moment.
_NEARLY_ALL_CALLED = 1e-3
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
        at_end = np.where(falls >= rises, ratio, 0.0)
        functional = np.zeros((len(rises), points))
        functional[:, 1 : above + 1] = 1.0
        functional[:, : -below - 1 : -1] -= np.power.outer(at_end, np.arange(1, below + 1))
        still_waiting: ComplexArray = np.conjugate(np.fft.rfft(functional)) / points
        still_waiting[:, 1 : (points + 1) // 2] *= 2.0
        return cls(
            rises, falls, opened, piece_minutes, longest, above, below, points, ratio, exponent,
            np.exp(exponent * piece_minutes), still_waiting,
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
    end
        Transform of the unrestricted walk at its end; shape (active, frequencies).
    """

    rows: IntArray
    piece: IntArray
    age_minutes: FloatArray
    minutes: FloatArray
    spectrum: ComplexArray
    end: ComplexArray


@dataclass(frozen=True, slots=True)
class WaitProfile:
    """Waits of rows of arrivals.

    Attributes
    ----------
    late
        P(the wait exceeds the row's limit); shape (rows,).
    mean_minutes
        Mean wait, customers who need not wait included; shape (rows,).
    beyond
        P(the wait exceeds 0, 1, 2, ... age steps); shape (rows, ages).
    age_step_minutes
        Distance of those ages.
    """

    late: FloatArray
    mean_minutes: FloatArray
    beyond: FloatArray
    age_step_minutes: float


def late_shares(walk: QueueWalk, arrivals: Arrivals, limit_minutes: FloatArray) -> FloatArray:
    """P(the wait exceeds the limit) of each row; limits of shape (rows,), result of shape (rows,)."""
    late = np.zeros(len(limit_minutes))
    stretch = _first_stretch(walk, arrivals)
    while len(stretch.rows):
        ends = _limit_within(stretch, limit_minutes)
        late[stretch.rows[ends]] = _waiting_at_limit(walk, stretch, limit_minutes, ends)
        keep = ~ends
        if not keep.any():
            break
        stretch = _stretch_from(walk, stretch, keep, _positions_at_end(walk, stretch, keep))
    return late.clip(0.0, 1.0)


def wait_profile(walk: QueueWalk, arrivals: Arrivals, limit_minutes: FloatArray) -> WaitProfile:
    """Follow rows of arrivals until nearly all of them are called; limits of shape (rows,).

    Customers still waiting 24 hours after closing count as called then, so that every wait is finite.
    """
    count = len(limit_minutes)
    late, mean = np.zeros(count), np.zeros(count)
    step = walk.piece_minutes / AGES_PER_PIECE
    beyond: list[FloatArray] = []
    last_age = LONGEST_WAIT_AFTER_CLOSING_MINUTES + (len(walk.rises) - 1) * walk.piece_minutes
    stretch = _first_stretch(walk, arrivals)
    while len(stretch.rows):
        ends = _limit_within(stretch, limit_minutes)
        late[stretch.rows[ends]] = _waiting_at_limit(walk, stretch, limit_minutes, ends)
        mean[stretch.rows] += _time_waiting(walk, stretch)
        beyond.append(np.zeros((count, AGES_PER_PIECE)))
        _read_ages(walk, stretch, step, beyond)
        everyone = np.ones(len(stretch.rows), dtype=np.bool_)
        positions = _positions_at_end(walk, stretch, everyone)
        waiting = positions.sum(axis=1)
        following = np.minimum(stretch.piece + 1, len(walk.rises) - 1)
        relief = walk.falls[following] - walk.rises[following]
        called = np.where(relief > 0, waiting <= _NEARLY_ALL_CALLED, waiting <= _ALL_CALLED)
        limit_ahead = limit_minutes[stretch.rows] >= stretch.age_minutes + stretch.minutes
        keep = (limit_ahead | ~called) & (stretch.age_minutes + stretch.minutes < last_age)
        rest = positions @ np.arange(1.0, walk.longest + 1)
        rest = np.divide(rest, relief, out=np.zeros_like(rest), where=called & (relief > 0))
        mean[stretch.rows] += np.where(keep, 0.0, rest)
        stretch = _stretch_from(walk, stretch, keep, positions[keep])
    table = np.concatenate(beyond, axis=1) if beyond else np.zeros((count, 1))
    return WaitProfile(late.clip(0.0, 1.0), np.maximum(mean, 0.0), table.clip(0.0, 1.0), step)


def _first_stretch(walk: QueueWalk, arrivals: Arrivals) -> _Stretch:
    minutes = walk.piece_minutes - arrivals.offset_minutes
    spectrum = _spectrum(walk, arrivals.positions, arrivals.piece)
    end = spectrum * np.exp(walk.exponent[arrivals.piece] * minutes[:, None])
    return _Stretch(np.arange(len(minutes)), arrivals.piece, np.zeros_like(minutes), minutes, spectrum, end)


def _stretch_from(walk: QueueWalk, stretch: _Stretch, keep: BoolArray, positions: FloatArray) -> _Stretch:
    """Next stretch of the rows kept, from their positions at the end of this one."""
    piece = np.minimum(stretch.piece[keep] + 1, len(walk.rises) - 1)
    opened = np.where(stretch.piece[keep] + 1 < len(walk.rises), walk.opened[piece], 0)
    for counters in np.unique(opened[opened > 0]):
        rows = np.flatnonzero(opened == counters)
        moved = np.zeros((len(rows), walk.longest))
        moved[:, : max(walk.longest - counters, 0)] = positions[rows, counters:]
        positions[rows] = moved
    spectrum = _spectrum(walk, positions, piece)
    return _Stretch(
        stretch.rows[keep],
        piece,
        stretch.age_minutes[keep] + stretch.minutes[keep],
        np.full(len(piece), walk.piece_minutes),
        spectrum,
        spectrum * walk.whole_piece[piece],
    )


def _spectrum(walk: QueueWalk, positions: FloatArray, piece: IntArray) -> ComplexArray:
    """Transform positions; where the queue grows, with their images on the other side of 0."""
    signal = np.zeros((len(piece), walk.points))
    signal[:, 1 : walk.longest + 1] = positions
    grows = np.flatnonzero(walk.rises[piece] > walk.falls[piece])
    if len(grows):
        weights = np.power.outer(walk.image_ratio[piece[grows]], np.arange(1, walk.longest + 1))
        signal[grows, : -walk.longest - 1 : -1] -= weights * positions[grows]
    return np.fft.rfft(signal)


def _positions_at_end(walk: QueueWalk, stretch: _Stretch, keep: BoolArray) -> FloatArray:
    """P(position 1, 2, ... at the end of a stretch, not yet called); shape (kept, longest)."""
    signal = np.fft.irfft(stretch.end[keep], walk.points)
    piece = stretch.piece[keep]
    at_end = np.where(walk.falls >= walk.rises, walk.image_ratio, 0.0)
    images = np.power.outer(at_end, np.arange(1, walk.longest + 1))
    positions = signal[:, 1 : walk.longest + 1] - images[piece] * signal[:, : -walk.longest - 1 : -1]
    return np.maximum(positions, 0.0)


def _limit_within(stretch: _Stretch, limit_minutes: FloatArray) -> BoolArray:
    limit = limit_minutes[stretch.rows]
    start = stretch.age_minutes
    return (start <= limit) & (limit < start + stretch.minutes)


def _waiting_at_limit(walk: QueueWalk, stretch: _Stretch, limit_minutes: FloatArray, ends: BoolArray) -> FloatArray:
    piece = stretch.piece[ends]
    minutes = (limit_minutes[stretch.rows] - stretch.age_minutes)[ends]
    reached = np.exp(walk.exponent[piece] * minutes[:, None])
    reached *= stretch.spectrum[ends]
    return _still_waiting(walk, reached, piece)


def _still_waiting(walk: QueueWalk, spectrum: ComplexArray, piece: IntArray) -> FloatArray:
    return np.einsum("rf,rf->r", walk.still_waiting[piece], spectrum).real


def _time_waiting(walk: QueueWalk, stretch: _Stretch) -> FloatArray:
    """Mean minutes spent waiting within a stretch; shape (active,)."""
    exponent = walk.exponent[stretch.piece]
    minutes = stretch.minutes[:, None]
    # Integral of exp(exponent * t); its limit for a vanishing exponent is the duration.
    still = np.abs(exponent) * minutes < 1e-9
    grown = (stretch.end - stretch.spectrum) / np.where(still, 1.0, exponent)
    return _still_waiting(walk, np.where(still, stretch.spectrum * minutes, grown), stretch.piece)


def _read_ages(walk: QueueWalk, stretch: _Stretch, step: float, beyond: list[FloatArray]) -> None:
    """Write P(still waiting) at the multiples of the age step that fall in a stretch, one table per piece of age."""
    first = np.ceil(stretch.age_minutes / step - 1e-9).astype(np.int64)
    exponent = walk.exponent[stretch.piece]
    reached = stretch.spectrum * np.exp(exponent * (first * step - stretch.age_minutes)[:, None])
    one_step = np.exp(walk.exponent * step)[stretch.piece]
    for age in range(AGES_PER_PIECE):
        index = first + age
        inside = index * step < stretch.age_minutes + stretch.minutes - 1e-9
        if not inside.any():
            break
        value = _still_waiting(walk, reached, stretch.piece)
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
