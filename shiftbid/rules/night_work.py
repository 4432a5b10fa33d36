"""Night work: minutes in night time, and who does it as a normal course."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, instant


@dataclass(frozen=True, slots=True)
class NightTime:
    """Night time by the wall clock, and how much of it makes a night's work.

    Attributes
    ----------
    from_minutes, to_minutes
        Start, and end on the next morning, in minutes after midnight.
    least_minutes
        Working time inside night time from which on the day counts as night work.
    """

    from_minutes: int
    to_minutes: int
    least_minutes: int


def night_minutes(shift: Shift, zone: str, night: NightTime) -> int:
    """Working minutes of a shift inside night time, elapsed: clock changes shorten or lengthen a night."""
    day = timedelta(days=1)
    evenings = (shift.day - day, shift.day, shift.day + day)
    nights = (
        Interval(instant(each, night.from_minutes, zone), instant(each + day, night.to_minutes, zone))
        for each in evenings
    )
    return sum(shift.paid_minutes_in(each) for each in nights)


def nights_worked(shifts: Iterable[Shift], zone: str, night: NightTime) -> int:
    """Days whose shifts hold night work."""
    return len({shift.day for shift in shifts if night_minutes(shift, zone, night) >= night.least_minutes})


def mostly_works_nights(shifts: Iterable[Shift], zone: str, night: NightTime) -> bool:
    """Whether most of the days worked hold night work: our reading of "as a normal course"."""
    known = tuple(shifts)
    return 2 * nights_worked(known, zone, night) > len({shift.day for shift in known})
