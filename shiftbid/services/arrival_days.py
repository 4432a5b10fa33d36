"""Open days made from a plain table of expected customers, without staff or roster."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

import numpy as np

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.promise import CustomerClass, busy_hours, default_busy_threshold
from shiftbid.staffing.open_day import CLASSES, OpenDay

QUARTER_MINUTES = 15
QUARTER = timedelta(minutes=QUARTER_MINUTES)


@dataclass(frozen=True, slots=True)
class ArrivalSpan:
    """Customers of one class expected between two aware times; `row` is the file's line."""

    row: int
    hall: str
    start: datetime
    end: datetime
    customer_class: CustomerClass
    arrivals: float


@dataclass(frozen=True, slots=True)
class ArrivalDay:
    """One opening of a hall: the quarter hours it is cut into, and the queue in them."""

    hall: str
    quarters: tuple[datetime, ...]
    queue: OpenDay


class Spanned(Protocol):
    """A row of a table that holds between two aware times."""

    @property
    def row(self) -> int:
        """Line of the file."""
        ...

    @property
    def start(self) -> datetime:
        """First instant."""
        ...

    @property
    def end(self) -> datetime:
        """Instant after the last."""
        ...


@dataclass(frozen=True, slots=True)
class ServiceTimes:
    """Mean service times of the others and of VIPs, whose time is that of the others where None.

    Raises
    ------
    InputError
        A time is not above 0; both are named.
    """

    minutes: float
    vip_minutes: float | None = None

    def __post_init__(self) -> None:
        named = (("--service-minutes", self.minutes), ("--vip-service-minutes", self.vip_minutes))
        problems = [
            f"{name} is {minutes:g}: give minutes above 0, such as 6"
            for name, minutes in named
            if minutes is not None and not (math.isfinite(minutes) and minutes > 0)
        ]
        if problems:
            raise InputError("service time", problems)


def arrival_days(arrivals: Sequence[ArrivalSpan], service: ServiceTimes) -> tuple[ArrivalDay, ...]:
    """Openings of each hall, in order of time; a span without arrivals of any class ends one.

    An hour is busy when its customers reach those of the hall's median open hour.
    Raises InputError where intervals are not whole quarter hours or overlap.
    """
    problems = list(not_quarters(arrivals))
    if problems:
        raise InputError("intervals", problems)
    days: list[ArrivalDay] = []
    for hall in dict.fromkeys(span.hall for span in arrivals):
        expected = _expected([span for span in arrivals if span.hall == hall])
        busy = _busy_quarters(expected)
        days += [
            ArrivalDay(hall, tuple(opening), _queue(opening, expected, busy, service))
            for opening in _openings(sorted(expected))
        ]
    return tuple(days)


def not_quarters(spans: Sequence[Spanned]) -> Iterator[Problem]:
    """Rows whose times do not lie on quarter hours, or end before they start."""
    for span in spans:
        whole = span.start.minute % QUARTER_MINUTES == 0 and not span.start.second
        if span.end <= span.start or (span.end - span.start) % QUARTER or not whole:
            yield Problem("start and end must lie on quarter hours, the end after the start", span.row, "start")


def quarters_of(span: Spanned) -> Iterator[datetime]:
    """Start of each quarter hour of a row."""
    quarter = span.start
    while quarter < span.end:
        yield quarter
        quarter += QUARTER


def _expected(spans: Sequence[ArrivalSpan]) -> Mapping[datetime, Mapping[CustomerClass, float]]:
    """Customers of each class in each quarter hour; those of a longer span arrive evenly within it."""
    expected: dict[datetime, dict[CustomerClass, float]] = {}
    for span in spans:
        quarters = list(quarters_of(span))
        for quarter in quarters:
            classes = expected.setdefault(quarter, {})
            if span.customer_class in classes:
                raise InputError(
                    "arrivals", [Problem(f"{span.customer_class} of {quarter.isoformat()} are given twice", span.row)]
                )
            classes[span.customer_class] = span.arrivals / len(quarters)
    return expected


def _hour(quarter: datetime) -> datetime:
    return quarter - timedelta(minutes=quarter.minute)


def _busy_quarters(expected: Mapping[datetime, Mapping[CustomerClass, float]]) -> Mapping[datetime, bool]:
    per_hour: dict[datetime, float] = {}
    for quarter, classes in expected.items():
        per_hour[_hour(quarter)] = per_hour.get(_hour(quarter), 0.0) + sum(classes.values())
    totals = list(per_hour.values())
    busy = dict(zip(per_hour, busy_hours(totals, default_busy_threshold(totals)), strict=True))
    return {quarter: busy[_hour(quarter)] for quarter in expected}


def _openings(quarters: Sequence[datetime]) -> Iterator[Sequence[datetime]]:
    """Runs of quarter hours that follow one another."""
    first = 0
    for index in range(1, len(quarters) + 1):
        if index == len(quarters) or quarters[index] - quarters[index - 1] != QUARTER:
            yield quarters[first:index]
            first = index


def _queue(
    opening: Sequence[datetime],
    expected: Mapping[datetime, Mapping[CustomerClass, float]],
    busy: Mapping[datetime, bool],
    service: ServiceTimes,
) -> OpenDay:
    vip, regular = (
        np.array([expected[quarter].get(customer_class, 0.0) for quarter in opening]) for customer_class in CLASSES
    )
    return OpenDay(
        arrivals_vip=vip,
        arrivals_regular=regular,
        busy=np.array([busy[quarter] for quarter in opening], dtype=np.bool_),
        piece_minutes=float(QUARTER_MINUTES),
        service_minutes=service.minutes,
        minutes_past_hour=float(opening[0].minute),
        vip_service_minutes=service.vip_minutes,
    )
