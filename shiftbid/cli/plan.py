"""``shiftbid plan``: plan stored halls and publish the outcome."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from shiftbid.cli.exit_status import BROKEN, reported_errors
from shiftbid.cli.poll_options import LateBecause, say, write_json
from shiftbid.cli.progress_line import progress_on_terminal
from shiftbid.cli.rules_note import RULES_HELP, rules_note
from shiftbid.cli.short_notice import late_option_named
from shiftbid.cli.worker import job_object
from shiftbid.domain.errors import InputError
from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.domain.timeline import Period
from shiftbid.services.application import Application

if TYPE_CHECKING:
    from shiftbid.services.plan_order import PlanOrder
    from shiftbid.services.publication import Publication


def plan(
    context: typer.Context,
    hall: Annotated[list[str], typer.Option("--hall", help="Hall; give it again for halls of one place.")],
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="First day of the period.")],
    weeks: Annotated[int, typer.Option(min=1, max=26, help="Weeks to plan.")] = 4,
    rules: Annotated[str | None, typer.Option(help=RULES_HELP)] = None,
    staff_to: Annotated[
        str, typer.Option(help="Footfall to staff for: mean, +10% or a forecast quantile such as q0.8.")
    ] = "mean",
    seed: Annotated[int, typer.Option(help="Seed of the search.")] = 1,
    workers: Annotated[int | None, typer.Option(min=1, help="Cores to use; all where left out.")] = None,
    late_because: LateBecause = "",
    queue: Annotated[
        bool,
        typer.Option("--queue", help="Have a worker make the plan; needs a shared database (--url postgresql://…)."),
    ] = False,
    url: Annotated[str | None, typer.Option("--url", help="Database; the embedded file where left out.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON and nothing else.")] = False,
    require_promise: Annotated[
        bool, typer.Option("--require-promise", help="Exit 1 where an hour misses its promise.")
    ] = False,
) -> None:
    """Plan halls from stored staff and footfall through every stage, and publish the rosters in the database."""
    from shiftbid.cli.summary_table import print_summary
    from shiftbid.services.plan_order import PlanOrder

    application: Application = context.obj
    with reported_errors(), late_option_named():
        order = PlanOrder(
            url=url,
            halls=tuple(dict.fromkeys(hall)),
            period=Period.of_weeks(first.date(), weeks),
            pack=rules,
            staff_to=StaffingLevel.parse(staff_to),
            seed=seed,
            workers=workers or os.cpu_count() or 1,
            late_because=late_because,
        )
        if queue:
            _queue(application, order, as_json)
            return
        with progress_on_terminal("plan") as listener:
            outcome = application.plan(order, listener)
    publication = outcome.publication
    if as_json:
        sys.stdout.write(outcome.summary_json + "\n")
    else:
        print_summary(publication, [rules_note(publication.settings)])
    if any(each.findings for each in publication.halls) or (require_promise and not _promise_kept(publication)):
        raise typer.Exit(BROKEN)


def _queue(application: Application, order: PlanOrder, as_json: bool) -> None:
    if order.url is None:
        raise InputError("--queue", ["needs a shared database: give --url postgresql://user@server/database"])
    job = application.worker_desk(order.url).queue(order)
    if as_json:
        write_json(job_object(job))
    else:
        say(f"Job {job.id} waits for a worker: `shiftbid worker` takes it up, `shiftbid jobs` tells how it stands.")


def _promise_kept(publication: Publication) -> bool:
    return all(row.kept for each in publication.halls for row in each.certificate)
