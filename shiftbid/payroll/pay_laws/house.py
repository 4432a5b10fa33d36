"""Pay where no law of the place sets it: policy of the house, and labelled so by the ids of its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.pay import PayClass
from shiftbid.domain.staff import HoursSystem
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.worked_part import Split, WorkedPart, always, by_start_or_holiday, day_of, split_above
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import PayRule, load_pay
from shiftbid.rules.situation import Situation

OVERTIME, HOLIDAY = "HOUSE-PAY-OT", "HOUSE-PAY-HOLIDAY"


def house_pay(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Half as much again on public holidays, and for what other days hold above the house's normal day.

    Where the longest ordinary day of a place is shorter, its pack has a rule for it: ``<PACK>-PAY-OT``.
    """
    pay = load_pay(pack.id, situation.period.first)
    parts = by_start_or_holiday(situation.shifts, situation.calendar, situation.zone)
    ordinary, on_holidays = holidays_apart(parts, situation.calendar)
    yield from paid(on_holidays, PayClass.HOLIDAY_HALF_AGAIN, HOLIDAY)
    yield from day_overtime(situation, ordinary, pay.get(f"{pack.id}-PAY-OT", pay[OVERTIME]))


def holidays_apart(parts: Iterable[WorkedPart], calendar: Calendar) -> Split:
    """Parts on ordinary days, and above them those on public holidays."""
    holiday_work = tuple((calendar.is_holiday(part.day), part) for part in parts)
    return Split(
        tuple(part for on_holiday, part in holiday_work if not on_holiday),
        tuple(part for on_holiday, part in holiday_work if on_holiday),
    )


def day_overtime(situation: Situation, parts: Iterable[WorkedPart], rule: PayRule) -> Iterator[PaidPart]:
    """Half as much again above the rule's `normal_day_minutes`; averaged hours know no overtime of a day."""
    normal, above = tuple(parts), tuple[WorkedPart, ...]()
    if situation.employee.system is not HoursSystem.COMPREHENSIVE:
        normal, above = split_above(normal, day_of, always(rule.number("normal_day_minutes")))
    yield from paid(normal, PayClass.NORMAL, rule.id)
    yield from paid(above, PayClass.OVERTIME, rule.id)
