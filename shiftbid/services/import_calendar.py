"""Take an official notice in: every later plan prefers it to what is computed for its years."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.domain.calendar import NoticeDay
from shiftbid.domain.errors import InputError
from shiftbid.services.imports import ImportReport
from shiftbid.services.ports import UnitOfWorkFactory

Place = tuple[str, str | None]


def place_of(hall: str | None, units: UnitOfWorkFactory) -> Place:
    """Country and subdivision of a hall, or of all halls where they share one; raises InputError otherwise."""
    with units() as unit:
        halls = [each for each in unit.halls.all() if hall in (None, each.id)]
        known = ", ".join(each.id for each in unit.halls.all()) or "no halls"
    places = {(each.country, each.subdivision) for each in halls}
    if len(places) != 1:
        found = f"{hall!r} is not in the database; it has {known}" if hall else "give the hall, or --country"
        raise InputError("--hall", [found])
    return places.pop()


def store_notice(place: Place, days: Sequence[NoticeDay], units: UnitOfWorkFactory) -> ImportReport:
    """Store the days of a notice in place of what was stored for its years."""
    with units() as unit:
        unit.notices.replace(*place, days)
        unit.commit()
    kinds: dict[str, int] = {}
    for each in days:
        kinds[each.day_class.value] = kinds.get(each.day_class.value, 0) + 1
    years = sorted({each.day.year for each in days})
    country, subdivision = place
    return ImportReport(
        (country if subdivision is None else f"{country}-{subdivision}",),
        kinds,
        (f"Holds for {', '.join(map(str, years))}; days that it does not name have the class of their weekday.",),
    )
