"""What the law check looks at: one person's work before and in the period, and where it stands."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from zoneinfo import ZoneInfo

from shiftbid.verifier.clock import MINUTE, day_text, following, local_day, midnight, week_of
from shiftbid.verifier.rows import ConsentRow, FactRow, LeaveRow, StaffRow
from shiftbid.verifier.spells import Spell

HOLIDAY = "holiday"
SWAPPED_WORKDAY = "swapped_workday"
REST_DAYS = ("rest_day", "swapped_day_off")
WORKDAYS = ("workday", SWAPPED_WORKDAY)


@dataclass(frozen=True, slots=True)
class Place:
    """Where and when the work is done.

    Attributes
    ----------
    first, last
        The period under review.
    day_classes
        Class of each day that ``calendar.csv`` names; the other days follow their weekday.
    """

    zone: ZoneInfo
    first: date
    last: date
    week_starts_on: int = 0
    weekly_rest_days: frozenset[int] = frozenset({5, 6})
    day_classes: Mapping[date, str] = field(default_factory=dict[date, str])

    def span(self, first: date, last: date) -> tuple[int, int]:
        """UTC seconds from the midnight that begins the first day to the one that ends the last."""
        return midnight(first, self.zone), midnight(following(last), self.zone)

    def day_class(self, day: date) -> str:
        """Give the legal class of a day."""
        ordinary = "rest_day" if day.weekday() in self.weekly_rest_days else "workday"
        return self.day_classes.get(day, ordinary)


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a person's work breaks.

    Attributes
    ----------
    day
        The day to look at: that of the shift; the first of a week or month; in a run of days the first too many.
    first, last
        Days that the rule was judged over.
    """

    rule: str
    employee: str
    day: date
    first: date
    last: date
    sentence: str


@dataclass(frozen=True, slots=True)
class Person:
    """A person with every known spell of work in order of start.

    `staff` is None for somebody who is not in ``staff.csv``.
    """

    id: str
    staff: StaffRow | None
    spells: tuple[Spell, ...]
    leave: tuple[LeaveRow, ...]
    consents: tuple[ConsentRow, ...]
    place: Place
    facts: tuple[FactRow, ...] = ()

    @property
    def called(self) -> str:
        """Name and id, as sentences name the person."""
        return f"{self.staff.name} ({self.id})" if self.staff else f"{self.id} (not in staff.csv)"

    @property
    def rostered(self) -> tuple[Spell, ...]:
        """The spells of the roster under review."""
        return tuple(spell for spell in self.spells if spell.rostered)

    def days(self) -> Iterator[tuple[date, tuple[Spell, ...]]]:
        """Each day on which a rostered spell starts, with all spells that start on it."""
        for day in sorted({spell.day for spell in self.rostered}):
            yield day, self.starting(day, day)

    def weeks(self) -> Iterator[tuple[date, date]]:
        """First and last day of each calendar week in which a rostered spell starts."""
        for first in sorted({week_of(spell.day, self.place.week_starts_on) for spell in self.rostered}):
            yield first, following(first, 6)

    def starting(self, first: date, last: date) -> tuple[Spell, ...]:
        """Spells that start from first to last day; a spell over midnight counts wholly to its first day."""
        return tuple(spell for spell in self.spells if first <= spell.day <= last)

    def near_pairs(self, reach_minutes: int) -> Iterator[tuple[Spell, Spell]]:
        """Every two spells, at least one rostered, of which the later starts within the reach of the earlier's end."""
        for index, first in enumerate(self.spells):
            for second in islice(self.spells, index + 1, None):
                # Spells come in order of start: all that follow are farther still.
                if second.start >= first.end + reach_minutes * MINUTE:
                    break
                if first.rostered or second.rostered:
                    yield first, second

    def lifted(self, rule: str, day: date, by: Container[str]) -> bool:
        """Whether a record of somebody who may lift the rule covers the day."""
        return any(each.rule == rule and each.first <= day <= each.last and each.kind in by for each in self.consents)

    def told(self, fact: str, value: str, day: date) -> bool:
        """Whether ``facts.csv`` says so of the person on that day."""
        return any((each.fact, each.value) == (fact, value) and each.first <= day <= each.last for each in self.facts)

    def told_value(self, fact: str, day: date) -> str | None:
        """What ``facts.csv`` says of the person on that day, the last row where several do; None where none does."""
        values = [each.value for each in self.facts if each.fact == fact and each.first <= day <= each.last]
        return values[-1] if values else None

    def touched_days(self) -> Mapping[date, tuple[Spell, ...]]:
        """Each calendar day that some spell touches, with those spells."""
        touched: dict[date, tuple[Spell, ...]] = {}
        for spell in self.spells:
            day, last = spell.day, local_day(spell.end - 1, self.place.zone)
            while day <= last:
                touched[day] = (*touched.get(day, ()), spell)
                day = following(day)
        return touched

    def age_on(self, day: date) -> int | None:
        """Completed years of age; None for somebody who is not in ``staff.csv``."""
        if self.staff is None:
            return None
        born = self.staff.born
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def whole_leave_days(self) -> frozenset[date]:
        """Whole local days of annual or sick leave: averages leave them out."""
        leave = (each for each in self.leave if each.kind in ("annual", "sick"))
        return frozenset(day for each in leave for day in whole_days(each, self.place.zone))

    def known_from(self) -> date:
        """First day of which some file tells whether the person worked."""
        return min([self.place.first, *(spell.day for spell in self.spells)])

    def breach_on(self, rule: str, day: date, what: str) -> Breach:
        """Make the breach of a single day; `what` goes on from the person's name."""
        return Breach(rule, self.id, day, day, day, f"{self.called} {what}")

    def breach_over(self, rule: str, first: date, last: date, what: str) -> Breach:
        """Make the breach of a week or month, shown on its first day."""
        return Breach(rule, self.id, first, first, last, f"{self.called} {what}")


def span_text(first: date, last: date) -> str:
    """Say a span of days: ``from Mon 2026-11-02 to Sun 2026-11-08``."""
    return f"from {day_text(first)} to {day_text(last)}"


def whole_days(leave: LeaveRow, zone: ZoneInfo) -> Iterator[date]:
    """Local days that a leave covers from midnight to midnight."""
    day, last = local_day(leave.start, zone), local_day(leave.end, zone)
    while day <= last:
        if leave.start <= midnight(day, zone) and midnight(following(day), zone) <= leave.end:
            yield day
        day = following(day)
