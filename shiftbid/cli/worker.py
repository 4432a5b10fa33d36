"""``shiftbid worker`` and ``shiftbid jobs``: plans that other machines make, and deadlines that pass meanwhile."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from shiftbid.cli.exit_status import reported_errors
from shiftbid.cli.poll_options import AsJson, say, write_json
from shiftbid.domain.plan_job import PlanJob
from shiftbid.services.application import Application

SharedUrl = Annotated[str, typer.Option("--url", help="Shared database, such as postgresql://user@server/shiftbid.")]


def worker(
    context: typer.Context,
    url: SharedUrl,
    once: Annotated[bool, typer.Option("--once", help="Do what is to be done by now, and end.")] = False,
) -> None:
    """Run queued planning jobs, and end votes and rounds at their deadline, until told to stop."""
    application: Application = context.obj
    with reported_errors():
        desk = application.worker_desk(url)
        work = desk.work_once if once else desk.work
        work(_tell)


def jobs(context: typer.Context, url: SharedUrl, as_json: AsJson = False) -> None:
    """Show the planning jobs of a shared database and what became of them."""
    application: Application = context.obj
    with reported_errors():
        known = application.worker_desk(url).jobs()
    if as_json:
        write_json({"jobs": [job_object(each) for each in known]})
        return
    for each in known:
        problem = f": {each.end.problem}" if each.end and each.end.problem else ""
        say(f"{each.id}  {each.state}{problem}")


def job_object(job: PlanJob) -> dict[str, object]:
    """A job as JSON."""
    return {
        "job": job.id,
        "state": job.state.value,
        "ordered_at": job.ordered_at,
        "ended_at": job.end.at if job.end else None,
        "versions": dict(job.end.versions) if job.end else {},
        "problem": job.end.problem if job.end else "",
    }


def _tell(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()
