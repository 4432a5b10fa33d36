"""Facts of a case that are told as sums instead of shifts, as work totals; and when its schedule was known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from benchmarks.rules_case import Case, Row
from benchmarks.rules_values import day_of, hours_as_minutes, month_of, wall_of
from shiftbid.domain.schedule_notice import MINUTES_PER_HOUR, ScheduleChange, SchedulePosting
from shiftbid.domain.timeline import DAYS_PER_WEEK, MINUTES_PER_DAY, week_start
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.rules.windows import month_end

UNDATED_MONDAY = date(2025, 12, 29)
"""Where a case tells weeks without dates, they follow each other from this Monday: 4 of them end in January, 13 in the
first quarter and 52 in the year of 2026."""
UNDATED_YEAR = 2026
WEEK = timedelta(weeks=1)
HISTORY = "history"
"""What the ids of totals from before the roster start with."""
TO_WEEK_END = timedelta(days=DAYS_PER_WEEK - 1)


def week_of_number(number: int) -> date:
    """Monday of an undated week, counted from 0."""
    return UNDATED_MONDAY + number * WEEK


def work_totals(case: Case) -> tuple[WorkTotal, ...]:
    """Every total that the case tells; what was before the roster comes first."""
    return (*_history(case), *_weeks(case), *_halls(case), *_days(case), *_months(case), *_year(case))


def _weeks(case: Case) -> Iterator[WorkTotal]:
    for number, minutes in enumerate(case.weekly_minutes):
        if minutes is not None:
            first = week_of_number(number)
            yield WorkTotal(f"week {number}", TotalKind.WORKED, first, first + TO_WEEK_END, minutes)


def _halls(case: Case) -> Iterator[WorkTotal]:
    """Hours in each hall: of one week, or a list of consecutive weeks."""
    for hall, told in _table(case, "by_hall").items():
        for number, hours in enumerate(told if isinstance(told, list) else (told,)):
            first = week_of_number(number)
            minutes = hours_as_minutes(hours)
            yield WorkTotal(f"hall {hall} {number}", TotalKind.WORKED, first, first + TO_WEEK_END, minutes, hall)


def _days(case: Case) -> Iterator[WorkTotal]:
    for key, kind in (("worked", TotalKind.WORKED), ("overtime", TotalKind.OVERTIME)):
        for number, row in enumerate(_rows(case, key)):
            day = day_of(row["date"])
            yield WorkTotal(f"{key} {number}", kind, day, day, hours_as_minutes(row["h"]))


def _months(case: Case) -> Iterator[WorkTotal]:
    """Overtime by month: a table, a list of consecutive months, or one; each a number or ``ot_h``/``rest_h``."""
    told: Any = case.facts.get("monthly_ot_h") or {}
    if isinstance(told, int | float):
        told = [told]
    if not isinstance(told, Mapping):
        told = {f"{UNDATED_YEAR + number // 12}-{number % 12 + 1:02d}": each for number, each in enumerate(told)}
    for month, each in told.items():
        yield from _overtime_of_month(f"month {month}", month_of(month), each)


def _overtime_of_month(name: str, first: date, told: object) -> Iterator[WorkTotal]:
    hours: Row = told if isinstance(told, Mapping) else {"ot_h": told}
    last = month_end(first)
    for key, kind in (("ot_h", TotalKind.OVERTIME), ("rest_h", TotalKind.REST_DAY_WORK)):
        if key in hours:
            yield WorkTotal(f"{name} {kind.value}", kind, first, last, hours_as_minutes(hours[key]))


def _history(case: Case) -> Iterator[WorkTotal]:
    """Overtime before the roster; in the roster's own month it ends before the week of the first shift."""
    told: Any = _table(case, "history").get("ot_h") or {}
    first_shift = min((shift.start.day for shift in case.shifts), default=None)
    if not isinstance(told, Mapping):
        told = {f"{first_shift or UNDATED_MONDAY:%Y-%m}": told}
    for month, hours in told.items():
        first = month_of(month)
        last = month_end(first)
        if first_shift is not None and first < first_shift <= last:
            last = max(first, week_start(first_shift, 0) - timedelta(days=1))
        yield WorkTotal(f"{HISTORY} {month}", TotalKind.OVERTIME, first, last, hours_as_minutes(hours))


def _year(case: Case) -> Iterator[WorkTotal]:
    told: Any = case.facts.get("ot_year")
    if told is None:
        return
    hours: Row = told if isinstance(told, Mapping) else {"worked_h": told}
    first, last = date(UNDATED_YEAR, 1, 1), date(UNDATED_YEAR, 12, 31)
    for key, kind in (
        ("worked_h", TotalKind.OVERTIME),
        ("compensated_within_4_months_h", TotalKind.COMPENSATED_OVERTIME),
    ):
        if key in hours:
            yield WorkTotal(f"year {kind.value}", kind, first, last, hours_as_minutes(hours[key]))


def postings(case: Case) -> tuple[SchedulePosting, ...]:
    """When the case's schedule became known; `first_shift` may tell the hour as well as the day."""
    row = _table(case, "schedule")
    if not row:
        return ()
    posted, first = row["posted"], row.get("first_shift", row.get("first_day"))
    notice_minutes = None
    if "first_shift" in row:
        notice_minutes = (wall_of(first).instant(case.zone) - wall_of(posted).instant(case.zone)) // 60
    return (SchedulePosting("schedule", wall_of(posted).day, wall_of(first).day, notice_minutes),)


def changes(case: Case) -> tuple[ScheduleChange, ...]:
    """Late changes; what was scheduled and not worked counts as cancelled."""
    return tuple(_change(number, row) for number, row in enumerate(_rows(case, "changes")))


def _change(number: int, row: Row) -> ScheduleChange:
    cancelled = hours_as_minutes(row.get("cancel_h", 0))
    if "scheduled_h" in row and "worked_h" in row:
        cancelled = max(cancelled, hours_as_minutes(row["scheduled_h"]) - hours_as_minutes(row["worked_h"]))
    days, hours = row.get("notice_days", 0), row.get("notice_h")
    return ScheduleChange(
        id=str(row.get("id", number)),
        notice_minutes=hours_as_minutes(hours) if hours is not None else int(days) * MINUTES_PER_DAY,
        added_minutes=int(row.get("add_min", 0)) + hours_as_minutes(row.get("add_h", 0)),
        moved_minutes=int(row.get("move_min", 0)) + MINUTES_PER_HOUR * int(row.get("move_h", 0)),
        cancelled_minutes=cancelled,
    )


def _table(case: Case, key: str) -> Row:
    return case.facts.get(key) or {}


def _rows(case: Case, key: str) -> tuple[Row, ...]:
    return tuple(case.facts.get(key) or ())
