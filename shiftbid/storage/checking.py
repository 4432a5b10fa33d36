"""Checks a database: its tables, its references, the TOIL journal's sums and the hash chain."""

from __future__ import annotations

import json
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, func, select, text

from shiftbid.domain.case import CaseKind
from shiftbid.domain.errors import StorageError
from shiftbid.domain.poll import PollAct
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.domain.toil import ToilAccount
from shiftbid.services.case_records import case_records
from shiftbid.services.poll_ends import end_record
from shiftbid.services.poll_records import boxes_root, poll_records
from shiftbid.services.ports import CHAIN_START
from shiftbid.storage.clock import seconds_now
from shiftbid.storage.engine import open_engine
from shiftbid.storage.repositories.cases import SqlCaseRepository
from shiftbid.storage.repositories.halls import SqlHallRepository
from shiftbid.storage.repositories.polls import SqlPollRepository
from shiftbid.storage.repositories.records import SqlRecordRepository, chained
from shiftbid.storage.schema_version import version_problem
from shiftbid.storage.tables import METADATA
from shiftbid.storage.tables.toil import ToilEntryRow, ToilLotRow, ToilPostingRow


def check(url: str) -> list[str]:
    """Give every problem found in a database, as sentences; empty where it is sound.

    Raises
    ------
    StorageError
        The database is not there or cannot be reached.
    """
    engine = open_engine(url)
    try:
        with engine.connect() as connection:
            problem = version_problem(connection)
            if problem:
                return [problem]
            try:
                return [
                    *_damage(connection),
                    *_schema_differences(connection),
                    *_journal_faults(connection),
                    *_chain_faults(connection),
                    *_poll_faults(connection),
                    *_case_faults(connection),
                ]
            except StorageError as error:
                return [str(error)]
    finally:
        engine.dispose()


def _damage(connection: Connection) -> list[str]:
    if connection.dialect.name == "sqlite":
        pages = connection.scalars(text("PRAGMA integrity_check")).all()
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        return [f"The file is damaged: {each}. Restore the latest backup." for each in pages if each != "ok"] + [
            f"Row {row[1]} of {row[0]} refers to a row of {row[2]} that is not there. Restore the latest backup."
            for row in broken
        ]
    unchecked = connection.scalars(text("SELECT conname FROM pg_constraint WHERE NOT convalidated")).all()
    invalid = connection.scalars(text("SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid")).all()
    return [f"Constraint {name} was never validated: run ALTER TABLE … VALIDATE CONSTRAINT." for name in unchecked] + [
        f"Index {name} is not valid: run REINDEX." for name in invalid
    ]


def _schema_differences(connection: Connection) -> list[str]:
    differences: list[Any] = compare_metadata(MigrationContext.configure(connection), METADATA)
    return [f"The tables were changed by hand: {difference}. Restore the latest backup." for difference in differences]


def _journal_faults(connection: Connection) -> list[str]:
    unbalanced = connection.execute(
        select(ToilPostingRow.entry_id, func.sum(ToilPostingRow.minutes))
        .group_by(ToilPostingRow.entry_id)
        .having(func.sum(ToilPostingRow.minutes) != 0)
    )
    overdrawn = connection.execute(
        select(ToilPostingRow.lot_id, func.sum(ToilPostingRow.minutes))
        .where(ToilPostingRow.account.in_((ToilAccount.BANK.value, ToilAccount.HELD.value)))
        .group_by(ToilPostingRow.lot_id, ToilPostingRow.account)
        .having(func.sum(ToilPostingRow.minutes) < 0)
    )
    foreign = connection.execute(
        select(ToilEntryRow.id, ToilLotRow.id)
        .join(ToilPostingRow, ToilPostingRow.entry_id == ToilEntryRow.id)
        .join(ToilLotRow, ToilLotRow.id == ToilPostingRow.lot_id)
        .where(ToilEntryRow.employee_id != ToilLotRow.employee_id)
        .distinct()
    )
    return [
        *(f"TOIL entry {entry} does not balance: its postings sum to {sum_} minutes." for entry, sum_ in unbalanced),
        *(f"TOIL lot {lot} is overdrawn by {-left} minutes." for lot, left in overdrawn),
        *(f"TOIL entry {entry} draws on lot {lot} of another person." for entry, lot in foreign),
    ]


def _chain_faults(connection: Connection) -> list[str]:
    faults: list[str] = []
    previous = CHAIN_START
    for position, record in enumerate(SqlRecordRepository(connection).all()):
        if record != chained(position, record.path, record.sha256, previous):
            faults.append(f"Record {record.sequence} ({record.path}) does not fit the hash chain.")
        previous = record.hash
    return faults


def _poll_faults(connection: Connection) -> list[str]:
    """Votes and bidding rounds that are not what the chain recorded, and boxes changed after the close."""
    polls = SqlPollRepository(connection, seconds_now)
    chain = {record.path: record.sha256 for record in SqlRecordRepository(connection).all()}
    faults: list[str] = []
    for hall in SqlHallRepository(connection).all():
        for poll in polls.of_hall(hall.id):
            faults += [
                f"Record {path} is not what the hash chain says."
                for path, content in poll_records(poll)
                if chain.get(path) != sha256_hex(content)
            ]
            path, content = end_record(poll, polls.entries(poll.id))
            if chain.get(path) not in (None, sha256_hex(content)):
                faults.append(f"The boxes of {poll.id} are not those that counted at its deadline.")
            closing = poll.content_of(PollAct.CLOSE)
            if closing is not None and json.loads(closing)["boxes_root"] != boxes_root(polls.entries(poll.id)):
                faults.append(f"The boxes of {poll.id} are not those that counted when it closed.")
    return faults


def _case_faults(connection: Connection) -> list[str]:
    """Offers, exchanges and appeals that are not what the chain recorded."""
    cases = SqlCaseRepository(connection, seconds_now)
    chain = {record.path: record.sha256 for record in SqlRecordRepository(connection).all()}
    return [
        f"Record {path} is not what the hash chain says."
        for hall in SqlHallRepository(connection).all()
        for kind in CaseKind
        for case in cases.of_hall(hall.id, kind)
        for path, content in case_records(case)
        if chain.get(path) != sha256_hex(content)
    ]
