"""Times as queue systems write them: many date forms, with and without offset, with the date beside or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import instant, zone_info
from shiftbid.services.ticket_log import DateOrder

BLANKS = frozenset(("", "-", "--", "/", "null", "none", "nan", "nat", "n/a", "na", "\\n", "无", "no_server"))
FIRST_YEAR, LAST_YEAR = 1970, 2100
LEAST_EVIDENCE_SHARE = 0.99
"""So many of the dates that tell day from month must tell the same."""
DAY_SECONDS = 86_400
_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})")
_COMPACT = re.compile(r"(\d{4}|\d{2})(\d{2})(\d{2})")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(am|pm|上午|下午)?", re.IGNORECASE)
_OFFSET = re.compile(r"\s*(z|[+-]\d{2}:?\d{2})$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(\.\d+)?")
_EPOCH_SECONDS = range(1_000_000_000, 4_000_000_000)


@dataclass(frozen=True, slots=True)
class Wall:
    """A time as written: the local wall clock, and its offset where one stands with it.

    Attributes
    ----------
    dated
        Whether the date stands with the clock time; a bare clock time may belong to the day after.
    """

    moment: datetime
    dated: bool


def is_blank(text: str) -> bool:
    """Whether a cell says that there is nothing."""
    return text.casefold() in BLANKS or text.startswith(("0000-00-00", "1900-01-01", "0001-01-01"))


def found_order(texts: Iterable[str]) -> DateOrder | None:
    """Tell day from month by the dates in which one of them is above 12; None where there are no such forms at all.

    Raises
    ------
    InputError
        No date tells, or they tell both; the message says what to give.
    """
    day_first = month_first = seen = 0
    for text in texts:
        match = _YEAR_LAST.match(text)
        if match:
            seen += 1
            first, second = int(match[1]), int(match[2])
            day_first += 12 < first <= 31 and second <= 12
            month_first += 12 < second <= 31 and first <= 12
    if not seen:
        return None
    told = day_first + month_first
    for order, count in ((DateOrder.DAY_FIRST, day_first), (DateOrder.MONTH_FIRST, month_first)):
        if count and count >= LEAST_EVIDENCE_SHARE * told:
            return order
    found = f"{day_first} say day first and {month_first} month first" if told else "none has a number above 12"
    raise InputError("dates", [f"day and month cannot be told apart ({found}); give --dates d/m or --dates m/d"])


@dataclass(slots=True)
class TimeReader:
    """Reads the time columns of one log; raises ValueError with the reason where a text is no time."""

    zone: str
    order: DateOrder | None
    origin: datetime | None
    repeated_rows: list[int] = field(default_factory=list[int])
    skipped_rows: list[int] = field(default_factory=list[int])
    _dates: dict[str, date] = field(default_factory=dict[str, date])
    _midnights: dict[date, tuple[int, bool]] = field(default_factory=dict[date, tuple[int, bool]])

    def wall(self, text: str, day: date | None) -> Wall:
        """Read one cell; `day` is the row's date where it stands in a column of its own."""
        if text[4:5] == "-" and len(text) > 10:
            try:
                moment = datetime.fromisoformat(text)
            except ValueError:
                moment = None  # not ISO 8601; the other forms decide
            if moment is not None:
                return Wall(_in_range(moment), dated=True)
        if _NUMBER.fullmatch(text) and len(text) != 14:
            return Wall(self._counted(float(text)), dated=True)
        body, offset = _without_offset(text)
        date_text, clock = _parts(body)
        on = self.day(date_text) if date_text else day or (self.origin.date() if self.origin else None)
        if on is None:
            raise ValueError(f"{text!r} has no date, and no column has it; give --origin")
        moment = datetime.combine(on, _clock_time(clock), offset)
        return Wall(_in_range(moment), dated=bool(date_text))

    def day(self, text: str) -> date:
        """Read a date."""
        known = self._dates.get(text)
        if known is None:
            # A date column may carry a midnight with it.
            known = self._dates[text] = _date((text.split("T")[0].split() or [text])[0], self.order)
        return known

    def seconds(self, wall: Wall, not_before: int | None, row: int) -> int:
        """Instant of a wall clock. Of an hour that occurs twice the first is meant, unless that lies before the limit.

        A time that the clock change skips is moved forward by the skipped span; the row is noted either way.
        """
        moment = wall.moment
        if moment.tzinfo is not None:
            return int(moment.timestamp())
        day = moment.date()
        if day not in self._midnights:
            midnight = instant(day, 0, self.zone)
            changes = instant(day + timedelta(days=1), 0, self.zone) - midnight != DAY_SECONDS
            self._midnights[day] = midnight, changes
        midnight, changes = self._midnights[day]
        if not changes:
            return midnight + moment.hour * 3600 + moment.minute * 60 + moment.second
        first = int(moment.replace(tzinfo=zone_info(self.zone)).timestamp())
        second = int(moment.replace(tzinfo=zone_info(self.zone), fold=1).timestamp())
        if second != first:
            (self.repeated_rows if second > first else self.skipped_rows).append(row)
        return second if not_before is not None and first < not_before <= second else first

    def same_day(self, moment: int, wall: Wall) -> bool:
        """Whether an instant lies on the date of a wall clock."""
        return datetime.fromtimestamp(moment, wall.moment.tzinfo or zone_info(self.zone)).date() == wall.moment.date()

    def _counted(self, seconds: float) -> datetime:
        if int(seconds) in _EPOCH_SECONDS:
            return datetime.fromtimestamp(seconds, UTC)
        if int(seconds / 1000) in _EPOCH_SECONDS:
            return datetime.fromtimestamp(seconds / 1000, UTC)
        if self.origin is None:
            raise ValueError(f"{seconds:g} is a bare number; give --origin with the time from which it counts seconds")
        if seconds >= (LAST_YEAR - FIRST_YEAR) * 365 * DAY_SECONDS:
            raise ValueError(f"{seconds:g} is no number of seconds after --origin")
        return _in_range(self.origin + timedelta(seconds=seconds))


def _in_range(moment: datetime) -> datetime:
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise ValueError(f"year {moment.year} is out of range")
    return moment


def _without_offset(text: str) -> tuple[str, tzinfo | None]:
    match = _OFFSET.search(text) if ":" in text else None
    if match is None:
        return text, None
    try:
        return text[: match.start()], datetime.fromisoformat(f"2000-01-01T00:00{match[1].upper()}").tzinfo
    except ValueError:
        raise ValueError(f"{text!r} has no known offset from UTC") from None


def _parts(text: str) -> tuple[str, str]:
    """Date and clock time of a text, either may be empty."""
    if len(text) == 14 and text.isdecimal():
        return text[:8], f"{text[8:10]}:{text[10:12]}:{text[12:]}"
    head, _, tail = text.replace("T", " ", 1).partition(" ")
    return ("", text) if ":" in head else (head, tail.strip())


def _date(text: str, order: DateOrder | None) -> date:
    year_first = _YEAR_FIRST.fullmatch(text)
    year_last = _YEAR_LAST.fullmatch(text)
    compact = _COMPACT.fullmatch(text) if text.isascii() else None
    if year_first:
        year, month, day = year_first.groups()
    elif compact:
        year, month, day = compact.groups()
    elif year_last and order is DateOrder.DAY_FIRST:
        day, month, year = year_last.groups()
    elif year_last and order is DateOrder.MONTH_FIRST:
        month, day, year = year_last.groups()
    else:
        raise ValueError(f"{text!r} is not a date; write 2026-03-31")
    try:
        return date(_full_year(int(year)), int(month), int(day))
    except ValueError:
        raise ValueError(f"{text!r} is not a date of the calendar") from None


def _full_year(year: int) -> int:
    if year > 99:
        return year
    return 1900 + year if year >= FIRST_YEAR % 100 else 2000 + year


def _clock_time(text: str) -> time:
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a time of day; write 09:30:00")
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[5] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half in ("pm", "下午") else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise ValueError(f"{text!r} is not a time of day; write 09:30:00") from None
