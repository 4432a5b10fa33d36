"""``shiftbid why``: why this person and not that one, and what changing a cell of the roster would cost."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.explain import Language
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.services.application import Application
from shiftbid.services.cell_reason import CellQuestion, CellReason, WhyOrder

DAY = ["%Y-%m-%d"]
ALTERNATIVES_SHOWN = 8


def why(
    context: typer.Context,
    employee: Annotated[str, typer.Argument(help="Whose cell.")],
    day: Annotated[datetime, typer.Argument(formats=DAY, help="Day of the cell.")],
    hall: Annotated[str, typer.Option(help="Hall of the roster.")],
    instead: Annotated[str | None, typer.Option(help="Who might have it instead; everybody where left out.")] = None,
    language: Annotated[Language, typer.Option(help="Language of the sentences.")] = Language.ENGLISH,
    url: Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Say why somebody has, or has not, a shift on a day, and what any other way would cost; changes nothing."""
    application: Application = context.obj
    with reported_errors(), progress_on_terminal("why") as listener:
        question = CellQuestion(employee, day.date(), instead, language.value)
        reason = application.why_cell(WhyOrder(url, hall, question), listener)
    sys.stdout.write(json.dumps(asdict(reason)) + "\n" if as_json else "\n".join(_lines(reason)) + "\n")


def _lines(reason: CellReason) -> Iterator[str]:
    yield reason.sentence
    yield from reason.recorded
    yield from (f"  - {each.sentence}" for each in reason.alternatives[:ALTERNATIVES_SHOWN])
    if len(reason.alternatives) > ALTERNATIVES_SHOWN:
        yield f"  … {len(reason.alternatives) - ALTERNATIVES_SHOWN} more with --json"
    if reason.repair:
        yield reason.repair.sentence
