"""The verifier's own time: elapsed in UTC seconds; wall clock only to name a day or place a template."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MINUTE = 60
DAY_MINUTES = 24 * 60
WEEK_DAYS = 7
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# Outside these years no roster is meant, and sums of days stay representable.
_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def read_instant(text: str) -> int | None:
    """Read an ISO 8601 time with UTC offset as UTC seconds; None where it is none."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if moment.tzinfo is None or not _FIRST_YEAR < moment.year < _LAST_YEAR:
        return None
    return int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())


def read_day(text: str) -> date | None:
    """Read ``YYYY-MM-DD``; None where it is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _FIRST_YEAR < day.year < _LAST_YEAR else None


def read_clock(text: str) -> int | None:
    """Read ``HH:MM`` (24:00 allowed) as minutes after midnight; None where it is none."""
    match = re.fullmatch(r"([0-9]{1,2}):([0-5][0-9])", text)
    if match is None:
        return None
    minute = int(match[1]) * 60 + int(match[2])
    return minute if minute <= DAY_MINUTES else None


def local_day(moment: int, zone: ZoneInfo) -> date:
    """Give the local calendar day of an instant."""
    return datetime.fromtimestamp(moment, tz=zone).date()


def clock_text(moment: int, zone: ZoneInfo) -> str:
    """Give the local wall clock of an instant as ``HH:MM``."""
    wall = datetime.fromtimestamp(moment, tz=zone)
    return f"{wall.hour:02d}:{wall.minute:02d}"


def at_wall(day: date, minute: int, zone: ZoneInfo, *, fold: int = 0) -> int:
    """UTC second of a wall-clock minute counted from midnight of `day`; 1440 and more is the next day.

    `fold` 1 is the second of two equal wall clocks in the night the clocks go back. A time that the clock change skips
    moves forward by the skipped span.
    """
    extra, minute_of_day = divmod(minute, DAY_MINUTES)
    wall = datetime.combine(day + timedelta(days=extra), time(*divmod(minute_of_day, 60), fold=fold), tzinfo=zone)
    return int((wall.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())


def midnight(day: date, zone: ZoneInfo) -> int:
    """UTC second at which a local day starts."""
    return at_wall(day, 0, zone)


def following(day: date, days: int = 1) -> date:
    """Give the day `days` later."""
    return day + timedelta(days=days)


def week_of(day: date, week_starts_on: int) -> date:
    """First day of the calendar week that holds `day`; `week_starts_on` 0 is Monday."""
    return day - timedelta(days=(day.weekday() - week_starts_on) % WEEK_DAYS)


def month_of(day: date) -> tuple[date, date]:
    """First and last day of the calendar month that holds `day`."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def overlap_seconds(first: tuple[int, int], second: tuple[int, int]) -> int:
    """Seconds that two half-open spans share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def duration_text(minutes: float) -> str:
    """Say minutes as people do: ``9 h 30 min``, ``40 min``, ``11 h``."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def day_text(day: date) -> str:
    """Say a day with its weekday: ``Tue 2026-11-03``."""
    return f"{_WEEKDAYS[day.weekday()]} {day.isoformat()}"
