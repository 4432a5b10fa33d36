"""The walk of a customer's position in the queue, by images and Fourier transforms.

A waiting customer's position (1 = called next) falls by one whenever a counter finishes a customer, rises by one
whenever a VIP arrives (for a regular customer), and falls by the number of counters that come on duty. She is called
when it reaches 0. Between changes of rates this is a random walk in continuous time with one absorbing barrier. The
walk without the barrier is a convolution, solved by a discrete Fourier transform whose exponent is known in closed
form; the barrier is replaced by an image walk that starts on its other side (reflection principle, as for the busy
period of M/M/1: Cox & Smith 1961). The cost does not grow with the rates or the length of a piece.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
ComplexArray = npt.NDArray[np.complex128]

_DEVIATIONS = 5.5
_MARGIN = 5


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

    def spectrum(self, positions: FloatArray, piece: IntArray) -> ComplexArray:
        """Transform of positions; where the queue grows, with their images on the other side of 0.

        Parameters
        ----------
        positions
            P(position 1, 2, ...); shape (rows, longest).
        piece
            Entry of the rates that holds for each row; shape (rows,).
        """
        signal = np.zeros((len(piece), self.points))
        signal[:, 1 : self.longest + 1] = positions
        grows = np.flatnonzero(self.rises[piece] > self.falls[piece])
        if len(grows):
            weights = np.power.outer(self.image_ratio[piece[grows]], np.arange(1, self.longest + 1))
            signal[grows, : -self.longest - 1 : -1] -= weights * positions[grows]
        return np.fft.rfft(signal)

    def positions(self, spectrum: ComplexArray, piece: IntArray) -> FloatArray:
        """P(position 1, 2, ..., not yet called) of each row that started in a piece; shape (rows, longest)."""
        signal = np.fft.irfft(spectrum, self.points)
        images = self.images[piece] * signal[:, : -self.longest - 1 : -1]
        return np.maximum(signal[:, 1 : self.longest + 1] - images, 0.0)

    def not_yet_called(self, spectrum: ComplexArray, piece: IntArray) -> FloatArray:
        """P(not yet called) of each row that started in a piece; shape (rows,)."""
        return np.einsum("rf,rf->r", self.still_waiting[piece], spectrum).real


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
