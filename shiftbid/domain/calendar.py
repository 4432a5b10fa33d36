"""How the law looks at each day: working day, rest day or public holiday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
        ordinary = DayClass.REST_DAY if day.weekday() in self.weekly_rest_days else DayClass.WORKDAY
        return self.special.get(day, ordinary)

    def is_holiday(self, day: date) -> bool:
        """Whether the day is a public holiday."""
        return self.class_of(day) is DayClass.HOLIDAY
