"""Times as a file writes them, turned into instants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np

from forecasts.clock import Bools, Clock, Ints, find_zone

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:?\d{2})?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)

EXPECTED = "expected a time such as 2024-03-01T09:00 or 2024-03-01T09:00+13:00"


@dataclass(frozen=True, slots=True)
class Moments:
    """Every distinct time of a file, in the order met; all arrays have shape (distinct times,).

    `utc_seconds` is the instant, `repeat_utc_seconds` the later instant of a clock time that the autumn
    change repeats (equal to the first where it does not), `hour_start_offset_seconds` what to take off to
    reach the start of the clock hour, `exists` false for a clock time that the spring change skips, `wall_seconds`
    what the clock shows (seconds since 1970-01-01 00:00 on it).
    """

    utc_seconds: Ints
    repeat_utc_seconds: Ints
    hour_start_offset_seconds: Ints
    exists: Bools
    wall_seconds: Ints


class WrittenTimes:
    """Reads ISO times, each distinct text once.

    Parameters
    ----------
    timezone
        IANA zone in which times without an offset are meant; None: a clock of its own, without clock changes.
    day_starts
        Hour at which the file's days begin: times before it carry the date of the day before.
    """

    def __init__(self, timezone: str | None, day_starts: int = 0) -> None:
        self._day_starts = day_starts
        self._zone_name = timezone
        self._zone = None if timezone is None else find_zone(timezone)
        self._ids: dict[str, int] = {}
        self._rows: list[tuple[int, int, int, bool, int]] = []
        self.offsets: set[timedelta | None] = set()
        self.example = ""

    def read(self, text: str) -> int | None:
        """Find the number of the time this text means; None where it is not an ISO time."""
        known = self._ids.get(text)
        if known is not None:
            return known
        if not _ISO.fullmatch(text):
            return None
        try:
            moment = datetime.fromisoformat(text)
            if moment.hour < self._day_starts:
                moment += timedelta(days=1)
        except (ValueError, OverflowError):
            return None
        offset = moment.utcoffset()
        self.offsets.add(offset)
        self.example = self.example or text
        self._ids[text] = number = len(self._rows)
        wall = (moment.replace(tzinfo=UTC) - _EPOCH) // _SECOND
        into_hour = moment.minute * 60 + moment.second
        if offset is not None or self._zone is None:
            aware = moment if offset is not None else moment.replace(tzinfo=UTC)
            utc = (aware - _EPOCH) // _SECOND
            self._rows.append((utc, utc, into_hour, True, wall))
        else:
            self._rows.append((*self._in_zone(moment), into_hour, self._exists(moment), wall))
        return number

    def moments(self) -> Moments:
        """All distinct times met so far."""
        utc, repeat, into_hour, exists, wall = zip(*self._rows, strict=True) if self._rows else ((),) * 5
        return Moments(
            np.array(utc, np.int64),
            np.array(repeat, np.int64),
            np.array(into_hour, np.int64),
            np.array(exists, np.bool_),
            np.array(wall, np.int64),
        )

    def clock(self) -> Clock | None:
        """Clock the file was written on; None where offsets change and no zone says how they go on."""
        if self._zone_name is not None:
            return Clock(self._zone_name)
        if len(self.offsets) > 1:
            return None
        offset = next(iter(self.offsets), None)
        return Clock(None, None if offset is None else offset // _SECOND)

    def _in_zone(self, moment: datetime) -> tuple[int, int]:
        first, second = ((moment.replace(tzinfo=self._zone, fold=fold) - _EPOCH) // _SECOND for fold in (0, 1))
        return first, max(first, second)

    def _exists(self, moment: datetime) -> bool:
        there_and_back = moment.replace(tzinfo=self._zone).astimezone(UTC).astimezone(self._zone)
        return there_and_back.replace(tzinfo=None) == moment
