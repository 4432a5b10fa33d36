"""Command line: ``python -m forecasts {predict,backtest,report,review} … --out F``.

Exit status: 0 done, 2 bad usage or bad input (message on stderr, nothing written).
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from forecasts.arguments import add_history_arguments, layout_from, read_levels
from forecasts.backtesting import Backtest, backtest, backtest_text
from forecasts.errors import ForecastsError, TooShortError
from forecasts.half_hours import halve
from forecasts.model_files import fingerprint, kept_or_fitted, read_forecaster
from forecasts.prediction import fit, predict
from forecasts.quality import examine
from forecasts.reading import read_history
from forecasts.report import as_html, as_markdown, compose_report
from forecasts.reviewing import read_made_forecast, review, review_text
from forecasts.settings import ForecastSettings
from forecasts.side_files import read_districts, read_events, read_notices
from forecasts.totals import Span, add_up, totals_text
from forecasts.writing import forecast_text, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from forecasts.forecaster import Forecaster
    from forecasts.history import History
    from forecasts.modelling import Models

_DEFAULT_HOURS = 672
TRIAL_DAYS = 150


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
    for name, run, help_text in (
        ("predict", run_predict, "forecast the hours after the history"),
        ("backtest", run_backtest, "judge the forecast on the past of the history"),
        ("report", run_report, "write a page: state of the data, how good the forecast was, the weeks to come"),
    ):
        command = commands.add_parser(name, help=help_text, description=help_text)
        add_history_arguments(command, "refuse")
        command.add_argument("--hours", type=int, default=_DEFAULT_HOURS, help="hours to forecast (default 672)")
        command.add_argument("--events", metavar="E.csv", type=Path, help="hall,start,end,name[,uplift]")
        command.add_argument("--calendar", metavar="NOTICE.csv", type=Path, help="date,class[,name] of announced days")
        command.add_argument("--out", metavar="F", type=Path, required=True, help="file to write")
        if name == "predict":
            _add_predict_arguments(command)
        else:
            command.add_argument("--origins", type=int, default=6, help="how many past origins (default 6)")
            command.add_argument("--step-weeks", type=int, default=4, help="weeks between them (default 4)")
        command.set_defaults(run=run)
    help_text = "hold a forecast that was made against the counts that came, with drift alarms"
    command = commands.add_parser("review", help=help_text, description=help_text)
    command.add_argument("forecast", metavar="F.csv", type=Path, help="the forecast as `predict` wrote it")
    add_history_arguments(command, "infer")
    command.add_argument("--out", metavar="R.csv", type=Path, required=True, help="file to write")
    command.set_defaults(run=run_review)
    return parser


def _add_predict_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--quantiles", metavar="Q,Q", default="0.1,0.5,0.9", help="levels (default %(default)s)")
    command.add_argument("--step-minutes", choices=("60", "30"), default="60", help="hours (default) or half hours")
    command.add_argument("--totals", metavar="T.csv", type=Path, help="also write totals of days or hours here")
    command.add_argument("--totals-by", choices=get_args(Span), default="day", help="span of the totals (default day)")
    command.add_argument("--districts", metavar="D.csv", type=Path, help="hall,district: also totals of districts")
    command.add_argument("--model", metavar="FILE", type=Path, help="keep what was learnt here, and use it again")
    command.add_argument(
        "--refit",
        choices=("changed", "never"),
        default="changed",
        help="learn anew when the counts or settings have changed, or never (default %(default)s)",
    )


def run_predict(parsed: argparse.Namespace) -> None:
    """Forecast the hours after the history and write them as CSV, and their totals if wanted."""
    settings = _settings(parsed)
    forecaster = _forecaster(parsed, settings)
    forecast = forecaster.forecast(settings.quantiles, settings.events)
    shown = forecast if parsed.step_minutes == "60" else halve(forecast, forecaster.halves)
    texts = {parsed.out: forecast_text(shown)}
    if parsed.totals:
        districts = read_districts(parsed.districts) if parsed.districts else {}
        texts[parsed.totals] = totals_text(add_up(forecaster, forecast, parsed.totals_by, districts), forecast)
    for path, text in texts.items():
        write_text(text, path)
    for note in forecast.notes:
        sys.stderr.write(f"note: {note}\n")


def _forecaster(parsed: argparse.Namespace, settings: ForecastSettings) -> Forecaster:
    """Learn, or take what was learnt before where that is wanted and still true."""

    def learn(models: Models | None = None) -> Forecaster:
        history = read_history(parsed.history, layout_from(parsed))
        return fit(history, hours=parsed.hours, settings=settings, progress=show_progress, models=models)

    path: Path | None = parsed.model
    if path is None:
        return learn()
    if parsed.refit == "never" and path.exists():
        return learn(read_forecaster(path)[0].models)
    return kept_or_fitted(path, fingerprint(parsed.history, layout_from(parsed), settings, parsed.hours), learn)


def run_backtest(parsed: argparse.Namespace) -> None:
    """Judge the forecast from past origins, write the table as CSV and print the part of all halls."""
    history, settings = _read(parsed)
    judged = _judge(parsed, history, settings)
    write_text(backtest_text(judged), parsed.out)
    for row in judged.rows:
        if not row.hall:
            covered = "" if math.isnan(row.score.coverage) else f", covered {row.score.coverage:.3f}"
            sys.stdout.write(f"{row.slice:16s} {row.method:16s} WAPE {row.score.wape:.3f}{covered}\n")


def run_review(parsed: argparse.Namespace) -> None:
    """Hold a forecast against what came, write the table as CSV and print the part of all halls and the alarms."""
    history = read_history(parsed.history, layout_from(parsed))
    held = review(read_made_forecast(parsed.forecast, history), history)
    write_text(review_text(held), parsed.out)
    figures = f"WAPE {held.together.wape:.3f}, covered {held.together.coverage:.3f}, bias {held.together.bias:+.1%}"
    sys.stdout.write(f"{held.hours:,} hours: {figures}\n")
    for key, _, alarms in held.by_series:
        for alarm in alarms:
            name = f"{key.hall} {key.customer_class}".strip()
            sys.stdout.write(f"{name}: {alarm.sentence} (since {alarm.since.isoformat()})\n")


def run_report(parsed: argparse.Namespace) -> None:
    """Write the page, as HTML where the name ends so, else as Markdown."""
    history, settings = _read(parsed)
    notes = examine(history)
    try:
        judged = _judge(parsed, history, settings)
    except TooShortError:
        judged = None
    forecast = predict(history, hours=parsed.hours, settings=settings, progress=show_progress)
    blocks = compose_report(history, notes, judged, forecast)
    as_page = as_html if parsed.out.suffix.lower() in (".html", ".htm") else as_markdown
    write_text(as_page(blocks), parsed.out)


def _read(parsed: argparse.Namespace) -> tuple[History, ForecastSettings]:
    settings = _settings(parsed)
    return read_history(parsed.history, layout_from(parsed)), settings


def _settings(parsed: argparse.Namespace) -> ForecastSettings:
    totals: Path | None = getattr(parsed, "totals", None)
    return ForecastSettings(
        quantiles=read_levels(getattr(parsed, "quantiles", "0.1,0.5,0.9")),
        trial_days=TRIAL_DAYS if totals else 0,
        country=parsed.country,
        subdivision=parsed.subdivision,
        seed=parsed.seed,
        events=read_events(parsed.events) if parsed.events else (),
        notices=read_notices(parsed.calendar) if parsed.calendar else {},
    )


def _judge(parsed: argparse.Namespace, history: History, settings: ForecastSettings) -> Backtest:
    return backtest(
        history,
        hours=parsed.hours,
        origins=parsed.origins,
        step_weeks=parsed.step_weeks,
        settings=settings,
        progress=show_progress,
    )


def show_progress(share: float, doing: str) -> None:
    """Show how far the work is, on one line, where somebody is watching."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{share:4.0%} {doing}" if share < 1 else "\r\033[K")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
