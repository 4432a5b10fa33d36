"""What if: heads and counter-hours under other promises, fewer customers, express counters or a VIP room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import numpy as np

from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.services.arrival_days import ArrivalDay
from shiftbid.staffing.open_day import OpenDay
from shiftbid.staffing.requirement import required_counters
from shiftbid.staffing.whatif import change_counters, divert, split_express, split_vip_room

VIP_ROOM = "VIP room"
EXPRESS = "express counters"
DIVERTED = "diverted"


@dataclass(frozen=True, slots=True)
class Express:
    """Counters of their own for a hot service: share of the customers, and their mean service time."""

    share: float
    service_minutes: float


@dataclass(frozen=True, slots=True)
class CounterTrial:
    """Counters as planned in a file, and how many more (or fewer, if negative) to try in each hour."""

    counters: Path
    change: int


@dataclass(frozen=True, slots=True)
class WhatIfOrder:
    """What is asked.

    Attributes
    ----------
    promises
        Promises to price; the first one holds for every other question. At least one.
    max_counters, minimum_heads
        Counters of the hall, and heads whenever it is open; for each of two queues where one is split.
    diverted
        Share of a class that serves itself or stays online.
    """

    arrivals: Path
    service_minutes: float
    promises: tuple[Promise, ...]
    max_counters: int
    minimum_heads: int = 1
    diverted: Mapping[CustomerClass, float] | None = None
    express: Express | None = None
    vip_room: bool = False
    trial: CounterTrial | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What one variant of the days needs, all halls and days together.

    Attributes
    ----------
    most_heads
        Largest number of counters needed at once in one hall.
    counter_hours
        Staffed counter-hours.
    missed_hours
        Clock hours that miss the promise even with every counter.
    """

    variant: str
    promise: str
    most_heads: int
    counter_hours: float
    missed_hours: int


@dataclass(frozen=True, slots=True)
class TriedHour:
    """What a change of counters in one clock hour does to its day: hours missed, and the smallest margin of any."""

    hall: str
    start: datetime
    missed_before: int
    missed_after: int
    worst_margin_before: float
    worst_margin_after: float


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Answers in the order asked, and the hours tried."""

    answers: tuple[Answer, ...]
    tried: tuple[TriedHour, ...]


class WhatIfAsker(Protocol):
    """Answers what-if questions on files."""

    def __call__(self, order: WhatIfOrder) -> WhatIf:
        """Raises InputError with every problem of a file, or where a question makes no sense."""
        ...


def ask(days: Sequence[ArrivalDay], order: WhatIfOrder) -> tuple[Answer, ...]:
    """Size the days as they are for every promise, then each variant for the first promise."""
    queues = [day.queue for day in days]
    first = order.promises[0]
    answers = [_sized("as forecast", [(queue,) for queue in queues], promise, order) for promise in order.promises]
    if order.diverted:
        shares = order.diverted
        told = ", ".join(f"{share:.0%} of {name}" for name, share in sorted(shares.items()))
        answers.append(_sized(f"{DIVERTED}: {told}", [(divert(queue, shares),) for queue in queues], first, order))
    if order.express:
        share, minutes = order.express.share, order.express.service_minutes
        split = [split_express(queue, share, minutes) for queue in queues]
        answers.append(_sized(f"{EXPRESS}: {share:.0%} at {minutes:g} min", split, first, order))
    if order.vip_room:
        answers.append(_sized(VIP_ROOM, [split_vip_room(queue) for queue in queues], first, order))
    return tuple(answers)


def try_counters(
    days: Sequence[ArrivalDay], heads: Sequence[Sequence[int]], promise: Promise, change: int
) -> tuple[TriedHour, ...]:
    """Change the counters of each clock hour of each day in turn."""
    tried: list[TriedHour] = []
    for day, counters in zip(days, heads, strict=True):
        starts = [day.quarters[index] for index in np.flatnonzero(np.diff(day.queue.hours, prepend=-1))]
        for start, each in zip(starts, change_counters(day.queue, counters, promise, change), strict=True):
            tried.append(
                TriedHour(
                    day.hall,
                    start,
                    each.missed_before,
                    each.missed_after,
                    each.worst_margin_before,
                    each.worst_margin_after,
                )
            )
    return tuple(tried)


def _sized(variant: str, days: Sequence[Sequence[OpenDay]], promise: Promise, order: WhatIfOrder) -> Answer:
    """Size the queues of each day; those of one day stand side by side in one hall."""
    most, hours, missed = 0, 0.0, 0
    for queues in days:
        needs = [
            required_counters(queue, promise, max_counters=order.max_counters, min_counters=order.minimum_heads)
            for queue in queues
        ]
        most = max(most, int(np.sum([need.counters for need in needs], axis=0).max()))
        hours += sum(need.counter_hours for need in needs)
        missed += sum(len(need.missed_hours) for need in needs)
    return Answer(variant, str(promise), most, hours, missed)
