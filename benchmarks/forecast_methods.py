"""Other forecasting methods, each fed as its package's own guide does: what `forecast_side_by_side` sets beside ours.

The methods of one series at a time see the halls that are judged; those that pool, all of them. The packages are no
dependencies of this project (extra ``side-by-side``): a method raises ImportError where its package is not installed.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import pandas as pd

from forecasts import ForecastSettings, History, predict
from forecasts.clock import WEEK_HOURS, Floats
from forecasts.profiles import known_mean, last_weeks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts.history import SeriesKey

_SEED = 0


@dataclass(frozen=True, slots=True)
class Task:
    """Forecast the `hours` after a history, for the halls that are judged."""

    history: History
    judged: tuple[SeriesKey, ...]
    hours: int
    settings: ForecastSettings

    def of_judged(self, table: Floats) -> Floats:
        """Rows of the judged halls of a table of all, shape (judged, …)."""
        return table[[self.history.series.index(key) for key in self.judged]]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """Counts a method expects, and the lower and upper bound of its 80 % band, each of shape (judged, hours).

    Without a band only the counts are judged.
    """

    expected: Floats
    band: tuple[Floats, Floats] | None = None


Method: TypeAlias = Callable[[Task], Answer]


def seasonal_naive(task: Task) -> Answer:
    """Counts of the hour a week before."""
    return _repeat_weeks(task, 1)


def four_week_mean(task: Task) -> Answer:
    """Mean of the hour in the four weeks before."""
    return _repeat_weeks(task, 4)


def ours(task: Task) -> Answer:
    """Means of this project's forecast, and its quantiles 0.1 and 0.9."""
    forecast = predict(task.history, hours=task.hours, settings=replace(task.settings, quantiles=(0.1, 0.9)))
    low, high = (task.of_judged(forecast.quantiles[:, :, i]) for i in range(2))
    return Answer(task.of_judged(forecast.means), (low, high))


def mstl_ets(task: Task) -> Answer:
    """MSTL with seasons of a day and a week, AutoETS of the level alone, by series, on the last half year."""
    models: Any = importlib.import_module("statsforecast.models")
    return _statsforecast(
        task, models.MSTL(season_length=[24, WEEK_HOURS], trend_forecaster=models.AutoETS(model="ZNN"))
    )


def auto_ets(task: Task) -> Answer:
    """AutoETS with a season of a day, by series, on the last half year."""
    models: Any = importlib.import_module("statsforecast.models")
    return _statsforecast(task, models.AutoETS(season_length=24))


def ml_forecast(task: Task) -> Answer:
    """LightGBM on lags of a day, of weeks and a year, all series pooled, asked hour after hour (mlforecast)."""
    core: Any = importlib.import_module("mlforecast")
    lightgbm: Any = importlib.import_module("lightgbm")
    trees = lightgbm.LGBMRegressor(
        objective="poisson", n_estimators=300, num_leaves=63, random_state=_SEED, verbosity=-1, n_jobs=1
    )
    lags = [24, *(WEEK_HOURS * weeks for weeks in (1, 2, 3, 4, 52))]
    model = core.MLForecast(models={"trees": trees}, freq="h", lags=lags, date_features=["hour", "dayofweek", "month"])
    model.fit(_long(task.history, 104 * WEEK_HOURS))
    return Answer(task.of_judged(_matrix(model.predict(task.hours), "trees", len(task.history.series))))


def prophet(task: Task) -> Answer:
    """Prophet with the country's holidays, by series, on the last two years."""
    core: Any = importlib.import_module("prophet")
    found = np.empty((len(task.judged), task.hours))
    table = _long(task.history.only(task.judged), 104 * WEEK_HOURS)
    for i, (_, own) in enumerate(table.groupby("unique_id", sort=False)):
        model = core.Prophet(weekly_seasonality=40, daily_seasonality=20)
        if task.settings.country is not None:
            model.add_country_holidays(task.settings.country)
        model.fit(own[["ds", "y"]])
        coming = model.make_future_dataframe(task.hours, freq="h", include_history=False)
        found[i] = np.maximum(model.predict(coming)["yhat"].to_numpy(), 0.0)
    return Answer(found)


METHODS: dict[str, Method] = {
    "seasonal naive": seasonal_naive,
    "mean of 4 weeks": four_week_mean,
    "shiftbid": ours,
    "MSTL + AutoETS": mstl_ets,
    "AutoETS": auto_ets,
    "mlforecast LightGBM": ml_forecast,
    "Prophet": prophet,
}


def _repeat_weeks(task: Task, weeks: int) -> Answer:
    counts = task.of_judged(task.history.counts)
    week = known_mean(last_weeks(counts, task.history.hours, weeks), axis=1)
    return Answer(week[:, np.arange(task.hours) % WEEK_HOURS])


def _statsforecast(task: Task, model: Any) -> Answer:  # noqa: ANN401 - statsforecast's models have no types
    core: Any = importlib.import_module("statsforecast")
    table = _long(task.history.only(task.judged), 26 * WEEK_HOURS)
    answer = core.StatsForecast(models=[model], freq="h").forecast(df=table, h=task.hours)
    return Answer(_matrix(answer, str(model), len(task.judged)))


def _long(history: History, hours: int) -> pd.DataFrame:
    """The last `hours` as the table these packages read; unknown hours take those of a week before, else zero.

    Times go on from the first hour without clock changes, which these packages do not know.
    """
    counts = history.counts.copy()
    for at in range(WEEK_HOURS, counts.shape[1]):
        counts[:, at] = np.where(np.isfinite(counts[:, at]), counts[:, at], counts[:, at - WEEK_HOURS])
    counts = np.nan_to_num(counts)[:, -hours:]
    series, length = counts.shape
    start = history.clock.local(history.start_utc_seconds).replace(tzinfo=None)
    times = pd.date_range(start, periods=history.hours, freq="h")[-length:]
    return pd.DataFrame(
        {"unique_id": np.repeat(np.arange(series), length), "ds": np.tile(times, series), "y": counts.ravel()}
    )


def _matrix(answer: pd.DataFrame, column: str, series: int) -> Floats:
    table = answer.reset_index().sort_values(["unique_id", "ds"])[column].to_numpy(np.float64)
    return np.maximum(table.reshape(series, -1), 0.0)


def names_of(wanted: str) -> Sequence[str]:
    """Names of the methods in a list ``A,B``; ValueError names the first that is none."""
    names = [name.strip() for name in wanted.split(",")]
    for name in names:
        if name not in METHODS:
            raise ValueError(f'no method is called "{name}"; expected {", ".join(METHODS)}')
    return names
