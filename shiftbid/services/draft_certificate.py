"""The certificate of a roster that is being changed: only the days on which the shifts differ are certified again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import local, local_day
from shiftbid.services.certification import certify_roster
from shiftbid.services.hall_days import HallDay, hall_days
from shiftbid.services.progress import Progress
from shiftbid.services.publication import HallPublication

ONE_DAY = timedelta(days=1)
MOST_DAYS_REMEMBERED = 400
"""Dragging back and forth certifies a day once."""

Worked = frozenset[tuple[str, int]]
"""Ids of shifts, and how many people work each: whoever does, they serve alike."""


@dataclass(frozen=True, slots=True)
class PromiseHours:
    """Open clock hours, and those in which every class keeps its promise, at the forecast and with 10 % more."""

    open_hours: int = 0
    kept_hours: int = 0
    kept_hours_at_plus10: int = 0

    def __add__(self, other: PromiseHours) -> PromiseHours:
        return PromiseHours(
            self.open_hours + other.open_hours,
            self.kept_hours + other.kept_hours,
            self.kept_hours_at_plus10 + other.kept_hours_at_plus10,
        )


class DraftCertificate:
    """Certifies drafts of one publication; remembers the days it has certified."""

    def __init__(self, publication: HallPublication) -> None:
        self._publication = publication
        self._published = _published_hours(publication)
        self._published_shifts = _by_day(publication.roster.assignments)
        self._days: Mapping[date, tuple[HallDay, ...]] | None = None
        self._certified: dict[tuple[date, Worked], PromiseHours] = {}

    @property
    def published(self) -> PromiseHours:
        """Hours that keep the promise as published."""
        return sum(self._published.values(), PromiseHours())

    def hours(self, assignments: Sequence[Assignment]) -> PromiseHours:
        """Count the hours that keep the promise under other assignments of the same period."""
        shifts = _by_day(assignments)
        return sum((self._day_hours(day, shifts) for day in self._published), PromiseHours())

    def _day_hours(self, day: date, shifts: Mapping[date, Sequence[Shift]]) -> PromiseHours:
        near = _near(day, shifts)
        worked = _worked(near)
        if worked == _worked(_near(day, self._published_shifts)):
            return self._published[day]
        found = self._certified.get((day, worked))
        if found is None:
            if len(self._certified) >= MOST_DAYS_REMEMBERED:
                self._certified.clear()
            publication = self._publication
            rows = certify_roster(publication.hall, self._hall_days(day), near, _unheard)
            found = _hours(rows, publication.hall.zone)
            self._certified[day, worked] = found
        return found

    def _hall_days(self, day: date) -> tuple[HallDay, ...]:
        if self._days is None:
            publication = self._publication
            period, threshold = publication.roster.period, publication.busy_threshold_per_hour
            every = hall_days(publication.hall, publication.forecast, period, threshold)
            self._days = {each.day: tuple(one for one in every if one.day == each.day) for each in every}
        return self._days[day]


def _published_hours(publication: HallPublication) -> Mapping[date, PromiseHours]:
    """Hours of each day on which the hall opens; those after midnight belong to the day before."""
    hall = publication.hall
    days: dict[date, list[CertificateRow]] = {}
    for row in publication.certificate:
        day = local_day(row.quarter.start, hall.zone)
        opened = hall.opening.on(day, hall.zone)
        days.setdefault(day if opened and opened.covers(row.quarter) else day - ONE_DAY, []).append(row)
    return {day: _hours(rows, hall.zone) for day, rows in days.items()}


def _hours(rows: Iterable[CertificateRow], zone: str) -> PromiseHours:
    """Clock hours of certified quarter hours."""
    kept: dict[datetime, tuple[bool, bool]] = {}
    for row in rows:
        hour = local(row.quarter.start, zone).replace(minute=0)
        now, more = kept.get(hour, (True, True))
        kept[hour] = now and row.kept, more and row.kept_at_plus10
    return PromiseHours(len(kept), sum(now for now, _ in kept.values()), sum(more for _, more in kept.values()))


def _by_day(assignments: Iterable[Assignment]) -> Mapping[date, Sequence[Shift]]:
    days: dict[date, list[Shift]] = {}
    for each in assignments:
        days.setdefault(each.shift.day, []).append(each.shift)
    return days


def _near(day: date, shifts: Mapping[date, Sequence[Shift]]) -> tuple[Shift, ...]:
    """Shifts of a day, and those of the day before, which may reach into it."""
    return (*shifts.get(day - ONE_DAY, ()), *shifts.get(day, ()))


def _worked(shifts: Iterable[Shift]) -> Worked:
    counts: dict[str, int] = {}
    for shift in shifts:
        counts[shift.id] = counts.get(shift.id, 0) + 1
    return frozenset(counts.items())


def _unheard(progress: Progress) -> None:
    """A day takes a blink: nobody hears of its progress."""
    del progress
