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
    from forecasts.forecaster import Forecaster
    from forecasts.half_hours import halve
    from forecasts.history import FileForm, History, HistoryLayout, SeriesKey
    from forecasts.model_files import fingerprint, kept_or_fitted, read_forecaster, write_forecaster
    from forecasts.prediction import fit, predict
    from forecasts.quality import QualityNote, examine
    from forecasts.reading import read_history
    from forecasts.reviewing import Review, read_made_forecast, review, review_text
    from forecasts.settings import DayNotice, Event, ForecastSettings
    from forecasts.side_files import read_districts, read_events, read_notices
    from forecasts.totals import Totals, Unit, add_up
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
    "Forecaster",
    "ForecastsError",
    "History",
    "HistoryError",
    "HistoryLayout",
    "Problem",
    "QualityNote",
    "Review",
    "SeriesKey",
    "SettingsError",
    "TooShortError",
    "Totals",
    "Unit",
    "add_up",
    "backtest",
    "examine",
    "fingerprint",
    "fit",
    "halve",
    "kept_or_fitted",
    "predict",
    "read_districts",
    "read_events",
    "read_forecaster",
    "read_history",
    "read_made_forecast",
    "read_notices",
    "review",
    "review_text",
    "write_forecast",
    "write_forecaster",
]

_MODULES = {
    "read_districts": "side_files",
    "write_forecaster": "model_files",
    "read_forecaster": "model_files",
    "kept_or_fitted": "model_files",
    "fit": "prediction",
    "fingerprint": "model_files",
    "add_up": "totals",
    "Unit": "totals",
    "Review": "reviewing",
    "read_made_forecast": "reviewing",
    "review": "reviewing",
    "review_text": "reviewing",
    "halve": "half_hours",
    "Totals": "totals",
    "Forecaster": "forecaster",
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
