"""Plans queued to other machines, and deadlines that pass meanwhile, on a real PostgreSQL."""

from __future__ import annotations

import json
import signal
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from shiftbid.bootstrap.application import WiredApplication
from shiftbid.bootstrap.worker_desk import StoredWorkerDesk
from shiftbid.cli.app import command_line
from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.plan_job import JobState
from shiftbid.domain.poll import Poll, PollKind
from shiftbid.domain.staffing_level import EXPECTED
from shiftbid.services.plan_order import PlanOrder
from shiftbid.services.planning import PlanningGround
from shiftbid.services.poll_ends import end_overdue_polls
from shiftbid.services.publication import Publication
from shiftbid.services.queued_plan import make_ordered_plan, order_of
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.storage.at_once import Clock
from tests.storage.exchange_roster import ANA, BEFORE, BO, CALENDAR, MANAGER, NORTH, STAFF, WEEK, published_week
from tests.storage.raw_sql import query, run_sql, run_unguarded

ENDLESS = """
import sys, time
from shiftbid.bootstrap.worker_desk import StoredWorkerDesk
StoredWorkerDesk(sys.argv[1], lambda ground: time.sleep(3600)).work_once(print)
"""
"""A worker whose plans are never done."""
ORDER = PlanOrder(None, (NORTH.id,), WEEK, None, EXPECTED, seed=1, workers=1)


def unheard(_: str) -> None:
    """Nobody listens."""


def week(ground: PlanningGround) -> Publication:
    """The published week, whatever was read."""
    return Publication(ground.request.period, CALENDAR, {"pack": "HOUSE"}, (published_week(),), (), ())


def unplannable(ground: PlanningGround) -> Publication:
    raise InputError("plan", [f"{ground.inputs[0].hall.name} has no footfall"])


def store(url: str) -> None:
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(NORTH)
        unit.staff.replace(NORTH.id, STAFF)
        for user in (MANAGER, ANA, BO):
            unit.users.add(user)
        unit.commit()


@pytest.fixture
def shared(own_url: str) -> str:
    """URL of a shared database with a hall and its staff."""
    store(own_url)
    return own_url


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_queued_plan_is_made_by_a_worker_once(shared: str) -> None:
    desk, said = StoredWorkerDesk(shared, week), list[str]()
    job = desk.queue(ORDER)
    assert order_of(job) == ORDER
    assert [each.state for each in desk.jobs()] == [JobState.WAITING]
    desk.work_once(said.append)
    desk.work_once(said.append)
    assert said == [f"Job {job.id} is taken up.", f"Job {job.id} is done: north version 1"]
    (done,) = desk.jobs()
    assert (done.state, done.end and done.end.versions) == (JobState.DONE, (("north", 1),))
    with Database(shared) as database:
        assert make_ordered_plan(database.unit_of_work, job.id, week) == done.end
        with database.unit_of_work() as unit:
            assert unit.publications.version(NORTH.id, WEEK) == 1
    assert check(shared) == []


@pytest.mark.parametrize("backend", ["postgresql"])
def test_the_job_of_a_machine_that_was_killed_is_taken_up_again(shared: str) -> None:
    desk, said = StoredWorkerDesk(shared, week), list[str]()
    job = desk.queue(ORDER)
    with subprocess.Popen([sys.executable, "-u", "-c", ENDLESS, shared], stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert next(worker.stdout) == f"Job {job.id} is taken up.\n"
        worker.kill()
    desk.work_once(said.append)
    assert said == []
    silent = "UPDATE procrastinate.procrastinate_workers SET last_heartbeat = now() - interval '1 minute'"
    run_sql(shared, silent)
    desk.work_once(said.append)
    assert said == [
        "1 jobs of machines that went silent are taken up again.",
        f"Job {job.id} is taken up.",
        f"Job {job.id} is done: north version 1",
    ]


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_plan_that_cannot_be_made_says_why(shared: str) -> None:
    desk, said = StoredWorkerDesk(shared, unplannable), list[str]()
    job = desk.queue(ORDER)
    desk.work_once(said.append)
    assert said[-1] == f"Job {job.id} failed: plan: North has no footfall"
    runner = CliRunner()
    told = runner.invoke(command_line(WiredApplication()), ["jobs", "--url", shared, "--json"])
    assert [each["state"] for each in json.loads(told.stdout)["jobs"]] == ["failed"]
    assert "failed: plan: North" in runner.invoke(command_line(WiredApplication()), ["jobs", "--url", shared]).stdout
    with Database(shared) as database, pytest.raises(BugError, match="not on record"):
        make_ordered_plan(database.unit_of_work, "nobody's", week)


@pytest.mark.parametrize("backend", ["postgresql"])
def test_plans_are_queued_and_made_by_commands(shared: str) -> None:
    def run(*arguments: str) -> str:
        result = CliRunner().invoke(command_line(WiredApplication()), [*arguments, "--url", shared])
        assert result.exit_code == 0, result.output
        return result.stdout

    plan = ("plan", "--hall", "north", "--from", WEEK.first.isoformat(), "--weeks", "1", "--queue")
    assert "waits for a worker" in run(*plan)
    assert json.loads(run(*plan, "--json"))["state"] == "waiting"
    # Nothing was ever counted in this hall, so that both plans fail at once.
    assert run("worker", "--once").count("failed: ") == 2


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_worker_stays_until_it_is_told_to_stop(shared: str) -> None:
    command = [sys.executable, "-m", "shiftbid", "worker", "--url", shared]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        job = StoredWorkerDesk(shared).queue(ORDER)
        assert worker.stdout is not None
        said = [next(worker.stdout), next(worker.stdout)]
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=60) == 0
    # Nothing was ever counted in this hall.
    assert said[0] == f"Job {job.id} is taken up.\n"
    assert said[1].startswith(f"Job {job.id} failed: ")


def test_only_a_shared_database_has_a_queue(own_url: str, backend: str) -> None:
    store(own_url)
    if backend == "postgresql":
        with pytest.raises(InputError, match="no hall 'south'"):
            StoredWorkerDesk(own_url).queue(PlanOrder(None, ("south",), WEEK, None, EXPECTED, seed=1, workers=1))
        assert query(own_url, "SELECT count(*) FROM procrastinate.procrastinate_jobs") == [(0,)]
        return
    with pytest.raises(InputError, match="give a postgresql:// URL"):
        StoredWorkerDesk(own_url).queue(ORDER)


def test_boxes_are_fixed_at_the_deadline_and_the_trustee_is_named(url: str) -> None:
    clock = Clock(BEFORE)
    store(url)
    bidding = Poll(PollKind.ROUND, NORTH.id, WEEK, 1, MANAGER.id, BEFORE, BEFORE + 99, BO.id, "key", "{}")
    with Database(url, clock) as database:
        with database.unit_of_work() as unit:
            unit.polls.open(bidding, "locked")
            unit.polls.add_entry(bidding.id, "ana", ANA.id, "box")
            unit.commit()
        assert end_overdue_polls(database.unit_of_work) == ()
        clock.now = BEFORE + 99
        (waiting,) = end_overdue_polls(database.unit_of_work)
        assert (waiting.poll.id, waiting.trustee, waiting.boxes) == (bidding.id, "Bo", 1)
        end_overdue_polls(database.unit_of_work)
        with database.unit_of_work() as unit:
            assert [record.path for record in unit.records.all()] == [f"{bidding.id}/end"]
    run_unguarded(url, "UPDATE poll_entry SET box = 'another'")
    assert f"The boxes of {bidding.id} are not those that counted at its deadline." in check(url)


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_worker_tells_whose_turn_it_is(shared: str) -> None:
    with Database(shared, Clock(BEFORE)) as database, database.unit_of_work() as unit:
        unit.polls.open(
            Poll(PollKind.ROUND, NORTH.id, WEEK, 1, MANAGER.id, BEFORE, BEFORE + 99, BO.id, "key", "{}"), "locked"
        )
        unit.commit()
    said = list[str]()
    StoredWorkerDesk(shared, week).work_once(said.append)
    assert len(said) == 1
    assert "0 boxes are fixed. Its trustee Bo opens them: shiftbid round close --hall north" in said[0]
