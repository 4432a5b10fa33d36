"""Take a sample network into storage, so that it is planned like any other."""

from __future__ import annotations

from shiftbid.services.ports import StaffList, UnitOfWorkFactory
from shiftbid.services.samples import Sample
from shiftbid.services.toil_return import opening_books


def store_sample(sample: Sample, units: UnitOfWorkFactory) -> None:
    """Store halls, staff, counts and opening TOIL of a sample in one transaction."""
    with units() as unit:
        for each in sample.halls:
            unit.halls.add(each.hall)
            unit.staff.replace(each.hall.id, StaffList(each.employees, each.leave, each.consents, each.worked))
            unit.footfall.append(each.history)
            books = opening_books(each.opening_lots, sample.period.first)
            unit.journal.append(books.lots, books.journal)
        unit.commit()
