"""Time of a hall: the one place where local wall clock and UTC meet.

Instants are integer UTC seconds. Elapsed time is the difference of two instants, never of two wall clocks: a shift
from 22:00 to 06:00 lasts seven hours on the night the clocks go forward and nine on the night they go back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shiftbid.domain.errors import InputError

SECONDS_PER_MINUTE = 60
MINUTES_PER_DAY = 24 * 60
DAYS_PER_WEEK = 7


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """A half-open span of instants ``[start, end)`` in UTC seconds."""

    start: int
    end: int

    @property
    def minutes(self) -> int:
        """Elapsed whole minutes."""
        return (self.end - self.start) // 60

    def overlaps(self, other: Interval) -> bool:
        """Whether both spans share at least one second."""
        return self.start < other.end and other.start < self.end

    def overlap_minutes(self, other: Interval) -> int:
        """Whole minutes that both spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) // 60

    def covers(self, other: Interval) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Period:
    """A planning period of whole local days, both ends included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputError("period", [f"ends on {self.last}, before it starts on {self.first}"])

    @classmethod
    def of_weeks(cls, first: date, weeks: int) -> Period:
        """Give the period of `weeks` whole weeks that starts on `first`."""
        return cls(first, first + timedelta(days=DAYS_PER_WEEK * weeks - 1))

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the period, in order."""
        return tuple(map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1)))

    def interval(self, zone: str) -> Interval:
        """From local midnight of the first day to local midnight after the last."""
        return Interval(instant(self.first, 0, zone), instant(self.last + timedelta(days=1), 0, zone))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


@lru_cache(maxsize=64)
def zone_info(zone: str) -> ZoneInfo:
    """Return the time zone of an IANA name such as ``Pacific/Auckland``; raises InputError where unknown."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise InputError(
            "time zone", [f"{zone!r} is not a known zone; give an IANA name such as Europe/Berlin"]
        ) from None


@lru_cache(maxsize=65536)
def instant(day: date, minute: int, zone: str) -> int:
    """UTC second of the wall-clock `minute` counted from midnight of `day`; 1440 and more is the next day.

    A wall-clock time that the clock change skips is moved forward by the skipped span; one that occurs twice is its
    first occurrence.
    """
    extra_days, minute_of_day = divmod(minute, MINUTES_PER_DAY)
    wall = datetime.combine(
        day + timedelta(days=extra_days),
        time(minute_of_day // 60, minute_of_day % 60),
        tzinfo=zone_info(zone),
    )
    return int(wall.timestamp())


def local(moment: int, zone: str) -> datetime:
    """Give the aware local wall clock of an instant."""
    return datetime.fromtimestamp(moment, tz=zone_info(zone))


def local_day(moment: int, zone: str) -> date:
    """Give the local calendar day of an instant."""
    return local(moment, zone).date()


def minute_of_day(moment: int, zone: str) -> int:
    """Give the wall-clock minute since local midnight of an instant, 0 to 1439."""
    wall = local(moment, zone)
    return wall.hour * 60 + wall.minute


@lru_cache(maxsize=65536)
def day_interval(day: date, zone: str, start_minute: int = 0) -> Interval:
    """Give the whole local day, from midnight or the wall-clock minute at which it begins: 23, 24 or 25 hours."""
    return Interval(instant(day, start_minute, zone), instant(day + timedelta(days=1), start_minute, zone))


def slots(span: Interval, slot_minutes: int) -> Iterator[Interval]:
    """Cut a span into slots of `slot_minutes`; the last is shorter where the span does not divide."""
    step = slot_minutes * 60
    for start in range(span.start, span.end, step):
        yield Interval(start, min(start + step, span.end))


@lru_cache(maxsize=65536)
def week_start(day: date, first_weekday: int) -> date:
    """Give the first day of the week that holds `day`; `first_weekday` 0 is Monday."""
    return date.fromordinal(day.toordinal() - (day.weekday() - first_weekday) % DAYS_PER_WEEK)


def format_instant(moment: int, zone: str) -> str:
    """ISO 8601 local time with UTC offset, to the minute: ``2026-11-02T09:00+13:00``."""
    return local(moment, zone).isoformat(timespec="minutes")


def parse_instant(text: str) -> int:
    """Read an ISO 8601 time with UTC offset into an instant; raises InputError otherwise."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise InputError("time", [f"{text!r} is not an ISO 8601 time with UTC offset, such as 2026-11-02T09:00+13:00"])
    return int(moment.astimezone(UTC).timestamp())


def format_minute(minute: int) -> str:
    """Give the wall clock ``HH:MM`` of a minute since midnight; a minute past 1440 wraps to the next day."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def parse_minute(text: str) -> int:
    """Read ``HH:MM`` (24:00 allowed) into minutes since midnight; raises InputError otherwise."""
    hours, colon, minutes = text.strip().partition(":")
    if colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2:
        value = int(hours) * 60 + int(minutes)
        if int(minutes) < 60 and value <= MINUTES_PER_DAY:
            return value
    raise InputError("clock time", [f"{text!r} is not a time of day; write HH:MM, for example 09:30"])
