"""Observed waits against those of the exact model, with counters inferred from the services in the log."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

import numpy as np
import numpy.typing as npt

from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import Ticket
from shiftbid.domain.timeline import Interval, local, local_day
from shiftbid.services.arrival_days import ServiceTimes
from shiftbid.services.ticket_statistics import (
    LONGEST_SERVICE_SECONDS,
    QUARTER_SECONDS,
    QuarterArrivals,
    quarter_arrivals,
)
from shiftbid.staffing.open_day import CLASSES, OpenDay
from shiftbid.staffing.transient import day_waits

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

LIMIT_MINUTES = 10.0
LONGEST_IDLE_SECONDS = 300
"""A counter idle for longer while others call customers who have waited is away."""
WAITED_SECONDS = 60
MOST_HALL_DAYS = 28
LEAST_DAYS_ALIKE = 3
LEAST_VIP_SERVICES = 30
"""With fewer, VIPs are taken to need as long as the others."""
LEAST_NAMED_SHARE = 0.95
"""So many services must name their counter (or person) for counters to be told by names."""
BY_NAME = (
    "Counters present are those named in the log: from a counter's first to its last service of the day, without idle "
    "times over 5 minutes in which another called somebody who had waited over a minute; mean over the quarter hour."
)
BY_OVERLAP = (
    "The log names no counters: present are as many as served at once at the quarter hour's busiest moment, which is "
    "too few where nobody waited."
)


@dataclass(frozen=True, slots=True)
class HourComparison:
    """Observed and modelled mean wait of customers of one class, by local hour of arrival."""

    hour: int
    customer_class: str
    customers: int
    observed_minutes: float
    model_minutes: float


@dataclass(frozen=True, slots=True)
class ModelComparison:
    """Observed waits of served customers beside the model's.

    Attributes
    ----------
    counters_from
        How counters were inferred, as a sentence.
    hall_days
        Hall-days compared: the latest of the log, at most 28.
    service_minutes, vip_service_minutes
        Mean service times of regular customers and of VIPs.
    observed_share, model_share
        Share waiting at most ten minutes, by class.
    """

    counters_from: str
    hall_days: int
    mean_counters: float
    service_minutes: float
    vip_service_minutes: float
    customers: Mapping[str, int]
    observed_minutes: Mapping[str, float]
    model_minutes: Mapping[str, float]
    observed_share: Mapping[str, float]
    model_share: Mapping[str, float]
    by_hour: tuple[HourComparison, ...]


@dataclass(frozen=True, slots=True)
class _Day:
    """One hall-day: its customers by quarter hour, and what the model says of them."""

    start: int
    counters: IntArray
    arrivals: FloatArray
    mean_minutes: FloatArray
    share: FloatArray


def compare_with_model(tickets: Sequence[Ticket], zone: str) -> ModelComparison | None:
    """Put each hall-day's customers and inferred counters through the exact time-varying model.

    Customers are those who were served: the model knows nobody who leaves, and whoever left was no work. A day's
    expected customers follow the mean course of its weekday in the log. Service times are taken as exponential with the
    mean of each class, short ones included: they occupy a counter too. None where the log lacks waits, services or
    arrivals.
    """
    quarters = quarter_arrivals([ticket for ticket in tickets if ticket.is_served], zone)
    served = [t for t in tickets if t.is_served and t.started is not None and t.ended is not None]
    waits = [t for t in tickets if t.is_served and t.wait_seconds is not None and t.arrived is not None]
    times = _service_times(served)
    if times is None or not waits or not quarters:
        return None
    named = sum(bool(t.counter or t.staff) for t in served) >= LEAST_NAMED_SHARE * len(served)
    by_day = _by_day(quarters, zone)
    served_by_day: dict[tuple[str, date], list[Ticket]] = {}
    for ticket in served:
        served_by_day.setdefault((ticket.hall, local_day(ticket.arrived or 0, zone)), []).append(ticket)
    chosen = sorted(served_by_day.keys() & by_day.keys(), key=lambda key: (key[1], key[0]))[-MOST_HALL_DAYS:]
    expected = _expected(by_day, zone)
    days = {key: _modelled(by_day[key], expected[key], served_by_day[key], named, times) for key in chosen}
    return _comparison(days, waits, zone, BY_NAME if named else BY_OVERLAP, times) if days else None


def counters_by_name(services: Iterable[Ticket], quarters: Sequence[Interval]) -> IntArray:
    """Counters present in each quarter hour of a hall-day, told by the counter (or person) that each service names."""
    spells: dict[str, list[tuple[int, int]]] = {}
    calls: list[int] = []
    for ticket in services:
        if ticket.started is not None and ticket.ended is not None and (ticket.counter or ticket.staff):
            spells.setdefault(ticket.counter or ticket.staff, []).append(
                (ticket.started, max(ticket.started, ticket.ended))
            )
            if (ticket.wait_seconds or 0) > WAITED_SECONDS:
                calls.append(ticket.started)
    calls.sort()
    present_seconds = np.zeros(len(quarters))
    for each in spells.values():
        for start, end in _duty(sorted(each), calls):
            for index, quarter in enumerate(quarters):
                present_seconds[index] += max(0, min(end, quarter.end) - max(start, quarter.start))
    return np.rint(present_seconds / QUARTER_SECONDS).astype(np.int64)


def counters_by_overlap(services: Iterable[Ticket], quarters: Sequence[Interval]) -> IntArray:
    """Services that went on at once at the busiest moment of each quarter hour of a hall-day."""
    spans = [
        (t.started, t.ended) for t in services if t.started is not None and t.ended is not None and t.ended > t.started
    ]
    peaks = np.zeros(len(quarters), np.int64)
    for index, quarter in enumerate(quarters):
        here = [(start, end) for start, end in spans if start < quarter.end and end > quarter.start]
        steps = sorted([(max(start, quarter.start), 1) for start, _ in here] + [(end, -1) for _, end in here])
        if steps:
            peaks[index] = max(np.cumsum([step for _, step in steps]))
    return peaks


def _duty(services: Sequence[tuple[int, int]], calls: Sequence[int]) -> list[tuple[int, int]]:
    """Spans in which a counter was on duty."""
    spans = [services[0]]
    for start, end in services[1:]:
        idle_from = spans[-1][1]
        # Calls up to the start itself belong to this counter or came together with it.
        called_meanwhile = bisect_left(calls, start) - bisect_left(calls, idle_from + 1)
        if start - idle_from > LONGEST_IDLE_SECONDS and called_meanwhile > 0:
            spans.append((start, end))
        else:
            spans[-1] = (spans[-1][0], max(idle_from, end))
    return spans


def _service_times(served: Iterable[Ticket]) -> ServiceTimes | None:
    """Mean service times of both classes; None where nobody was served for any time."""
    seconds: dict[bool, list[float]] = {True: [], False: []}
    for ticket in served:
        if ticket.service_seconds is not None and ticket.service_seconds <= LONGEST_SERVICE_SECONDS:
            seconds[ticket.customer_class is CustomerClass.VIP].append(ticket.service_seconds)
    vip, others = seconds[True], seconds[False]
    if len(vip) < LEAST_VIP_SERVICES or not any(vip) or not any(others):
        every = [*vip, *others]
        return ServiceTimes(fmean(every) / 60) if any(every) else None
    return ServiceTimes(fmean(others) / 60, fmean(vip) / 60)


def _by_day(quarters: Sequence[QuarterArrivals], zone: str) -> Mapping[tuple[str, date], list[QuarterArrivals]]:
    days: dict[tuple[str, date], list[QuarterArrivals]] = {}
    for each in quarters:
        days.setdefault((each.hall, local_day(each.span.start, zone)), []).append(each)
    return days


def _expected(
    days: Mapping[tuple[str, date], list[QuarterArrivals]], zone: str
) -> Mapping[tuple[str, date], FloatArray]:
    """Expected customers of each hall-day by class and quarter hour; shape (2, pieces).

    The mean course of the hall's days of that weekday (of all its days where the log has fewer than three), with the
    day's own total. A quarter hour's own count would put its chance into the model twice.
    """
    courses: dict[tuple[str, date], dict[tuple[str, tuple[int, int]], int]] = {}
    for key, quarters in days.items():
        courses[key] = {(each.customer_class.value, _minute(each.span.start, zone)): each.arrivals for each in quarters}
    expected: dict[tuple[str, date], FloatArray] = {}
    for (hall, day), quarters in days.items():
        of_hall = [(key, course) for key, course in courses.items() if key[0] == hall]
        alike = [course for key, course in of_hall if key[1].weekday() == day.weekday()]
        if len(alike) < LEAST_DAYS_ALIKE:
            alike = [course for _, course in of_hall]
        spans = [each.span.start for each in quarters if each.customer_class is CustomerClass.VIP]
        minutes = [_minute(start, zone) for start in spans]
        course = np.array(
            [[fmean(each.get((kind.value, m), 0) for each in alike) for m in minutes] for kind in CLASSES]
        )
        expected[hall, day] = course * (sum(each.arrivals for each in quarters) / course.sum())
    return expected


def _minute(moment: int, zone: str) -> tuple[int, int]:
    """Local minute of the day, and which of the two where the clock change repeats it."""
    wall = local(moment, zone)
    return wall.hour * 60 + wall.minute, wall.fold


def _modelled(
    quarters: Sequence[QuarterArrivals],
    arrivals: FloatArray,
    services: Sequence[Ticket],
    named: bool,
    times: ServiceTimes,
) -> _Day:
    spans = [each.span for each in quarters if each.customer_class is CustomerClass.VIP]
    counters = (counters_by_name if named else counters_by_overlap)(services, spans)
    counters[-1] = max(1, counters[-1])  # whoever stays until the hall is empty
    day = OpenDay(
        arrivals_vip=arrivals[0],
        arrivals_regular=arrivals[1],
        busy=np.zeros(len(spans), np.bool_),
        piece_minutes=QUARTER_SECONDS / 60,
        service_minutes=times.minutes,
        vip_service_minutes=times.vip_minutes,
    )
    waits = day_waits(day, counters, np.full((2, len(spans)), LIMIT_MINUTES))
    return _Day(spans[0].start, counters, day.arrivals, waits.mean_minutes, waits.share_in_time)


def _comparison(
    days: Mapping[tuple[str, date], _Day],
    waits: Sequence[Ticket],
    zone: str,
    counters_from: str,
    times: ServiceTimes,
) -> ModelComparison:
    observed: dict[tuple[str, int], list[float]] = {}
    for ticket in waits:
        moment = local(ticket.arrived or 0, zone)
        if (ticket.hall, moment.date()) in days:
            kind = (ticket.customer_class or CustomerClass.REGULAR).value
            observed.setdefault((kind, moment.hour), []).append((ticket.wait_seconds or 0) / 60)
    modelled: dict[tuple[str, int], FloatArray] = {}
    for day in days.values():
        for row, kind in enumerate(CLASSES):
            for piece in range(len(day.counters)):
                hour = local(day.start + piece * QUARTER_SECONDS, zone).hour
                weights = (
                    np.array([1.0, day.mean_minutes[row, piece], day.share[row, piece]]) * day.arrivals[row, piece]
                )
                modelled[kind.value, hour] = modelled.get((kind.value, hour), np.zeros(3)) + weights
    classes = [kind.value for kind in CLASSES if any(key[0] == kind.value for key in observed)]
    minutes = {kind: [m for key, each in observed.items() if key[0] == kind for m in each] for kind in classes}
    totals = {kind: np.sum([each for key, each in modelled.items() if key[0] == kind], axis=0) for kind in classes}
    return ModelComparison(
        counters_from=counters_from,
        hall_days=len(days),
        mean_counters=float(np.concatenate([day.counters for day in days.values()]).mean()),
        service_minutes=times.minutes,
        vip_service_minutes=times.minutes if times.vip_minutes is None else times.vip_minutes,
        customers={kind: len(minutes[kind]) for kind in classes},
        observed_minutes={kind: fmean(minutes[kind]) for kind in classes},
        model_minutes={kind: float(totals[kind][1] / totals[kind][0]) for kind in classes},
        observed_share={kind: fmean(m <= LIMIT_MINUTES for m in minutes[kind]) for kind in classes},
        model_share={kind: float(totals[kind][2] / totals[kind][0]) for kind in classes},
        by_hour=tuple(
            HourComparison(hour, kind, len(each), fmean(each), float(modelled[kind, hour][1] / modelled[kind, hour][0]))
            for (kind, hour), each in sorted(observed.items(), key=lambda item: (item[0][1], item[0][0]))
        ),
    )
