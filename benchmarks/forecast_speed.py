"""Seconds and memory of forecasts for a whole network: ``python -m benchmarks.forecast_speed [--halls N] [--days D]``.

Planted counts of two classes: Poisson around a week's shape and a year's swing. Three steps are timed: learning and
forecasting four weeks, forecasting again with a week more of counts and nothing learnt anew, and asking once more for
other quantiles.
"""

from __future__ import annotations

import argparse
import sys
import time
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from benchmarks.memory_watch import MemoryWatch
from forecasts import Clock, Forecaster, ForecastSettings, History, SeriesKey, fit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_START = datetime(2023, 1, 2)  # noqa: DTZ001 - a naive clock, as in a file without offsets
_CLASSES = ("regular", "vip")
_HOURS = 672
_NEWER_DAYS = 7
_Answer = TypeVar("_Answer")


def main(arguments: Sequence[str] | None = None) -> int:
    """Time the three steps and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast_speed", description=__doc__)
    parser.add_argument("--halls", metavar="N", type=int, default=150)
    parser.add_argument("--days", metavar="D", type=int, default=730)
    parser.add_argument("--seed", metavar="S", type=int, default=0)
    parsed = parser.parse_args(arguments)
    history = planted_network(parsed.halls, parsed.days + _NEWER_DAYS, parsed.seed)
    older = history.before(_START + timedelta(days=parsed.days))
    settings = ForecastSettings(country="NZ", seed=parsed.seed)
    watch = MemoryWatch()
    with watch.watching():
        learnt = _timed("fit and predict", watch, lambda: _asked(fit(older, hours=_HOURS, settings=settings)))
        again = _timed(
            f"predict with {_NEWER_DAYS} days more, nothing learnt anew",
            watch,
            lambda: _asked(fit(history, hours=_HOURS, settings=settings, models=learnt.models)),
        )
        _timed("other quantiles", watch, lambda: again.forecast((0.05, 0.25, 0.75, 0.95)))
    sys.stdout.write(f"{len(history.series)} series, {parsed.days} days, {_HOURS} hours ahead\n")
    return 0


def planted_network(halls: int, days: int, seed: int) -> History:
    """Counts of halls of many sizes and shapes, two classes each."""
    rng = np.random.default_rng(seed)
    hour, day = np.arange(24), np.arange(days)
    series = tuple(SeriesKey(f"h{hall:03d}", label) for hall in range(halls) for label in _CLASSES)
    counts = np.zeros((len(series), days * 24))
    for row in range(len(series)):
        peak = rng.uniform(11, 16)
        shape = np.exp(-(((hour - peak) / rng.uniform(2.5, 4.5)) ** 2)) * ((hour >= 7) & (hour <= 21))
        week = rng.uniform(0.6, 1.4, 7)[day % 7]
        swing = 1 + 0.2 * np.sin(2 * np.pi * (day / 365.25 + rng.random())) + 0.1 * rng.standard_normal(days)
        counts[row] = rng.poisson(np.outer(week * np.maximum(swing, 0.1), shape * rng.uniform(5, 60)).ravel())
    clock = Clock(None)
    return History("planted", clock, clock.utc_seconds(_START), series, counts, np.zeros(counts.shape, np.bool_))


def _asked(forecaster: Forecaster) -> Forecaster:
    forecaster.forecast()
    return forecaster


def _timed(what: str, watch: MemoryWatch, work: Callable[[], _Answer]) -> _Answer:
    watch.label(what)
    began, used = time.perf_counter(), time.process_time()
    answer = work()
    seconds, processor = time.perf_counter() - began, time.process_time() - used
    peak = watch.peaks_mib[what]
    sys.stdout.write(f"{what}: {seconds:.1f} s, {processor:.1f} s of processor time, peak {peak:,.0f} MiB\n")
    sys.stdout.flush()
    return answer


if __name__ == "__main__":
    sys.exit(main())
