"""Judging a promise: it is kept or missed per clock hour and class, over all customers who arrive in that hour."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.staffing.open_day import OpenDay

FloatArray = npt.NDArray[np.float64]


def pooled_by_hour(day: OpenDay, values: FloatArray) -> FloatArray:
    """Mean of a value over the customers arriving in each hour, per class.

    Parameters
    ----------
    values
        By class and piece; shape (2, pieces).

    Returns
    -------
    FloatArray
        Shape (2, hours); hours in which nobody of a class is expected have the plain mean of their pieces.
    """
    hours = day.hours
    count = int(hours[-1]) + 1
    customers = np.stack([np.bincount(hours, row, count) for row in day.arrivals])
    pieces = np.bincount(hours, minlength=count)
    total = np.stack([np.bincount(hours, row, count) for row in day.arrivals * values])
    plain = np.stack([np.bincount(hours, row, count) for row in values]) / pieces
    return np.divide(total, customers, out=plain, where=customers > 0)


@dataclass(frozen=True, slots=True)
class DayPromise:
    """What is promised on one day.

    Attributes
    ----------
    kind
        Whether a share of customers or their mean wait is promised.
    limit_minutes
        Promised minutes by class and piece; shape (2, pieces).
    levels
        Share of customers in time, per piece (read for ``SHARE`` only); shape (pieces,).
    """

    kind: PromiseKind
    limit_minutes: FloatArray
    levels: FloatArray

    @classmethod
    def on(cls, day: OpenDay, promise: Promise) -> DayPromise:
        """Give a hall's promise in the busy and quiet hours of a day."""
        return cls(promise.kind, day.limits(promise), np.full(day.pieces, promise.level))


def margins_by_hour(
    day: OpenDay, promise: DayPromise, share_in_time: FloatArray, mean_minutes: FloatArray
) -> FloatArray:
    """By how much each hour keeps its promise for each class; negative where it is missed; shape (2, hours).

    A share of customers for ``SHARE``, minutes for ``MEAN``. Hours in which nobody of a class is expected keep it:
    their margin is infinite.

    Parameters
    ----------
    share_in_time, mean_minutes
        By class and piece; shape (2, pieces). Only the one that the promise is about is read.
    """
    if promise.kind is PromiseKind.SHARE:
        margins = pooled_by_hour(day, share_in_time - promise.levels)
    else:
        margins = pooled_by_hour(day, promise.limit_minutes - mean_minutes)
    expected = pooled_by_hour(day, (day.arrivals > 0).astype(np.float64)) > 0
    return np.where(expected, margins, np.inf)
