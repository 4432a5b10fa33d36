"""Generated ticket log of a hall: what a queue machine leaves behind, with its usual faults."""

from __future__ import annotations

import csv
import heapq
import io
import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import mean

from shiftbid.domain.hall import Hall
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.timeline import Interval, local, local_day
from shiftbid.importers.seeds import seed_for
from shiftbid.services.samples import SampleHall

COLUMNS = ("ticket", "hall", "class", "service", "issued", "called", "finished", "counter", "outcome")
SERVICES = ("缴费", "办卡", "套餐变更", "宽带", "补卡", "投诉")
SERVICE_SHAPE = 2.0
"""Shape of the gamma that service times follow: squared coefficient of variation one half."""
PLANNED_OCCUPANCY = 0.9
NO_SHOW_SHARE, NO_SHOW_SECONDS = 0.04, 30
NEGATIVE_WAIT_SHARE, CLOCK_SKEW_SECONDS = 0.003, 90
DUPLICATE_SHARE = 0.005
AUTO_CLOSE_SECONDS = 1800
"""So long after closing the machine closes what is still waiting."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """One row of the log; times are instants in UTC seconds.

    Attributes
    ----------
    called, counter
        None where the customer was never called.
    finished
        None where nothing was served; the machine's own time where it closed the ticket.
    outcome
        ``served``, ``no_show`` (called, nobody came) or ``closed`` (still waiting after closing time).
    """

    number: str
    hall: str
    customer_class: str
    service: str
    issued: int
    called: int | None
    finished: int | None
    counter: int | None
    outcome: str


def ticket_log(sample: SampleHall, first: date, last: date, seed: int) -> tuple[Ticket, ...]:
    """Tickets of the customers counted in a hall on the days from first to last, in order of issue.

    Customers arrive evenly within their hour; VIP customers are called first, the others in order of arrival, by as
    many counters as serve the day's mean hour at 90 % occupancy. Then the faults come in: 4 % do not show up when
    called, 0.3 % of the called have a call before their issue (clocks that differ), 0.5 % of the rows stand twice, and
    whoever still waits at closing time is closed by the machine half an hour later.
    """
    rng = random.Random(seed_for(seed, sample.hall.id, "tickets"))
    arrivals: dict[date, list[tuple[int, CustomerClass]]] = {}
    hourly: dict[date, list[int]] = {}
    for hour, counts in _by_hour(sample, first, last).items():
        day = local_day(hour.start, sample.hall.zone)
        hourly.setdefault(day, []).append(sum(counts.values()))
        for kind, count in counts.items():
            arrivals.setdefault(day, []).extend((rng.randrange(hour.start, hour.end), kind) for _ in range(count))
    tickets: list[Ticket] = []
    for day in sorted(arrivals):
        load = mean(hourly[day]) * sample.hall.service_minutes / 60
        counters = max(1, math.ceil(load / PLANNED_OCCUPANCY))
        for ticket in _served_day(sample.hall, day, sorted(arrivals[day]), counters, rng):
            tickets.append(_with_clock_skew(ticket, rng))
            if rng.random() < DUPLICATE_SHARE:
                tickets.append(tickets[-1])
    return tuple(tickets)


def ticket_log_csv(tickets: Sequence[Ticket], zone: str, encoding: str = "utf-8") -> bytes:
    """Write the log as a queue machine does: local times without offset, empty where there is none.

    Parameters
    ----------
    encoding
        ``utf-8``, or ``gb18030`` as many Chinese machines write.
    """
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for each in tickets:
        times = [_clock(moment, zone) for moment in (each.issued, each.called, each.finished)]
        counter = "" if each.counter is None else str(each.counter)
        rows.writerow([each.number, each.hall, each.customer_class, each.service, *times, counter, each.outcome])
    return text.getvalue().encode(encoding)


def _by_hour(sample: SampleHall, first: date, last: date) -> Mapping[Interval, Mapping[CustomerClass, int]]:
    hours: dict[Interval, dict[CustomerClass, int]] = {}
    for count in sample.history:
        if count.count is not None and first <= local_day(count.hour.start, sample.hall.zone) <= last:
            hours.setdefault(count.hour, {})[CustomerClass(count.customer_class)] = int(count.count)
    return hours


def _served_day(
    hall: Hall, day: date, arrivals: Sequence[tuple[int, CustomerClass]], counters: int, rng: random.Random
) -> Sequence[Ticket]:
    """Tickets of one day in order of issue."""
    opened = hall.opening.on(day, hall.zone)
    closing = opened.end if opened else arrivals[-1][0]
    issued = [
        Ticket(
            number=f"{'V' if kind is CustomerClass.VIP else 'A'}{n + 1:04d}",
            hall=hall.id,
            customer_class=kind.value,
            service=rng.choice(SERVICES),
            issued=moment,
            called=None,
            finished=closing + AUTO_CLOSE_SECONDS,
            counter=None,
            outcome="closed",
        )
        for n, (moment, kind) in enumerate(arrivals)
    ]
    free = [(opened.start if opened else 0, counter + 1) for counter in range(counters)]
    for n, called, counter in _calls(issued, free, closing):
        shows_up = rng.random() >= NO_SHOW_SHARE
        mean_seconds = hall.service_minutes * 60
        busy = round(rng.gammavariate(SERVICE_SHAPE, mean_seconds / SERVICE_SHAPE)) if shows_up else NO_SHOW_SECONDS
        heapq.heappush(free, (called + max(1, busy), counter))
        issued[n] = replace(
            issued[n],
            called=called,
            counter=counter,
            finished=called + max(1, busy) if shows_up else None,
            outcome="served" if shows_up else "no_show",
        )
    return issued


def _calls(tickets: Sequence[Ticket], free: list[tuple[int, int]], closing: int) -> Iterator[tuple[int, int, int]]:
    """Index of the ticket called next, when, and to which counter; the caller puts the counter back into `free`."""
    waiting: list[tuple[bool, int]] = []
    arriving = now = 0
    while arriving < len(tickets) or waiting:
        idle_since, counter = heapq.heappop(free)
        # A counter that has been idle calls whoever comes next, not into the past.
        now = max(now, idle_since, 0 if waiting else tickets[arriving].issued)
        while arriving < len(tickets) and tickets[arriving].issued <= now:
            heapq.heappush(waiting, (tickets[arriving].customer_class != CustomerClass.VIP, arriving))
            arriving += 1
        if now >= closing:
            return
        _, n = heapq.heappop(waiting)
        yield n, now, counter


def _with_clock_skew(ticket: Ticket, rng: random.Random) -> Ticket:
    if ticket.called is None or rng.random() >= NEGATIVE_WAIT_SHARE:
        return ticket
    return replace(ticket, called=ticket.issued - rng.randint(1, CLOCK_SKEW_SECONDS))


def _clock(moment: int | None, zone: str) -> str:
    return "" if moment is None else local(moment, zone).strftime("%Y-%m-%d %H:%M:%S")
