from __future__ import annotations

import heapq
import random
from dataclasses import replace

import pytest

from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import Ticket, TicketOutcome
from shiftbid.domain.timeline import Interval
from shiftbid.services.ticket_model import (
    BY_NAME,
    BY_OVERLAP,
    compare_with_model,
    counters_by_name,
    counters_by_overlap,
)

DAY = 86_400
QUARTERS = [Interval(900 * n, 900 * (n + 1)) for n in range(4)]


def served(counter: str, started: int, ended: int, wait_seconds: float = 0.0, arrived: int | None = None) -> Ticket:
    came = started - round(wait_seconds) if arrived is None else arrived
    outcome = TicketOutcome.SERVED
    kind = CustomerClass.REGULAR
    return Ticket(
        1, "h", "", "", kind, came, started, ended, wait_seconds, float(ended - started), counter, "", outcome
    )


def test_an_idle_counter_is_present_unless_others_call_the_waiting() -> None:
    idle = [served("1", 0, 600), served("1", 2700, 3600)]
    assert counters_by_name(idle, QUARTERS).tolist() == [1, 1, 1, 1]
    busy = [*idle, served("2", 0, 1800), served("2", 1800, 3600, wait_seconds=300)]
    assert counters_by_name(busy, QUARTERS).tolist() == [2, 1, 1, 2]


def test_without_names_the_most_services_at_once_are_counted() -> None:
    services = [served("", 0, 500), served("", 500, 1000), served("", 600, 2000), served("", 2700, 2800)]
    assert counters_by_overlap(services, QUARTERS).tolist() == [2, 2, 1, 1]


def log_of_a_known_queue(named: bool) -> list[Ticket]:
    """Poisson arrivals, exponential services of 5 minutes, 4 counters, 8 hours on 20 days."""
    rng = random.Random(5)
    tickets: list[Ticket] = []
    for day in range(20):
        free = [(float(DAY * day), counter) for counter in range(4)]
        moment = float(DAY * day)
        while True:
            moment += rng.expovariate(36 / 3600)
            if moment > DAY * day + 8 * 3600:
                break
            idle_since, counter = heapq.heappop(free)
            started = max(moment, idle_since)
            ended = started + rng.expovariate(1 / 300)
            heapq.heappush(free, (ended, counter))
            name = str(counter) if named else ""
            tickets.append(served(name, round(started), round(ended), started - moment, int(moment)))
    return tickets


@pytest.mark.parametrize(("named", "sentence"), [(True, BY_NAME), (False, BY_OVERLAP)])
def test_the_model_meets_the_waits_of_a_queue_that_keeps_its_assumptions(named: bool, sentence: str) -> None:
    tickets = log_of_a_known_queue(named)
    found = compare_with_model(tickets, "UTC")
    assert found is not None
    assert found.counters_from == sentence
    assert found.hall_days == 20
    assert found.mean_counters == pytest.approx(4, abs=0.4)
    assert found.service_minutes == pytest.approx(5, rel=0.05)
    assert found.customers == {"regular": len(tickets)}
    assert found.model_minutes["regular"] == pytest.approx(found.observed_minutes["regular"], rel=0.35)
    assert found.model_share["regular"] == pytest.approx(found.observed_share["regular"], abs=0.05)


def test_vips_are_served_at_their_own_mean_where_there_are_enough() -> None:
    tickets = log_of_a_known_queue(named=True)
    slow = [
        replace(each, customer_class=CustomerClass.VIP, service_seconds=2 * (each.service_seconds or 0.0))
        if number % 4 == 0
        else each
        for number, each in enumerate(tickets)
    ]
    found = compare_with_model(slow, "UTC")
    assert found is not None
    assert found.vip_service_minutes == pytest.approx(2 * found.service_minutes, rel=0.1)
    few = compare_with_model([*tickets, *slow[:40:4]], "UTC")
    assert few is not None
    assert few.vip_service_minutes == few.service_minutes


def test_without_waits_or_services_nothing_is_compared() -> None:
    assert compare_with_model([], "UTC") is None


def test_whoever_leaves_is_no_work_for_the_model() -> None:
    tickets = log_of_a_known_queue(named=True)
    left = [
        replace(
            each, started=None, ended=None, wait_seconds=None, service_seconds=None, outcome=TicketOutcome.ABANDONED
        )
        for each in tickets
    ]
    assert compare_with_model([*tickets, *left], "UTC") == compare_with_model(tickets, "UTC")
