"""``shiftbid import staff|worked|leave|consents|facts|calendar|footfall|history``: tables of other systems in."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.option_pairs import pairs
from shiftbid.domain.errors import InputError
from shiftbid.services.application import Application
from shiftbid.services.imports import FootfallOrder, ImportReport, NoticeOrder, TableOrder
from shiftbid.services.ticket_log import DateOrder


class MissingRowsMeaning(StrEnum):
    """What an hour without a row means."""

    REFUSE = "refuse"
    CLOSED = "closed"
    UNKNOWN = "unknown"
    INFER = "infer"


Table = Annotated[Path, typer.Argument(help="CSV in any encoding, also .gz, or .xlsx.")]
OneHall = Annotated[str | None, typer.Option("--hall", help="Hall that the rows belong to.")]
Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=FIELD", help="What a column holds; see docs/imports.md."),
]
Encoding = Annotated[str | None, typer.Option(help="Text encoding; found where left out.")]
Dates = Annotated[DateOrder | None, typer.Option(help="Order of day and month: d/m or m/d; found where left out.")]
Url = Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


def staff(
    context: typer.Context,
    file: Table,
    hall: OneHall = None,
    columns: Columns = None,
    encoding: Encoding = None,
    dates: Dates = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Read a staff list: people are added and changed, nobody is removed."""
    application: Application = context.obj
    with reported_errors():
        report = application.import_staff(_order(file, hall, columns, encoding, dates, url))
    _say(report, as_json)


def worked(
    context: typer.Context,
    file: Table,
    hall: OneHall = None,
    columns: Columns = None,
    encoding: Encoding = None,
    dates: Dates = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Read a time clock's hours; on their days they take the place of the plan."""
    application: Application = context.obj
    with reported_errors():
        report = application.import_worked(_order(file, hall, columns, encoding, dates, url))
    _say(report, as_json)


def leave(
    context: typer.Context,
    file: Table,
    hall: OneHall = None,
    columns: Columns = None,
    encoding: Encoding = None,
    dates: Dates = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Read leave; days off in lieu leave the journal."""
    application: Application = context.obj
    with reported_errors():
        report = application.import_leave(_order(file, hall, columns, encoding, dates, url))
    _say(report, as_json)


def consents(
    context: typer.Context,
    file: Table,
    hall: OneHall = None,
    columns: Columns = None,
    encoding: Encoding = None,
    dates: Dates = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Read what people, agreements and authorities allow, for one person or everybody in the hall."""
    application: Application = context.obj
    with reported_errors():
        report = application.import_consents(_order(file, hall, columns, encoding, dates, url))
    _say(report, as_json)


def facts(
    context: typer.Context,
    file: Table,
    hall: OneHall = None,
    columns: Columns = None,
    encoding: Encoding = None,
    dates: Dates = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Read dated facts that the law asks for: statuses, averaging cycles, time off in place of pay, refusals."""
    application: Application = context.obj
    with reported_errors():
        report = application.import_facts(_order(file, hall, columns, encoding, dates, url))
    _say(report, as_json)


def calendar(
    context: typer.Context,
    file: Table,
    hall: OneHall = None,
    country: Annotated[str | None, typer.Option(help="Country, such as CN; the hall's where left out.")] = None,
    subdivision: Annotated[str | None, typer.Option(help="State or region of --country.")] = None,
    columns: Columns = None,
    encoding: Encoding = None,
    dates: Dates = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Read an official notice of holidays and exchanged working days."""
    application: Application = context.obj
    with reported_errors():
        table = _order(file, hall, columns, encoding, dates, url)
        report = application.import_calendar(NoticeOrder(table, country, subdivision))
    _say(report, as_json)


def footfall(
    context: typer.Context,
    file: Table,
    hall: OneHall = None,
    columns: Columns = None,
    encoding: Encoding = None,
    missing_rows: Annotated[
        MissingRowsMeaning, typer.Option(help="What an hour without a row means.")
    ] = MissingRowsMeaning.INFER,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Read hourly counts of customers into the history that forecasts are made from."""
    application: Application = context.obj
    with reported_errors():
        table = _order(file, hall, columns, encoding, None, url)
        report = application.import_footfall(FootfallOrder(table, missing_rows.value))
    _say(report, as_json)


def _order(
    file: Path,
    hall: str | None,
    columns: list[str] | None,
    encoding: str | None,
    dates: DateOrder | None,
    url: str | None,
) -> TableOrder:
    problems: list[str] = []
    fields = pairs("--map", columns or [], "COLUMN=FIELD", problems)
    if problems:
        raise InputError("options", problems)
    return TableOrder(file, hall, fields, encoding, dates, url)


def _say(report: ImportReport, as_json: bool) -> None:
    if as_json:
        found = {"halls": list(report.halls), "counts": dict(report.counts), "notes": list(report.notes)}
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    counts = ", ".join(f"{number} {what}" for what, number in report.counts.items())
    sys.stdout.write(f"{', '.join(report.halls)}: {counts}\n")
    for note in report.notes:
        sys.stdout.write(f"{note}\n")
