"""The tables are made by migrations, once, whole, and exactly as the code knows them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import HeadMaintainer, MigrationContext
from sqlalchemy import Engine, inspect, text

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage import schema
from shiftbid.storage.database import Database
from shiftbid.storage.engine import create_database_engine, open_engine, parse_url
from shiftbid.storage.schema_version import newest_revision
from shiftbid.storage.tables import METADATA
from tests.storage.raw_sql import query, run_sql


def constraints(engine: Engine) -> Mapping[str, Any]:
    """What autogenerate does not compare: CHECKs and foreign keys with their rules, by table."""
    inspector = inspect(engine)
    return {
        table: (
            sorted((each["name"] or "", each["sqltext"]) for each in inspector.get_check_constraints(table)),
            sorted((each["name"] or "", str(each.get("options"))) for each in inspector.get_foreign_keys(table)),
            sorted(each["name"] or "" for each in inspector.get_unique_constraints(table)),
        )
        for table in METADATA.tables
    }


def test_migrations_make_exactly_the_tables_that_the_code_knows(own_url: str, empty_url: str) -> None:
    migrated, plain = open_engine(own_url), create_database_engine(parse_url(empty_url))
    METADATA.create_all(plain)
    with migrated.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA) == []
        tables = set(inspect(connection).get_table_names())
    assert tables == {*METADATA.tables, "alembic_version"}
    assert constraints(migrated) == constraints(plain)
    migrated.dispose()
    plain.dispose()


def test_a_made_database_is_current_and_made_once(empty_url: str) -> None:
    schema.init(empty_url)
    Database(empty_url).close()
    with pytest.raises(InputError, match="already"):
        schema.init(empty_url)
    schema.ensure(empty_url)
    schema.upgrade(empty_url)
    assert query(empty_url, "SELECT version_num FROM alembic_version") == [(newest_revision(),)]


def test_tables_are_made_where_there_are_none(empty_url: str) -> None:
    schema.ensure(empty_url)
    Database(empty_url).close()


def test_the_tables_of_another_program_are_left_alone(empty_url: str) -> None:
    engine = create_database_engine(parse_url(empty_url))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE invoices (id INTEGER)"))
    engine.dispose()
    with pytest.raises(StorageError, match=r"holds tables of another program \(invoices"):
        schema.init(empty_url)
    with pytest.raises(StorageError, match="run `shiftbid db init`"):
        schema.upgrade(empty_url)
    assert query(empty_url, "SELECT count(*) FROM invoices") == [(0,)]


def test_an_older_database_is_not_opened_before_it_is_upgraded(own_url: str) -> None:
    run_sql(own_url, "UPDATE alembic_version SET version_num = '0005'")
    with pytest.raises(StorageError, match=r"of version 0005.*shiftbid db backup.*shiftbid db upgrade"):
        Database(own_url)


def test_a_newer_database_is_neither_opened_nor_upgraded(own_url: str) -> None:
    run_sql(own_url, "UPDATE alembic_version SET version_num = '9999'")
    for opening in (Database, schema.upgrade):
        with pytest.raises(StorageError, match="install the newer program"):
            opening(own_url)


def test_a_failed_upgrade_leaves_the_database_as_it_was(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(HeadMaintainer, "update_to_step", _after(4, interrupted))
        with pytest.raises(KeyboardInterrupt):
            schema.init(empty_url)
    engine = open_engine(empty_url)
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    schema.init(empty_url)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_missing_file_is_not_made_by_opening_it(empty_url: str, tmp_path: Path) -> None:
    for opening in (Database, schema.upgrade):
        with pytest.raises(StorageError, match=r"There is no database at .*run `shiftbid db init"):
            opening(empty_url)
    assert list(tmp_path.iterdir()) == []


def _after(steps: int, then: Any) -> Any:
    original, done = HeadMaintainer.update_to_step, []

    def update_to_step(self: HeadMaintainer, step: Any) -> None:
        done.append(step)
        if len(done) > steps:
            then()
        original(self, step)

    return update_to_step
