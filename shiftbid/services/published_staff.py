"""The staff list that a publication was made with."""

from __future__ import annotations

from shiftbid.services.ports import StaffList
from shiftbid.services.publication import HallPublication


def published_staff(publication: HallPublication) -> StaffList:
    """People of a hall and what was recorded of them when it was published."""
    return StaffList(
        publication.employees, publication.leave, publication.consents, publication.worked, publication.facts
    )
