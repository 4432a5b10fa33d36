"""Our forecast beside others on the same counts: ``python -m benchmarks.forecast_side_by_side C.csv --origin ISO …``.

Prints one table: WAPE of the first week, of the whole horizon and of its public holidays, processor seconds an origin,
and, of a forecast that gives an 80 % band, the share of the hours of each kind that lie within it. The packages beside
ours are those of the extra ``side-by-side`` (``make side-by-side`` installs them apart from the program); one that is
not installed is named in the table instead of its figures. With ``--keep`` the figures of the other methods are kept
origin by origin: a run that was interrupted goes on where it stopped.
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

    from benchmarks.forecast_methods import Method
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
        judged = series_of(history, parsed.judged)
        settings = ForecastSettings(country=parsed.country, subdivision=parsed.subdivision, seed=parsed.seed)
        origins = [read_origin(text) for text in parsed.origin]
        cases = [case_of(history, judged, origin, parsed.horizon_hours, settings) for origin in origins]
    except (ForecastsError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{'method':22s}{heads()}\n")
    for name in names:
        try:
            shown = row_of([_kept_or_found(name, case, parsed.keep) for case in cases])
        except ImportError as missing:
            shown = f"  not installed: {missing.name}"
        sys.stdout.write(f"{name:22s}{shown}\n")
        sys.stdout.flush()
    return 0


def heads() -> str:
    """Heads of the columns of `row_of`."""
    errors = "".join(f"{f'WAPE {column}':>15s}" for column in _COLUMNS)
    band = f"80 % band covers {' / '.join(_COLUMNS)}"
    return f"{errors}{'CPU s an origin':>17s}{band:>43s}"


def row_of(figures: Sequence[Figures]) -> str:
    """Figures of a method over all origins, in columns; those of its band only where it has one."""
    errors = _sums([found.errors for found in figures])
    totals = _sums([found.totals for found in figures])
    seconds = sum(found.processor_seconds for found in figures) / len(figures)
    within = _sums([found.within for found in figures])
    hours = _sums([found.hours for found in figures])
    band = " / ".join(_share(inside, known) for inside, known in zip(within, hours, strict=True))
    wape = "".join(f"{_share(miss, came):>15s}" for miss, came in zip(errors, totals, strict=True))
    return f"{wape}{seconds:17.1f}{band:>43s}".rstrip()


def _sums(rows: Sequence[tuple[float, ...]]) -> list[float]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.3f}" if whole > 0 else "-"


def series_of(history: History, wanted: str) -> tuple[SeriesKey, ...]:
    """Series of the halls named in a list ``A,B``, all if it is empty.

    Raises
    ------
    SettingsError
        A hall is not in the history.
    """
    if not wanted:
        return history.series
    halls = [hall.strip() for hall in wanted.split(",")]
    unknown = [hall for hall in halls if hall not in history.halls]
    if unknown:
        raise SettingsError(f"halls are named that the history does not hold: {', '.join(unknown)}")
    return tuple(key for key in history.series if key.hall in halls)


def case_of(
    history: History, judged: tuple[SeriesKey, ...], origin: datetime, hours: int, settings: ForecastSettings
) -> Case:
    """What is to be forecast from an origin on, and what came.

    Raises
    ------
    SettingsError
        The history ends before the horizon does.
    """
    task = Task(history.before(origin), judged, hours, settings)
    came = history.only(judged).counts[:, task.history.hours : task.history.hours + hours]
    if came.shape[1] < hours:
        raise SettingsError(f"the history ends less than {hours} hours after the origin {origin}")
    calendar = public_holidays(settings.country, settings.subdivision, range(origin.year, origin.year + 3))
    days = [(origin + timedelta(hours=hour)).date() for hour in range(hours)]
    holiday = np.array([calendar is not None and day in calendar for day in days], np.bool_)
    return Case(task, came, holiday)


def _kept_or_found(name: str, case: Case, keep: Path | None) -> Figures:
    """Figures of a method at one origin; our own are never taken from those kept, for our code changes."""
    if keep is None or METHODS[name] is ours:
        return find_figures(METHODS[name], case)
    task = case.task
    told = repr((task.judged, task.hours, task.settings)).encode()
    place = place_of(keep, name, (told, task.history.counts.tobytes(), case.actual.tobytes()))
    figures = read_figures(place)
    if figures is None:
        figures = find_figures(METHODS[name], case)
        keep_figures(figures, place)
    return figures


def find_figures(method: Method, case: Case) -> Figures:
    """Forecast a case and judge the forecast: first week, whole horizon, public holidays."""
    began = _processor_seconds()
    answer = method(case.task)
    seconds = _processor_seconds() - began
    known = np.isfinite(case.actual) & np.isfinite(answer.expected)
    ahead = np.arange(case.actual.shape[1])
    kinds = [known & chosen for chosen in (ahead < WEEK_HOURS, ahead >= 0, case.holiday)]
    errors = tuple(float(np.abs(case.actual - answer.expected)[kind].sum()) for kind in kinds)
    totals = tuple(float(case.actual[kind].sum()) for kind in kinds)
    if answer.band is None:
        return Figures(errors, totals, seconds)
    low, high = answer.band
    inside = (case.actual >= low) & (case.actual <= high)
    within = tuple(int(np.count_nonzero(inside & kind)) for kind in kinds)
    return Figures(errors, totals, seconds, within, tuple(int(np.count_nonzero(kind)) for kind in kinds))


def _processor_seconds() -> float:
    """Seconds this process and those it has waited for have computed: Prophet fits in a process of its own."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    sys.exit(main())
