"""The certificate: the waits customers will see under a roster."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.desk import COUNTER_SKILL
from shiftbid.domain.timeline import Interval


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One class of customers in one quarter hour at a desk of a hall.

    Attributes
    ----------
    busy
        Whether the hour is a busy one, fixed before the roster was made.
    arrivals
        Expected customers of the class arriving at the desk in the quarter hour.
    heads
        Counters of the desk staffed, net of breaks.
    share_in_time
        Share of these customers whose service starts within `promise_minutes`.
    kept, kept_at_plus10
        Whether the promise is kept at the forecast, and with every arrival rate 10 % higher.
    skill
        Skill of the desk.
    """

    hall: str
    quarter: Interval
    customer_class: str
    busy: bool
    arrivals: float
    heads: int
    mean_wait_minutes: float
    p90_wait_minutes: float
    share_in_time: float
    promise_minutes: float
    kept: bool
    kept_at_plus10: bool
    skill: str = COUNTER_SKILL
