"""How long a queue can grow: state spaces just large enough that the cut-off tail does not matter."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

# Standard deviations of net growth covered. The bound takes all counters as busy throughout, so that a queue really
# exceeds it with a probability of about 1e-6; whoever relies on it checks what was cut off.
_DEVIATIONS = 4.6
_MARGIN = 4


def longest_queue(arrivals: FloatArray, departures: FloatArray, piece_minutes: float) -> int:
    """Queue length that is hardly ever exceeded on this day.

    The queue grows during busy spells by arrivals less departures. Over every run of pieces the mean growth plus
    4.6 standard deviations is taken; within one piece the most unfavourable duration is taken in closed form.

    Parameters
    ----------
    arrivals, departures
        Rates per minute in each piece, the departures with all counters busy; shape (pieces,).
    piece_minutes
        Length of a piece.
    """
    drift, variance = arrivals - departures, arrivals + departures
    grown = np.concatenate(([0.0], np.cumsum(drift))) * piece_minutes
    spread = np.concatenate(([0.0], np.cumsum(variance))) * piece_minutes
    later = np.subtract.outer(spread, spread)
    runs = np.subtract.outer(grown, grown) + _DEVIATIONS * np.sqrt(np.maximum(later, 0.0))
    longest_run = float(np.max(np.where(later >= 0.0, runs, 0.0)))
    # Where the queue shrinks on average, drift * t + z * sqrt(variance * t) peaks at t = variance * (z / 2 / drift)**2.
    worst_minutes = np.divide(
        variance * _DEVIATIONS**2,
        4.0 * drift**2,
        out=np.full_like(drift, piece_minutes),
        where=drift < -1e-9,
    ).clip(max=piece_minutes)
    within = drift * worst_minutes + _DEVIATIONS * np.sqrt(variance * worst_minutes)
    return int(max(longest_run, float(within.max(initial=0.0)))) + _MARGIN
