from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, day_interval, instant
from shiftbid.domain.toil import Lot, LotKind
from shiftbid.payroll.toil_balances import lot_minutes
from shiftbid.services.toil_return import give_back_on_quiet_days, opening_books

ZONE = "Europe/Berlin"
MON = date(2026, 3, 2)
PERIOD = Period.of_weeks(MON, 1)
HALL = Hall("h", "Hall", ZONE, "DE", None, OpeningHours.parse("09:00-17:00"), Promise(), 6.0, 10)
WEDNESDAY, THURSDAY = date(2026, 3, 4), date(2026, 3, 5)


def employee(name: str) -> Employee:
    return Employee(name, name, "h", 2400, HoursSystem.STANDARD, frozenset(), date(1990, 1, 1), date(2020, 1, 1), 100)


def demand() -> list[DemandSlot]:
    """Wednesday is quietest, then Thursday; the Sunday is quieter still but no working day."""
    heads = {WEDNESDAY: 2, THURSDAY: 3, date(2026, 3, 8): 1}
    return [
        DemandSlot("h", Interval(instant(day, 600, ZONE), instant(day, 630, ZONE)), "counter", heads.get(day, 9))
        for day in PERIOD.days
    ]


def lot(name: str, minutes: int, expires: date) -> Lot:
    return Lot(f"lot-{name}", name, LotKind.HOUSE_BONUS, minutes, expires)


def test_whoever_has_a_days_balance_gets_the_quietest_weekday_and_the_first_to_expire_comes_first() -> None:
    lots = [lot("late", 600, date(2026, 9, 1)), lot("soon", 480, date(2026, 4, 1)), lot("poor", 479, date(2026, 4, 1))]
    books, days_off = give_back_on_quiet_days(
        opening_books(lots, MON),
        "h/v1",
        HALL,
        PERIOD,
        demand(),
        [employee(name) for name in ("late", "poor", "soon")],
        [],
    )
    assert [(each.employee, each.span) for each in days_off] == [
        ("soon", day_interval(WEDNESDAY, ZONE)),
        ("late", day_interval(THURSDAY, ZONE)),
    ]
    assert {each.kind for each in days_off} == {LeaveKind.TOIL}
    assert sum(lot_minutes(books.journal).values()) == 600 + 480 + 479 - 2 * 480


def test_people_on_leave_that_day_get_another() -> None:
    lots = [lot("a", 480, date(2026, 9, 1))]
    away = [Leave("a", day_interval(WEDNESDAY, ZONE), LeaveKind.ANNUAL)]
    _, days_off = give_back_on_quiet_days(
        opening_books(lots, MON), "h/v1", HALL, PERIOD, demand(), [employee("a")], away
    )
    assert [each.span for each in days_off] == [day_interval(THURSDAY, ZONE)]


def test_an_expired_lot_gives_no_day() -> None:
    lots = [lot("a", 480, date(2026, 3, 1))]
    books, days_off = give_back_on_quiet_days(
        opening_books(lots, MON), "h/v1", HALL, PERIOD, demand(), [employee("a")], []
    )
    assert days_off == ()
    assert sum(lot_minutes(books.journal).values()) == 480
