"""The hall's wall clock: from instants to local hours and back.

Inside this package an hour is known by its instant (UTC seconds of its start); a model sees the local wall
clock. The two meet only here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import TypeAlias
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np
from numpy.typing import NDArray

from forecasts.errors import SettingsError

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]

HOUR_SECONDS = 3600
DAY_HOURS = 24
WEEK_HOURS = 168
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = date(1970, 1, 1)


def find_zone(name: str) -> ZoneInfo:
    """Time zone of an IANA name such as ``Pacific/Auckland``.

    Raises
    ------
    SettingsError
        The name is not known.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        message = f'no time zone is called "{name}"; expected an IANA name such as Pacific/Auckland or Asia/Shanghai'
        raise SettingsError(message) from error


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock a history was written on.

    Parameters
    ----------
    zone_name
        IANA name; None where the file gives none.
    offset_seconds
        Fixed offset from UTC of a file whose times carry one offset throughout; None with a zone, and on a
        clock without any zone, whose hours all follow one another (no clock change is known).
    """

    zone_name: str | None = None
    offset_seconds: int | None = None

    @property
    def knows_utc(self) -> bool:
        """Whether local times can be written with their UTC offset."""
        return self.zone_name is not None or self.offset_seconds is not None

    def tzinfo(self) -> tzinfo:
        """Zone to compute with; UTC stands in where the file names none."""
        if self.zone_name is not None:
            return find_zone(self.zone_name)
        return timezone(timedelta(seconds=self.offset_seconds or 0))

    def local(self, utc_seconds: int) -> datetime:
        """Local time of an instant; naive where the clock has no zone."""
        moment = datetime.fromtimestamp(utc_seconds, self.tzinfo())
        return moment if self.knows_utc else moment.replace(tzinfo=None)

    def utc_seconds(self, moment: datetime | date) -> int:
        """Instant of a local time (a date means its midnight); an aware time keeps its own instant."""
        if not isinstance(moment, datetime):
            moment = datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001 - placed in its zone below
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=self.tzinfo())
        return (moment - _EPOCH) // timedelta(seconds=1)

    def local_hours(self, utc_seconds: Ints) -> Ints:
        """Local hour number (hours since 1970-01-01 00:00 on the wall clock) of each instant.

        A repeated autumn hour gives the same number twice; a skipped spring hour gives none.
        """
        return (utc_seconds + utc_offsets(self.tzinfo(), utc_seconds)) // HOUR_SECONDS


def utc_offsets(zone: tzinfo, utc_seconds: Ints) -> Ints:
    """Offset from UTC, in seconds, at each of the (increasing) instants.

    Asked once every 12 hours; only around a clock change is every instant asked for itself.
    """
    if len(utc_seconds) == 0:
        return np.zeros(0, np.int64)
    half_days = utc_seconds // 43200
    first, last = int(half_days[0]), int(half_days[-1])
    at_corner = np.array([_offset(zone, corner * 43200) for corner in range(first, last + 2)], np.int64)
    before, after = at_corner[half_days - first], at_corner[half_days - first + 1]
    offsets = before.copy()
    for i in np.flatnonzero(before != after):
        offsets[i] = _offset(zone, int(utc_seconds[i]))
    return offsets


def _offset(zone: tzinfo, utc_seconds: int) -> int:
    offset = datetime.fromtimestamp(utc_seconds, zone).utcoffset()
    return 0 if offset is None else offset // timedelta(seconds=1)


def day_of(day_number: int) -> date:
    """Calendar day of a day number (days since 1970-01-01)."""
    return _EPOCH_DAY + timedelta(days=day_number)


def day_number(day: date) -> int:
    """Days from 1970-01-01 to a calendar day."""
    return (day - _EPOCH_DAY).days
