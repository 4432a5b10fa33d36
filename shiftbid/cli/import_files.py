"""``shiftbid import``: files of other systems in."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.import_tables import calendar, consents, facts, footfall, leave, staff, worked
from shiftbid.cli.option_pairs import pairs
from shiftbid.domain.errors import InputError
from shiftbid.domain.promise import CustomerClass
from shiftbid.services.application import Application

if TYPE_CHECKING:
    from shiftbid.services.ticket_log import TicketLayout

import_files = typer.Typer(no_args_is_help=True, help="Bring in files of other systems.")
UNKNOWN_CLASS = "unknown"


@import_files.callback()
def _group() -> None:
    """Bring in files of other systems."""


import_files.command()(staff)
import_files.command()(worked)
import_files.command()(leave)
import_files.command()(consents)
import_files.command()(facts)
import_files.command()(calendar)
import_files.command()(footfall)
import_files.command(name="history")(footfall)


@import_files.command()
def tickets(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="Log of a queue system: CSV with a header, also .gz.")],
    hall: Annotated[str | None, typer.Option(help="Hall whose tickets these are.")] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="What a column holds; see docs/tickets.md."),
    ] = None,
    timezone: Annotated[str | None, typer.Option(help="Zone of times without offset, such as Asia/Shanghai.")] = None,
    encoding: Annotated[str | None, typer.Option(help="Text encoding; found where left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
    out: Annotated[Path | None, typer.Option(help="CSV to write: arrivals per quarter hour and class.")] = None,
    plot: Annotated[
        Path | None, typer.Option(help="SVG to draw: observed waits and the model's by hour of arrival.")
    ] = None,
    classes: Annotated[
        list[str] | None,
        typer.Option("--class", metavar="VALUE=CLASS", help="What a class value means: vip, regular or unknown."),
    ] = None,
    dates: Annotated[str | None, typer.Option(help="Order of day and month: d/m or m/d; found where left out.")] = None,
    origin: Annotated[
        str | None, typer.Option(help="Local time from which bare numbers count seconds, such as 2026-03-02T07:30.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", help="Database that gets the hourly counts of --hall.")] = None,
) -> None:
    """Read a queue system's ticket log: arrivals, service times, waits, and every fault found."""
    from shiftbid.cli.ticket_report import report_json, report_text
    from shiftbid.services.import_tickets import TicketOrder

    application: Application = context.obj
    with reported_errors():
        layout = _layout(columns or [], classes or [], encoding, dates, origin)
        report = application.import_tickets(TicketOrder(file, layout, hall, timezone, out, plot, url))
    if as_json:
        sys.stdout.write(json.dumps(report_json(report), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(report_text(report))


def _layout(
    columns: list[str], classes: list[str], encoding: str | None, dates: str | None, origin: str | None
) -> TicketLayout:
    """What the options say of the file; raises InputError with every option that is wrong."""
    from shiftbid.services.ticket_log import DateOrder, TicketLayout

    problems: list[str] = []
    fields = pairs("--map", columns, "COLUMN=FIELD", problems)
    meanings = pairs("--class", classes, "VALUE=CLASS", problems)
    allowed = (*CustomerClass, UNKNOWN_CLASS)
    problems += [
        f"--class {word}={meant}: use {', '.join(allowed)}" for word, meant in meanings.items() if meant not in allowed
    ]
    if dates is not None and dates not in tuple(DateOrder):
        problems.append(f"--dates {dates}: use {' or '.join(DateOrder)}")
    start = None
    if origin is not None:
        try:
            start = datetime.fromisoformat(origin).replace(tzinfo=None)
        except ValueError:
            problems.append(f"--origin {origin}: write a local time such as 2026-03-02T07:30")
    if problems:
        raise InputError("options", problems)
    known = {word: None if meant == UNKNOWN_CLASS else CustomerClass(meant) for word, meant in meanings.items()}
    order = None if dates is None else DateOrder(dates)
    return TicketLayout(columns=fields, encoding=encoding, classes=known, dates=order, origin=start)
