"""A run killed in the middle of publishing leaves the database as it was; one killed after it, complete."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.storage.example_publications import CALENDAR, HALL, PERIOD, SETTINGS, STAFF, small_publication

PROJECT = Path(__file__).parents[2]
KILLED_RUN = """
import os, signal, sys
from sqlalchemy import Engine, event
from shiftbid.storage.database import Database
from tests.storage.example_publications import CALENDAR, SETTINGS, small_publication

url, kill_before = sys.argv[1], sys.argv[2]
seen = []

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def before_statement(connection, cursor, statement, parameters, context, many):
    seen.append(statement)
    if statement.startswith(f"INSERT INTO {kill_before} "):
        die()

event.listen(Engine, "before_cursor_execute", before_statement)
if kill_before == "commit":
    event.listen(Engine, "commit", lambda connection: die())
with Database(url) as database, database.unit_of_work() as unit:
    unit.publications.publish(small_publication(), CALENDAR, SETTINGS)
    unit.commit()
    assert any(statement.startswith("INSERT INTO pay_line ") for statement in seen)
    die()
"""


@pytest.fixture
def prepared(own_url: str) -> str:
    with Database(own_url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, STAFF)
        unit.commit()
    return own_url


def kill(url: str, kill_before: str) -> None:
    """Publish in a process of its own, which is killed before it writes to a table, commits, or (`never`) leaves."""
    run = subprocess.run(
        [sys.executable, "-c", KILLED_RUN, url, kill_before], cwd=PROJECT, check=False, capture_output=True, text=True
    )
    assert run.returncode == -signal.SIGKILL, run.stderr


def test_a_killed_publication_is_not_there_at_all(prepared: str) -> None:
    for kill_before in ("publication", "footfall_page_count", "assignment_break", "pay_line", "commit"):
        kill(prepared, kill_before)
        assert check(prepared) == []
        with Database(prepared) as database, database.unit_of_work() as unit:
            assert unit.publications.version(HALL.id, PERIOD) == 0, kill_before
            assert unit.staff.of_hall(HALL.id) == STAFF
    with Database(prepared) as database:
        _publish(database.unit_of_work)


def test_a_publication_killed_after_its_commit_is_complete(prepared: str) -> None:
    kill(prepared, "never")
    assert check(prepared) == []
    with Database(prepared) as database, database.unit_of_work() as unit:
        assert unit.publications.latest(HALL.id, PERIOD) == small_publication()


def _publish(units: UnitOfWorkFactory) -> None:
    with units() as unit:
        unit.publications.publish(small_publication(), CALENDAR, SETTINGS)
        unit.commit()
    with units() as unit:
        assert unit.publications.latest(HALL.id, PERIOD) == small_publication()
