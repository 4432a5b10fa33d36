from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from shiftbid.domain.timeline import local_day
from shiftbid.importers.operator import operator_sample
from shiftbid.importers.ticket_log import COLUMNS, Ticket, ticket_log, ticket_log_csv
from shiftbid.services.samples import Sample, SampleOptions

ZONE = "Asia/Shanghai"


@pytest.fixture(scope="module")
def sample() -> Sample:
    return operator_sample(SampleOptions(visits_per_day=600))


@pytest.fixture(scope="module")
def tickets(sample: Sample) -> tuple[Ticket, ...]:
    last = sample.period.first - timedelta(days=1)
    return ticket_log(sample.halls[0], last - timedelta(days=27), last, seed=1)


def test_without_duplicates_there_is_one_ticket_a_counted_customer(sample: Sample, tickets: tuple[Ticket, ...]):
    first = sample.period.first - timedelta(days=28)
    for kind in ("vip", "regular"):
        counted = sum(
            each.count or 0
            for each in sample.halls[0].history
            if each.customer_class == kind and local_day(each.hour.start, ZONE) >= first
        )
        assert len({ticket for ticket in tickets if ticket.customer_class == kind}) == counted


def test_the_usual_faults_are_there_at_their_rates(tickets: tuple[Ticket, ...]):
    outcomes = Counter(ticket.outcome for ticket in tickets)
    assert set(outcomes) == {"served", "no_show", "closed"}
    assert outcomes["no_show"] / len(tickets) == pytest.approx(0.04, abs=0.01)
    negative = sum(ticket.called is not None and ticket.called < ticket.issued for ticket in tickets)
    assert negative / len(tickets) == pytest.approx(0.003, abs=0.002)
    assert (len(tickets) - len(set(tickets))) / len(tickets) == pytest.approx(0.005, abs=0.003)


def test_the_machine_closes_who_still_waits_half_an_hour_after_closing(tickets: tuple[Ticket, ...]):
    closed = [ticket for ticket in tickets if ticket.outcome == "closed"]
    assert {ticket_log_csv([ticket], ZONE).split(b",")[-3][-8:] for ticket in closed} == {b"19:30:00"}
    assert all(ticket.called is None and ticket.counter is None for ticket in closed)


def test_no_counter_serves_two_customers_at_once(tickets: tuple[Ticket, ...]):
    honest = {ticket for ticket in tickets if ticket.outcome == "served" and (ticket.called or 0) >= ticket.issued}
    by_counter: dict[tuple[object, int | None], list[tuple[int, int]]] = {}
    for ticket in honest:
        assert ticket.called is not None
        assert ticket.finished is not None
        key = (local_day(ticket.issued, ZONE), ticket.counter)
        by_counter.setdefault(key, []).append((ticket.called, ticket.finished))
    for spells in by_counter.values():
        spells.sort()
        assert all(end <= start for (_, end), (start, _) in pairwise(spells))


def test_vip_customers_wait_less(tickets: tuple[Ticket, ...]):
    waits = {
        kind: [t.called - t.issued for t in tickets if t.called is not None and t.customer_class == kind]
        for kind in ("vip", "regular")
    }
    assert sum(waits["vip"]) / len(waits["vip"]) < sum(waits["regular"]) / len(waits["regular"])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_file_reads_back_in_its_encoding(tickets: tuple[Ticket, ...], encoding: str):
    text = ticket_log_csv(tickets[:50], ZONE, encoding).decode(encoding)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    assert [row["service"] for row in rows] == [ticket.service for ticket in tickets[:50]]


def test_the_log_repeats_itself(sample: Sample, tickets: tuple[Ticket, ...]):
    last = sample.period.first - timedelta(days=1)
    assert ticket_log(sample.halls[0], last - timedelta(days=27), last, seed=1) == tickets
