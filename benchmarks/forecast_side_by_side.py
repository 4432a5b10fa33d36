"""Our forecast beside others on the same counts: ``python -m benchmarks.forecast_side_by_side C.csv --origin ISO …``.

Prints one table: WAPE of the first week, of the whole horizon and of its public holidays, and processor seconds an
origin. The packages beside ours are those of the extra ``side-by-side`` (``make side-by-side`` installs them apart from
the program); one that is not installed is named in the table instead of its figures. With ``--keep`` the figures of the
other methods are kept origin by origin: a run that was interrupted goes on where it stopped.
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.forecast import read_origin
from benchmarks.forecast_methods import METHODS, Task, names_of, ours
from benchmarks.kept_figures import Figures, keep_figures, place_of, read_figures
from forecasts import ForecastsError, ForecastSettings, History, SettingsError, read_history
from forecasts.arguments import add_history_arguments, layout_from
from forecasts.clock import WEEK_HOURS, Bools, Floats
from forecasts.day_types import public_holidays

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from forecasts.history import SeriesKey

_COLUMNS = ("168 h", "all", "holidays")


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """One origin: the task, what came, shape (judged, hours), and the hours of public holidays, shape (hours,)."""

    task: Task
    actual: Floats
    holiday: Bools


def main(arguments: Sequence[str] | None = None) -> int:
    """Forecast with every method that is installed, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast_side_by_side", description=__doc__)
    add_history_arguments(parser, "infer")
    parser.add_argument("--judged", metavar="A,B", default="", help="halls that are judged; all if left out")
    parser.add_argument("--horizon-hours", metavar="H", type=int, default=672)
    parser.add_argument("--origin", metavar="ISO", action="append", required=True, help="may be repeated")
    parser.add_argument("--methods", metavar="A,B", default=",".join(METHODS), help="default: %(default)s")
    parser.add_argument(
        "--keep", metavar="DIR", type=Path, help="keep figures of the other methods in DIR, or take them"
    )
    parsed = parser.parse_args(arguments)
    try:
        names = names_of(parsed.methods)
        history = read_history(parsed.history, layout_from(parsed))
        judged = _judged(history, parsed.judged)
        settings = ForecastSettings(country=parsed.country, subdivision=parsed.subdivision, seed=parsed.seed)
        origins = [read_origin(text) for text in parsed.origin]
        cases = [_case(history, judged, origin, parsed.horizon_hours, settings) for origin in origins]
    except (ForecastsError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    heads = "".join(f"{f'WAPE {column}':>15s}" for column in _COLUMNS)
    sys.stdout.write(f"{'method':22s}{heads}{'CPU s an origin':>17s}\n")
    for name in names:
        sys.stdout.write(f"{name:22s}{_judge(name, cases, parsed.keep)}\n")
        sys.stdout.flush()
    return 0


def _judged(history: History, wanted: str) -> tuple[SeriesKey, ...]:
    if not wanted:
        return history.series
    halls = [hall.strip() for hall in wanted.split(",")]
    unknown = [hall for hall in halls if hall not in history.halls]
    if unknown:
        raise SettingsError(f"--judged names halls the history does not hold: {', '.join(unknown)}")
    return tuple(key for key in history.series if key.hall in halls)


def _case(
    history: History, judged: tuple[SeriesKey, ...], origin: datetime, hours: int, settings: ForecastSettings
) -> Case:
    task = Task(history.before(origin), judged, hours, settings)
    came = history.only(judged).counts[:, task.history.hours : task.history.hours + hours]
    if came.shape[1] < hours:
        raise SettingsError(f"the history ends less than {hours} hours after the origin {origin}")
    calendar = public_holidays(settings.country, settings.subdivision, range(origin.year, origin.year + 3))
    days = [(origin + timedelta(hours=hour)).date() for hour in range(hours)]
    holiday = np.array([calendar is not None and day in calendar for day in days], np.bool_)
    return Case(task, came, holiday)


def _judge(name: str, cases: Sequence[Case], keep: Path | None) -> str:
    """Figures of a method over all origins, or the name of the package it lacks."""
    try:
        figures = [_kept_or_found(name, case, keep) for case in cases]
    except ImportError as missing:
        return f"  not installed: {missing.name}"
    errors = [sum(column) for column in zip(*(figure.errors for figure in figures), strict=True)]
    totals = [sum(column) for column in zip(*(figure.totals for figure in figures), strict=True)]
    seconds = sum(figure.processor_seconds for figure in figures) / len(figures)
    shown = [f"{miss / came:15.3f}" if came > 0 else f"{'-':>15s}" for miss, came in zip(errors, totals, strict=True)]
    return f"{''.join(shown)}{seconds:17.1f}"


def _kept_or_found(name: str, case: Case, keep: Path | None) -> Figures:
    """Figures of a method at one origin; our own are never taken from those kept, for our code changes."""
    if keep is None or METHODS[name] is ours:
        return _find(name, case)
    task = case.task
    told = repr((task.judged, task.hours, task.settings)).encode()
    place = place_of(keep, name, (told, task.history.counts.tobytes(), case.actual.tobytes()))
    figures = read_figures(place)
    if figures is None:
        figures = _find(name, case)
        keep_figures(figures, place)
    return figures


def _find(name: str, case: Case) -> Figures:
    began = _processor_seconds()
    found = METHODS[name](case.task)
    seconds = _processor_seconds() - began
    known = np.isfinite(case.actual) & np.isfinite(found)
    hours = np.arange(case.actual.shape[1])
    kinds = [known & chosen for chosen in (hours < WEEK_HOURS, hours >= 0, case.holiday)]
    errors = tuple(float(np.abs(case.actual - found)[kind].sum()) for kind in kinds)
    return Figures(errors, tuple(float(case.actual[kind].sum()) for kind in kinds), seconds)


def _processor_seconds() -> float:
    """Seconds this process and those it has waited for have computed: Prophet fits in a process of its own."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    sys.exit(main())
