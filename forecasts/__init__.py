"""Footfall forecasting, usable alone: ``python -m forecasts``.

>>> from datetime import date
>>> from forecasts import ForecastSettings, HistoryLayout, predict, read_history
>>> layout = HistoryLayout(timezone="Pacific/Auckland")
>>> history = read_history("counts.csv.gz", layout)  # doctest: +SKIP
>>> settings = ForecastSettings(country="NZ", subdivision="AUK")
>>> forecast = predict(history, start=date(2025, 4, 7), hours=672, settings=settings)  # doctest: +SKIP

Names are loaded when first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from forecasts.backtesting import Backtest, backtest
    from forecasts.clock import Clock
    from forecasts.errors import Cancelled, ForecastsError, HistoryError, Problem, SettingsError, TooShortError
    from forecasts.forecast import Forecast, ForecastRow
    from forecasts.history import FileForm, History, HistoryLayout, SeriesKey
    from forecasts.prediction import predict
    from forecasts.quality import QualityNote, examine
    from forecasts.reading import read_history
    from forecasts.settings import DayNotice, Event, ForecastSettings
    from forecasts.side_files import read_events, read_notices
    from forecasts.writing import write_forecast

__all__ = [
    "Backtest",
    "Cancelled",
    "Clock",
    "DayNotice",
    "Event",
    "FileForm",
    "Forecast",
    "ForecastRow",
    "ForecastSettings",
    "ForecastsError",
    "History",
    "HistoryError",
    "HistoryLayout",
    "Problem",
    "QualityNote",
    "SeriesKey",
    "SettingsError",
    "TooShortError",
    "backtest",
    "examine",
    "predict",
    "read_events",
    "read_history",
    "read_notices",
    "write_forecast",
]

_MODULES = {
    "Cancelled": "errors",
    "Clock": "clock",
    "DayNotice": "settings",
    "Event": "settings",
    "FileForm": "history",
    "Forecast": "forecast",
    "ForecastRow": "forecast",
    "ForecastSettings": "settings",
    "ForecastsError": "errors",
    "History": "history",
    "HistoryError": "errors",
    "HistoryLayout": "history",
    "Problem": "errors",
    "SeriesKey": "history",
    "SettingsError": "errors",
    "predict": "prediction",
    "read_notices": "side_files",
    "read_events": "side_files",
    "QualityNote": "quality",
    "examine": "quality",
    "Backtest": "backtesting",
    "backtest": "backtesting",
    "TooShortError": "errors",
    "read_history": "reading",
    "write_forecast": "writing",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module attribute may be anything
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{module}"), name)
