"""Random TOIL operations on a database that fails amid them: all or nothing is stored, and replays add nothing."""

from __future__ import annotations

import random
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from shiftbid.domain.errors import InputError
from shiftbid.domain.toil import ToilAccount
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage.checking import check
from shiftbid.storage.database import Database
from tests.properties.toil_operations import Operation, overdrawn, overdrawn_by_day, random_operation, sums
from tests.storage.example_publications import HALL, STAFF

PERSON = "e1"
OPERATIONS = 60


class CrashError(Exception):
    """The program died here."""


@contextmanager
def crash_at(statement: int | None) -> Generator[None]:
    """Die before the given INSERT of what follows, or, at 0, before its end is made lasting."""
    seen = 0

    def before(connection: object, cursor: object, text: str, parameters: object, context: object, many: bool) -> None:
        nonlocal seen
        seen += text.startswith("INSERT INTO toil_")
        if seen == statement and text.startswith("INSERT INTO toil_"):
            raise CrashError

    def before_commit(connection: object) -> None:
        if statement == 0:
            raise CrashError

    event.listen(Engine, "before_cursor_execute", before)
    event.listen(Engine, "commit", before_commit)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", before)
        event.remove(Engine, "commit", before_commit)


def stored(units: UnitOfWorkFactory) -> ToilLedger:
    with units() as unit:
        return ToilLedger(PERSON, unit.journal.lots(PERSON), unit.journal.entries(PERSON))


def asked(operation: Operation, units: UnitOfWorkFactory) -> Change:
    """Do an operation as a use case does: read, decide, add, commit."""
    with units() as unit:
        ledger = ToilLedger(PERSON, unit.journal.lots(PERSON), unit.journal.entries(PERSON))
        try:
            change = operation.do(ledger)
        except InputError:
            return Change()
        unit.journal.append(change.lots, change.entries)
        unit.commit()
        return change


@pytest.mark.slow
def test_what_fails_halfway_never_happened_and_is_done_once_when_asked_again(made_sqlite: Path, tmp_path: Path) -> None:
    shutil.copy(made_sqlite, tmp_path / "journal.db")
    url, rng, crashes = f"sqlite:///{tmp_path / 'journal.db'}", random.Random(7), 0
    with Database(url) as database:
        units = database.unit_of_work
        with units() as unit:
            unit.halls.add(HALL)
            unit.staff.replace(HALL.id, STAFF)
            unit.commit()
        for number in range(OPERATIONS):
            before = stored(units)
            operation = random_operation(rng, number, before, list(before.entries.values())[-40:])
            if rng.random() < 0.5:
                try:
                    with crash_at(rng.randrange(4)):
                        asked(operation, units)
                except CrashError:
                    crashes += 1
                    assert stored(units).entries == before.entries
                    assert stored(units).lots == before.lots
            asked(operation, units)
            once = stored(units)
            asked(operation, units)
            assert stored(units).entries == once.entries
        ledger = stored(units)
    entries = list(ledger.entries.values())
    assert crashes > OPERATIONS // 5
    assert len(entries) > OPERATIONS // 3
    assert overdrawn(entries) == overdrawn_by_day(entries) == []
    assert {
        (account, lot): minutes for account in ToilAccount for lot, minutes in ledger.standing_minutes(account).items()
    } == sums(entries)
    assert check(url) == []
