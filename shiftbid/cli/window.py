"""``shiftbid`` alone: opens the window, and loads none of the commands for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.services.application import Application

WHERE = ("--folder", "--url")


def window_line(application: Application) -> typer.Typer:
    """Build the command line that opens the window; commands can be added to it."""
    app = typer.Typer(
        add_completion=False, pretty_exceptions_enable=False, help="Rosters for networks of service halls."
    )

    @app.callback(invoke_without_command=True)
    def window(
        context: typer.Context,
        folder: Annotated[Path | None, typer.Option(help="Open the window on what a demo published there.")] = None,
        url: Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")] = None,
    ) -> None:
        """Open the window, or run one of the commands below."""
        context.obj = application
        if context.invoked_subcommand is None:
            with reported_errors():
                status = application.open_published(folder) if folder else application.open_window(url)
            raise typer.Exit(status)

    return app


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether arguments surely name no command; where in doubt, all commands are loaded."""
    match list(arguments):
        case []:
            return True
        case [where, _]:
            return where in WHERE
        case _:
            return False
