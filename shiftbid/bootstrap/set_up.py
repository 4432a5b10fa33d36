"""Setting up a hall from files, in a worker process of the wizard's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shiftbid.domain.account import User
from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.hall import Hall
from shiftbid.domain.staff import Employee
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.set_up import (
    FOOTFALL_NEEDED,
    STAFF_NEEDED,
    ColumnSight,
    LookAtTable,
    SetUpHall,
    SetUpOrder,
    SetUpOutcome,
    TableForm,
    TableKind,
    TableSight,
    hall_of,
    store_set_up,
)


@dataclass(frozen=True, slots=True)
class SetUpCommand:
    """One order of the wizard on one database (`shiftbid.services.desk_orders.DeskCommand`)."""

    url: str
    order: SetUpOrder
    by: User | None

    def __call__(self, listener: ProgressListener, /) -> TableSight | SetUpOutcome:
        """Do what the order says; problems of what the user gave are part of the answer."""
        listener(Progress("set up", 0.1, ""))
        if isinstance(self.order, LookAtTable):
            return look_at_table(self.order)
        return _set_up(self.url, self.order, self.by)


def look_at_table(order: LookAtTable) -> TableSight:
    """Read a table for a hall: its columns, and every problem with row and column."""
    from shiftbid.importers.table_sight import footfall_columns, staff_columns

    table = order.table
    sights = staff_columns if table.kind is TableKind.STAFF else footfall_columns
    try:
        columns = sights(table.file, table.columns)
    except InputError as error:
        return TableSight((), 0, tuple(error.problems))
    missing = _missing(table.kind, columns)
    if missing:
        return TableSight(columns, 0, (), missing)
    try:
        hall = hall_of(order.hall)
        read: Sequence[object] = _people(table, hall) if table.kind is TableKind.STAFF else _counts(table, hall)
    except InputError as error:
        return TableSight(columns, 0, tuple(error.problems))
    return TableSight(columns, len(read), ())


def _set_up(url: str, order: SetUpHall, by: User | None) -> SetUpOutcome:
    from shiftbid.storage.database import Database
    from shiftbid.storage.pin_hashing import Argon2PinHasher

    try:
        hall = hall_of(order.hall)
        people, counts = _people(order.staff, hall), _counts(order.footfall, hall)
        with Database(url) as database:
            user = store_set_up(database.unit_of_work, Argon2PinHasher(), order.account, by, hall, people, counts)
    except InputError as error:
        return SetUpOutcome(None, tuple(Problem(f"{error.source}: {each}") for each in error.problems))
    return SetUpOutcome(user, ())


def _missing(kind: TableKind, columns: Sequence[ColumnSight]) -> tuple[tuple[str, ...], ...]:
    """What no column holds and one must; where every hall has a column, the manager says which is theirs."""
    needed = STAFF_NEEDED if kind is TableKind.STAFF else FOOTFALL_NEEDED
    held = {column.field for column in columns}
    return tuple(group for group in needed if not held & set(group))


def _people(table: TableForm, hall: Hall) -> Sequence[Employee]:
    from shiftbid.importers.staff_file import read_staff
    from shiftbid.importers.table_sight import staff_columns, without_halls

    names = [each.name for each in staff_columns(table.file, table.columns)]
    return read_staff(table.file, hall.id, {**without_halls(names), **table.columns}, None, None)


def _counts(table: TableForm, hall: Hall) -> Sequence[FootfallCount]:
    from shiftbid.importers.counts_file import read_counts
    from shiftbid.services.import_footfall import footfall_counts
    from shiftbid.services.imports import FootfallOrder, TableOrder

    order = FootfallOrder(TableOrder(table.file, hall.id, table.columns), table.missing_rows)
    return footfall_counts(read_counts(order, hall.zone), hall.id)
