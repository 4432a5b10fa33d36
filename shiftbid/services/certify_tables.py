"""Certify counters against arrivals given as plain tables, without staff or roster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import numpy as np

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.promise import CustomerClass, Promise, busy_hours, default_busy_threshold
from shiftbid.staffing.certificate import DayCertificate, certify_day
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
class CounterSpan:
    """Counters on duty between two aware times, breaks taken off; `row` is the file's line."""

    row: int
    hall: str
    start: datetime
    end: datetime
    counters: int


@dataclass(frozen=True, slots=True)
class CertifiedQuarter:
    """One class in one quarter hour; fields as in `shiftbid.domain.certificate.CertificateRow`."""

    hall: str
    start: datetime
    end: datetime
    customer_class: CustomerClass
    busy: bool
    arrivals: float
    heads: int
    mean_wait_minutes: float
    p90_wait_minutes: float
    share_in_time: float
    promise_minutes: float
    kept: bool
    kept_at_plus10: bool


@dataclass(frozen=True, slots=True)
class CertifyOrder:
    """Files to certify and the promise they are held against; see docs/formats/certify.md."""

    arrivals: Path
    counters: Path
    service_minutes: float
    promise: Promise
    out: Path


class Certifier(Protocol):
    """Certifies two files into a third."""

    def __call__(self, order: CertifyOrder) -> tuple[CertifiedQuarter, ...]:
        """Raises InputError with every problem of a file before anything is written."""
        ...


def certify_tables(
    arrivals: Sequence[ArrivalSpan], counters: Sequence[CounterSpan], service_minutes: float, promise: Promise
) -> tuple[CertifiedQuarter, ...]:
    """Certify every quarter hour of each hall; a span without arrivals of any class ends an opening.

    Raises InputError where intervals are not whole quarter hours, overlap, or leave a quarter hour without counters.
    """
    problems = [*_not_quarters(arrivals), *_not_quarters(counters)]
    if problems:
        raise InputError("intervals", problems)
    certified: list[CertifiedQuarter] = []
    for hall in dict.fromkeys(span.hall for span in arrivals):
        expected = _expected([span for span in arrivals if span.hall == hall])
        heads = _heads([span for span in counters if span.hall == hall])
        missing = [quarter for quarter in expected if quarter not in heads]
        if missing:
            raise InputError(
                "counters", [f"hall {hall} has no counters from {missing[0].isoformat()} on; give a row, also for 0"]
            )
        busy = _busy_quarters(expected)
        for opening in _openings(sorted(expected)):
            certified += _certified(hall, opening, expected, heads, busy, service_minutes, promise)
    return tuple(certified)


def _not_quarters(spans: Sequence[ArrivalSpan | CounterSpan]) -> Iterator[Problem]:
    for span in spans:
        whole = span.start.minute % QUARTER_MINUTES == 0 and not span.start.second
        if span.end <= span.start or (span.end - span.start) % QUARTER or not whole:
            yield Problem("start and end must lie on quarter hours, the end after the start", span.row, "start")


def _quarters(span: ArrivalSpan | CounterSpan) -> Iterator[datetime]:
    quarter = span.start
    while quarter < span.end:
        yield quarter
        quarter += QUARTER


def _expected(spans: Sequence[ArrivalSpan]) -> Mapping[datetime, Mapping[CustomerClass, float]]:
    """Customers of each class in each quarter hour; those of a longer span arrive evenly within it."""
    expected: dict[datetime, dict[CustomerClass, float]] = {}
    for span in spans:
        quarters = list(_quarters(span))
        for quarter in quarters:
            classes = expected.setdefault(quarter, {})
            if span.customer_class in classes:
                raise InputError(
                    "arrivals", [Problem(f"{span.customer_class} of {quarter.isoformat()} are given twice", span.row)]
                )
            classes[span.customer_class] = span.arrivals / len(quarters)
    return expected


def _heads(spans: Sequence[CounterSpan]) -> Mapping[datetime, int]:
    heads: dict[datetime, int] = {}
    for span in spans:
        for quarter in _quarters(span):
            if quarter in heads:
                raise InputError("counters", [Problem(f"{quarter.isoformat()} is given twice", span.row)])
            heads[quarter] = span.counters
    return heads


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


def _certified(
    hall: str,
    opening: Sequence[datetime],
    expected: Mapping[datetime, Mapping[CustomerClass, float]],
    heads: Mapping[datetime, int],
    busy: Mapping[datetime, bool],
    service_minutes: float,
    promise: Promise,
) -> Iterator[CertifiedQuarter]:
    vip, regular = (
        np.array([expected[quarter].get(customer_class, 0.0) for quarter in opening]) for customer_class in CLASSES
    )
    day = OpenDay(
        arrivals_vip=vip,
        arrivals_regular=regular,
        busy=np.array([busy[quarter] for quarter in opening], dtype=np.bool_),
        piece_minutes=float(QUARTER_MINUTES),
        service_minutes=service_minutes,
        minutes_past_hour=float(opening[0].minute),
    )
    waits = certify_day(day, [heads[quarter] for quarter in opening], promise)
    for piece, quarter in enumerate(opening):
        for row, customer_class in enumerate(CLASSES):
            yield _row(hall, quarter, customer_class, waits, row, piece)


def _row(
    hall: str, quarter: datetime, customer_class: CustomerClass, waits: DayCertificate, row: int, piece: int
) -> CertifiedQuarter:
    return CertifiedQuarter(
        hall=hall,
        start=quarter,
        end=quarter + QUARTER,
        customer_class=customer_class,
        busy=bool(waits.busy[piece]),
        arrivals=float(waits.arrivals[row, piece]),
        heads=int(waits.heads[piece]),
        mean_wait_minutes=float(waits.mean_wait_minutes[row, piece]),
        p90_wait_minutes=float(waits.p90_wait_minutes[row, piece]),
        share_in_time=float(waits.share_in_time[row, piece]),
        promise_minutes=float(waits.promise_minutes[row, piece]),
        kept=bool(waits.kept[row, piece]),
        kept_at_plus10=bool(waits.kept_at_plus10[row, piece]),
    )
