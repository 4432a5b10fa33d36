"""Work on public holidays in New Zealand (Holidays Act 2003): the rate, and the alternative holiday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.calendar import Calendar
from shiftbid.payroll.hour_class import HourClass


@dataclass(frozen=True, slots=True)
class HolidayWork:
    """What work on public holidays earns.

    Attributes
    ----------
    minutes
        Worked minutes by pay class.
    alternative_days
        Whole days off, however short the work on the holiday was (section 57(1)(c)).
    """

    minutes: Mapping[HourClass, int]
    alternative_days: int


def holiday_work(minutes_by_day: Mapping[date, int], calendar: Calendar, *, otherwise_working_day: bool) -> HolidayWork:
    """Pay classes of worked minutes by calendar day, and one alternative holiday for each public holiday worked.

    The alternative holiday is due only where the holiday would otherwise be a working day for the person (section 56);
    the higher rate is due in any case (section 50). A shift over midnight is cut there: each day is itself.
    """
    worked = {day: minutes for day, minutes in minutes_by_day.items() if minutes}
    on_holidays = {day: minutes for day, minutes in worked.items() if calendar.is_holiday(day)}
    half_again = sum(on_holidays.values())
    return HolidayWork(
        minutes={HourClass.NORMAL: sum(worked.values()) - half_again, HourClass.HOLIDAY_HALF_AGAIN: half_again},
        alternative_days=len(on_holidays) if otherwise_working_day else 0,
    )
