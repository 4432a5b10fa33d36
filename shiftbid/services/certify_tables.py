"""Certify counters against arrivals given as plain tables, without staff or roster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.services.arrival_days import (
    QUARTER,
    ArrivalDay,
    ArrivalSpan,
    ServiceTimes,
    arrival_days,
    not_quarters,
    quarters_of,
)
from shiftbid.staffing.certificate import DayCertificate, certify_day
from shiftbid.staffing.open_day import CLASSES


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
    service: ServiceTimes
    promise: Promise
    out: Path


class Certifier(Protocol):
    """Certifies two files into a third."""

    def __call__(self, order: CertifyOrder) -> tuple[CertifiedQuarter, ...]:
        """Raises InputError with every problem of a file before anything is written."""
        ...


def certify_tables(
    arrivals: Sequence[ArrivalSpan], counters: Sequence[CounterSpan], service: ServiceTimes, promise: Promise
) -> tuple[CertifiedQuarter, ...]:
    """Certify every quarter hour of each hall; a span without arrivals of any class ends an opening.

    Raises InputError where intervals are not whole quarter hours, overlap, or leave a quarter hour without counters.
    """
    problems = [*not_quarters(arrivals), *not_quarters(counters)]
    if problems:
        raise InputError("intervals", problems)
    heads = counters_by_quarter(counters)
    return tuple(
        row for day in arrival_days(arrivals, service) for row in _certified(day, heads_of(day, heads), promise)
    )


def counters_by_quarter(spans: Sequence[CounterSpan]) -> Mapping[tuple[str, datetime], int]:
    """Counters of each hall in each quarter hour; raises InputError where a quarter hour is given twice."""
    heads: dict[tuple[str, datetime], int] = {}
    for span in spans:
        for quarter in quarters_of(span):
            if (span.hall, quarter) in heads:
                raise InputError("counters", [Problem(f"{quarter.isoformat()} is given twice", span.row)])
            heads[span.hall, quarter] = span.counters
    return heads


def heads_of(day: ArrivalDay, heads: Mapping[tuple[str, datetime], int]) -> tuple[int, ...]:
    """Counters in each quarter hour of a day; raises InputError where one has none, not even 0."""
    missing = [quarter for quarter in day.quarters if (day.hall, quarter) not in heads]
    if missing:
        raise InputError(
            "counters", [f"hall {day.hall} has no counters from {missing[0].isoformat()} on; give a row, also for 0"]
        )
    return tuple(heads[day.hall, quarter] for quarter in day.quarters)


def _certified(day: ArrivalDay, heads: Sequence[int], promise: Promise) -> Iterator[CertifiedQuarter]:
    waits = certify_day(day.queue, heads, promise)
    for piece, quarter in enumerate(day.quarters):
        for row, customer_class in enumerate(CLASSES):
            yield _row(day.hall, quarter, customer_class, waits, row, piece)


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
