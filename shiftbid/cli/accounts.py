"""``shiftbid accounts``: who may sign in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.domain.account import Role
from shiftbid.services.accounts import NewUser
from shiftbid.services.application import Application

accounts = typer.Typer(no_args_is_help=True, help="People who may sign in.")


@accounts.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Name that the person types to sign in.")],
    role: Annotated[Role, typer.Option(help="What the person does here.")],
    employee: Annotated[str | None, typer.Option(help="Id of the employee who votes and bids as this person.")] = None,
    manager: Annotated[str | None, typer.Option(help="Manager who adds; not needed for the first account.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")] = None,
) -> None:
    """Add a person. The first account of a database must be a manager's; later ones are added by a manager."""
    application: Application = context.obj
    manager_pin = typer.prompt(f"PIN of {manager}", hide_input=True) if manager else ""
    pin = typer.prompt(f"PIN for {name}", hide_input=True, confirmation_prompt=True)
    with reported_errors():
        user = application.add_account(
            url,
            NewUser(name.strip().casefold(), name, role, employee, pin),
            (manager, manager_pin) if manager else None,
        )
    sys.stdout.write(f"{user.name} may sign in as {user.role}.\n")
