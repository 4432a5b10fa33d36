"""What the model sees of an hour to come: only what is known when the forecast is made.

Every value is computed for an origin (the hour the forecast is made) from counts before it, so that past
origins make training rows of the same kind as the forecast itself. Counts enter as logarithms of ratios to
the *base*: a robust level of that hour of the week, by which the model's answer is multiplied again.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from forecasts.base import base_week
from forecasts.clock import DAY_HOURS, WEEK_HOURS, Bools, Floats, Ints
from forecasts.day_types import DayTypes
from forecasts.profiles import RunningMeans, RunningTotals, known_mean
from forecasts.sisters import borrowed, likeness
from forecasts.special_days import SpecialDayMemory

YEAR_HOURS = 52 * WEEK_HOURS
_LEAST_SHARE = 0.02
_LEVEL_DAYS = (1, 3, 7, 14, 28)
_MEAN_WEEKS = (1, 2, 4, 13, 26, 52, 104)
_SMOOTH_WEEKS = (8, 26, 104)
_OWN_PAST = ("year_hour", "year_day", "year_week", "special_own", "special_hour", "holiday_own")

CATEGORICAL = ("series", "holiday_name")
SMOOTHED = tuple(f"smooth_{weeks}w" for weeks in _SMOOTH_WEEKS)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything known, prepared once for all origins.

    Parameters
    ----------
    counts
        Counts of open hours without outages, shape (series, positions); NaN: unknown or closed.
    ordinary
        The same without special days and events.
    usual
        What each hour of the past usually has, in weeks with special days or events; NaN in others.
    days
        Kinds of days from day 0 to past the end of the horizon.
    """

    counts: Floats
    ordinary: Floats
    usual: Floats
    days: DayTypes
    means: RunningMeans
    totals: RunningTotals
    known: RunningTotals
    memory: SpecialDayMemory


@dataclass(frozen=True, slots=True)
class Rows:
    """Features of some hours of all series: `values` (series, hours, features), `base` (series, hours)."""

    names: tuple[str, ...]
    values: NDArray[np.float32]
    base: Floats


def build_rows(evidence: Evidence, origin: int, leads: Ints, known_days: int | None = None) -> Rows:
    """Features of the hours `origin + leads` as known at `origin`.

    Parameters
    ----------
    known_days
        See every series as one that has been counted for so many days only: what it cannot know of itself (older
        means, its last year, its holidays) is what its sisters know of themselves. None: see all.
    """
    series = len(evidence.counts)
    columns: dict[str, Floats] = {}
    base168 = base_week(evidence.ordinary, evidence.means, evidence.days, origin, known_days)
    level = np.maximum(known_mean(base168, axis=1), 0.05)[:, None]
    base = np.maximum(base168[:, leads % WEEK_HOURS], _LEAST_SHARE * level)
    columns["series"] = np.broadcast_to(np.arange(series, dtype=np.float64)[:, None], base.shape)
    _add_calendar(columns, evidence.days, origin + leads, base.shape)
    columns["lead_day"] = np.broadcast_to(leads // DAY_HOURS, base.shape).astype(np.float64)
    columns["log_level"] = np.broadcast_to(np.log(level), base.shape)
    columns["log_shape"] = np.log(base / level)
    _add_means(columns, evidence, origin, leads, base, level)
    _add_levels(columns, evidence, origin, base168, base.shape)
    _add_last_year(columns, evidence, origin, leads)
    _add_special(columns, evidence, origin, leads)
    if known_days is not None:
        _borrow_past(columns, base168, known_days)
        _add_weekend(columns, evidence.days, origin, leads, base168, base, level)
    values = np.empty((*base.shape, len(columns)), np.float32)
    for number, column in enumerate(columns.values()):
        values[:, :, number] = column
    return Rows(tuple(columns), values, base)


def small_counts(level: Floats) -> Floats:
    """What is added to a count and to its base before the logarithm of their ratio is taken, by the hall's level."""
    return 0.25 + 0.02 * level


def _add_means(
    columns: dict[str, Floats],
    evidence: Evidence,
    origin: int,
    leads: Ints,
    base: Floats,
    level: Floats,
) -> None:
    """Means of the hour of the week over several ages, over the base.

    Some are smoothed over the hour before and after: in a hall with few customers an hour's own mean strays.
    """
    margin = small_counts(level)

    def mean(weeks: int, shift: int) -> Floats:
        return evidence.means.before(origin, weeks, leads + shift)

    for weeks in _MEAN_WEEKS:
        columns[f"mean_{weeks}w"] = np.log((mean(weeks, 0) + margin) / (base + margin))
    for weeks in _SMOOTH_WEEKS:
        smooth = 0.25 * mean(weeks, -1) + 0.5 * mean(weeks, 0) + 0.25 * mean(weeks, 1)
        columns[f"smooth_{weeks}w"] = np.log((smooth + margin) / (base + margin))


def _borrow_past(columns: dict[str, Floats], week: Floats, known_days: int) -> None:
    """Put in place of what a hall so young cannot know of itself what halls with a like week know of themselves."""
    too_old = [
        *(f"level_{days}d" for days in _LEVEL_DAYS if days > known_days),
        *(f"mean_{weeks}w" for weeks in _MEAN_WEEKS if 7 * weeks > known_days),
        *(f"smooth_{weeks}w" for weeks in _SMOOTH_WEEKS if 7 * weeks > known_days),
        *_OWN_PAST,
    ]
    weights = likeness(week)
    others = 1.0 - np.eye(len(week))
    columns["network_year_week"] = borrowed(columns["year_week"], others)
    for name in too_old:
        columns[name] = borrowed(columns[name], weights)
    special = columns["special_own"]
    columns["special_shrunk"] = np.where(np.isfinite(special), special, columns["special_pooled"])
    columns["special_count"] = np.where(np.isfinite(columns["special_count"]), 0.0, np.nan)
    columns["series"] = np.full(special.shape, np.nan)
    columns["known_days"] = np.full(special.shape, float(known_days))


def _add_weekend(
    columns: dict[str, Floats],
    days: DayTypes,
    origin: int,
    leads: Ints,
    week: Floats,
    base: Floats,
    level: Floats,
) -> None:
    """What the hour has on Saturdays and on Sundays, over the base.

    A hall too young to have seen a holiday has seen weekends: a street that Sundays empty, holidays empty as well.
    """
    margin = small_counts(level)
    hours = origin + np.arange(WEEK_HOURS)
    by_weekday = np.lexsort((hours % DAY_HOURS, days.weekday[hours // DAY_HOURS]))
    same_hour = (origin + leads) % DAY_HOURS
    for name, weekday in (("saturday_hour", 5), ("sunday_hour", 6)):
        weekend = week[:, by_weekday[weekday * DAY_HOURS + same_hour]]
        columns[name] = np.log((weekend + margin) / (base + margin))


def _add_calendar(columns: dict[str, Floats], days: DayTypes, at: Ints, shape: tuple[int, ...]) -> None:
    day = at // DAY_HOURS
    hour = at % DAY_HOURS
    weekday = np.where(days.holiday, 7, np.where(days.worked_weekend, 4, days.weekday))[day]
    angle = 2 * np.pi * days.day_of_year[day] / 365.25
    by_time: dict[str, Floats | Ints | Bools] = {
        "hour": hour,
        "weekday": days.weekday[day],
        "hour_of_week": weekday * DAY_HOURS + hour,
        "year_sine": np.sin(angle),
        "year_cosine": np.cos(angle),
        "day_of_year": days.day_of_year[day],
        "day_of_month": days.day_of_month[day],
        "days_to_month_end": days.days_to_month_end[day],
        "working_day_of_month": days.working_day_of_month[day],
        "holiday_name": days.name_code[day],
        "days_to_holiday": days.days_to[day],
        "days_since_holiday": days.days_since[day],
        "bridge": days.bridge[day],
        "off_run": days.off_run[day],
        "year_end": days.year_end[day],
        "worked_weekend": days.worked_weekend[day],
    }
    for name, values in by_time.items():
        columns[name] = np.broadcast_to(values.astype(np.float64), shape)


def _add_levels(
    columns: dict[str, Floats], evidence: Evidence, origin: int, base168: Floats, shape: tuple[int, ...]
) -> None:
    """Recent ordinary totals over what the base says of the same hours."""
    for days in _LEVEL_DAYS:
        start = origin - days * DAY_HOURS
        if start < 0:
            columns[f"level_{days}d"] = np.full(shape, np.nan)
            continue
        recent = evidence.ordinary[:, start:origin]
        expected = base168[:, np.arange(start - origin, 0) % WEEK_HOURS]
        known = np.isfinite(recent) & np.isfinite(expected)
        total = np.where(known, recent, 0.0).sum(axis=1)
        usual = np.where(known, expected, 0.0).sum(axis=1)
        ratio = np.where(usual > 0, np.log((total + 1) / (usual + 1)), np.nan)
        columns[f"level_{days}d"] = np.broadcast_to(ratio[:, None], shape)
    network = known_mean(columns["level_7d"], axis=0)[None, :]
    columns["network_level_7d"] = np.broadcast_to(network, shape)


def _add_last_year(columns: dict[str, Floats], evidence: Evidence, origin: int, leads: Ints) -> None:
    """Counts a year (52 weeks) before the hour, over the base as it was a year before the origin."""
    names = ("year_hour", "year_day", "year_week", "network_year_week")
    shape = (len(evidence.counts), len(leads))
    if origin - YEAR_HOURS < 3 * WEEK_HOURS:
        columns.update({name: np.full(shape, np.nan) for name in names})
        return
    then = base_week(evidence.ordinary, evidence.means, evidence.days, origin - YEAR_HOURS)
    at = origin + leads - YEAR_HOURS
    level = np.maximum(known_mean(then, axis=1), 0.05)[:, None]
    day = at // DAY_HOURS * DAY_HOURS
    for name, start, end in (
        ("year_hour", at - 1, at + 2),
        ("year_day", day, day + DAY_HOURS),
        ("year_week", day - 72, day + 96),
    ):
        columns[name] = _ratio_to_week(evidence, then, origin - YEAR_HOURS, start, end, level)
    network = known_mean(columns["year_week"], axis=0)[None, :]
    columns["network_year_week"] = np.broadcast_to(network, shape)


def _ratio_to_week(evidence: Evidence, week: Floats, week_origin: int, start: Ints, end: Ints, level: Floats) -> Floats:
    """Log ratio of the counts from `start` to `end` to a typical week repeated from `week_origin` on."""
    total = evidence.totals.between(start, end)
    known = evidence.known.between(start, end)
    upto = np.concatenate([np.zeros((len(week), 1)), np.cumsum(np.nan_to_num(week), axis=1)], axis=1)

    def sum_before(position: Ints) -> Floats:
        whole, rest = np.divmod(position - week_origin, WEEK_HOURS)
        return whole * upto[:, -1:] + upto[:, rest]

    expected = (sum_before(end) - sum_before(start)) * known / np.maximum(end - start, 1)
    ratio = np.log((total + small_counts(level)) / (expected + small_counts(level)))
    return np.where((known >= 0.7 * (end - start)) & (end <= week_origin + YEAR_HOURS), ratio, np.nan)


def _add_special(columns: dict[str, Floats], evidence: Evidence, origin: int, leads: Ints) -> None:
    shape = (len(evidence.counts), len(leads))
    own, pooled, shrunk, hourly, count = (np.full(shape, np.nan) for _ in range(5))
    origin_day = origin // DAY_HOURS
    at = origin + leads
    day_of = at // DAY_HOURS
    for day in np.unique(day_of):
        key = evidence.days.keys[day]
        if key is None:
            continue
        here = np.flatnonzero(day_of == day)
        effect = evidence.memory.effect(key, origin_day)
        own[:, here] = effect.own[:, None]
        pooled[:, here] = effect.pooled
        shrunk[:, here] = effect.shrunk[:, None]
        hourly[:, here] = effect.hours[:, at[here] % DAY_HOURS]
        count[:, here] = effect.count[:, None]
    general = evidence.memory.holiday_effect(origin_day)
    columns["special_own"] = own
    columns["special_pooled"] = pooled
    columns["special_shrunk"] = shrunk
    columns["special_hour"] = hourly
    columns["special_count"] = count
    columns["holiday_own"] = np.broadcast_to(general.own[:, None], shape)
