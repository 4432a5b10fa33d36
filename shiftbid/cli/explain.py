"""``shiftbid explain``: why a plan leaves demand uncovered, and what would mend it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.services.application import Application

if TYPE_CHECKING:
    from shiftbid.services.missing_demand import HallExplanation

REPAIRS_SHOWN = 5


class Language(StrEnum):
    """Languages of the sentences."""

    ENGLISH = "en"
    CHINESE = "zh"


def explain(
    context: typer.Context,
    hall: Annotated[str | None, typer.Option(help="Hall; all where left out.")] = None,
    language: Annotated[Language, typer.Option(help="Language of the sentences.")] = Language.ENGLISH,
    url: Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Name the smallest sets of needs, rules and people that keep the latest plan from covering its demand."""
    from shiftbid.services.missing_demand import ExplainOrder

    application: Application = context.obj
    with reported_errors(), progress_on_terminal("explain") as listener:
        explained = application.explain(ExplainOrder(url, hall, language.value), listener)
    if as_json:
        sys.stdout.write(json.dumps({"halls": [asdict(each) for each in explained]}, default=str) + "\n")
    else:
        sys.stdout.write("\n".join(_lines(explained)) + "\n")


def _lines(explained: Sequence[HallExplanation]) -> Iterator[str]:
    for each in explained:
        if not each.conflicts:
            proven = "All demand can be met." if each.decided else "No conflict was found within the work limit."
            yield f"{each.hall}: {proven}"
        for conflict in each.conflicts:
            yield f"{each.hall}: {conflict.sentence}"
            yield from (f"  - {repair}" for repair in conflict.repairs[:REPAIRS_SHOWN])
            if len(conflict.repairs) > REPAIRS_SHOWN:
                yield f"  … {len(conflict.repairs) - REPAIRS_SHOWN} more with --json"
