"""``shiftbid accounts``: who may sign in."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.poll_options import Url
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
    url: Url = None,
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


@accounts.command(name="reset-pin")
def reset_pin(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Name of the person whose PIN was forgotten.")],
    manager: Annotated[str, typer.Option(help="Manager who resets it.")],
    url: Url = None,
) -> None:
    """Give a person a new PIN and unlock the name. Keys that lie under the old PIN stay under it."""
    application: Application = context.obj
    manager_pin = typer.prompt(f"PIN of {manager}", hide_input=True)
    pin = typer.prompt(f"PIN for {name}", hide_input=True, confirmation_prompt=True)
    with reported_errors():
        user = application.reset_pin(url, name, pin, (manager, manager_pin))
    sys.stdout.write(f"{user.name} signs in by the new PIN.\n")
