"""The halls of the installation."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.storage.hall_details import forget_details, load_details, save_details
from shiftbid.storage.tables.halls import HallPresentRow, HallRow
from shiftbid.storage.writing import take_turn_to_write


class SqlHallRepository:
    """`shiftbid.services.place_port.HallRepository` over SQL."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, hall: Hall) -> None:
        """Add a hall; InputError where its id is taken."""
        take_turn_to_write(self._connection)
        if _is_known(self._connection, hall.id):
            raise InputError(f"hall {hall.id}", ["is there already: choose another id, or change it"])
        self._connection.execute(insert(HallRow).values(id=hall.id))
        details_id = save_details(self._connection, hall)
        self._connection.execute(insert(HallPresentRow).values(hall_id=hall.id, details_id=details_id))

    def change(self, hall: Hall) -> None:
        """Replace the details of a known hall; InputError where it is unknown."""
        lock_hall(self._connection, hall.id)
        before = present_details_id(self._connection, hall.id)
        present = (
            update(HallPresentRow)
            .where(HallPresentRow.hall_id == hall.id)
            .values(details_id=save_details(self._connection, hall))
        )
        self._connection.execute(present)
        forget_details(self._connection, before)

    def get(self, hall: str) -> Hall | None:
        """Give the hall of an id, or None."""
        known = _is_known(self._connection, hall)
        return load_details(self._connection, present_details_id(self._connection, hall)) if known else None

    def all(self) -> tuple[Hall, ...]:
        """Every hall, in order of id."""
        details = self._connection.scalars(select(HallPresentRow.details_id).order_by(HallPresentRow.hall_id)).all()
        return tuple(load_details(self._connection, details_id) for details_id in details)


def lock_hall(connection: Connection, hall: str) -> None:
    """Let no other change of the hall in until this one is committed or undone; InputError where it is unknown.

    PostgreSQL locks the row; SQLite lets one writer in at a time anyway.
    """
    take_turn_to_write(connection)
    locked = select(HallRow.id).where(HallRow.id == hall).with_for_update(key_share=True)
    if connection.scalars(locked).one_or_none() is None:
        raise InputError(f"hall {hall}", ["is not in the database: add it first"])


def present_details_id(connection: Connection, hall: str) -> int:
    """Row number of the details that hold now for a known hall."""
    return connection.scalars(select(HallPresentRow.details_id).where(HallPresentRow.hall_id == hall)).one()


def _is_known(connection: Connection, hall: str) -> bool:
    return connection.scalars(select(HallRow.id).where(HallRow.id == hall)).one_or_none() is not None
