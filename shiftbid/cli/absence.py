"""``shiftbid absence``: who could step in, and the repair that touches fewest people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.cli.repair_lines import stage_lines, stand_in_line
from shiftbid.domain.timeline import format_instant
from shiftbid.services.application import Application

if TYPE_CHECKING:
    from shiftbid.services.absence import AbsenceAnswer

STAND_INS_SHOWN = 5
DAY = ["%Y-%m-%d"]


def absence(
    context: typer.Context,
    hall: Annotated[str, typer.Option(help="Hall of the roster.")],
    employee: Annotated[str, typer.Option(help="Who is away.")],
    first: Annotated[datetime, typer.Option("--from", formats=DAY, help="First day away.")],
    last: Annotated[
        datetime | None, typer.Option("--to", formats=DAY, help="Last day away; the first by default.")
    ] = None,
    known: Annotated[
        datetime | None, typer.Option(formats=DAY, help="Day on which it is known; nothing before it changes.")
    ] = None,
    notice_days: Annotated[int, typer.Option(min=0, help="Days within which nobody's shift is moved.")] = 0,
    url: Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Find out who can step in for somebody, and the roster that touches fewest people; changes nothing."""
    from shiftbid.services.absence import Absence, AbsenceOrder

    application: Application = context.obj
    with reported_errors(), progress_on_terminal("absence") as listener:
        away = Absence(employee, first.date(), (last or first).date(), (known or first).date(), notice_days)
        answer = application.plan_absence(AbsenceOrder(url, hall, away), listener)
    sys.stdout.write(_as_json(answer) if as_json else "\n".join(_lines(answer)) + "\n")


def _as_json(answer: AbsenceAnswer) -> str:
    plan = answer.plan
    return (
        json.dumps(
            {
                "status": plan.repair.status,
                "stages": [asdict(each) for each in plan.repair.stages],
                "changes": [asdict(each) for each in plan.repair.changes],
                "open_shifts": [
                    {"shift": each.shift.id, "stand_ins": [asdict(one) for one in each.stand_ins]}
                    for each in plan.open_shifts
                ],
            }
        )
        + "\n"
    )


def _lines(answer: AbsenceAnswer) -> Iterator[str]:
    for each in answer.plan.open_shifts:
        start, end = (format_instant(moment, answer.zone) for moment in (each.shift.span.start, each.shift.span.end))
        yield f"{each.shift.template}, {start[:10]} {start[11:16]}–{end[11:16]}: who could take it"
        yield from (f"  {stand_in_line(one, answer.names)}" for one in each.stand_ins[:STAND_INS_SHOWN])
    yield ""
    found = answer.plan.repair
    yield from stage_lines(found.status, found.stages)
    for change in found.changes:
        yield f"{answer.names[change.employee]} ({change.employee})"
        yield from (f"  - {shift}" for shift in change.dropped)
        yield from (f"  + {shift}" for shift in change.added)
