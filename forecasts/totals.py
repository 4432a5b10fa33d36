"""Totals of days and of halls, districts and the whole network, with quantiles of their own.

Means add up exactly: halls to their district, districts to the network, hours to the day. Quantiles do not: all halls
seldom have a bad day at once. They come from how far such totals strayed in trials of past days.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from forecasts.calibration import Conditions, RatioQuantiles
from forecasts.clock import DAY_HOURS, Bools, Floats, Ints
from forecasts.errors import SettingsError
from forecasts.profiles import known_mean
from forecasts.writing import write_number, write_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from forecasts.forecast import Forecast
    from forecasts.forecaster import Forecaster
    from forecasts.history import SeriesKey
    from forecasts.trials import DayTrials

Scope: TypeAlias = Literal["class", "hall", "district", "network"]
Span: TypeAlias = Literal["day", "hour"]
SCOPES: tuple[Scope, ...] = ("class", "hall", "district", "network")
_PART_HOURS = 4
_LEAST_DAYS = 10
_LEAST_HOURS = 40
_LEAST_KNOWN_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Unit:
    """What is added up: one class of a hall, a hall, a district, or all; the class is empty where all are meant."""

    scope: Scope
    name: str
    customer_class: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Totals:
    """Expected totals of each unit and span, shape (units, spans), with quantiles, shape (units, spans, levels)."""

    units: tuple[Unit, ...]
    spans: tuple[datetime, ...] | tuple[date, ...]
    levels: tuple[float, ...]
    means: Floats
    quantiles: Floats


def add_up(forecaster: Forecaster, forecast: Forecast, span: Span, districts: Mapping[str, str]) -> Totals:
    """Totals by day or hour of each class, hall, district and the network, in the quantile levels of the forecast.

    Parameters
    ----------
    forecaster
        Fitted with trials of past days (`ForecastSettings.trial_days`).
    forecast
        What `forecaster` answered.
    districts
        District of each hall; halls without one count for the network only.

    Raises
    ------
    SettingsError
        A district names a hall that is not forecast.
    """
    halls = {key.hall for key in forecast.series}
    unknown = sorted(set(districts) - halls)
    if unknown:
        raise SettingsError(f"no hall of the forecast is called {', '.join(unknown)}, for which a district is given")
    units, members = _units(forecast.series, districts)
    kind = forecaster.coming.kind[: forecast.hours]
    times = forecast.times()
    if span == "day":
        dates = [time.date() for time in times]
        spans = tuple(dict.fromkeys(dates))
        number = {day: i for i, day in enumerate(spans)}
        span_of = np.array([number[day] for day in dates])
    else:
        spans, span_of = times, np.arange(len(times))
    first = np.searchsorted(span_of, np.arange(len(spans)))
    part = forecaster.at[first] % DAY_HOURS // _PART_HOURS if span == "hour" else np.zeros(len(spans), np.int64)
    by_span = np.stack([np.bincount(span_of, means, len(spans)) for means in forecast.means])
    means = members.astype(np.float64) @ by_span
    quantiles = np.empty((*means.shape, len(forecast.levels)))
    for scope in SCOPES:
        rows = np.flatnonzero([unit.scope == scope for unit in units])
        if len(rows):
            spread = _spread(forecaster.trials, members[rows], span, forecast.levels)
            unit = np.repeat(np.arange(len(rows)), len(spans))
            coming = _any_week(unit, np.tile(part, len(rows)), np.tile(kind[first], len(rows)))
            found = spread.spread(means[rows].ravel(), coming, len(rows))
            quantiles[rows] = found.reshape(len(rows), len(spans), -1)
    quantiles[means == 0] = 0.0
    return Totals(units, spans, forecast.levels, means, quantiles)


def totals_text(totals: Totals, forecast: Forecast) -> str:
    """Write totals as CSV: ``scope,name,class,time,mean,q10,…``; the time of a day is its date."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["scope", "name", "class", "time", "mean", *(f"q{level * 100:g}" for level in totals.levels)])
    written = [write_time(span, forecast.form) for span in totals.spans]
    for i, unit in enumerate(totals.units):
        for time, mean, spread in zip(written, totals.means[i].tolist(), totals.quantiles[i].tolist(), strict=True):
            cells = (write_number(mean), *map(write_number, spread))
            writer.writerow([unit.scope, unit.name, unit.customer_class, time, *cells])
    return lines.getvalue()


def _units(series: Sequence[SeriesKey], districts: Mapping[str, str]) -> tuple[tuple[Unit, ...], Bools]:
    """All units and which series each adds up, shape (units, series)."""
    chosen: dict[Unit, list[bool]] = {}
    if any(key.customer_class for key in series):
        for one in series:
            chosen[Unit("class", one.hall, one.customer_class)] = [key == one for key in series]
    for hall in dict.fromkeys(key.hall for key in series):
        chosen[Unit("hall", hall)] = [key.hall == hall for key in series]
    for district in sorted(set(districts.values())):
        chosen[Unit("district", district)] = [districts.get(key.hall) == district for key in series]
    chosen[Unit("network", "")] = [True for _ in series]
    return tuple(chosen), np.array(list(chosen.values()), np.bool_)


def _spread(trials: DayTrials | None, members: Bools, span: Span, levels: tuple[float, ...]) -> RatioQuantiles:
    """How totals of these units strayed in the trials; halls not counted on a day are left out on both sides."""
    units = len(members)
    least = int(np.ceil(1 / min(min(levels), 1 - max(levels)) - 1e-9)) - 1
    if trials is None:
        nothing = np.zeros(0, np.int64)
        return RatioQuantiles(np.zeros(0), np.zeros(0), _any_week(nothing, nothing, nothing), levels, units)
    choose = members.astype(np.float64)
    came, said = (_sum(choose, np.nan_to_num(table), span) for table in (trials.counts, trials.means))
    usual = known_mean(trials.means, axis=1)[:, None, :]
    whole = _sum(choose, np.nan_to_num(np.broadcast_to(usual, trials.means.shape)), span)
    unit, day, part = np.nonzero((said > 0) & (said >= _LEAST_KNOWN_SHARE * whole))
    conditions = _any_week(unit, part // _PART_HOURS, trials.kind[day])
    return RatioQuantiles(
        came[unit, day, part],
        said[unit, day, part],
        conditions,
        levels,
        units,
        least=max(least, _LEAST_HOURS if span == "hour" else _LEAST_DAYS),
    )


def _any_week(unit: Ints, part: Ints, kind: Ints) -> Conditions:
    """Conditions that do not tell weeks ahead apart: the trials are too few."""
    return Conditions(unit, part, kind, np.zeros_like(unit))


def _sum(choose: Floats, values: Floats, span: Span) -> Floats:
    """Sums over the series of each unit, shape (units, days, 24), or (units, days, 1) where whole days are meant."""
    by_unit = np.tensordot(choose, values, axes=1)
    return by_unit.sum(axis=2, keepdims=True) if span == "day" else by_unit
