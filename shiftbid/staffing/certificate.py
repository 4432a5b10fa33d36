"""The certificate of one hall-day: the waits customers will see with the counters that are really there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.staffing.kept_hours import DayPromise, margins_by_hour, pooled_by_hour
from shiftbid.staffing.open_day import OpenDay, checked_counters
from shiftbid.staffing.transient import day_late_shares, day_waits

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]

MORE_FOOTFALL = 1.10

ASSUMPTIONS = (
    "Customers arrive at random around the forecast (Poisson), evenly within each quarter hour.",
    "Service times are exponential with the same mean for both classes; a spread up to that of the exponential law is "
    "safe, at twice its variance shares can be 4 percentage points lower.",
    "Where VIPs have a mean of their own, all are served at the mean of both and waits are stretched for the "
    "difference: from half to twice the others' time a day's share errs by up to 1.3 percentage points, an hour's by "
    "up to 3.3.",
    "Any counter serves both classes; waiting VIPs are called first, no service is interrupted, nobody leaves.",
    "A counter that ends a shift or starts a break finishes its customer; one that comes on duty is free at that time.",
    "The hall opens empty; after closing nobody arrives and the last counters stay until it is empty. Customers who "
    "would wait longer than 24 hours after closing count as called then.",
    "Shares and means are expectations over many days like this one; a single day's hour scatters around them.",
)
NUMERICAL_ERROR = (
    "Numerical error: below 0.00001 in an hour's share in time, at most 0.0001 in a quarter hour in which counters "
    "come or go abruptly; 0.02 minutes or 0.2 % of a mean wait; 0.1 minutes in a 90th percentile, more where the wait "
    "jumps."
)
SHARE_MEANING = (
    "Certified is the expected share of customers called in time, over all customers arriving in the clock hour; it is "
    "not the share of days on which the hour succeeds."
)
MEAN_MEANING = "Certified is the expected mean wait of all customers arriving in the clock hour."


@dataclass(frozen=True, slots=True)
class DayCertificate:
    """Waits on one hall-day; rows of two-dimensional arrays are VIP and regular, columns are pieces.

    Attributes
    ----------
    busy
        Whether the piece lies in a busy hour; shape (pieces,).
    heads
        Counters on duty, breaks taken off; shape (pieces,).
    arrivals
        Expected customers; shape (2, pieces).
    mean_wait_minutes, p90_wait_minutes
        Mean wait, and the wait that 90 % of the customers do not exceed; shape (2, pieces).
    share_in_time
        Expected share called within the promised minutes, of the customers arriving in the piece; shape (2, pieces).
    hour_share_in_time, hour_mean_wait_minutes
        The same over the whole clock hour that contains the piece, weighted by arrivals; shape (2, pieces).
    promise_minutes
        Promised minutes; shape (2, pieces).
    kept, kept_at_plus10
        Whether the clock hour containing the piece keeps its promise for the class, and whether it would with 10 %
        more arrivals than forecast; shape (2, pieces). True where nobody of the class is expected.
    meaning, assumptions, numerical_error
        Sentences to print with the numbers.
    """

    busy: BoolArray
    heads: IntArray
    arrivals: FloatArray
    mean_wait_minutes: FloatArray
    p90_wait_minutes: FloatArray
    share_in_time: FloatArray
    hour_share_in_time: FloatArray
    hour_mean_wait_minutes: FloatArray
    promise_minutes: FloatArray
    kept: BoolArray
    kept_at_plus10: BoolArray
    meaning: str
    assumptions: tuple[str, ...] = ASSUMPTIONS
    numerical_error: str = NUMERICAL_ERROR


def certify_day(day: OpenDay, counters: npt.ArrayLike, promise: Promise) -> DayCertificate:
    """Certify the counters of one hall-day under the exact time-varying model.

    Parameters
    ----------
    counters
        Counters on duty in each piece, breaks taken off; whole numbers, shape (pieces,).

    Raises
    ------
    InputError
        Counters are not whole numbers, one a piece.
    """
    heads = checked_counters(day, counters)
    promised = DayPromise.on(day, promise)
    limits = promised.limit_minutes
    waits = day_waits(day, heads, limits)
    margins = margins_by_hour(day, promised, waits.share_in_time, waits.mean_minutes)
    more = day.scaled(MORE_FOOTFALL)
    if promise.kind is PromiseKind.SHARE:
        share_more, mean_more = 1.0 - day_late_shares(more, heads, limits), waits.mean_minutes
    else:
        waits_more = day_waits(more, heads, limits)
        share_more, mean_more = waits_more.share_in_time, waits_more.mean_minutes
    hours = day.hours
    return DayCertificate(
        busy=day.busy,
        heads=heads,
        arrivals=day.arrivals,
        mean_wait_minutes=waits.mean_minutes,
        p90_wait_minutes=waits.p90_minutes,
        share_in_time=waits.share_in_time,
        hour_share_in_time=pooled_by_hour(day, waits.share_in_time)[:, hours],
        hour_mean_wait_minutes=pooled_by_hour(day, waits.mean_minutes)[:, hours],
        promise_minutes=limits,
        kept=(margins >= 0)[:, hours],
        kept_at_plus10=(margins_by_hour(more, promised, share_more, mean_more) >= 0)[:, hours],
        meaning=SHARE_MEANING if promise.kind is PromiseKind.SHARE else MEAN_MEANING,
    )
