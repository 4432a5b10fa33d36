"""A worker on a shared database (`shiftbid.services.worker_desk.WorkerDesk`)."""

from __future__ import annotations

import asyncio
import os
import socket
import uuid
from collections.abc import Callable, Coroutine, Sequence

import procrastinate
from procrastinate.exceptions import ConnectorException

from shiftbid.domain.errors import StorageError
from shiftbid.domain.plan_job import JobEnd, PlanJob
from shiftbid.services.plan import plan_halls
from shiftbid.services.plan_order import PlanOrder
from shiftbid.services.planning import PlanningGround
from shiftbid.services.poll_ends import WaitingPoll, end_overdue_polls
from shiftbid.services.progress import unheard
from shiftbid.services.publication import Publication
from shiftbid.services.queued_plan import Planner, make_ordered_plan, order_plan
from shiftbid.services.secrets import entropy_secrets
from shiftbid.services.staff_voice import SilentStaff
from shiftbid.services.worker_desk import Teller
from shiftbid.storage.database import Database
from shiftbid.storage.job_queue import add_plan_task, enqueue_plan, give_back_stalled, make_queue, queue_app

WATCH_SECONDS = 60.0

Serving = Callable[[procrastinate.App, Callable[[], None], Teller], Coroutine[None, None, None]]
"""Works on a queue: given it, what ends overdue polls, and who hears of it."""


def plan_silently(ground: PlanningGround) -> Publication:
    """Plan in one go, asking nobody; what is done is told once it is done."""
    return plan_halls(ground.request, ground.inputs, SilentStaff(), entropy_secrets, unheard)


class StoredWorkerDesk:
    """The queue of one PostgreSQL database.

    Parameters
    ----------
    plan
        Plans what an order asks for.
    """

    def __init__(self, url: str, plan: Planner = plan_silently) -> None:
        self._url = url
        self._plan = plan

    def queue(self, order: PlanOrder) -> PlanJob:
        """Order a plan, to be made by whichever worker is free."""
        make_queue(self._url)
        with Database(self._url) as database:
            job = order_plan(database.unit_of_work, str(uuid.uuid4()), order)
        # Two machines that plan one hall and period at once would make the same version.
        enqueue_plan(self._url, job.id, f"{'+'.join(sorted(order.halls))}/{order.period.first}")
        return job

    def jobs(self) -> Sequence[PlanJob]:
        """Every job ordered so far."""
        with Database(self._url) as database, database.unit_of_work() as unit:
            return unit.jobs.all()

    def work(self, tell: Teller) -> None:
        """Work until told to stop: plan what is ordered, end votes and rounds at their deadline."""
        self._run(tell, _serve)

    def work_once(self, tell: Teller) -> None:
        """Do what is to be done by now, and end."""
        self._run(tell, _serve_once)

    def _run(self, tell: Teller, serve: Serving) -> None:
        make_queue(self._url)
        told: set[str] = set()
        with Database(self._url) as database:
            units = database.unit_of_work

            def work(job: str) -> None:
                tell(f"Job {job} is taken up.")
                tell(_end_text(job, make_ordered_plan(units, job, self._plan)))

            def end_polls() -> None:
                for waiting in end_overdue_polls(units):
                    if waiting.poll.id not in told:
                        told.add(waiting.poll.id)
                        tell(_waiting_text(waiting))

            app = queue_app(self._url)
            add_plan_task(app, work)
            # psycopg needs an event loop with selectors, which Windows does not choose by itself.
            with asyncio.Runner(loop_factory=asyncio.SelectorEventLoop) as runner:
                runner.run(serve(app, end_polls, tell))


async def _serve_once(app: procrastinate.App, end_polls: Callable[[], None], tell: Teller) -> None:
    async with app.open_async():
        await _look_after(app, end_polls, tell)
        await app.run_worker_async(name=_machine(), wait=False, concurrency=1)


async def _serve(app: procrastinate.App, end_polls: Callable[[], None], tell: Teller) -> None:
    async with app.open_async(), asyncio.TaskGroup() as group:
        # A plan takes minutes, and deadlines do not wait for it.
        watching = group.create_task(_watch(app, end_polls, tell))
        await app.run_worker_async(name=_machine(), wait=True, concurrency=1)
        watching.cancel()


async def _watch(app: procrastinate.App, end_polls: Callable[[], None], tell: Teller) -> None:
    while True:
        try:
            await _look_after(app, end_polls, tell)
        except (StorageError, ConnectorException) as error:
            tell(f"{error} The worker tries again in a minute.")
        await asyncio.sleep(WATCH_SECONDS)


async def _look_after(app: procrastinate.App, end_polls: Callable[[], None], tell: Teller) -> None:
    given_back = await give_back_stalled(app)
    if given_back:
        tell(f"{given_back} jobs of machines that went silent are taken up again.")
    await asyncio.to_thread(end_polls)


def _machine() -> str:
    return f"{socket.gethostname()}-{os.getpid()}"


def _end_text(job: str, end: JobEnd) -> str:
    if end.problem:
        return f"Job {job} failed: {end.problem}"
    return f"Job {job} is done: {', '.join(f'{hall} version {version}' for hall, version in end.versions)}"


def _waiting_text(waiting: WaitingPoll) -> str:
    poll = waiting.poll
    return (
        f"{poll.kind.capitalize()} {poll.id} takes nothing more; {waiting.boxes} boxes are fixed. Its trustee "
        f"{waiting.trustee} opens them: shiftbid {poll.kind} close --hall {poll.hall} --from {poll.period.first} "
        f"--trustee {waiting.trustee}"
    )
