from datetime import date

import pytest

from shiftbid.bidding.days_off import DayOffOffer
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import BugError
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, day_interval, instant
from shiftbid.domain.toil import Lot, LotKind
from shiftbid.payroll.toil_balances import lot_minutes
from shiftbid.services.toil_return import days_off_due, give_back, opening_books

ZONE = "Europe/Berlin"
MON = date(2026, 3, 2)
PERIOD = Period.of_weeks(MON, 1)
HALL = Hall("h", "Hall", ZONE, "DE", None, OpeningHours.parse("09:00-17:00"), Promise(), 6.0, 10)
WEDNESDAY, THURSDAY = date(2026, 3, 4), date(2026, 3, 5)


def employee(name: str) -> Employee:
    return Employee(name, name, "h", 2400, HoursSystem.STANDARD, frozenset(), date(1990, 1, 1), date(2020, 1, 1), 100)


def demand() -> list[DemandSlot]:
    """Wednesday is quietest, then Thursday and Monday; the Sunday is quieter still but no working day."""
    heads = {WEDNESDAY: 2, THURSDAY: 3, date(2026, 3, 8): 1}
    return [
        DemandSlot("h", Interval(instant(day, 600, ZONE), instant(day, 630, ZONE)), "counter", heads.get(day, 9))
        for day in PERIOD.days
    ]


def lot(name: str, minutes: int, expires: date) -> Lot:
    return Lot(f"lot-{name}", name, LotKind.HOUSE_BONUS, minutes, expires)


def test_whoever_has_a_days_balance_is_offered_the_quieter_weekdays_and_lots_that_end_soon_count_double() -> None:
    lots = [lot("late", 600, date(2026, 9, 1)), lot("soon", 480, date(2026, 3, 15)), lot("poor", 479, date(2026, 4, 1))]
    books = opening_books(lots, MON)
    people = [employee(name) for name in ("late", "poor", "soon")]
    offers = days_off_due(books, HALL, PERIOD, demand(), people, [])
    assert [(each.employee, each.day, each.minutes, each.weight) for each in offers] == [
        ("late", WEDNESDAY, 480, 1),
        ("late", THURSDAY, 480, 1),
        ("late", MON, 480, 1),
        ("soon", WEDNESDAY, 480, 2),
        ("soon", THURSDAY, 480, 2),
        ("soon", MON, 480, 2),
    ]
    after, leave = give_back(books, "h/v1", ZONE, [offers[0], offers[3]])
    assert leave == tuple(Leave(name, day_interval(WEDNESDAY, ZONE), LeaveKind.TOIL) for name in ("late", "soon"))
    assert sum(lot_minutes(after.journal).values()) == 600 + 480 + 479 - 2 * 480


def test_days_on_which_people_are_away_or_lots_have_ended_are_not_offered() -> None:
    away = [Leave("a", day_interval(WEDNESDAY, ZONE), LeaveKind.ANNUAL)]
    books = opening_books([lot("a", 480, WEDNESDAY), lot("b", 480, date(2026, 3, 1))], MON)
    offers = days_off_due(books, HALL, PERIOD, demand(), [employee("a"), employee("b")], away)
    assert [(each.employee, each.day) for each in offers] == [("a", MON)]


def test_a_balance_that_does_not_hold_the_day_is_a_defect() -> None:
    books = opening_books([lot("a", 479, date(2026, 9, 1))], MON)
    with pytest.raises(BugError, match="does not hold"):
        give_back(books, "h/v1", ZONE, [DayOffOffer("a", MON, 480, 1)])
