"""Halls of which little is known yet: ``python -m benchmarks.forecast_cold_start [--set NAME] [--halls A,B] …``.

The halls are hidden but for their last days before the origin and forecast four weeks ahead beside all others. Prints a
line for each number of days: WAPE of the first week, of four weeks and of public holidays, each also over that of full
history. A hall without any day is given the daily total its last four weeks had, as its planner would state it.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.__main__ import SHARED
from benchmarks.forecast import read_origin
from benchmarks.forecast_methods import ours
from benchmarks.forecast_sets import SETS
from benchmarks.forecast_side_by_side import case_of, find_figures, heads, row_of, series_of
from forecasts import ForecastsError, ForecastSettings, History, HistoryLayout, read_history
from forecasts.clock import DAY_HOURS, WEEK_HOURS
from forecasts.profiles import known_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.forecast_side_by_side import Case
    from forecasts.history import SeriesKey

_HOURS = 4 * WEEK_HOURS
_STATED_FROM_HOURS = 4 * WEEK_HOURS


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.forecast_cold_start", description=__doc__)
    parser.add_argument("--set", metavar="NAME", default="Auckland", help="default: %(default)s")
    parser.add_argument("--halls", metavar="A,B", default="a04,a08,a15,a19", help="default: %(default)s")
    parser.add_argument("--origin", metavar="ISO", default="2025-04-07", help="default: %(default)s")
    parser.add_argument("--days", metavar="D", type=int, nargs="+", default=[28, 7, 0], help="default: 28 7 0")
    parser.add_argument("--seed", metavar="S", type=int, default=0)
    parsed = parser.parse_args(arguments)
    if parsed.set not in SETS:
        sys.stderr.write(f'no set is called "{parsed.set}"; expected {", ".join(SETS)}\n')
        return 2
    chosen = SETS[parsed.set]
    try:
        sites = tuple(site for site in chosen.sites.split(",") if site)
        history = read_history(SHARED / chosen.counts, HistoryLayout(sites=sites, missing_rows="infer"))
        young = series_of(history, parsed.halls)
        settings = ForecastSettings(country=chosen.country, subdivision=chosen.subdivision, seed=parsed.seed)
        full = case_of(history, young, read_origin(parsed.origin), _HOURS, settings)
    except ForecastsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(f"{'days known':22s}{heads()}\n")
    best = find_figures(ours, full)
    sys.stdout.write(f"{'all':22s}{row_of([best])}\n")
    for days in parsed.days:
        found = find_figures(ours, as_young(full, days))
        ratios = [miss / least for miss, least in zip(found.errors, best.errors, strict=True) if least > 0]
        sys.stdout.write(f"{days:<22d}{row_of([found])}   {' / '.join(f'{ratio:.2f}' for ratio in ratios)} of all\n")
        sys.stdout.flush()
    return 0


def as_young(case: Case, days: int) -> Case:
    """The case as if its halls had been counted for so many days only."""
    task = case.task
    stated = stated_daily_totals(task.history, task.judged) if days == 0 else {}
    history = hidden(task.history, task.judged, days)
    return replace(case, task=replace(task, history=history, settings=replace(task.settings, daily_totals=stated)))


def hidden(history: History, young: tuple[SeriesKey, ...], days: int) -> History:
    """A history of which some series are unknown but for their last `days`."""
    counts = history.counts.copy()
    rows = [history.series.index(key) for key in young]
    counts[rows, : max(history.hours - days * DAY_HOURS, 0)] = np.nan
    return replace(history, counts=counts)


def stated_daily_totals(history: History, young: tuple[SeriesKey, ...]) -> Mapping[SeriesKey, float]:
    """Customers a day of each series in the last four weeks."""
    by_hour = known_mean(history.counts[:, -_STATED_FROM_HOURS:], axis=1)
    return {key: float(by_hour[history.series.index(key)]) * DAY_HOURS for key in young}


if __name__ == "__main__":
    sys.exit(main())
