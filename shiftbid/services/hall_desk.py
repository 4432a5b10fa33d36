"""Adding and changing halls, as the command line and a first-run wizard do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def add_hall(unit: UnitOfWork, hall: Hall) -> None:
    """Add a hall without staff and footfall; InputError where its id is taken or cannot stand in files."""
    if not _ID.fullmatch(hall.id):
        raise InputError("hall", [f"id {hall.id!r}: start with a letter or digit and use letters, digits, . - _"])
    unit.halls.add(hall)


@dataclass(frozen=True, slots=True)
class HallDesk:
    """Halls of one database."""

    units: UnitOfWorkFactory

    def add(self, hall: Hall) -> None:
        """Add a hall without staff and footfall in a transaction of its own, as `add_hall` does."""
        with self.units() as unit:
            add_hall(unit, hall)
            unit.commit()

    def change(self, hall: Hall) -> None:
        """Replace the details of a hall; what is published keeps those it was made with. InputError if unknown."""
        with self.units() as unit:
            unit.halls.change(hall)
            unit.commit()

    def get(self, hall: str) -> Hall:
        """Give a hall by id; raises InputError naming those there are."""
        known = self.all()
        found = next((each for each in known if each.id == hall), None)
        if found is None:
            names = ", ".join(each.id for each in known) or "none yet"
            raise InputError("hall", [f"there is no hall {hall!r}; known: {names}"])
        return found

    def all(self) -> Sequence[Hall]:
        """Every hall, in order of id."""
        with self.units() as unit:
            return unit.halls.all()
