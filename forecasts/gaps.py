"""Hours without a row: closed, unknown, or a fault of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, HOUR_SECONDS, WEEK_HOURS, Bools, Clock, Floats, Ints

if TYPE_CHECKING:
    from forecasts.history import SeriesKey
    from forecasts.problem_list import ProblemList

_REGULAR_WEEKS = 6
_REGULAR_SHARE = 0.25
_LONGEST_CLOSURE_DAYS = 5


def runs(flags: Bools) -> Ints:
    """Start and end (exclusive) of every run of true values, shape (runs, 2)."""
    edges = np.diff(np.concatenate(([False], flags, [False])).astype(np.int8))
    return np.stack([np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)], axis=1).astype(np.int64)


def report_gaps(
    missing: Bools,
    row_of: Ints,
    series: tuple[SeriesKey, ...],
    utc_seconds: Ints,
    clock: Clock,
    problems: ProblemList,
) -> None:
    """Note every run of missing hours; a run that several series share is noted once.

    Parameters
    ----------
    missing
        Shape (series, hours): an hour between the first and the last row of its series has no row, or not
        all.
    row_of
        Shape (series, hours): row of the file in which the hour is; 0 where there is none.
    """
    shared: dict[tuple[int, int], list[int]] = {}
    for i in range(len(series)):
        for start, end in runs(missing[i]):
            shared.setdefault((int(start), int(end)), []).append(i)
    for (start, end), rows in sorted(shared.items()):
        first = clock.local(int(utc_seconds[start])).isoformat(timespec="minutes")
        until = clock.local(int(utc_seconds[end - 1]) + HOUR_SECONDS).isoformat(timespec="minutes")
        hours = f"{end - start:,} hour{'s are' if end - start > 1 else ' is'} missing"
        who = "" if len(rows) == len(series) else f" in {_named(rows, series)}"
        problems.add(
            f"{hours}{who}: {first} to {until}. Say with `--missing-rows closed` or `--missing-rows unknown` what an"
            " hour without a row means",
            next((int(row) for row in row_of[rows[0], start:] if row), None),
        )


def _named(rows: list[int], series: tuple[SeriesKey, ...]) -> str:
    names = [f"{series[i].hall} {series[i].customer_class}".strip() for i in rows[:3]]
    return ", ".join(names) + (f" and {len(rows) - 3} more" if len(rows) > 3 else "")


def infer_closed(absent: Bools, local_hours: Ints) -> Bools:
    """Which of the hours without a row the hall was closed in, judged by regularity.

    Closed: the hour of the week has a row in fewer than a quarter of the thirteen weeks around it, or whole
    days in a row are absent, five at most (a longer silence is a counter out of order). Everything else is
    unknown.

    Parameters
    ----------
    absent
        Shape (hours,), from the first to the last row of one series.
    local_hours
        Local hour number of each, shape (hours,).
    """
    if not absent.any():
        return absent
    first = int(local_hours[0]) // DAY_HOURS * DAY_HOURS
    weeks = (int(local_hours[-1]) - first) // WEEK_HOURS + 1
    at = local_hours - first
    known, rows = np.zeros(weeks * WEEK_HOURS), np.zeros(weeks * WEEK_HOURS)
    np.add.at(known, at, 1.0)
    np.add.at(rows, at, np.where(absent, 0.0, 1.0))
    around = [_sum_around(table.reshape(weeks, WEEK_HOURS)) for table in (rows, known)]
    share = (around[0] / np.maximum(around[1], 1)).ravel()
    regular = absent & (share[at] < _REGULAR_SHARE)
    day_of = at // DAY_HOURS
    day_silent = np.bincount(day_of[~absent], minlength=int(day_of[-1]) + 1) == 0
    closed_day = np.zeros(len(day_silent), np.bool_)
    open_days = np.bincount(day_of[~regular], minlength=len(day_silent)) > 0
    for start, end in runs(day_silent):
        if np.count_nonzero(open_days[start:end]) <= _LONGEST_CLOSURE_DAYS:
            closed_day[start:end] = True
    return regular | (absent & closed_day[day_of])


def _sum_around(by_week: Floats) -> Floats:
    """Sum over the weeks around each week, shape (weeks, 168)."""
    weeks = len(by_week)
    upto = np.concatenate([np.zeros((1, by_week.shape[1])), np.cumsum(by_week, axis=0)])
    at = np.arange(weeks)
    return upto[np.minimum(at + _REGULAR_WEEKS + 1, weeks)] - upto[np.maximum(at - _REGULAR_WEEKS, 0)]
