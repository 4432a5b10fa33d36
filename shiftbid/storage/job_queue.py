"""The queue that hands planning jobs to other machines: procrastinate's, in a schema of its own beside our tables.

The queue carries ids; what is to be planned, and what became of it, stands in our own tables.
"""

from __future__ import annotations

from collections.abc import Callable

import procrastinate
import psycopg
from sqlalchemy import make_url

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage.engine import parse_url

SCHEMA = "procrastinate"
PLAN_TASK = "plan"
STALLED_AFTER_SECONDS = 30.0
"""A job whose machine has not been heard of for so long is given to another."""

_MAKING = 7_263_117_001
"""Key of the lock under which one program at a time makes the queue."""


def queue_app(url: str) -> procrastinate.App:
    """The queue of a database, not opened yet; InputError where the database is not PostgreSQL."""
    if parse_url(url).get_backend_name() != "postgresql":
        raise InputError("--url", ["work is queued in a shared database: give a postgresql:// URL"])
    options = {"options": f"-c search_path={SCHEMA}"}
    return procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=_plain(url), kwargs=options))


def make_queue(url: str) -> None:
    """Make the queue's tables where they are not there yet; StorageError where the database cannot be reached."""
    app = queue_app(url)
    try:
        with psycopg.connect(_plain(url), autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", (_MAKING,))
            connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
            made = connection.execute("SELECT to_regclass(%s)", (f"{SCHEMA}.procrastinate_jobs",)).fetchone()
            if made == (None,):
                with app.open():
                    app.schema_manager.apply_schema()
    except psycopg.Error as error:
        raise StorageError(f"Making the queue failed: {error}. Check the URL and that the server runs.") from error


def enqueue_plan(url: str, job: str, lock: str) -> None:
    """Put a job into the queue.

    Parameters
    ----------
    lock
        Jobs of one lock are worked on one after the other.
    """
    make_queue(url)
    app = queue_app(url)
    with app.open():
        app.configure_task(PLAN_TASK, lock=lock).defer(job=job)


def add_plan_task(app: procrastinate.App, work: Callable[[str], None]) -> None:
    """Say what is done with a job that is taken up."""

    @app.task(name=PLAN_TASK)
    def plan(job: str) -> None:
        work(job)

    del plan


async def give_back_stalled(app: procrastinate.App) -> int:
    """Give the jobs of machines that are not heard of any more back to the queue; gives their number."""
    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS))
    for job in stalled:
        await app.job_manager.retry_job(job)
    return len(stalled)


def _plain(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
