"""Halls: where customers are served, when, and what waits they are promised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.desk import COUNTER_SKILL, Desk, desk_problems, general_share
from shiftbid.domain.errors import InputError
from shiftbid.domain.opening_words import plain_opening
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import MINUTES_PER_DAY, Interval, format_minute, instant, parse_minute

DUTY_STEP_MINUTES = 30
LONGEST_DUTY_MINUTES = 240
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Opening and closing time of each weekday, Monday first, in minutes since midnight; None is closed.

    A closing time past 1440 lies on the next day.
    """

    by_weekday: tuple[tuple[int, int] | None, ...]
    closed_days: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if len(self.by_weekday) != len(WEEKDAYS):
            raise InputError("opening hours", [f"needs 7 weekdays, got {len(self.by_weekday)}"])

    @classmethod
    def parse(cls, text: str) -> OpeningHours:
        """Read ``09:00-19:00`` (every day) or ``mon-fri 09:00-19:00, sat 10:00-16:00`` (the rest closed).

        Other ways to write the same are understood (`plain_opening`).
        """
        days: list[tuple[int, int] | None] = [None] * len(WEEKDAYS)
        for part in plain_opening(text).split(","):
            words = part.split()
            if len(words) not in (1, 2):
                raise InputError("opening hours", [f"{part.strip()!r}: write 09:00-19:00 or mon-fri 09:00-19:00"])
            span = _clock_span(words[-1])
            for weekday in _weekday_range(words[0]) if len(words) == 2 else range(len(WEEKDAYS)):
                days[weekday] = span
        return cls(tuple(days))

    def on(self, day: date, zone: str) -> Interval | None:
        """Give the instants between which the hall is open on a day, or None where it stays closed."""
        span = None if day in self.closed_days else self.by_weekday[day.weekday()]
        return Interval(instant(day, span[0], zone), instant(day, span[1], zone)) if span else None

    def __str__(self) -> str:
        return ", ".join(
            f"{WEEKDAYS[weekday]} {format_minute(span[0])}-{format_minute(span[1])}"
            for weekday, span in enumerate(self.by_weekday)
            if span
        )


@dataclass(frozen=True, slots=True)
class Duties:
    """Work outside the opening hours: setting up before the doors open, closing the books after.

    Attributes
    ----------
    opening_minutes, closing_minutes
        Time before opening and after closing, in whole half hours.
    heads
        People needed for each.
    """

    opening_minutes: int = 0
    closing_minutes: int = 0
    heads: int = 1

    def __post_init__(self) -> None:
        problems = [
            f"{name} duties of {minutes} minutes: give whole half hours from 0 to {LONGEST_DUTY_MINUTES} minutes"
            for name, minutes in (("opening", self.opening_minutes), ("closing", self.closing_minutes))
            if minutes % DUTY_STEP_MINUTES or not 0 <= minutes <= LONGEST_DUTY_MINUTES
        ]
        if self.heads < 1:
            problems.append(f"{self.heads} heads for duties: give 1 or more, or duties of 0 minutes")
        if problems:
            raise InputError("duties", problems)


@dataclass(frozen=True, slots=True)
class Hall:
    """A place that serves customers.

    Attributes
    ----------
    counters
        Counters of the general desk that can be staffed at the same time.
    minimum_heads
        Heads at the general desk whenever the hall is open, however quiet it is.
    service_minutes
        Mean time a counter of the general desk spends on one customer.
    duties
        Work of the general desk's people before opening and after closing.
    desks
        Further desks, for services that need a skill; all other customers go to the general one.
    vip_service_minutes
        Mean time for a VIP at the general desk; that of the others where None.
    """

    id: str
    name: str
    zone: str
    country: str
    subdivision: str | None
    opening: OpeningHours
    promise: Promise
    service_minutes: float
    counters: int
    minimum_heads: int = 1
    duties: Duties = Duties()
    desks: tuple[Desk, ...] = ()
    vip_service_minutes: float | None = None

    def __post_init__(self) -> None:
        problems = list(desk_problems(self.desks))
        if problems:
            raise InputError(f"desks of {self.name}", problems)
        _ = self.every_desk  # the general desk is checked like the others
        early = [span for span in self.opening.by_weekday if span and span[0] < self.duties.opening_minutes]
        if early:
            raise InputError(
                "duties",
                [f"{self.name} opens at {format_minute(early[0][0])}: duties before it would lie on the day before"],
            )

    @property
    def every_desk(self) -> tuple[Desk, ...]:
        """The general desk, then the others; their shares add up to all customers."""
        general = Desk(
            skill=COUNTER_SKILL,
            share=general_share(self.desks),
            service_minutes=self.service_minutes,
            counters=self.counters,
            minimum_heads=self.minimum_heads,
            vip_service_minutes=self.vip_service_minutes,
        )
        return (general, *self.desks)

    def staffed_span(self, day: date) -> tuple[int, int] | None:
        """Minutes since midnight between which people work on a day, duties included; None where the hall is closed."""
        span = None if day in self.opening.closed_days else self.opening.by_weekday[day.weekday()]
        return (span[0] - self.duties.opening_minutes, span[1] + self.duties.closing_minutes) if span else None

    def staffed(self, day: date) -> Interval | None:
        """Give the instants between which people work on a day, duties included."""
        span = self.staffed_span(day)
        return Interval(instant(day, span[0], self.zone), instant(day, span[1], self.zone)) if span else None

    def open_days(self, first: date, last: date) -> tuple[date, ...]:
        """Days between first and last, both included, on which the hall opens."""
        days = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return tuple(day for day in days if self.opening.on(day, self.zone))


def _clock_span(text: str) -> tuple[int, int]:
    opens, dash, closes = text.partition("-")
    if not dash:
        raise InputError("opening hours", [f"{text!r}: write opening and closing time, such as 09:00-19:00"])
    try:
        start, end = parse_minute(opens), parse_minute(closes)
    except InputError as error:
        raise InputError("opening hours", error.problems) from None
    if start == MINUTES_PER_DAY:
        raise InputError("opening hours", [f"{text!r}: opening at midnight is written 00:00"])
    return start, end if end > start else end + MINUTES_PER_DAY


def _weekday_range(text: str) -> Iterator[int]:
    """Weekdays from the first to the last named, over the end of the week where need be (``fri-mon``)."""
    first, _, last = text.lower().partition("-")
    unknown = [name for name in (first, last or first) if name not in WEEKDAYS]
    if unknown:
        raise InputError("opening hours", [f"{name!r} is not a weekday; use {', '.join(WEEKDAYS)}" for name in unknown])
    start = WEEKDAYS.index(first)
    length = (WEEKDAYS.index(last or first) - start) % len(WEEKDAYS) + 1
    return ((start + offset) % len(WEEKDAYS) for offset in range(length))
