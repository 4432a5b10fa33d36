"""Checks of a ticket log that look at many tickets together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from shiftbid.domain.ticket import Ticket, TicketOutcome
from shiftbid.domain.timeline import MINUTES_PER_DAY, Interval, format_instant, instant, local
from shiftbid.services.ticket_log import TicketCheck
from shiftbid.services.ticket_statistics import (
    LONGEST_SERVICE_SECONDS,
    QUARTER_SECONDS,
    SHORTEST_SERVICE_SECONDS,
    QuarterArrivals,
)

LEAST_EQUAL_ENDS, LEAST_EQUAL_MINUTES = 4, 15
"""Tickets of a hall that end in the same second, or the same minute in a log without seconds, were closed together."""
LEAST_MISSED_CUSTOMERS = 12.0
"""A span in which so many were expected is empty by chance once in 160,000 times."""
LEAST_OTHER_DAYS = 2
QUARTERS_A_DAY = MINUTES_PER_DAY * 60 // QUARTER_SECONDS


def closed_together(tickets: Sequence[Ticket]) -> frozenset[int]:
    """Rows of tickets that the machine closed: the log says so, or many of a hall end at once."""
    ends = Counter((ticket.hall, ticket.ended) for ticket in tickets if ticket.ended is not None)
    to_the_second = any(ended % 60 for _, ended in ends)
    least = LEAST_EQUAL_ENDS if to_the_second else LEAST_EQUAL_MINUTES
    return frozenset(
        ticket.row
        for ticket in tickets
        if ticket.outcome is TicketOutcome.CLOSED
        or (ticket.ended is not None and ends[ticket.hall, ticket.ended] >= least)
    )


def gaps_without_tickets(quarters: Sequence[QuarterArrivals], zone: str) -> dict[str, tuple[Interval, ...]]:
    """Spans of each hall without a single ticket in which at least 12 customers were to be expected.

    Expected is the mean of the other days of the same weekday in the log, at least two. Days without any ticket are
    among the spans: a holiday is not told from a machine that was off.
    """
    found: dict[str, tuple[Interval, ...]] = {}
    for hall in dict.fromkeys(each.hall for each in quarters):
        arrivals: Counter[tuple[int, int]] = Counter()
        for each in quarters:
            if each.hall == hall:
                start = local(each.span.start, zone)
                quarter = (start.hour * 60 + start.minute) * 60 // QUARTER_SECONDS
                arrivals[start.date().toordinal(), quarter] += each.arrivals
        found[hall] = tuple(_hall_gaps(arrivals, zone))
    return found


def ticket_checks(
    tickets: Sequence[Ticket], closed: frozenset[int], gaps: dict[str, tuple[Interval, ...]], zone: str
) -> Iterator[TicketCheck]:
    """Give every check with what it found."""
    short = [ticket.row for ticket in tickets if _below(ticket, SHORTEST_SERVICE_SECONDS)]
    long = [ticket.row for ticket in tickets if (ticket.service_seconds or 0) > LONGEST_SERVICE_SECONDS]
    no_shows = [ticket.row for ticket in tickets if ticket.outcome is TicketOutcome.NO_SHOW]
    unknown = [ticket.row for ticket in tickets if ticket.is_customer and ticket.customer_class is None]
    for kind, sentence, rows in (
        ("short_service", "services under 10 s; not in the fit of service times", short),
        ("long_service", "services over 60 min; not in the fit of service times", long),
        ("closed_together", "tickets closed by the machine; not in the fit of service times", sorted(closed)),
        ("no_show", "customers called who did not come; they count as arrivals, not as services", no_shows),
        ("unknown_class", "customers of unknown class; they count as regular", unknown),
    ):
        yield TicketCheck(kind, sentence, len(rows), tuple(rows))
    spans = tuple(
        f"{hall}: {format_instant(gap.start, zone)} to {format_instant(gap.end, zone)}"
        for hall, hall_gaps in gaps.items()
        for gap in hall_gaps
    )
    sentence = "spans without a ticket where at least 12 customers were to be expected"
    yield TicketCheck("gap", sentence, len(spans), details=spans)


def _below(ticket: Ticket, seconds: float) -> bool:
    return ticket.service_seconds is not None and ticket.service_seconds < seconds


def _hall_gaps(arrivals: Counter[tuple[int, int]], zone: str) -> Iterator[Interval]:
    first, last = min(day for day, _ in arrivals), max(day for day, _ in arrivals)
    counts = np.zeros((last - first + 1, QUARTERS_A_DAY))
    for (day, quarter), count in arrivals.items():
        counts[day - first, quarter] = count
    expected = np.zeros(counts.shape)
    for weekday in range(min(7, len(counts))):
        same = counts[weekday::7]
        if len(same) > LEAST_OTHER_DAYS:
            expected[weekday::7] = (same.sum(axis=0) - same) / (len(same) - 1)
    level = counts.ravel()
    seen = np.flatnonzero(level)
    missed = np.concatenate(([0.0], np.cumsum(expected.ravel())))
    for before, after in zip(seen[:-1].tolist(), seen[1:].tolist(), strict=True):
        if after - before > 1 and missed[after] - missed[before + 1] >= LEAST_MISSED_CUSTOMERS:
            yield Interval(*_open_span(expected.ravel(), before + 1, after, first, zone))


def _open_span(expected: npt.NDArray[np.float64], start: int, end: int, first_day: int, zone: str) -> tuple[int, int]:
    """Instants of a span of quarter hours without its ends in which nobody was expected anyway."""
    awaited = np.flatnonzero(expected[start:end]) + start
    return _moment(int(awaited[0]), first_day, zone), _moment(int(awaited[-1]) + 1, first_day, zone)


def _moment(quarter: int, first_day: int, zone: str) -> int:
    days, quarter_of_day = divmod(quarter, QUARTERS_A_DAY)
    return instant(date.fromordinal(first_day + days), quarter_of_day * QUARTER_SECONDS // 60, zone)
