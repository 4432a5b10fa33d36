"""A check finds what was damaged from outside, and is silent about a sound database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from shiftbid.domain.errors import StorageError
from shiftbid.services.ports import CHAIN_START
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from shiftbid.storage.engine import parse_url, shown
from shiftbid.storage.keeper import SqlDatabaseKeeper
from tests.storage.example_publications import CALENDAR, HALL, LOT, OPENING, SETTINGS, STAFF, small_publication
from tests.storage.raw_sql import query, run_sql, run_unguarded


@pytest.fixture
def filled(own_url: str) -> str:
    with Database(own_url) as database, database.unit_of_work() as unit:
        unit.halls.add(HALL)
        unit.staff.replace(HALL.id, STAFF)
        unit.publications.publish(small_publication(), CALENDAR, SETTINGS)
        unit.journal.append((LOT,), (OPENING,))
        first = unit.records.append("one", "a" * 64, CHAIN_START)
        unit.records.append("two", "b" * 64, first.hash)
        unit.commit()
    return own_url


def test_a_sound_database_has_no_problems(filled: str) -> None:
    assert check(filled) == []
    assert SqlDatabaseKeeper(filled).check() == ()


def test_a_changed_record_breaks_the_chain(filled: str) -> None:
    run_unguarded(filled, "UPDATE record SET path = 'other' WHERE sequence = 0")
    assert check(filled) == ["Record 0 (other) does not fit the hash chain."]


def test_a_removed_record_breaks_the_chain(filled: str) -> None:
    run_unguarded(filled, "DELETE FROM record WHERE sequence = 0")
    assert check(filled) == ["Record 1 (two) does not fit the hash chain."]


def test_changed_minutes_unbalance_the_journal(filled: str) -> None:
    run_unguarded(filled, "UPDATE toil_posting SET minutes = -1 WHERE account = 'bank'")
    assert check(filled) == [
        "TOIL entry opening/e1 does not balance: its postings sum to -121 minutes.",
        "TOIL lot e1/opening is overdrawn by 1 minutes.",
    ]


def test_a_lot_given_to_another_person_is_found(filled: str) -> None:
    run_unguarded(filled, "UPDATE toil_lot SET employee_id = 'e2'")
    assert check(filled) == ["TOIL entry opening/e1 draws on lot e1/opening of another person."]


def test_tables_changed_by_hand_are_found(filled: str) -> None:
    run_sql(filled, "ALTER TABLE hall ADD COLUMN colour TEXT")
    problems = check(filled)
    assert len(problems) == 1
    assert "changed by hand" in problems[0]
    assert "colour" in problems[0]


def test_an_old_version_is_the_only_problem_named(filled: str) -> None:
    run_sql(filled, "UPDATE alembic_version SET version_num = '0001'", "ALTER TABLE hall ADD COLUMN colour TEXT")
    problems = check(filled)
    assert len(problems) == 1
    assert "are of version 0001" in problems[0]


@pytest.mark.parametrize("backend", ["sqlite"])
def test_rows_that_refer_to_nothing_are_found(filled: str) -> None:
    run_unguarded(filled, "PRAGMA foreign_keys=OFF")
    with closing(sqlite3.connect(filled.removeprefix("sqlite:///"))) as plain:
        plain.execute("DELETE FROM finding WHERE position = 0")
        plain.commit()
    problems = check(filled)
    assert len(problems) == 2
    assert "of finding_shift refers to a row of finding that is not there" in problems[0]


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_damaged_file_is_found(filled: str) -> None:
    page = query(filled, "SELECT rootpage FROM sqlite_master WHERE name = 'pay_line'")[0][0]
    page_bytes = query(filled, "PRAGMA page_size")[0][0]
    file = Path(filled.removeprefix("sqlite:///"))
    content = bytearray(file.read_bytes())
    content[(page - 1) * page_bytes : page * page_bytes] = b"\xff" * page_bytes
    file.write_bytes(content)
    problems = check(filled)
    assert problems
    assert all("damaged" in problem for problem in problems)


@pytest.mark.parametrize("backend", ["sqlite"])
def test_a_database_that_is_not_there_cannot_be_checked(empty_url: str) -> None:
    with pytest.raises(StorageError, match="There is no database"):
        check(empty_url)


def test_an_empty_database_has_no_tables(empty_url: str, backend: str, tmp_path: Path) -> None:
    if backend == "sqlite":
        (tmp_path / "empty.db").touch()
    assert [problem.partition(" holds ")[2] for problem in check(empty_url)] == [
        "no tables of shiftbid: run `shiftbid db init`."
    ]


def test_the_keeper_makes_checks_and_copies(empty_url: str, tmp_path: Path, programs_on_path: None) -> None:
    keeper = SqlDatabaseKeeper(empty_url)
    assert keeper.init() == shown(parse_url(empty_url))
    keeper.upgrade()
    keeper.backup(tmp_path / "saved")
    keeper.restore(tmp_path / "saved")
    assert keeper.check() == ()
