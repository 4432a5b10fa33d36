"""Leave from a file: read all of it, then store it in one transaction."""

from __future__ import annotations

from shiftbid.bootstrap.places import embedded_url
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.importers.leave_file import read_leave
from shiftbid.services.import_leave import store_leave, zones_of_staff
from shiftbid.services.import_tickets import stored_hall
from shiftbid.services.imports import ImportReport, TableOrder
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage.database import Database


def import_leave(order: TableOrder) -> ImportReport:
    """Import leave (`TableImporter`)."""
    with Database(order.url or embedded_url()) as database:
        units = database.unit_of_work
        halls = _halls(order.hall, units)
        table = read_leave(order.file, zones_of_staff(halls, units), order.columns, order.encoding, order.dates)
        return store_leave(table, halls, units)


def _halls(hall: str | None, units: UnitOfWorkFactory) -> tuple[Hall, ...]:
    if hall is not None:
        return (stored_hall(hall, units),)
    with units() as unit:
        halls = unit.halls.all()
    if not halls:
        raise InputError("database", ["it has no halls yet"])
    return halls
