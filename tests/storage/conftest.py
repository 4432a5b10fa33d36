"""Every storage test runs on SQLite and on a real PostgreSQL; each gets a fresh database with the tables made."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage import schema
from shiftbid.storage.database import Database
from tests.storage.example_publications import HALL, STAFF
from tests.storage.postgresql_server import client_programs, running_server

NewDatabase = Callable[[], str]
"""Gives the URL of a database that exists nowhere else; with tables or without, by the fixture."""


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    with running_server() as url:
        yield url


@pytest.fixture(scope="session")
def made_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("made") / "made.db"
    schema.init(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def made_postgresql(postgresql_url: str) -> str:
    _on_server(postgresql_url, "CREATE DATABASE made")
    schema.init(_named(postgresql_url, "made"))
    return "made"


@pytest.fixture(scope="session")
def numbers() -> Iterator[int]:
    return itertools.count()


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def empty_url(backend: str, tmp_path: Path, numbers: Iterator[int], request: pytest.FixtureRequest) -> Generator[str]:
    """A database without tables; for SQLite, a file that does not exist yet."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        yield from _postgresql_database(
            request.getfixturevalue("postgresql_url"), f"empty_{next(numbers)}", "template0"
        )


@pytest.fixture
def url(backend: str, tmp_path: Path, numbers: Iterator[int], request: pytest.FixtureRequest) -> Generator[str]:
    """A database with tables."""
    if backend == "sqlite":
        shutil.copy(request.getfixturevalue("made_sqlite"), tmp_path / "shiftbid.db")
        yield f"sqlite:///{tmp_path / 'shiftbid.db'}"
    else:
        server, made = request.getfixturevalue("postgresql_url"), request.getfixturevalue("made_postgresql")
        yield from _postgresql_database(server, f"test_{next(numbers)}", made)


@pytest.fixture
def units(url: str) -> Generator[UnitOfWorkFactory]:
    with Database(url) as database:
        yield database.unit_of_work


@pytest.fixture
def staffed(units: UnitOfWorkFactory) -> UnitOfWorkFactory:
    """Units of work on a database that knows the example's hall and its people."""
    with units() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, STAFF)
        unit.commit()
    return units


@pytest.fixture
def programs_on_path(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put PostgreSQL's client programs on the search path."""
    programs = client_programs()
    if backend == "postgresql" and programs:
        monkeypatch.setenv("PATH", str(programs), prepend=":")


def _postgresql_database(server: str, name: str, template: str) -> Generator[str]:
    _on_server(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    yield _named(server, name)
    _on_server(server, f"DROP DATABASE {name} WITH (FORCE)")


def _named(server: str, database: str) -> str:
    return make_url(server).set(database=database).render_as_string(hide_password=False)


def _on_server(server: str, statement: str) -> None:
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
