"""A small payroll run: two people, two halls, a month's end, a holiday, leave, and minutes that do not divide."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.promise import Promise
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import Period
from shiftbid.services.payroll_run import PayrollRun

ZONE = "Pacific/Auckland"
FRIDAY, SATURDAY, SUNDAY, MONDAY = date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 2)
DAY = ShiftTemplate("day", 9 * 60, 17 * 60)
NIGHT = ShiftTemplate("night", 22 * 60, 30 * 60)
HALL = Hall("h1", "Queen Street 皇后街", ZONE, "NZ", "AUK", OpeningHours.parse("09:00-24:00"), Promise(), 6, counters=4)
ANN = Employee(
    *("e1", "Ann Mere O'Neill", "h1", 2400, HoursSystem.STANDARD),
    frozenset({"counter"}),
    date(1990, 2, 28),
    date(2020, 1, 1),
    2550,
)
BOB = replace(ANN, id="e2", name="Bob Zoë", contract_minutes=1200, employed_from=SUNDAY)


def line(employee: str, day: date, pay_class: PayClass, minutes: int, hall: str = "h1") -> PayLine:
    return PayLine(employee, day, hall, pay_class, minutes, "RULE", "source")


@pytest.fixture
def run() -> PayrollRun:
    return PayrollRun(
        period=Period(FRIDAY, MONDAY),
        calendar=Calendar({MONDAY: DayClass.HOLIDAY}, {MONDAY: "Labour Day"}),
        halls=(HALL, replace(HALL, id="h2", name="Second")),
        employees=(ANN, BOB),
        shifts=(
            Assignment("e1", dated(DAY, "h1", FRIDAY, ZONE)),
            Assignment("e1", dated(NIGHT, "h1", SATURDAY, ZONE)),
            Assignment("e2", dated(DAY, "h2", MONDAY, ZONE)),
        ),
        lines=(
            line("e1", FRIDAY, PayClass.NORMAL, 470),
            line("e1", SATURDAY, PayClass.NORMAL, 470),
            line("e1", SUNDAY, PayClass.NORMAL, 470),
            line("e1", SUNDAY, PayClass.OVERTIME, 65),
            line("e2", SUNDAY, PayClass.ANNUAL_LEAVE, 240),
            line("e2", SUNDAY, PayClass.TOIL_TAKEN, 25),
            line("e2", MONDAY, PayClass.HOLIDAY_HALF_AGAIN, 470, "h2"),
            line("e2", MONDAY, PayClass.NORMAL, 0, "h2"),
        ),
    )


@pytest.fixture
def every_class(run: PayrollRun) -> PayrollRun:
    """An hour more of each class than of the one before, and a fixed sum."""
    lines = [
        line("e1", FRIDAY, pay_class, 60 * number)
        for number, pay_class in enumerate(PayClass, start=1)
        if pay_class is not PayClass.FIXED_PREMIUM
    ]
    premium = PayLine("e1", SATURDAY, "h1", PayClass.FIXED_PREMIUM, 0, "RULE", "source", 10_000)
    return replace(run, lines=(*lines, premium))
