"""What if: heads and counter-hours under other promises, fewer customers, express counters or a VIP room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import numpy as np

from shiftbid.domain.desk import Desk, desk_problems, general_share
from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.services.arrival_days import ArrivalDay, ServiceTimes
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
        Counters of the general desk, and heads whenever it is open; for each of two queues where one is split.
    desks
        Desks for a share of the customers who need a skill; everything but a diversion leaves them as they are.
    diverted
        Share of a class that serves itself or stays online.
    """

    arrivals: Path
    service: ServiceTimes
    promises: tuple[Promise, ...]
    max_counters: int
    minimum_heads: int = 1
    desks: tuple[Desk, ...] = ()
    diverted: Mapping[CustomerClass, float] | None = None
    express: Express | None = None
    vip_room: bool = False
    trial: CounterTrial | None = None

    def __post_init__(self) -> None:
        problems = list(desk_problems(self.desks))
        if problems:
            raise InputError("desks", problems)


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


@dataclass(frozen=True, slots=True)
class _Post:
    """Customers of one queue on one day, and the counters that may serve them."""

    queue: OpenDay
    max_counters: int
    minimum_heads: int


def general_days(days: Sequence[ArrivalDay], order: WhatIfOrder) -> tuple[ArrivalDay, ...]:
    """Days with the customers of the general desk alone."""
    share = general_share(order.desks)
    return tuple(replace(day, queue=day.queue.scaled(share)) for day in days)


def ask(days: Sequence[ArrivalDay], order: WhatIfOrder) -> tuple[Answer, ...]:
    """Size the days as they are for every promise, then each desk and each variant for the first promise."""
    first = order.promises[0]
    general = [day.queue for day in general_days(days, order)]
    skilled = [tuple(_skilled(day.queue, desk) for desk in order.desks) for day in days]

    def beside_desks(queues: Iterable[Sequence[OpenDay]]) -> list[tuple[_Post, ...]]:
        return [
            (*(_Post(queue, order.max_counters, order.minimum_heads) for queue in split), *desks)
            for split, desks in zip(queues, skilled, strict=True)
        ]

    whole = beside_desks([(queue,) for queue in general])
    answers = [_sized("as forecast", whole, promise) for promise in order.promises]
    if order.desks:
        names = ("general desk", *(f"desk {desk.skill}" for desk in order.desks))
        by_desk = zip(names, zip(*whole, strict=True), strict=True)
        answers += [_sized(name, [(post,) for post in posts], first) for name, posts in by_desk]
    if order.diverted:
        shares = order.diverted
        told = ", ".join(f"{share:.0%} of {name}" for name, share in sorted(shares.items()))
        fewer = [tuple(replace(post, queue=divert(post.queue, shares)) for post in posts) for posts in whole]
        answers.append(_sized(f"{DIVERTED}: {told}", fewer, first))
    if order.express:
        share, minutes = order.express.share, order.express.service_minutes
        split = beside_desks(split_express(queue, share, minutes) for queue in general)
        answers.append(_sized(f"{EXPRESS}: {share:.0%} at {minutes:g} min", split, first))
    if order.vip_room:
        answers.append(_sized(VIP_ROOM, beside_desks(split_vip_room(queue) for queue in general), first))
    return tuple(answers)


def _skilled(queue: OpenDay, desk: Desk) -> _Post:
    own = replace(
        queue.scaled(desk.share),
        service_minutes=desk.service_minutes,
        vip_service_minutes=desk.vip_service_minutes,
    )
    return _Post(own, desk.counters, desk.minimum_heads)


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


def _sized(variant: str, days: Iterable[Sequence[_Post]], promise: Promise) -> Answer:
    """Size the queues of each day; those of one day stand side by side in one hall."""
    most, hours, missed = 0, 0.0, 0
    for posts in days:
        needs = [
            required_counters(post.queue, promise, max_counters=post.max_counters, min_counters=post.minimum_heads)
            for post in posts
        ]
        most = max(most, int(np.sum([need.counters for need in needs], axis=0).max()))
        hours += sum(need.counter_hours for need in needs)
        missed += sum(len(need.missed_hours) for need in needs)
    return Answer(variant, str(promise), most, hours, missed)
