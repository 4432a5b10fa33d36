from __future__ import annotations

import pytest

from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import Ticket, TicketOutcome
from shiftbid.domain.timeline import Interval, parse_instant
from shiftbid.services.ticket_statistics import (
    customer_shares,
    hourly_counts,
    quarter_arrivals,
    service_statistics,
    wait_statistics,
)

ZONE = "Asia/Kolkata"
NINE = parse_instant("2026-03-02T09:00+05:30")
VIP, REGULAR = CustomerClass.VIP, CustomerClass.REGULAR


def ticket(
    minute: float,
    kind: CustomerClass | None = REGULAR,
    wait_seconds: float | None = 0.0,
    service_seconds: float | None = 60.0,
    outcome: TicketOutcome = TicketOutcome.SERVED,
    service: str = "pay",
) -> Ticket:
    arrived = NINE + round(60 * minute)
    return Ticket(1, "h", "", service, kind, arrived, None, None, wait_seconds, service_seconds, "", "", outcome)


def test_arrivals_are_counted_from_the_first_to_the_last_quarter_hour() -> None:
    tickets = [ticket(16), ticket(17, VIP), ticket(29, None), ticket(50), ticket(5, outcome=TicketOutcome.VOID)]
    rows = quarter_arrivals(tickets, ZONE)
    assert [((row.span.start - NINE) // 60, row.customer_class.value, row.arrivals) for row in rows] == [
        (15, "vip", 1),
        (15, "regular", 2),
        (30, "vip", 0),
        (30, "regular", 0),
        (45, "vip", 0),
        (45, "regular", 1),
    ]


def test_hours_are_those_of_the_local_clock_and_lack_a_reading_in_gaps() -> None:
    quarters = quarter_arrivals([ticket(5), ticket(50), ticket(61, VIP), ticket(130)], ZONE)
    gap = Interval(NINE + 7200, NINE + 7800)
    counts = hourly_counts(quarters, ZONE, [gap], with_classes=True)
    assert [((each.hour.start - NINE) // 3600, each.customer_class, each.count) for each in counts] == [
        (0, "regular", 2),
        (0, "vip", 0),
        (1, "regular", 0),
        (1, "vip", 1),
        (2, "regular", None),
        (2, "vip", None),
    ]
    assert {each.customer_class for each in hourly_counts(quarters, ZONE, [], with_classes=False)} == {"regular"}


def test_service_times_by_class_and_service() -> None:
    tickets = [ticket(0, service_seconds=s) for s in (60, 120, 180)] + [ticket(0, VIP, service_seconds=300)]
    described = {(each.customer_class, each.service): each for each in service_statistics(tickets)}
    assert set(described) == {("", ""), ("regular", ""), ("", "pay"), ("regular", "pay")}
    regular = described["regular", "pay"]
    assert (regular.services, regular.mean_seconds, regular.median_seconds) == (3, 120, 120)
    assert regular.scv == pytest.approx(3600 / 120**2)


def test_waits_of_the_served() -> None:
    tickets = [ticket(0, wait_seconds=w) for w in (0, 30, 90)] + [
        ticket(0, wait_seconds=9999, outcome=TicketOutcome.ABANDONED)
    ]
    everyone = wait_statistics(tickets)[0]
    assert (everyone.customers, everyone.mean_seconds, everyone.mean_of_waited_seconds) == (3, 40, 60)
    assert everyone.share_within == {1: pytest.approx(2 / 3), 5: 1, 10: 1, 15: 1}


def test_shares_of_classes_and_outcomes() -> None:
    tickets = [
        ticket(0, VIP),
        ticket(0),
        ticket(0, None),
        ticket(0, outcome=TicketOutcome.NO_SHOW),
        ticket(0, outcome=TicketOutcome.NEVER_QUEUED),
    ]
    shares = customer_shares(tickets)
    assert (shares.customers, shares.vip_share, shares.unknown_class_share, shares.no_show_share) == (
        4,
        0.25,
        0.25,
        0.25,
    )
    assert shares.vip_share_of_known == pytest.approx(1 / 3)
    assert customer_shares([]).vip_share is None
