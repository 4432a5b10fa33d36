"""Worked minutes by fixed workday and workweek, as the United States count them.

A workday is 24 hours that begin at the same clock time each calendar day (California Labor Code 500); a workweek is
seven of them in a row, fixed and recurring (29 CFR 778.105). A shift across a boundary is cut there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, instant, local_day, week_start


@dataclass(frozen=True, slots=True)
class Workweek:
    """Where the employer's workweek begins.

    Attributes
    ----------
    first_weekday
        0 is Monday.
    start_minute
        Clock minute after midnight at which the workweek and each of its workdays begin.
    """

    first_weekday: int = 0
    start_minute: int = 0

    def first_day(self, workday: date) -> date:
        """Give the first workday of the week that holds a workday."""
        return week_start(workday, self.first_weekday)


def minutes_by_workday(shifts: Iterable[Shift], workweek: Workweek, zone: str) -> Mapping[date, int]:
    """Working minutes by the calendar day on which the workday begins, in order; days without work are left out."""
    minutes: dict[date, int] = {}
    for shift in shifts:
        day = local_day(shift.span.start, zone) - timedelta(days=1)
        last = local_day(shift.span.end - 1, zone)
        while day <= last:
            start, end = (instant(each, workweek.start_minute, zone) for each in (day, day + timedelta(days=1)))
            worked = shift.paid_minutes_in(Interval(start, end))
            if worked:
                minutes[day] = minutes.get(day, 0) + worked
            day += timedelta(days=1)
    return dict(sorted(minutes.items()))


def workweeks(by_workday: Mapping[date, int], workweek: Workweek) -> tuple[Mapping[date, int], ...]:
    """Cut minutes by workday into workweeks, in order."""
    weeks: dict[date, dict[date, int]] = {}
    for day, minutes in sorted(by_workday.items()):
        weeks.setdefault(workweek.first_day(day), {})[day] = minutes
    return tuple(weeks.values())
