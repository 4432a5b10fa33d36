"""``shiftbid db``: the storage behind the program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import BROKEN, reported_errors
from shiftbid.services.database import DatabaseKeeper

database = typer.Typer(no_args_is_help=True, help="Make, upgrade, check, back up and restore the database.")

Url = Annotated[
    str | None, typer.Option("--url", help="Database, such as postgresql://…; the embedded file where left out.")
]


@database.command()
def init(context: typer.Context, url: Url = None) -> None:
    """Make an empty database."""
    with reported_errors():
        sys.stdout.write(f"Made {_keeper(context, url).init()}\n")


@database.command()
def upgrade(context: typer.Context, url: Url = None) -> None:
    """Bring a database to this version's tables."""
    with reported_errors():
        _keeper(context, url).upgrade()
        sys.stdout.write("The database has this version's tables.\n")


@database.command()
def check(context: typer.Context, url: Url = None) -> None:
    """Check tables, references, journal sums and the hash chain."""
    with reported_errors():
        problems = _keeper(context, url).check()
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"{len(problems)} problems.\n" if problems else "The database is sound.\n")
    if problems:
        raise typer.Exit(BROKEN)


@database.command()
def backup(context: typer.Context, file: Path, url: Url = None) -> None:
    """Copy the database into a file, also while it is in use."""
    with reported_errors():
        _keeper(context, url).backup(file)
        sys.stdout.write(f"Backed up to {file}\n")


@database.command()
def restore(context: typer.Context, file: Path, url: Url = None) -> None:
    """Put a backup in the database's place."""
    with reported_errors():
        _keeper(context, url).restore(file)
        sys.stdout.write(f"Restored from {file}\n")


def _keeper(context: typer.Context, url: str | None) -> DatabaseKeeper:
    return context.obj.database(url)
