"""``shiftbid terms``: what a hall has agreed beyond the law."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.poll_options import AsJson, HallId, Manager, Url, asked, say, write_json
from shiftbid.domain.hall_terms import MINUTES_PER_HOUR, HallTerms
from shiftbid.domain.round_method import RoundMethod
from shiftbid.services.application import Application

terms = typer.Typer(no_args_is_help=True, help="What a hall has agreed: approvals, appeals, notice, method of rounds.")


@terms.command()
def show(context: typer.Context, hall: HallId, url: Url = None, as_json: AsJson = False) -> None:
    """Show the terms that hold in a hall."""
    application: Application = context.obj
    with reported_errors(), application.exchange_desk(url) as desk:
        _tell(desk.terms(hall), as_json)


@terms.command(name="set")
def set_(
    context: typer.Context,
    hall: HallId,
    manager: Manager,
    manager_approves: Annotated[
        bool | None,
        typer.Option("--manager-approves/--nobody-approves", help="Whether exchanges wait for a manager."),
    ] = None,
    urgent_appeal_hours: Annotated[int | None, typer.Option(help="From an urgent appeal to its decision.")] = None,
    appeal_hours: Annotated[int | None, typer.Option(help="From any other appeal to its decision.")] = None,
    notice_days: Annotated[int | None, typer.Option(help="Days before the period by which a roster is out.")] = None,
    round_method: Annotated[
        RoundMethod | None, typer.Option(help="How rounds are awarded that are opened without naming a method.")
    ] = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Set terms of a hall; what is left out stays as it is."""
    application: Application = context.obj
    who = asked(manager)
    given = {
        "manager_approves": manager_approves,
        "urgent_appeal_minutes": None if urgent_appeal_hours is None else urgent_appeal_hours * MINUTES_PER_HOUR,
        "appeal_minutes": None if appeal_hours is None else appeal_hours * MINUTES_PER_HOUR,
        "notice_days": notice_days,
        "round_method": round_method,
    }
    with reported_errors(), application.exchange_desk(url) as desk:
        changed = replace(desk.terms(hall), **{name: value for name, value in given.items() if value is not None})
        desk.set_terms(hall, who, changed)
    _tell(changed, as_json)


def _tell(held: HallTerms, as_json: bool) -> None:
    if as_json:
        write_json(asdict(held))
        return
    say("Exchanges wait for a manager." if held.manager_approves else "Exchanges wait for no manager.")
    say(f"Urgent appeals are decided within {held.urgent_appeal_minutes / MINUTES_PER_HOUR:g} hours.")
    say(f"Other appeals are decided within {held.appeal_minutes / MINUTES_PER_HOUR:g} hours.")
    say(f"Rosters are published {held.notice_days} days before their period at the latest, by agreement.")
    say(f"Rounds are awarded by {held.round_method} where no other method is named at their opening.")
