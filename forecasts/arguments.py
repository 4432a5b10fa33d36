"""Command-line arguments shared by the commands that read a history."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, get_args

from forecasts.errors import SettingsError
from forecasts.header import FIELDS
from forecasts.history import Field, HistoryLayout, MissingRows

if TYPE_CHECKING:
    from datetime import date, datetime


def add_history_arguments(parser: argparse.ArgumentParser, missing_rows: MissingRows) -> None:
    """Add the arguments that say which file to read and how; `missing_rows` is the default meaning of a gap."""
    parser.add_argument("history", metavar="HISTORY.csv", help="counts, long or wide; may be .gz")
    parser.add_argument("--sites", metavar="A,B", default="", help="columns (or halls) to use; all if left out")
    parser.add_argument("--country", metavar="CC", help="ISO 3166 code for public holidays, such as NZ")
    parser.add_argument("--subdivision", metavar="S", help="part of the country, such as AUK")
    parser.add_argument("--timezone", metavar="ZONE", help="IANA zone of the file's clock, such as Pacific/Auckland")
    parser.add_argument("--encoding", default="utf-8", help="text encoding of the file (default utf-8)")
    parser.add_argument(
        "--missing-rows",
        choices=get_args(MissingRows),
        default=missing_rows,
        help="what an hour without a row means (default %(default)s)",
    )
    parser.add_argument(
        "--map",
        metavar="COLUMN=FIELD",
        action="append",
        default=[],
        help=f"the file's column COLUMN holds FIELD ({', '.join(FIELDS)}); may be repeated",
    )
    parser.add_argument(
        "--day-starts",
        metavar="HOUR",
        type=int,
        help="hour at which the file's days begin, 6 for 06:00 to 05:59 (default: find out)",
    )
    parser.add_argument("--seed", type=int, default=0, help="seed of everything random (default 0)")


def layout_from(arguments: argparse.Namespace, before: datetime | date | None = None) -> HistoryLayout:
    """Layout the arguments describe.

    Raises
    ------
    SettingsError
        A ``--map`` is not of the form COLUMN=FIELD.
    """
    columns: dict[str, Field] = {}
    for entry in arguments.map:
        column, equals, name = str(entry).rpartition("=")
        field: Field | None = next((field for field in FIELDS if field == name), None)
        if not equals or not column or field is None:
            raise SettingsError(f'--map expects COLUMN=FIELD with FIELD one of {", ".join(FIELDS)}, not "{entry}"')
        columns[column] = field
    sites = tuple(site.strip() for site in str(arguments.sites).split(",") if site.strip())
    return HistoryLayout(
        columns=columns,
        sites=sites,
        timezone=arguments.timezone,
        encoding=arguments.encoding,
        missing_rows=arguments.missing_rows,
        before=before,
        day_starts=arguments.day_starts,
    )


def read_levels(text: str) -> tuple[float, ...]:
    """Quantile levels of a list such as ``0.1,0.5,0.9``.

    Raises
    ------
    SettingsError
        An entry is no number.
    """
    try:
        return tuple(float(entry) for entry in text.split(","))
    except ValueError as error:
        raise SettingsError(f'--quantiles expects levels such as 0.1,0.5,0.9, not "{text}"') from error
