"""Pay of New Zealand: public holidays by law (Holidays Act 2003), overtime by the policy of the house."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.pay import PayClass
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.pay_laws.house import OVERTIME, day_overtime, holidays_apart
from shiftbid.payroll.worked_part import WorkedPart, by_start_or_holiday
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

HOLIDAY = "NZ-HOL-RATE"


def new_zealand_pay(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Half as much again for work between the midnights of a public holiday (section 50), then the house's overtime."""
    pay = load_pay(pack.id, situation.period.first)
    parts = by_start_or_holiday(situation.shifts, situation.calendar, situation.zone)
    ordinary, on_holidays = holidays_apart(parts, situation.calendar)
    yield from paid(on_holidays, PayClass.HOLIDAY_HALF_AGAIN, HOLIDAY)
    yield from day_overtime(situation, ordinary, pay[OVERTIME])


def alternative_holidays(parts: Iterable[WorkedPart], calendar: Calendar, *, otherwise_working_day: bool) -> int:
    """Whole days off for the public holidays that were worked, however short the work (section 57(1)(c)).

    They are due only where the holiday would otherwise be a working day for the person (section 56).
    """
    worked = {part.day for part in parts if part.seconds and calendar.is_holiday(part.day)}
    return len(worked) if otherwise_working_day else 0
