"""Our forecast beside others on the same counts: ``python -m benchmarks.forecast_side_by_side C.csv --origin ISO …``.

Prints one table: WAPE of the first week and of the whole horizon, and seconds, of seasonal naive, ours, MSTL with
AutoETS (statsforecast), mlforecast with LightGBM, and Prophet. The last three are no dependencies of this project: one
that is not installed is named in the table instead of its figures.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import pandas as pd

from benchmarks.forecast import read_origin
from forecasts import ForecastsError, ForecastSettings, History, predict, read_history
from forecasts.arguments import add_history_arguments, layout_from
from forecasts.clock import WEEK_HOURS, Floats

Method: TypeAlias = Callable[[History, int, ForecastSettings], Floats]
_SEED = 0


def seasonal_naive(history: History, hours: int, settings: ForecastSettings) -> Floats:
    """Counts of the hour a week before, shape (series, hours)."""
    del settings
    return history.counts[:, -WEEK_HOURS:][:, np.arange(hours) % WEEK_HOURS]


def ours(history: History, hours: int, settings: ForecastSettings) -> Floats:
    """Means of this project's forecast, shape (series, hours)."""
    return predict(history, hours=hours, settings=settings).means


def mstl_ets(history: History, hours: int, settings: ForecastSettings) -> Floats:
    """MSTL with seasons of a day and a week and AutoETS of the trend, by series, on the last half year."""
    del settings
    core: Any = importlib.import_module("statsforecast")
    models: Any = importlib.import_module("statsforecast.models")
    model = models.MSTL(season_length=[24, WEEK_HOURS], trend_forecaster=models.AutoETS(model="ZZN"))
    table = _long(history, 26 * WEEK_HOURS)
    answer = core.StatsForecast(models=[model], freq="h").forecast(df=table, h=hours)
    return _matrix(answer, "MSTL", history, hours)


def ml_forecast(history: History, hours: int, settings: ForecastSettings) -> Floats:
    """LightGBM on lags of a day, a week and its multiples, asked hour after hour (mlforecast)."""
    del settings
    core: Any = importlib.import_module("mlforecast")
    lightgbm: Any = importlib.import_module("lightgbm")
    trees = lightgbm.LGBMRegressor(
        objective="poisson", n_estimators=300, num_leaves=63, random_state=_SEED, verbosity=-1
    )
    lags = [24, *(WEEK_HOURS * weeks for weeks in (1, 2, 3, 4, 52))]
    model = core.MLForecast(models={"trees": trees}, freq="h", lags=lags, date_features=["hour", "dayofweek", "month"])
    model.fit(_long(history, 104 * WEEK_HOURS))
    return _matrix(model.predict(hours), "trees", history, hours)


def prophet(history: History, hours: int, settings: ForecastSettings) -> Floats:
    """Prophet with the country's holidays, by series, on the last two years."""
    core: Any = importlib.import_module("prophet")
    found = np.empty((len(history.series), hours))
    for i, (_, own) in enumerate(_long(history, 104 * WEEK_HOURS).groupby("unique_id", sort=False)):
        model = core.Prophet(weekly_seasonality=40, daily_seasonality=20)
        if settings.country is not None:
            model.add_country_holidays(settings.country)
        model.fit(own[["ds", "y"]])
        coming = model.make_future_dataframe(hours, freq="h", include_history=False)
        found[i] = np.maximum(model.predict(coming)["yhat"].to_numpy(), 0.0)
    return found


METHODS: dict[str, Method] = {
    "seasonal naive": seasonal_naive,
    "shiftbid": ours,
    "MSTL + AutoETS": mstl_ets,
    "mlforecast LightGBM": ml_forecast,
    "Prophet": prophet,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Forecast with every method that is installed, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast_side_by_side", description=__doc__)
    add_history_arguments(parser, "infer")
    parser.add_argument("--horizon-hours", metavar="H", type=int, default=672)
    parser.add_argument("--origin", metavar="ISO", action="append", required=True, help="may be repeated")
    parser.add_argument("--methods", metavar="A,B", default=",".join(METHODS), help="default: %(default)s")
    parsed = parser.parse_args(arguments)
    try:
        history = read_history(parsed.history, layout_from(parsed))
        settings = ForecastSettings(country=parsed.country, subdivision=parsed.subdivision, seed=parsed.seed)
        origins = [read_origin(text) for text in parsed.origin]
        sys.stdout.write(f"{'method':22s}{'WAPE 168 h':>12s}{f'WAPE {parsed.horizon_hours} h':>12s}{'seconds':>10s}\n")
        for name in parsed.methods.split(","):
            if name not in METHODS:
                sys.stderr.write(f'no method is called "{name}"; expected {", ".join(METHODS)}\n')
                return 2
            cases = [_case(history, history.before(origin), parsed.horizon_hours) for origin in origins]
            sys.stdout.write(f"{name:22s}{_judge(METHODS[name], cases, settings)}\n")
    except ForecastsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _case(history: History, before: History, hours: int) -> tuple[History, Floats]:
    return before, history.counts[:, before.hours : before.hours + hours]


def _judge(method: Method, cases: Sequence[tuple[History, Floats]], settings: ForecastSettings) -> str:
    """Figures of a method over all origins, or the name of the package it lacks."""
    error, total = np.zeros(2), np.zeros(2)
    began = time.perf_counter()
    for before, actual in cases:
        try:
            means = method(before, actual.shape[1], settings)
        except ImportError as missing:
            return f"  not installed: {missing.name}"
        known = np.isfinite(actual) & np.isfinite(means)
        for i, span in enumerate((slice(WEEK_HOURS), slice(None))):
            error[i] += np.abs(actual - means)[:, span][known[:, span]].sum()
            total[i] += actual[:, span][known[:, span]].sum()
    week, whole = error / np.maximum(total, 1.0)
    return f"{week:12.3f}{whole:12.3f}{time.perf_counter() - began:10.1f}"


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


def _matrix(answer: pd.DataFrame, column: str, history: History, hours: int) -> Floats:
    table = answer.reset_index().sort_values(["unique_id", "ds"])[column].to_numpy(np.float64)
    return np.maximum(table.reshape(len(history.series), hours), 0.0)


if __name__ == "__main__":
    sys.exit(main())
