"""How the law looks at each day: working day, rest day or public holiday."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum


class DayClass(StrEnum):
    """The legal class of a calendar day, before anyone's own roster is looked at."""

    WORKDAY = "workday"
    REST_DAY = "rest_day"
    HOLIDAY = "holiday"
    SWAPPED_DAY_OFF = "swapped_day_off"
    """A weekday given off in exchange for a worked weekend day (China: 调休)."""
    SWAPPED_WORKDAY = "swapped_workday"
    """A weekend day worked in exchange for a day off (China: 调休上班)."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Day classes of a place.

    Attributes
    ----------
    special
        Class of each day that its weekday does not settle.
    names
        Name of each public holiday.
    weekly_rest_days
        Weekdays (0 is Monday) that are ordinary rest days.
    projected_years
        Years whose official notice is not known yet: the classes are computed, not announced.
    """

    special: Mapping[date, DayClass]
    names: Mapping[date, str] = field(default_factory=dict[date, str])
    weekly_rest_days: frozenset[int] = frozenset({5, 6})
    projected_years: frozenset[int] = frozenset()

    def class_of(self, day: date) -> DayClass:
        """Give the legal class of a day."""
        special = self.special.get(day)
        if special is not None:
            return special
        return DayClass.REST_DAY if day.weekday() in self.weekly_rest_days else DayClass.WORKDAY

    def is_holiday(self, day: date) -> bool:
        """Whether the day is a public holiday."""
        return self.special.get(day) is DayClass.HOLIDAY


@dataclass(frozen=True, slots=True)
class NoticeDay:
    """A day of an official notice: its legal class, and the holiday's name or nothing."""

    day: date
    day_class: DayClass
    name: str = ""


def announced(calendar: Calendar, notice: Iterable[NoticeDay]) -> Calendar:
    """Give the calendar with an official notice in place of what was known of the notice's years.

    Days of those years that the notice does not name have the class of their weekday.
    """
    days = {each.day: each for each in notice}
    years = {day.year for day in days}
    special = {day: kind for day, kind in calendar.special.items() if day.year not in years}
    names = {day: name for day, name in calendar.names.items() if day.year not in years}
    special |= {day: each.day_class for day, each in days.items()}
    names |= {day: each.name for day, each in days.items() if each.name and each.day_class is DayClass.HOLIDAY}
    return replace(
        calendar,
        special=dict(sorted(special.items())),
        names=dict(sorted(names.items())),
        projected_years=calendar.projected_years - years,
    )
