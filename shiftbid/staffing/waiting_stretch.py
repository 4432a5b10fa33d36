"""Waiting customers, followed from one change of rates to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.queue_walk import QueueWalk

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
ComplexArray = npt.NDArray[np.complex128]


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
class Stretch:
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

    @classmethod
    def first(cls, walk: QueueWalk, arrivals: Arrivals) -> Stretch:
        """From the moments of arrival to the ends of their pieces."""
        minutes = walk.piece_minutes - arrivals.offset_minutes
        spectrum = walk.spectrum(arrivals.positions, arrivals.piece)
        return cls(np.arange(len(minutes)), arrivals.piece, np.zeros_like(minutes), minutes, spectrum)

    def chosen(self, rows: BoolArray) -> Stretch:
        """Keep some of its rows."""
        return Stretch(
            self.rows[rows], self.piece[rows], self.age_minutes[rows], self.minutes[rows], self.spectrum[rows]
        )

    def end(self, walk: QueueWalk) -> ComplexArray:
        """Transform of the walk without its barrier at the end; shape (active, frequencies)."""
        if np.any(self.minutes != walk.piece_minutes):
            return self.spectrum * np.exp(walk.exponent[self.piece] * self.minutes[:, None])
        return self.spectrum * walk.whole_piece[self.piece]

    def following(self, walk: QueueWalk, positions: FloatArray) -> Stretch:
        """Go on to the next piece, from the positions at the end of this one, which are moved in place."""
        piece = np.minimum(self.piece + 1, len(walk.rises) - 1)
        opened = np.where(self.piece + 1 < len(walk.rises), walk.opened[piece], 0)
        for counters in np.unique(opened[opened > 0]):
            rows = np.flatnonzero(opened == counters)
            moved = np.zeros((len(rows), walk.longest))
            moved[:, : max(walk.longest - counters, 0)] = positions[rows, counters:]
            positions[rows] = moved
        age = self.age_minutes + self.minutes
        minutes = np.full(len(piece), walk.piece_minutes)
        return Stretch(self.rows, piece, age, minutes, walk.spectrum(positions, piece))
