"""``shiftbid toil``: statements of time off in lieu, its expiry, and the end of employment."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import parse_instant
from shiftbid.domain.toil import EntryKind

if TYPE_CHECKING:
    from shiftbid.services.toil_desk import EndedMinutes, PersonStatement, ToilDesk

toil = typer.Typer(no_args_is_help=True, help="Time off in lieu: statements, expiry, the end of employment.")
WORDS = {EntryKind.PAYOUT: "to be paid", EntryKind.EXPIRE: "lost", EntryKind.EXTEND: "extended"}

Day = Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="Day, such as 2026-05-31.")]
Policy = Annotated[
    Path | None, typer.Option(help="Policy of the house, TOML; what the law starts from where left out.")
]
Url = Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]


@toil.command()
def statement(
    context: typer.Context,
    employee: str,
    on: Annotated[
        datetime | None, typer.Option("--on", formats=["%Y-%m-%d"], help="Day; today where left out.")
    ] = None,
    known_at: Annotated[
        str | None, typer.Option(help="As it was recorded by then, such as 2026-05-31T18:00+08:00.")
    ] = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Print every entry of a person with the balance after it, and what is left until when."""
    with reported_errors():
        moment = None if known_at is None else _moment(known_at)
        told = _desk(context, url).statement(employee, None if on is None else on.date(), moment)
    if as_json:
        sys.stdout.write(json.dumps(_plain(told), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(told.statement.text(told.name))


@toil.command()
def expire(
    context: typer.Context,
    hall: Annotated[str, typer.Option(help="Hall whose staff is meant.")],
    on: Day,
    policy: Policy = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Take days off that began before a day; end the minutes that were to be taken before it, as law and policy say."""
    with reported_errors():
        ended = _desk(context, url).expire(hall, on.date(), policy)
    _say(ended, on.date(), as_json)


@toil.command()
def leaving(
    context: typer.Context,
    employee: str,
    on: Day,
    policy: Policy = None,
    url: Url = None,
    as_json: AsJson = False,
) -> None:
    """Close the balance of a person whose employment ends on a day."""
    with reported_errors():
        ended = _desk(context, url).end_employment(employee, on.date(), policy)
    _say(ended, on.date(), as_json)


def _moment(text: str) -> int:
    try:
        return parse_instant(text)
    except InputError as error:
        raise InputError("--known-at", error.problems) from error


def _plain(told: PersonStatement) -> dict[str, object]:
    found = told.statement
    return {
        "employee": found.employee,
        "name": told.name,
        "hall": told.hall,
        "on": found.on.isoformat(),
        "balance_minutes": found.balance.minutes,
        "free_minutes": found.balance.free_minutes,
        "held_minutes": found.balance.held_minutes,
        "owed_minutes": found.balance.owed_minutes,
        "lots": [
            {"lot": row.lot, "kind": row.kind.value, "minutes": row.minutes, "expires": row.expires.isoformat()}
            for row in found.lots
        ],
        "rows": [
            {
                "entry": row.entry,
                "effective": row.day.isoformat(),
                "kind": row.kind.value,
                "source": row.source,
                "change_minutes": row.change_minutes,
                "balance_minutes": row.balance_minutes,
            }
            for row in found.rows
        ],
    }


def _say(ended: Sequence[EndedMinutes], on: date, as_json: bool) -> None:
    if as_json:
        people = [
            {"employee": each.employee, **{f"{kind.value}_minutes": part for kind, part in each.minutes.items()}}
            for each in ended
        ]
        sys.stdout.write(json.dumps({"on": on.isoformat(), "ended": people}, ensure_ascii=False) + "\n")
        return
    for each in ended:
        parts = ", ".join(f"{minutes} minutes {WORDS[kind]}" for kind, minutes in each.minutes.items())
        sys.stdout.write(f"{each.name} ({each.employee}): {parts}\n")
    if not ended:
        sys.stdout.write(f"Nothing ends on {on.isoformat()}.\n")


def _desk(context: typer.Context, url: str | None) -> ToilDesk:
    return context.obj.toil_desk(url)
