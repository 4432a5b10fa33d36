"""Burden: what makes a shift hard to have, counted alike for everybody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import minute_of_day

LATE, WEEKEND, PEAK = 1, 1, 1
"""Burden of a late start, of a Saturday or Sunday, and of an adapted or peak shift; the agreed table."""
_SATURDAY = 5


def template_burdens(shifts: Sequence[Shift], zone: str) -> Mapping[str, int]:
    """Burden of each template on a weekday; late is a start after the middle of the first and last start of all."""
    starts = {shift.template: minute_of_day(shift.span.start, zone) for shift in shifts}
    middle = (min(starts.values(), default=0) + max(starts.values(), default=0)) / 2
    peaks = {shift.template for shift in shifts if shift.toil_minutes > 0}
    return {
        template: LATE * (start > middle) + PEAK * (template in peaks) for template, start in sorted(starts.items())
    }


def burdens(shifts: Sequence[Shift], zone: str) -> Mapping[str, int]:
    """Burden of each shift that has one, by shift id."""
    templates = template_burdens(shifts, zone)
    weighed = {shift.id: templates[shift.template] + weekend_burden(shift.day) for shift in shifts}
    return {shift: burden for shift, burden in weighed.items() if burden}


def weekend_burden(day: date) -> int:
    """What a day adds to the burden of its shifts."""
    return WEEKEND if day.weekday() >= _SATURDAY else 0
