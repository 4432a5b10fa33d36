"""What a ticket log says of a hall: arrivals, service times and waits."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median, stdev, variance

from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import Ticket, TicketOutcome
from shiftbid.domain.timeline import Interval, local

QUARTER_SECONDS = 900
HOUR_SECONDS = 3600
SHORTEST_SERVICE_SECONDS, LONGEST_SERVICE_SECONDS = 10.0, 3600.0
"""Services outside are a key pressed twice, or a ticket nobody closed; they tell nothing of the work."""
WAIT_LIMITS_MINUTES = (1, 5, 10, 15)
CLASSES = (CustomerClass.VIP, CustomerClass.REGULAR)


@dataclass(frozen=True, slots=True)
class QuarterArrivals:
    """Customers of one class who arrived in one quarter hour; those of unknown class count as regular."""

    hall: str
    span: Interval
    customer_class: CustomerClass
    arrivals: int


@dataclass(frozen=True, slots=True)
class ServiceStatistics:
    """Service times of one class and service; either empty where all are meant.

    Attributes
    ----------
    scv
        Squared coefficient of variation: variance over squared mean; 1 is exponential.
    log_mean, log_sigma
        Mean and standard deviation of the logarithm of the seconds (log-normal fit).
    """

    customer_class: str
    service: str
    services: int
    mean_seconds: float
    median_seconds: float
    scv: float
    log_mean: float
    log_sigma: float


@dataclass(frozen=True, slots=True)
class WaitStatistics:
    """Waits of served customers of one class; an empty class is all.

    Attributes
    ----------
    share_waited
        Share whose wait was above 0, and mean of theirs.
    share_within
        Share served within so many minutes.
    """

    customer_class: str
    customers: int
    mean_seconds: float
    share_waited: float
    mean_of_waited_seconds: float
    share_within: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class CustomerShares:
    """Who came and how visits ended.

    Attributes
    ----------
    vip_share, vip_share_of_known
        Share of VIP customers among all, and among those whose class is known; None where there are none.
    outcomes
        Tickets by outcome.
    """

    customers: int
    vip_share: float | None
    vip_share_of_known: float | None
    unknown_class_share: float | None
    no_show_share: float | None
    abandoned_share: float | None
    outcomes: Mapping[str, int]


def quarter_arrivals(tickets: Iterable[Ticket], zone: str) -> tuple[QuarterArrivals, ...]:
    """Count arrivals per quarter hour and class, from the first to the last quarter hour with one on each local day."""
    counts: Counter[tuple[str, int, CustomerClass]] = Counter()
    ends: dict[tuple[str, date], tuple[int, int]] = {}
    days: dict[int, date] = {}
    for ticket in tickets:
        if not ticket.is_customer or ticket.arrived is None:
            continue
        quarter = ticket.arrived - ticket.arrived % QUARTER_SECONDS
        day = days.setdefault(quarter, local(quarter, zone).date()) if quarter not in days else days[quarter]
        first, last = ends.get((ticket.hall, day), (quarter, quarter))
        ends[ticket.hall, day] = min(first, quarter), max(last, quarter)
        counts[ticket.hall, quarter, ticket.customer_class or CustomerClass.REGULAR] += 1
    return tuple(
        QuarterArrivals(hall, Interval(start, start + QUARTER_SECONDS), kind, counts[hall, start, kind])
        for (hall, _), (first, last) in sorted(ends.items())
        for start in range(first, last + 1, QUARTER_SECONDS)
        for kind in CLASSES
    )


def hourly_counts(
    quarters: Iterable[QuarterArrivals], zone: str, gaps: Sequence[Interval], with_classes: bool
) -> tuple[FootfallCount, ...]:
    """Sum quarter hours up to clock hours; an hour that a gap touches has no reading.

    Parameters
    ----------
    with_classes
        Whether the log tells VIP from regular customers; all count as regular otherwise, and no VIP rows are given.
    """
    sums: Counter[tuple[str, int, str]] = Counter()
    for each in quarters:
        if with_classes or each.customer_class is CustomerClass.REGULAR:
            start = each.span.start - local(each.span.start, zone).minute * 60
            sums[each.hall, start, each.customer_class.value] += each.arrivals
    counts: list[FootfallCount] = []
    for (hall, start, kind), arrivals in sorted(sums.items()):
        hour = Interval(start, start + HOUR_SECONDS)
        broken = any(gap.overlaps(hour) for gap in gaps)
        counts.append(FootfallCount(hall, hour, kind, None if broken else float(arrivals)))
    return tuple(counts)


def fits(ticket: Ticket) -> bool:
    """Whether a service time is believable enough to fit the work by."""
    seconds = ticket.service_seconds
    return seconds is not None and SHORTEST_SERVICE_SECONDS <= seconds <= LONGEST_SERVICE_SECONDS


def service_statistics(tickets: Iterable[Ticket]) -> tuple[ServiceStatistics, ...]:
    """Service times of all, of each class, of each service, and of each class and service; at least two of each."""
    groups: dict[tuple[str, str], list[float]] = {}
    for ticket in tickets:
        seconds = ticket.service_seconds
        if seconds is None:
            continue
        kind = ticket.customer_class.value if ticket.customer_class else "unknown"
        for key in {("", ""), (kind, ""), ("", ticket.service), (kind, ticket.service)}:
            groups.setdefault(key, []).append(seconds)
    return tuple(
        _described(kind, service, seconds) for (kind, service), seconds in sorted(groups.items()) if len(seconds) > 1
    )


def wait_statistics(tickets: Iterable[Ticket]) -> tuple[WaitStatistics, ...]:
    """Waits of served customers: all, then each class."""
    groups: dict[str, list[float]] = {}
    for ticket in tickets:
        if ticket.is_served and ticket.wait_seconds is not None:
            for kind in ("", ticket.customer_class.value if ticket.customer_class else "unknown"):
                groups.setdefault(kind, []).append(ticket.wait_seconds)
    return tuple(_waits(kind, waits) for kind, waits in sorted(groups.items()))


def customer_shares(tickets: Sequence[Ticket]) -> CustomerShares:
    """Shares of classes and outcomes among the customers who came."""
    customers = [ticket for ticket in tickets if ticket.is_customer]
    outcomes = Counter(ticket.outcome for ticket in tickets)
    classes = Counter(ticket.customer_class for ticket in customers)
    vip, unknown, total = classes[CustomerClass.VIP], classes[None], len(customers)
    return CustomerShares(
        customers=total,
        vip_share=_share(vip, total),
        vip_share_of_known=_share(vip, total - unknown),
        unknown_class_share=_share(unknown, total),
        no_show_share=_share(outcomes[TicketOutcome.NO_SHOW], total),
        abandoned_share=_share(outcomes[TicketOutcome.ABANDONED], total),
        outcomes={outcome.value: count for outcome, count in sorted(outcomes.items())},
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _described(kind: str, service: str, seconds: Sequence[float]) -> ServiceStatistics:
    logs = [math.log(each) for each in seconds]
    average = fmean(seconds)
    return ServiceStatistics(
        customer_class=kind,
        service=service,
        services=len(seconds),
        mean_seconds=average,
        median_seconds=median(seconds),
        scv=variance(seconds, average) / average**2,
        log_mean=fmean(logs),
        log_sigma=stdev(logs),
    )


def _waits(kind: str, waits: Sequence[float]) -> WaitStatistics:
    waited = [each for each in waits if each > 0]
    return WaitStatistics(
        customer_class=kind,
        customers=len(waits),
        mean_seconds=fmean(waits),
        share_waited=len(waited) / len(waits),
        mean_of_waited_seconds=fmean(waited) if waited else 0.0,
        share_within={
            minutes: sum(each <= 60 * minutes for each in waits) / len(waits) for minutes in WAIT_LIMITS_MINUTES
        },
    )
