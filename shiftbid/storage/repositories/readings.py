"""Who read whose data, over SQL: added, never changed, and removed only when old."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from datetime import date

from sqlalchemy import Connection, and_, delete, select

from shiftbid.domain.data_reading import DataKind, PersonalData, Reader, ReaderRole, Reading
from shiftbid.storage.bulk import insert_missing
from shiftbid.storage.tables.accounts import UserRow
from shiftbid.storage.tables.readings import DataReadingRow
from shiftbid.storage.writing import take_turn_to_write

KINDS_JOINED = ","


class SqlReadingRepository:
    """`shiftbid.services.reading_port.ReadingRepository` over SQL."""

    def __init__(self, connection: Connection, clock: Callable[[], int]) -> None:
        self._connection = connection
        self._clock = clock

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        return self._clock()

    def add(self, reader: Reader, day: date, at: int, data: AbstractSet[PersonalData]) -> None:
        """Put on record what somebody read on a day; what is known stays as it is."""
        take_turn_to_write(self._connection)
        kinds: dict[str, list[str]] = {}
        # In one order, so that two who record the same rows at once do not wait for each other in a circle.
        for each in sorted(data, key=lambda each: (each.employee, each.kind)):
            kinds.setdefault(each.employee, []).append(each.kind.value)
        insert_missing(
            self._connection,
            DataReadingRow,
            [
                {
                    "employee_id": employee,
                    "day": day,
                    "reader_id": reader.id,
                    "reader_role": reader.role.value,
                    "kinds": KINDS_JOINED.join(read),
                    "read_at": at,
                }
                for employee, read in kinds.items()
            ],
        )

    def of_reader(self, reader: Reader, day: date) -> frozenset[PersonalData]:
        """What is on record of a reader and day."""
        return frozenset(
            PersonalData(employee, DataKind(kind))
            for employee, kinds in self._connection.execute(
                select(DataReadingRow.employee_id, DataReadingRow.kinds).where(
                    DataReadingRow.day == day,
                    DataReadingRow.reader_id == reader.id,
                    DataReadingRow.reader_role == reader.role.value,
                )
            )
            for kind in kinds.split(KINDS_JOINED)
        )

    def of_employee(self, employee: str) -> tuple[Reading, ...]:
        """Who read a person's data, the latest first."""
        has_account = and_(
            UserRow.id == DataReadingRow.reader_id, DataReadingRow.reader_role != ReaderRole.COMMAND_LINE.value
        )
        return tuple(
            Reading(Reader(reader, ReaderRole(role)), name or reader, DataKind(kind), at)
            for reader, role, name, kinds, at in self._connection.execute(
                select(
                    DataReadingRow.reader_id,
                    DataReadingRow.reader_role,
                    UserRow.name,
                    DataReadingRow.kinds,
                    DataReadingRow.read_at,
                )
                .join(UserRow, has_account, isouter=True)
                .where(DataReadingRow.employee_id == employee)
                .order_by(
                    DataReadingRow.day.desc(),
                    DataReadingRow.read_at.desc(),
                    DataReadingRow.reader_id,
                    DataReadingRow.reader_role,
                    DataReadingRow.kinds,
                )
            )
            for kind in kinds.split(KINDS_JOINED)
        )

    def forget_before(self, day: date) -> None:
        """Remove the readings of the days before one."""
        take_turn_to_write(self._connection)
        self._connection.execute(delete(DataReadingRow).where(DataReadingRow.day < day))
