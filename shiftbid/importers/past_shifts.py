"""Shifts worked in the two weeks before a period, within the rules of every installed pack."""

from __future__ import annotations

import random
from datetime import date, timedelta

from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Shift, ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import DAYS_PER_WEEK, MINUTES_PER_DAY, Period, week_start

PAST_WEEKS = 2
LONGEST_PAID_MINUTES = 480
DAYS_A_WEEK = 5
BREAK_AFTER_MINUTES = 300
BREAK_MINUTES = 30


def past_shifts(hall: Hall, period: Period, employee: Employee, rng: random.Random) -> tuple[Shift, ...]:
    """Shifts of one person in the two calendar weeks that end before the week of the period's first day, and since.

    The person works the same weekdays every week, at most five, always early or always late, so that rests are
    long and weekly hours stay within the contract; nobody works before being employed or in a closed hall.
    """
    early = rng.random() < 0.5
    worked_weekdays = _weekdays(hall, rng)
    paid = min(LONGEST_PAID_MINUTES, employee.contract_minutes // DAYS_A_WEEK)
    first = week_start(period.first, 0) - timedelta(days=PAST_WEEKS * DAYS_PER_WEEK)
    shifts: list[Shift] = []
    for ordinal in range(max(first, employee.employed_from).toordinal(), period.first.toordinal()):
        day = date.fromordinal(ordinal)
        span = hall.opening.by_weekday[day.weekday()]
        if day.weekday() in worked_weekdays and span and day not in hall.opening.closed_days:
            shifts.append(dated(_template(span, paid, early), hall.id, day, hall.zone))
    return tuple(shifts)


def _weekdays(hall: Hall, rng: random.Random) -> frozenset[int]:
    """Open weekdays less two in a row of one calendar week, so that every week holds a long rest."""
    first_off = rng.randrange(DAYS_PER_WEEK - 1)
    opened = {weekday for weekday, span in enumerate(hall.opening.by_weekday) if span}
    return frozenset(opened - {first_off, first_off + 1})


def _template(span: tuple[int, int], paid_minutes: int, early: bool) -> ShiftTemplate:
    """Shift at the start or the end of the opening hours, with an unpaid break in the middle of a longer one."""
    opens, closes = span
    paid_minutes = min(paid_minutes, closes - opens)
    pause = BREAK_MINUTES if paid_minutes > BREAK_AFTER_MINUTES else 0
    paid_minutes = min(paid_minutes, closes - opens - pause)
    latest = closes - paid_minutes - pause
    # A hall open past midnight: a shift that starts after midnight would be the next day's.
    start = opens if early or latest >= MINUTES_PER_DAY else latest
    # The break falls on a quarter hour.
    middle = start + paid_minutes // 2 // 15 * 15
    return ShiftTemplate(
        id="past-early" if start == opens else "past-late",
        start_minute=start,
        end_minute=start + paid_minutes + pause,
        breaks=(TemplateBreak(middle, pause, paid=False),) if pause else (),
    )
