"""Counted customers, hour by hour: the data a forecast is made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from forecasts.clock import HOUR_SECONDS, Bools, Clock, Floats, Ints

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

Field: TypeAlias = Literal["hall", "time", "count", "class"]
MissingRows: TypeAlias = Literal["refuse", "closed", "unknown", "infer"]


@dataclass(frozen=True, slots=True)
class HistoryLayout:
    """How to read a file of counts.

    Parameters
    ----------
    columns
        The file's own column names and the field each holds: ``{"datum": "time"}``.
    sites
        Wide file: the columns that are halls (all columns with numbers if empty). Long file: the halls to
        keep (all if empty).
    timezone
        IANA zone of the hall's clock. Needed to tell clock changes in a file without offsets.
    encoding
        Text encoding of the file.
    missing_rows
        What an hour without a row means: ``refuse`` the file, the hall was ``closed``, the count is
        ``unknown``, or ``infer``: closed where that hour of the week is regularly absent or a whole day or
        a few are, else unknown.
    before
        Local time from which on rows are checked but not used.
    day_starts
        Hour at which the file's days begin: hours before it carry the date of the day before and are moved to the
        next. 0: midnight. None: find out from the order of the rows, or from which hours rise and fall together.
    """

    columns: Mapping[str, Field] | None = None
    sites: tuple[str, ...] = ()
    timezone: str | None = None
    encoding: str = "utf-8"
    missing_rows: MissingRows = "refuse"
    before: datetime | date | None = None
    day_starts: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """One counted stream: a hall and a customer class (empty where classes are not told apart)."""

    hall: str
    customer_class: str = ""


@dataclass(frozen=True, slots=True)
class FileForm:
    """How the file wrote its rows, so that a forecast can be written alike."""

    with_class: bool = False
    with_offset: bool = False
    separator: str = "T"
    with_seconds: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """Hourly counts of every hall and class on one axis of hours.

    Parameters
    ----------
    source
        Where the counts came from.
    clock
        The halls' wall clock.
    start_utc_seconds
        Instant at which the first hour starts.
    series
        What is counted, one entry a row of `counts`.
    counts
        Customers in each hour, shape (series, hours); NaN: no reading; 0: open and empty, or closed.
    closed
        Shape (series, hours): the hall is known to have been closed in this hour.
    form
        How the file wrote its rows.
    notes
        What the reader changed or left out, in sentences.
    first_halves
        Customers in the first half of each hour, shape (series, hours), NaN: unknown; None: counted by the hour only.
    """

    source: str
    clock: Clock
    start_utc_seconds: int
    series: tuple[SeriesKey, ...]
    counts: Floats
    closed: Bools
    form: FileForm = FileForm()
    notes: tuple[str, ...] = ()
    first_halves: Floats | None = None

    def __post_init__(self) -> None:
        shape = (len(self.series), self.counts.shape[-1])
        if self.counts.shape != shape or self.closed.shape != shape:
            message = f"counts {self.counts.shape} and closed {self.closed.shape} must both be {shape}"
            raise ValueError(message)
        self.counts.flags.writeable = False
        self.closed.flags.writeable = False

    @property
    def hours(self) -> int:
        """Number of hours on the axis."""
        return self.counts.shape[1]

    @property
    def end_utc_seconds(self) -> int:
        """Instant at which the last hour ends."""
        return self.start_utc_seconds + self.hours * HOUR_SECONDS

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Local start of the first hour and local end of the last."""
        return self.clock.local(self.start_utc_seconds), self.clock.local(self.end_utc_seconds)

    @property
    def halls(self) -> tuple[str, ...]:
        """Names of the halls in the order of the file."""
        return tuple(dict.fromkeys(key.hall for key in self.series))

    def utc_seconds(self) -> Ints:
        """Instant at which each hour starts, shape (hours,)."""
        return self.start_utc_seconds + HOUR_SECONDS * np.arange(self.hours, dtype=np.int64)

    def row(self, key: SeriesKey) -> tuple[Floats, Bools]:
        """Give the counts and closed hours of one series."""
        i = self.series.index(key)
        return self.counts[i], self.closed[i]

    def before(self, origin: datetime | date) -> History:
        """Cut the history before a local time: nothing at or after it is kept."""
        keep = (self.clock.utc_seconds(origin) - self.start_utc_seconds) // HOUR_SECONDS
        keep = int(np.clip(keep, 0, self.hours))
        halves = None if self.first_halves is None else self.first_halves[:, :keep].copy()
        counts, closed = self.counts[:, :keep].copy(), self.closed[:, :keep].copy()
        return replace(self, counts=counts, closed=closed, first_halves=halves)

    def only(self, keys: Sequence[SeriesKey]) -> History:
        """Keep some of the series."""
        rows = [self.series.index(key) for key in keys]
        halves = None if self.first_halves is None else self.first_halves[rows].copy()
        counts, closed = self.counts[rows].copy(), self.closed[rows].copy()
        return replace(self, series=tuple(keys), counts=counts, closed=closed, first_halves=halves)
