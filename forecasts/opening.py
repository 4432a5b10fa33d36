"""When a hall will be closed, judged from when it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Floats, Ints, day_number

if TYPE_CHECKING:
    from forecasts.day_types import DayTypes
    from forecasts.grid import Grid
    from forecasts.settings import ForecastSettings

_RECENT_WEEKS = 8
_ZERO_WEEKS = 26
_LEAST_ZEROS = 4
_CLOSED_SHARE = 0.5


def closed_hours(
    grid: Grid, counts: Floats, days: DayTypes, settings: ForecastSettings, origin: int, at: Ints
) -> Bools:
    """Whether each hall is expected to be closed at the positions `at`, shape (series, hours).

    Closed: a day the settings close; an hour of the week closed in most of the last eight weeks, or without
    any customer in the last half year; a holiday like those on which the hall was closed.
    """
    day = at // DAY_HOURS
    given = np.isin(days.first_day + day, [day_number(closed) for closed in settings.closed_days])
    known = np.isfinite(counts) | grid.closed
    recent = slice(max(origin - _RECENT_WEEKS * WEEK_HOURS, 0), origin)
    half_year = slice(max(origin - _ZERO_WEEKS * WEEK_HOURS, 0), origin)
    ordinary = ~np.repeat(days.special, DAY_HOURS)[: grid.positions]
    weekly = _share_by_hour_of_week(grid.closed, known & ordinary, recent) >= _CLOSED_SHARE
    empty: Bools = np.asarray(np.nan_to_num(counts) <= 0)
    never = _share_by_hour_of_week(empty, known, half_year, _LEAST_ZEROS) >= 1.0
    hour_of_week = at % WEEK_HOURS
    return given[None, :] | (weekly | never)[:, hour_of_week] | _closed_holidays(grid, days, origin)[:, day]


def _share_by_hour_of_week(flags: Bools, known: Bools, window: slice, least: int = 1) -> Floats:
    """Share of known hours with the flag, by position modulo a week, shape (series, 168); 0 with fewer than `least`."""
    hour_of_week = np.arange(window.start, window.stop) % WEEK_HOURS
    shares = np.zeros((len(flags), WEEK_HOURS))
    for i in range(len(flags)):
        seen = known[i, window]
        number = np.bincount(hour_of_week, seen, WEEK_HOURS)
        flagged = np.bincount(hour_of_week, flags[i, window] & seen, WEEK_HOURS)
        shares[i] = np.where(number >= least, flagged / np.maximum(number, 1), 0.0)
    return shares


def _closed_holidays(grid: Grid, days: DayTypes, origin: int) -> Bools:
    """Holidays on which the hall was closed when they came before, shape (series, days).

    A holiday never seen follows the other holidays on weekdays.
    """
    past = origin // DAY_HOURS
    by_day = (len(grid.counts), grid.positions // DAY_HOURS, DAY_HOURS)
    shut = grid.closed.reshape(by_day).min(axis=2)[:, :past]
    ordinary_open = ~shut[:, ~days.special[:past]] if past else np.zeros((len(shut), 0), np.bool_)
    opens: Bools = np.asarray(ordinary_open.any(axis=1))
    holidays = np.flatnonzero(days.holiday & (days.weekday < 5))
    before = holidays[holidays < past]
    closed = np.zeros((len(grid.counts), len(days.holiday)), np.bool_)
    if len(before) == 0:
        return closed
    general: Bools = np.asarray(shut[:, before].mean(axis=1) >= _CLOSED_SHARE)
    for day in holidays[holidays >= past]:
        same = before[np.equal(days.name_code[before], days.name_code[day])]
        closed[:, day] = shut[:, same].mean(axis=1) >= _CLOSED_SHARE if len(same) else general
    return closed & opens[:, None]
