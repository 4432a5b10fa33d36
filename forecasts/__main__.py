"""Command line: ``python -m forecasts {predict,backtest,report} HISTORY.csv … --out F``.

Exit status: 0 done, 2 bad usage or bad input (message on stderr, nothing written).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from forecasts.arguments import add_history_arguments, layout_from
from forecasts.errors import ForecastsError
from forecasts.prediction import predict
from forecasts.reading import read_history
from forecasts.settings import ForecastSettings
from forecasts.side_files import read_events, read_notices
from forecasts.writing import write_forecast

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEFAULT_HOURS = 672


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parsed = _parser().parse_args(arguments)
    try:
        parsed.run(parsed)
    except ForecastsError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{error.filename or parsed.out}: {error.strerror or error}\n")
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m forecasts", description="Forecast the customers of service halls.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, help_text in (("predict", run_predict, "forecast the hours after the history"),):
        command = commands.add_parser(name, help=help_text, description=help_text)
        add_history_arguments(command, "refuse")
        command.add_argument("--hours", type=int, default=_DEFAULT_HOURS, help="hours to forecast (default 672)")
        command.add_argument("--events", metavar="E.csv", type=Path, help="hall,start,end,name[,uplift]")
        command.add_argument("--calendar", metavar="NOTICE.csv", type=Path, help="date,class[,name] of announced days")
        command.add_argument("--out", metavar="F", type=Path, required=True, help="file to write")
        command.set_defaults(run=run)
    return parser


def run_predict(parsed: argparse.Namespace) -> None:
    """Forecast the hours after the history and write them."""
    history = read_history(parsed.history, layout_from(parsed))
    settings = ForecastSettings(
        country=parsed.country,
        subdivision=parsed.subdivision,
        seed=parsed.seed,
        events=read_events(parsed.events) if parsed.events else (),
        notices=read_notices(parsed.calendar) if parsed.calendar else {},
    )
    forecast = predict(history, hours=parsed.hours, settings=settings, progress=show_progress)
    write_forecast(forecast, parsed.out)
    for note in forecast.notes:
        sys.stderr.write(f"note: {note}\n")


def show_progress(share: float, doing: str) -> None:
    """Show how far the work is, on one line, where somebody is watching."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{share:4.0%} {doing}" if share < 1 else "\r\033[K")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
