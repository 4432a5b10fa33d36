"""Every storage test runs on SQLite and on a real PostgreSQL; each gets a fresh database with the tables made."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage import schema
from shiftbid.storage.database import Database
from shiftbid.storage.tables import METADATA
from tests.storage.example_publications import HALL, STAFF
from tests.storage.postgresql_server import client_programs, running_server


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    with running_server() as url:
        # Nothing here outlives the machine; without waiting for its disk, a database is made in a tenth of the time.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            _on_server(url, f"ALTER SYSTEM SET {setting} = off")
        _on_server(url, "SELECT pg_reload_conf()")
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
def shared_postgresql(postgresql_url: str, made_postgresql: str) -> str:
    _on_server(postgresql_url, f"CREATE DATABASE shared TEMPLATE {made_postgresql}")
    return _named(postgresql_url, "shared")


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
    """An emptied database with tables. Making one takes PostgreSQL half a second, so its tests share one."""
    if backend == "sqlite":
        yield request.getfixturevalue("own_url")
    else:
        shared = request.getfixturevalue("shared_postgresql")
        yield shared
        _empty(shared)


@pytest.fixture
def own_url(backend: str, tmp_path: Path, numbers: Iterator[int], request: pytest.FixtureRequest) -> Generator[str]:
    """A database with tables that the test may spoil."""
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


def _empty(url: str) -> None:
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text("SET session_replication_role = replica"))  # the guards of the tables rest
        for table in METADATA.sorted_tables:
            connection.execute(table.delete())
    engine.dispose()


def _on_server(server: str, statement: str) -> None:
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
