"""The hash chain over what was published: records are added at its head, never changed or removed."""

from __future__ import annotations

from hashlib import sha256 as sha256_of

from sqlalchemy import Connection, insert, select

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import StorageError
from shiftbid.services.ports import CHAIN_START, ChainedRecord
from shiftbid.storage.failures import RELOAD
from shiftbid.storage.tables.records import RecordRow
from shiftbid.storage.writing import take_turn_to_write


class SqlRecordRepository:
    """`shiftbid.services.ports.RecordRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def head(self) -> str:
        """Hash of the latest record; 64 zeros before the first."""
        return self._latest()[1]

    def append(self, path: str, sha256: str, previous: str) -> ChainedRecord:
        """Add a record behind the head that the caller saw; StorageError where that is no longer the head."""
        take_turn_to_write(self._connection)
        sequence, head = self._latest()
        if previous != head:
            raise StorageError(f"Recording {path} failed: another record was added meanwhile. {RELOAD}")
        record = chained(sequence + 1, path, sha256, previous)
        self._connection.execute(
            insert(RecordRow).values(
                sequence=record.sequence,
                path=record.path,
                sha256=record.sha256,
                previous=record.previous,
                hash=record.hash,
            )
        )
        return record

    def all(self) -> tuple[ChainedRecord, ...]:
        """Every record in order of sequence."""
        return tuple(
            ChainedRecord(sequence, path, sha256, previous, own_hash)
            for sequence, path, sha256, previous, own_hash in self._connection.execute(
                select(
                    RecordRow.sequence, RecordRow.path, RecordRow.sha256, RecordRow.previous, RecordRow.hash
                ).order_by(RecordRow.sequence)
            )
        )

    def _latest(self) -> tuple[int, str]:
        row = self._connection.execute(
            select(RecordRow.sequence, RecordRow.hash).order_by(RecordRow.sequence.desc()).limit(1)
        ).one_or_none()
        return (-1, CHAIN_START) if row is None else (row.sequence, row.hash)


def chained(sequence: int, path: str, sha256: str, previous: str) -> ChainedRecord:
    """Make the record of these contents with its hash, as ``docs/formats/records.md`` defines it."""
    content = {"sequence": sequence, "path": path, "sha256": sha256, "previous": previous}
    own_hash = sha256_of(canonical_json(content).encode("utf-8")).hexdigest()
    return ChainedRecord(sequence, path, sha256, previous, own_hash)
