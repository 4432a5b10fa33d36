"""Arrival moments at which customers of a day are followed, so that averages over them are exact enough."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from shiftbid.staffing.occupancy import Flow

FloatArray = npt.NDArray[np.float64]

# Moments in each smooth part of a piece: the fewest, and the most.
_FEWEST_POINTS, _MOST_POINTS = 4, 32
# Share of a piece in which something changes that is too short to count.
_SHORTEST = 2e-4


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
