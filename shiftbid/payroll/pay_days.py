"""The days that set how the minutes of a shift are paid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, day_interval, local_day


def minutes_by_pay_day(shift: Shift, calendar: Calendar, zone: str) -> Iterator[tuple[date, int]]:
    """Working minutes by the day that sets their pay: the shift's own, unless a holiday shares the shift."""
    last = local_day(shift.span.end - 1, zone)
    if calendar.is_holiday(shift.day) == calendar.is_holiday(last):
        yield shift.day, shift.paid_minutes
        return
    midnight = day_interval(last, zone).start
    for day, part in (
        (shift.day, Interval(shift.span.start, midnight)),
        (last, Interval(midnight, shift.span.end)),
    ):
        yield day, shift.paid_minutes_in(part)
