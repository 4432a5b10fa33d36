"""A small hall that is planned once for all journeys, whichever worker comes first."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from shiftbid.bootstrap.demo_account import add_demo_account
from shiftbid.bootstrap.desktop import StoredDesktop
from shiftbid.bootstrap.places import sqlite_url
from shiftbid.domain.account import Role, User
from shiftbid.services.progress import Progress
from shiftbid.services.sample_intake import store_sample
from shiftbid.services.samples import Sample
from shiftbid.storage.database import Database
from shiftbid.storage.schema import init
from tests.journeys.small_sample import small_sample

_FILE = "hall.sqlite"


@pytest.fixture(scope="session")
def sample() -> Sample:
    """What the planned hall was planned from."""
    return small_sample()


@pytest.fixture(scope="session")
def planned_folder(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database whose hall has its first period planned; nobody may change it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "planned_hall"
    with (shared / "planned_hall.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = tmp_path_factory.mktemp("unfinished")
            _plan(sample, sqlite_url(unfinished / _FILE))
            shutil.copytree(unfinished, folder)
    return folder


@pytest.fixture
def planned_url(planned_folder: Path, tmp_path: Path) -> str:
    """A copy of the planned hall for one test alone."""
    return sqlite_url(Path(shutil.copytree(planned_folder, tmp_path / "planned")) / _FILE)


def _plan(sample: Sample, url: str) -> None:
    init(url)
    with Database(url) as database:
        add_demo_account(database.unit_of_work)
        store_sample(sample, database.unit_of_work)
    manager = User("mere", "Mere", Role.MANAGER, None, "")
    with StoredDesktop(url) as desktop:
        desktop.plan_command(manager, sample.halls[0].hall.id, sample.period.first, 1)(_ignore)


def _ignore(progress: Progress) -> None:
    del progress
