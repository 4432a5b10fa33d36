"""``shiftbid surprise``: more or fewer customers than forecast, and the fewest people to ask."""

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
from shiftbid.services.application import Application

if TYPE_CHECKING:
    from shiftbid.services.footfall_surprise import SurpriseAnswer

DAY = ["%Y-%m-%d"]


def surprise(
    context: typer.Context,
    hall: Annotated[str, typer.Option(help="Hall of the roster.")],
    first: Annotated[datetime, typer.Option("--from", formats=DAY, help="First day.")],
    multiple: Annotated[float, typer.Option("--times", help="Customers expected now, as a multiple of the forecast.")],
    last: Annotated[datetime | None, typer.Option("--to", formats=DAY, help="Last day; the first by default.")] = None,
    known: Annotated[
        datetime | None, typer.Option(formats=DAY, help="Day on which it is known; nothing before it changes.")
    ] = None,
    notice_days: Annotated[int, typer.Option(min=0, help="Days within which nobody's shift is moved.")] = 0,
    url: Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Reckon the heads for more or fewer customers, and find the fewest people to ask; changes nothing."""
    from shiftbid.services.footfall_surprise import FootfallSurprise, SurpriseOrder

    application: Application = context.obj
    with reported_errors(), progress_on_terminal("surprise") as listener:
        told = FootfallSurprise(first.date(), (last or first).date(), multiple, (known or first).date(), notice_days)
        answer = application.plan_surprise(SurpriseOrder(url, hall, told), listener)
    sys.stdout.write(_as_json(answer) if as_json else "\n".join(_lines(answer)) + "\n")


def _as_json(answer: SurpriseAnswer) -> str:
    plan = answer.plan
    return (
        json.dumps(
            {
                "status": plan.repair.status,
                "needed_half_hours": plan.needed_half_hours,
                "needed_before": plan.needed_before,
                "missing_now": plan.missing_now,
                "stages": [asdict(each) for each in plan.repair.stages],
                "asked": [asdict(each) for each in plan.asked],
            },
            default=str,
        )
        + "\n"
    )


def _lines(answer: SurpriseAnswer) -> Iterator[str]:
    plan = answer.plan
    yield (
        f"{plan.needed_half_hours:,} head half-hours are needed instead of {plan.needed_before:,}; "
        f"as published {plan.missing_now:,} would be missing."
    )
    yield from stage_lines(plan.repair.status, plan.repair.stages)
    for each in plan.asked:
        yield from (f"- {answer.names[each.employee]} ({each.employee}): {shift.id}" for shift in each.dropped)
        yield from (f"+ {shift.id}: {stand_in_line(told, answer.names)}" for shift, told in each.added)
