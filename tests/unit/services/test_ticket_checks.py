from __future__ import annotations

from datetime import date, timedelta

from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.ticket import Ticket, TicketOutcome
from shiftbid.domain.timeline import Interval, instant
from shiftbid.services.ticket_checks import closed_together, gaps_without_tickets, ticket_checks
from shiftbid.services.ticket_statistics import quarter_arrivals

ZONE = "Europe/Berlin"
MONDAY = date(2026, 3, 2)


def ticket(
    row: int,
    arrived: int = 0,
    ended: int | None = None,
    service_seconds: float | None = None,
    outcome: TicketOutcome = TicketOutcome.SERVED,
    kind: CustomerClass | None = CustomerClass.REGULAR,
) -> Ticket:
    return Ticket(row, "h", "", "", kind, arrived, None, ended, None, service_seconds, "", "", outcome)


def weeks(empty: Interval | None = None, days: int = 21) -> list[Ticket]:
    """Five customers a quarter hour from 09:00 to 12:00 on workdays."""
    open_days = [MONDAY + timedelta(days=n) for n in range(days) if n % 7 < 5]
    moments = [instant(day, 540 + 3 * n, ZONE) for day in open_days for n in range(60)]
    return [
        ticket(n + 2, moment) for n, moment in enumerate(moments) if not (empty and empty.start <= moment < empty.end)
    ]


def gaps(tickets: list[Ticket]) -> tuple[Interval, ...]:
    return gaps_without_tickets(quarter_arrivals(tickets, ZONE), ZONE)["h"]


def test_nights_and_weekends_are_no_gaps() -> None:
    assert gaps(weeks()) == ()


def test_an_hour_and_a_day_without_tickets_are_gaps() -> None:
    tuesday = MONDAY + timedelta(days=8)
    hour = Interval(instant(tuesday, 600, ZONE), instant(tuesday, 660, ZONE))
    assert gaps(weeks(hour)) == (hour,)
    day = Interval(instant(tuesday, 0, ZONE), instant(tuesday, 1440, ZONE))
    assert gaps(weeks(day)) == (Interval(instant(tuesday, 540, ZONE), instant(tuesday, 720, ZONE)),)


def test_a_quiet_half_hour_and_a_short_log_show_no_gap() -> None:
    tuesday = MONDAY + timedelta(days=8)
    assert gaps(weeks(Interval(instant(tuesday, 600, ZONE), instant(tuesday, 630, ZONE)))) == ()
    monday_hour = Interval(instant(MONDAY, 600, ZONE), instant(MONDAY, 660, ZONE))
    assert gaps(weeks(monday_hour, days=14)) == ()


def test_tickets_that_end_in_the_same_second_were_closed_by_the_machine() -> None:
    tickets = [ticket(n, ended=7200) for n in range(4)] + [ticket(n, ended=7261) for n in (4, 5, 6)]
    assert closed_together([*tickets, ticket(9, outcome=TicketOutcome.CLOSED)]) == {0, 1, 2, 3, 9}


def test_a_log_without_seconds_may_have_a_few_equal_ends() -> None:
    assert closed_together([ticket(n, ended=7200) for n in range(14)]) == frozenset()
    assert len(closed_together([ticket(n, ended=7200) for n in range(15)])) == 15


def test_what_is_left_out_of_the_fit_is_counted() -> None:
    tickets = [
        ticket(2, service_seconds=9.0),
        ticket(3, service_seconds=10.0),
        ticket(4, service_seconds=3600.0),
        ticket(5, service_seconds=3601.0),
        ticket(6, outcome=TicketOutcome.NO_SHOW),
        ticket(7, kind=None),
    ]
    found = {each.kind: each.rows for each in ticket_checks(tickets, frozenset({8}), {}, ZONE)}
    assert found == {
        "short_service": (2,),
        "long_service": (5,),
        "closed_together": (8,),
        "no_show": (6,),
        "unknown_class": (7,),
        "gap": (),
    }
