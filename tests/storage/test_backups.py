"""A backup brings everything back, or nothing changes."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.storage import postgresql_backup
from shiftbid.storage.backups import backup, restore
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.storage.example_publications import CALENDAR, HALL, PERIOD, SETTINGS, STAFF, small_publication

pytestmark = pytest.mark.usefixtures("programs_on_path")


def fill(url: str) -> None:
    with Database(url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, STAFF)
        unit.publications.publish(small_publication(), CALENDAR, SETTINGS)
        unit.commit()


def assert_filled(url: str) -> None:
    assert check(url) == []
    with Database(url) as database, database.unit_of_work() as unit:
        assert unit.publications.latest(HALL.id, PERIOD) == small_publication()
        assert unit.publications.version(HALL.id, PERIOD) == 1


def test_what_was_published_after_the_backup_is_gone_again(own_url: str, tmp_path: Path) -> None:
    file = tmp_path / "saved"
    fill(own_url)
    backup(own_url, file)
    with Database(own_url) as database, database.unit_of_work() as unit:
        unit.publications.publish(small_publication(2), CALENDAR, SETTINGS)
        unit.commit()
    restore(own_url, file)
    assert_filled(own_url)
    assert not file.with_name("saved.part").exists()


def test_a_backup_fills_an_empty_database(own_url: str, empty_url: str, tmp_path: Path) -> None:
    fill(own_url)
    backup(own_url, tmp_path / "saved")
    restore(empty_url, tmp_path / "saved")
    assert_filled(empty_url)


def test_a_backup_is_never_overwritten(own_url: str, tmp_path: Path) -> None:
    file = tmp_path / "saved"
    file.write_text("precious")
    with pytest.raises(InputError, match="exists already"):
        backup(own_url, file)
    assert file.read_text() == "precious"


def test_a_database_without_tables_is_not_backed_up(backend: str, empty_url: str, tmp_path: Path) -> None:
    if backend == "sqlite":
        sqlite3.connect(tmp_path / "empty.db").close()
    with pytest.raises(StorageError, match="nothing to back up"):
        backup(empty_url, tmp_path / "saved")
    assert not (tmp_path / "saved").exists()


def test_a_folder_that_is_not_there_is_named(own_url: str, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=r"nowhere"):
        backup(own_url, tmp_path / "nowhere" / "saved")


@pytest.mark.parametrize("content", [None, b"", b"hello, world " * 100])
def test_what_is_no_backup_changes_nothing(own_url: str, tmp_path: Path, content: bytes | None) -> None:
    fill(own_url)
    file = tmp_path / "saved"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InputError, match=r"shiftbid db backup|is no backup"):
        restore(own_url, file)
    assert_filled(own_url)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_damaged_backup_changes_nothing(own_url: str, tmp_path: Path) -> None:
    fill(own_url)
    file = tmp_path / "saved"
    backup(own_url, file)
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2 :] = bytes(len(damaged) - len(damaged) // 2)
    file.write_bytes(damaged)
    with pytest.raises(InputError, match="damaged"):
        restore(own_url, file)
    assert_filled(own_url)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_backup_takes_the_place_of_a_file_that_is_damaged(own_url: str, tmp_path: Path) -> None:
    fill(own_url)
    backup(own_url, tmp_path / "saved")
    (tmp_path / "shiftbid.db").write_bytes(b"rubbish " * 1000)
    with pytest.raises(StorageError, match="Move that file away"):
        restore(own_url, tmp_path / "saved")
    (tmp_path / "shiftbid.db").unlink()
    restore(own_url, tmp_path / "saved")
    assert_filled(own_url)


@pytest.mark.parametrize("backend", ["postgresql"])
def test_a_dump_that_fails_half_way_changes_nothing(own_url: str, tmp_path: Path) -> None:
    fill(own_url)
    backup(own_url, tmp_path / "saved")
    (tmp_path / "half").write_bytes((tmp_path / "saved").read_bytes()[:-2000])
    with pytest.raises(StorageError, match=r"pg_restore on postgresql://.*failed: .*Nothing was changed"):
        restore(own_url, tmp_path / "half")
    assert_filled(own_url)


@pytest.mark.parametrize("backend", ["postgresql"])
def test_missing_client_programs_are_named(own_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(postgresql_backup, "PROGRAM_FOLDERS", tmp_path)
    with pytest.raises(StorageError, match=r"needs its program pg_dump, version \d+ or newer.*Install the package"):
        backup(own_url, tmp_path / "saved")


@pytest.mark.parametrize(
    ("answer", "version"),
    [("pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", 15), ("pg_dump (PostgreSQL) 18.4", 18), ("", 0)],
)
@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_program_says_its_version(answer: str, version: int, tmp_path: Path) -> None:
    program = tmp_path / "pg_dump"
    program.write_text(f"#!/bin/sh\necho '{answer}'\n")
    program.chmod(0o755)
    assert postgresql_backup.program_version(str(program)) == version
