"""``shiftbid export``: what is published, for other programs and for paper."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.period_option import parse_period
from shiftbid.domain.timeline import Period
from shiftbid.services.application import Application
from shiftbid.services.exports import ExportOrder, ExportReport, PayrollOrder

export_files = typer.Typer(no_args_is_help=True, help="Write what is published for payroll, calendars and paper.")

Out = Annotated[Path, typer.Option(help="File to write, or the folder to write into.")]
OneHall = Annotated[str | None, typer.Option("--hall", help="Hall; all where left out.")]
Days = Annotated[
    str | None, typer.Option("--period", metavar="FROM/TO", help="First and last day; the latest published period.")
]
Url = Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


@export_files.command()
def payroll(
    context: typer.Context,
    form: Annotated[str, typer.Option("--format", help="Payroll program; docs/exports.md lists them.")],
    out: Out,
    hall: OneHall = None,
    period: Days = None,
    codes: Annotated[Path | None, typer.Option(help="TOML or JSON: what the program calls people and classes.")] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Only what the last pay run changed against the one before.")
    ] = False,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Write the pay lines of a period for a payroll program."""
    application: Application = context.obj
    with reported_errors():
        order = ExportOrder(form, out, hall, _period(period), url)
        report = application.export_payroll(PayrollOrder(order, codes, changes))
    _say(report, as_json)


@export_files.command()
def roster(
    context: typer.Context,
    form: Annotated[
        str, typer.Option("--format", help="xlsx, made for printing; csv; or folder, with every published file.")
    ],
    out: Out,
    hall: OneHall = None,
    period: Days = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Write the roster of a period to print or to read."""
    application: Application = context.obj
    with reported_errors():
        report = application.export_roster(ExportOrder(form, out, hall, _period(period), url))
    _say(report, as_json)


@export_files.command()
def calendar(
    context: typer.Context,
    form: Annotated[str, typer.Option("--format", help="ics.")],
    out: Out,
    hall: OneHall = None,
    period: Days = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Write a calendar file a person, which updates what an earlier one brought in."""
    application: Application = context.obj
    with reported_errors():
        report = application.export_calendar(ExportOrder(form, out, hall, _period(period), url))
    _say(report, as_json)


def _period(text: str | None) -> Period | None:
    return None if text is None else parse_period(text)


def _say(report: ExportReport, as_json: bool) -> None:
    period = f"{report.period.first}/{report.period.last}"
    if as_json:
        found = {
            "period": period,
            "halls": list(report.halls),
            "files": [str(file) for file in report.files],
            "minutes": dict(report.minutes),
            "cents": report.cents,
        }
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    shown = str(report.files[0]) if len(report.files) == 1 else f"{len(report.files)} files in {report.files[0].parent}"
    sys.stdout.write(f"{shown}: {period}, {', '.join(report.halls)}\n")
    for pay_class, minutes in report.minutes.items():
        sys.stdout.write(f"  {pay_class}: {minutes // 60} h {minutes % 60:02d} min\n")
    if report.cents:
        sys.stdout.write(f"  fixed sums: {report.cents / 100:.2f}\n")
