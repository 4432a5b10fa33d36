"""Forecast the footfall of halls: from counted hours in our words to the forecasting package and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.domain.demand import FootfallCount, FootfallSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Interval, Period, local_day
from shiftbid.services.progress import Progress, ProgressListener

if TYPE_CHECKING:
    from forecasts import DayNotice, History

HOUR_SECONDS = 3600
QUANTILES = (0.1, 0.5, 0.9)
FORECAST_CLASS: Mapping[DayClass, Literal["working", "off", "holiday"]] = {
    DayClass.HOLIDAY: "holiday",
    DayClass.REST_DAY: "off",
    DayClass.SWAPPED_DAY_OFF: "off",
    DayClass.SWAPPED_WORKDAY: "working",
}


@dataclass(frozen=True, slots=True)
class CountedHall:
    """A hall with its counted hours."""

    hall: Hall
    history: tuple[FootfallCount, ...]


@dataclass(frozen=True, slots=True)
class FootfallForecast:
    """Hourly forecast of each hall by id, and what the forecaster says about it."""

    by_hall: Mapping[str, tuple[FootfallSlot, ...]]
    method: str
    notes: tuple[str, ...]


def forecast_footfall(
    counted: Sequence[CountedHall],
    period: Period,
    seed: int,
    workers: int,
    notice: Sequence[NoticeDay],
    listener: ProgressListener,
) -> FootfallForecast:
    """Forecast every open hour of a period, by customer class, with one model pooled over the halls.

    All halls lie in one zone and country. Raises InputError where nothing was counted before the period.
    """
    # The forecasting package takes a second to load, which nobody pays who does not forecast.
    from forecasts import ForecastSettings, SettingsError, predict

    first = counted[0].hall
    span = period.interval(first.zone)
    history = _history(counted, span.start)
    try:
        forecast = predict(
            history,
            start=period.first,
            hours=(span.end - span.start) // HOUR_SECONDS,
            settings=ForecastSettings(
                country=first.country,
                subdivision=first.subdivision,
                seed=seed,
                quantiles=QUANTILES,
                notices=_notices(notice),
                threads=workers,
            ),
            progress=lambda share, text: listener(Progress("forecast", share, text)),
        )
    except SettingsError as error:
        raise InputError("forecast", [str(error)]) from error
    by_hall: dict[str, list[FootfallSlot]] = {each.hall.id: [] for each in counted}
    halls = {each.hall.id: each.hall for each in counted}
    for row in forecast.rows():
        hour = _hour(int(row.time.timestamp()))
        if _opens_within(halls[row.hall], hour):
            by_hall[row.hall].append(
                FootfallSlot(
                    row.hall, hour, row.customer_class, round(row.mean, 4), *(round(q, 4) for q in row.quantiles)
                )
            )
    return FootfallForecast({hall: tuple(rows) for hall, rows in by_hall.items()}, forecast.method, forecast.notes)


def _notices(notice: Sequence[NoticeDay]) -> Mapping[date, DayNotice]:
    """Give the days of a notice in the forecaster's words; an ordinary working day needs none."""
    from forecasts import DayNotice

    return {
        each.day: DayNotice(FORECAST_CLASS[each.day_class], each.name)
        for each in notice
        if each.day_class in FORECAST_CLASS
    }


def _hour(start: int) -> Interval:
    return Interval(start, start + HOUR_SECONDS)


def _opens_within(hall: Hall, hour: Interval) -> bool:
    day = local_day(hour.start, hall.zone)
    opened = hall.opening.on(day, hall.zone)
    return opened is not None and opened.overlaps(hour)


def _history(counted: Sequence[CountedHall], before: int) -> History:
    import numpy as np

    from forecasts import Clock, History, SeriesKey

    rows = {(each.hall.id, count.customer_class): [] for each in counted for count in each.history}
    for each in counted:
        for count in each.history:
            if count.hour.start < before:
                rows[each.hall.id, count.customer_class].append(count)
    starts = [count.hour.start for series in rows.values() for count in series]
    if not starts:
        raise InputError("forecast", ["no hour was counted before the period; import footfall first"])
    first = min(starts)
    # Hours after the last count are left out: nobody knows yet what they held.
    hours = (max(starts) - first) // HOUR_SECONDS + 1
    counts = np.full((len(rows), hours), np.nan)
    closed = np.ones((len(rows), hours), dtype=np.bool_)
    for index, series in enumerate(rows.values()):
        for count in series:
            at = (count.hour.start - first) // HOUR_SECONDS
            counts[index, at] = np.nan if count.count is None else count.count
            closed[index, at] = False
    counts[closed] = 0.0
    return History(
        source="footfall",
        clock=Clock(zone_name=counted[0].hall.zone),
        start_utc_seconds=first,
        series=tuple(SeriesKey(hall, customer_class) for hall, customer_class in rows),
        counts=counts,
        closed=closed,
    )
