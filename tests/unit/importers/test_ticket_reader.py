from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from statistics import fmean, median, stdev, variance

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import TicketOutcome
from shiftbid.domain.timeline import local
from shiftbid.importers.operator import operator_sample
from shiftbid.importers.ticket_log import Ticket as GeneratedTicket
from shiftbid.importers.ticket_log import ticket_log, ticket_log_csv
from shiftbid.importers.ticket_reader import read_ticket_log
from shiftbid.services.samples import SampleOptions
from shiftbid.services.ticket_log import TicketLayout, TicketLog

QUEUE_LOGS = Path(__file__).parents[3].parent / "shared/benchmarks/queue_logs"
NEEDS_QUEUE_LOGS = pytest.mark.skipif(not QUEUE_LOGS.exists(), reason="the real queue logs of ../shared are not here")
ISRAEL = "Asia/Jerusalem"
BANK_CLASSES = {"2": CustomerClass.VIP, "1": CustomerClass.REGULAR, "0": None}


def read(tmp_path: Path, text: str, layout: TicketLayout | None = None) -> TicketLog:
    file = tmp_path / "log.csv"
    file.write_text(text, encoding="utf-8")
    return read_ticket_log(file, layout or TicketLayout())


def found(log: TicketLog) -> Mapping[str, tuple[int, ...]]:
    return {check.kind: check.rows for check in log.checks if check.count}


HEADER = "ticket,issued,called,finished,counter,staff,outcome\n"


def test_times_give_wait_and_service(tmp_path: Path) -> None:
    log = read(tmp_path, HEADER + "A1,2026-03-02 09:00:00,2026-03-02 09:04:00,2026-03-02 09:10:30,3,Mei Lin,served\n")
    (ticket,) = log.tickets
    assert (ticket.wait_seconds, ticket.service_seconds, ticket.counter) == (240, 390, "3")
    assert ticket.outcome is TicketOutcome.SERVED
    assert "Mei" not in repr(log)
    assert len(ticket.staff) == 12
    assert found(log) == {}


def test_every_fault_is_found_at_its_row(tmp_path: Path) -> None:
    day = "2026-03-02 "
    good = f"A1,{day}09:00:00,{day}09:04:00,{day}09:10:00,3,m,served"
    rows = (
        good,
        good,
        f"A2,{day}09:00:00,{day}08:59:56,{day}09:10:00,3,m,served",
        f"A3,{day}09:00:00,{day}08:59:55,{day}09:10:00,3,m,served",
        f"A4,{day}09:00:00,{day}09:05:00,{day}09:04:00,3,m,served",
        f"A5,{day}23:50:00,{day}23:55:00,{day}00:05:00,3,m,served",
        f"A6,{day}09:00:00,{day}09:05:00,{day}09:06:00,3,m",
        f"A7,nine,{day}09:05:00,{day}09:06:00,3,m,served",
        f"A8,,{day}09:05:00,{day}09:06:00,3,m,served",
        f"A9,{day}09:00:00,{day}09:05:00,{day}09:06:00,3,m,purple",
        f"B1,{day}09:00:00,{day}09:05:00,,3,m,no show",
        f"B1,{day}09:00:00,{day}09:09:00,{day}09:12:00,3,m,served",
        f"B2,{day}09:00:00,{day}09:05:00,{day}09:06:00,3,m,transferred",
        f"B2,{day}09:06:00,{day}09:15:00,{day}09:18:00,4,n,served",
        *(f"C{n},{day}10:00:0{n},{day}10:05:00,{day}10:06:00,3,m,served" for n in range(6)),
    )
    log = read(tmp_path, HEADER + "\n".join(rows))
    assert found(log) == {
        "malformed": (6, 8, 9, 10),
        "duplicate": (3,),
        "negative_wait": (5,),
        "small_negative_wait": (4,),
        "past_midnight": (7,),
        "unknown_outcome": (11,),
        "called_again": (13,),
        "continued": (15,),
    }
    assert log.rows_read + len(log.rejected) == log.rows_in_file == len(rows)
    by_number = {ticket.number: ticket for ticket in log.tickets}
    assert by_number["A2"].wait_seconds == 0
    assert by_number["A5"].service_seconds == 600
    assert (by_number["B1"].wait_seconds, by_number["B1"].outcome) == (540, TicketOutcome.SERVED)
    assert (by_number["B2"].wait_seconds, by_number["B2"].service_seconds) == (300, 240)


def test_the_logs_own_durations_count_over_times_that_contradict(tmp_path: Path) -> None:
    rows = [
        f"A{n},2026-03-02 09:{n:02}:00,2026-03-02 09:{n + 2:02}:00,2026-03-02 09:{n + 5:02}:00,2,3" for n in range(9)
    ]
    rows.append("B1,2026-03-02 10:00:00,2026-03-02 09:50:00,2026-03-02 10:05:00,1,4")
    rows.append("B2,2026-03-02 10:00:00,2026-03-02 10:05:00,2026-03-02 10:01:00,5,4")
    rows.append("B3,2026-03-02 10:00:00,2026-03-02 10:05:00,2026-03-02 10:09:00,9,4")
    log = read(tmp_path, "ticket,issued,called,finished,等待时间,service time\n" + "\n".join(rows))
    assert found(log) == {"overruled_start": (11,), "end_before_start": (12,), "duration_differs": (11, 13)}
    assert [(ticket.wait_seconds, ticket.service_seconds) for ticket in log.tickets[-3:]] == [
        (60, 240),
        (300, 240),
        (540, 240),
    ]


def test_class_hints_are_taken_where_no_column_tells(tmp_path: Path) -> None:
    log = read(
        tmp_path, "ticket,issued,service\nV1,2026-03-02 09:00,x\nA1,2026-03-02 09:00,x\n7,2026-03-02 09:00,贵宾\n"
    )
    assert [ticket.customer_class for ticket in log.tickets] == ["vip", "regular", "vip"]
    assert {ticket.outcome for ticket in log.tickets} == {TicketOutcome.UNKNOWN}


def test_a_log_that_is_mostly_unreadable_is_refused_with_its_rows(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, "ticket,issued\n" + "A1,soon\n" * 60 + "A1,2026-03-02 09:00\n" * 20)
    assert "row 2, column issued" in str(caught.value)
    assert "and 10 more rows" in str(caught.value)


@pytest.fixture(scope="module")
def generated() -> tuple[GeneratedTicket, ...]:
    sample = operator_sample(SampleOptions(visits_per_day=600))
    last = sample.period.first - timedelta(days=1)
    return ticket_log(sample.halls[0], last - timedelta(days=13), last, seed=1)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_planted_faults_of_a_generated_log_are_found(
    tmp_path: Path, generated: tuple[GeneratedTicket, ...], encoding: str
) -> None:
    file = tmp_path / "tickets.csv"
    file.write_bytes(ticket_log_csv(generated, "Asia/Shanghai", encoding))
    log = read_ticket_log(file, TicketLayout(zone="Asia/Shanghai"))
    single = set(generated)
    early = [ticket.issued - ticket.called for ticket in single if ticket.called is not None]
    counts = {check.kind: check.count for check in log.checks}
    assert log.form["encoding"] == encoding
    assert counts["duplicate"] == len(generated) - len(single) > 10
    assert counts["negative_wait"] == sum(seconds >= 5 for seconds in early) > 5
    assert counts["small_negative_wait"] == sum(0 < seconds < 5 for seconds in early)
    assert counts["malformed"] == counts["unknown_outcome"] == counts["called_again"] == 0
    believed = [ticket for ticket in single if ticket.called is None or ticket.issued - ticket.called < 5]
    assert Counter(ticket.outcome for ticket in log.tickets) == Counter(ticket.outcome for ticket in believed)
    assert Counter(t.customer_class for t in log.tickets) == Counter(t.customer_class for t in believed)
    assert {t.service for t in log.tickets} == {t.service for t in believed}
    assert sum(t.arrived or 0 for t in log.tickets) == sum(t.issued for t in believed)


@NEEDS_QUEUE_LOGS
@pytest.mark.parametrize(
    ("month", "rows", "outcomes", "measured", "log_normal", "waits", "vip_share"),
    [
        (
            "01",
            (31599, 0),
            {"void": 240, "served": 27060, "abandoned": 3101},
            (26779, 184.71, 114, 1.470),
            (4.827, 0.926),
            (35.03, 0.5020, 69.77, 0.7924),
            0.289,
        ),
        (
            "10",
            (34625, 2),
            {"void": 147, "served": 30861, "abandoned": 2106},
            (30781, 178.45, 106, 1.891),
            (4.765, 0.920),
            (23.19, 0.3179, 72.96, 0.8754),
            0.160,
        ),
    ],
)
def test_the_bank_log_gives_its_published_counts(
    month: str,
    rows: tuple[int, int],
    outcomes: Mapping[str, int],
    measured: tuple[int, float, float, float],
    log_normal: tuple[float, float],
    waits: tuple[float, float, float, float],
    vip_share: float,
) -> None:
    layout = TicketLayout(zone=ISRAEL, classes=BANK_CLASSES)
    log = read_ticket_log(QUEUE_LOGS / f"technion_bank_1999_{month}.tsv.gz", layout)
    assert (log.rows_in_file, log.rows_in_file - log.rows_read) == rows
    assert len(log.rejected) == rows[1]
    counted = Counter(ticket.outcome.value for ticket in log.tickets)
    assert {name: counted[name] for name in outcomes} == outcomes
    seconds = [t.service_seconds for t in log.tickets if t.service_seconds and 1 <= t.service_seconds <= 3600]
    assert (len(seconds), median(seconds)) == (measured[0], measured[2])
    assert fmean(seconds) == pytest.approx(measured[1], abs=0.005)
    assert variance(seconds) / fmean(seconds) ** 2 == pytest.approx(measured[3], abs=0.0006)
    logarithms = [math.log(each) for each in seconds if each >= 10]
    assert (fmean(logarithms), stdev(logarithms)) == pytest.approx(log_normal, abs=0.0006)
    served = [t.wait_seconds or 0.0 for t in log.tickets if t.outcome is TicketOutcome.SERVED]
    queued = [each for each in served if each > 0]
    assert fmean(served) == pytest.approx(waits[0], abs=0.005)
    assert len(queued) / len(served) == pytest.approx(waits[1], abs=0.00006)
    assert fmean(queued) == pytest.approx(waits[2], abs=0.005)
    assert sum(each <= 60 for each in served) / len(served) == pytest.approx(waits[3], abs=0.00006)
    offered = [ticket for ticket in log.tickets if ticket.is_customer]
    assert len(offered) == counted["served"] + counted["abandoned"]
    assert sum(t.customer_class == "vip" for t in offered) / len(offered) == pytest.approx(vip_share, abs=0.0006)


@NEEDS_QUEUE_LOGS
@pytest.mark.parametrize(("month", "days", "customers"), [("01", 19, 116.6), ("10", 21, 134.7)])
def test_the_bank_logs_busiest_hour_has_its_published_mean(month: str, days: int, customers: float) -> None:
    log = read_ticket_log(QUEUE_LOGS / f"technion_bank_1999_{month}.tsv.gz", TicketLayout(zone=ISRAEL))
    arrived = [local(t.arrived, ISRAEL) for t in log.tickets if t.is_customer and t.arrived is not None]
    weekdays = {moment.date() for moment in arrived if moment.weekday() not in (4, 5)}
    in_hour = sum(moment.hour == 10 and moment.date() in weekdays for moment in arrived)
    assert len(weekdays) == days
    assert in_hour / days == pytest.approx(customers, abs=0.06)


@NEEDS_QUEUE_LOGS
def test_the_grill_logs_give_their_published_counts() -> None:
    layout = TicketLayout(
        columns={"arrival_s_after_0730": "t_arrive"}, origin=datetime.fromisoformat("2005-03-01T07:30")
    )
    log = read_ticket_log(QUEUE_LOGS / "tylers_grill_arrivals.csv", layout)
    hours = Counter(((t.arrived or 0) - (log.tickets[0].arrived or 0) + 190) // 3600 for t in log.tickets)
    assert [hours[hour] for hour in range(14)] == [50, 143, 129, 134, 249, 228, 116, 95, 72, 35, 64, 63, 34, 22]
    services = read_ticket_log(QUEUE_LOGS / "tylers_grill_services.csv", TicketLayout())
    seconds = [ticket.service_seconds for ticket in services.tickets if ticket.service_seconds is not None]
    assert (len(seconds), services.rejected) == (110, ())
    assert fmean(seconds) == pytest.approx(59.71, abs=0.005)
    assert variance(seconds) / fmean(seconds) ** 2 == pytest.approx(0.288, abs=0.0006)
