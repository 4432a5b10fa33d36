"""Values of YAML cases: wall clocks, days, months and hours, however YAML has typed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction

from shiftbid.domain.timeline import MINUTES_PER_DAY, instant

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall-clock time: a local day and the minute after its midnight."""

    day: date
    minute: int

    def instant(self, zone: str) -> int:
        """UTC second at which clocks of the zone show it."""
        return instant(self.day, self.minute, zone)


def wall_of(value: object) -> Wall:
    """Read ``2026-03-02T09:00``; raises ValueError otherwise."""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return Wall(moment.date(), moment.hour * 60 + moment.minute)


def day_of(value: object) -> date:
    """Read ``2026-03-02``; raises ValueError otherwise."""
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def month_of(value: object) -> date:
    """First day of ``2026-03``."""
    return day_of(f"{value}-01")


def week_of(value: object) -> date:
    """Monday of the ISO week ``2026-W10``."""
    year, _, week = str(value).partition("-W")
    return date.fromisocalendar(int(year), int(week), 1)


def number_of(value: object) -> Fraction:
    """Exact value of a number as it is written: 47.6 is 238/5, not its nearest binary fraction."""
    return Fraction(str(value))


def hours_as_minutes(value: object) -> int:
    """Whole minutes of a number of hours; a part of a minute is rounded to the nearest."""
    return round(number_of(value) * 60)


def weekday_of(value: object) -> int:
    """Weekday of a name such as ``Sat``, ``monday`` or ``Sun 06:00``, or of a date: 0 is Monday."""
    if str(value)[:1].isdecimal():
        return day_of(str(value)[:10]).weekday()
    return WEEKDAYS.index(str(value)[:3].lower())


def clock_minute(value: object) -> int:
    """Minute of the day of ``22:00``; YAML 1.1 reads it, unquoted, as a number to the base of 60."""
    if isinstance(value, int):
        return value
    hours, _, minutes = str(value).partition(":")
    return int(hours) * 60 + int(minutes or 0)


def next_after(wall: Wall, minute: int) -> Wall:
    """The wall-clock minute of the day at or after a wall-clock time."""
    return Wall(wall.day + timedelta(days=minute < wall.minute), minute % MINUTES_PER_DAY)
