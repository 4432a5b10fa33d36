"""Take a staff list in: people are added and changed; nobody is removed by being left out of a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shiftbid.domain.errors import InputError
from shiftbid.domain.staff import Employee
from shiftbid.services.imports import ImportReport
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory


def store_staff(people: Sequence[Employee], units: UnitOfWorkFactory) -> ImportReport:
    """Put people on the staff lists of their halls in a transaction of its own, as `put_staff` does."""
    with units() as unit:
        report = put_staff(unit, people)
        unit.commit()
    return report


def put_staff(unit: UnitOfWork, people: Sequence[Employee]) -> ImportReport:
    """Put people on the staff lists of their halls; those already there keep their leave, consents and hours.

    Raises InputError where a hall is unknown; nothing is stored then.
    """
    halls = tuple(dict.fromkeys(each.hall for each in people))
    added = changed = 0
    known = [each.id for each in unit.halls.all()]
    unknown = [hall for hall in halls if hall not in known]
    if unknown:
        has = ", ".join(known) or "no halls"
        raise InputError("staff", [f"hall {hall!r} is not in the database; it has {has}" for hall in unknown])
    for hall in halls:
        present = unit.staff.of_hall(hall)
        given = {each.id: each for each in people if each.hall == hall}
        before = {each.id: each for each in present.employees}
        added += len(given.keys() - before.keys())
        changed += sum(before[each] != given[each] for each in given.keys() & before.keys())
        unit.staff.replace(hall, replace(present, employees=tuple((before | given).values())))
    return ImportReport(halls, {"people": len(people), "added": added, "changed": changed})
