"""Take a time clock's hours in: they take the place of the plan in pay and in what later plans look back on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shiftbid.services.imports import ImportReport
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.publication import WorkedShift


def store_worked(hall: str, worked: Sequence[WorkedShift], units: UnitOfWorkFactory) -> ImportReport:
    """Store worked shifts of a hall; what was stored of the same people and days is replaced."""
    given = {(each.employee, each.shift.day) for each in worked}
    with units() as unit:
        present = unit.staff.of_hall(hall)
        kept = tuple(each for each in present.worked if (each.employee, each.shift.day) not in given)
        unit.staff.replace(hall, replace(present, worked=(*kept, *worked)))
        unit.commit()
    days = {each.shift.day for each in worked}
    return ImportReport(
        (hall,),
        {
            "shifts": len(worked),
            "people": len({each.employee for each in worked}),
            "days": len(days),
            "replaced": len(present.worked) - len(kept),
        },
        (f"From {min(days)} to {max(days)}; on days with a clocked shift, the plan no longer counts for anybody.",),
    )
