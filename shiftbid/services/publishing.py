"""Storing what was published: the version, its time off in lieu, and its decisions on the installation's hash chain."""

from __future__ import annotations

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.publication import HallPublication, JsonObject


def publish_hall(unit: UnitOfWork, hall: HallPublication, calendar: Calendar, settings: JsonObject) -> None:
    """Store a hall's next version with all that follows from it; StorageError where another was published meanwhile."""
    unit.publications.publish(hall, calendar, settings)
    unit.journal.append(hall.lots, hall.journal)
    name = f"{hall.hall.id}/{hall.roster.period.first.isoformat()}/v{hall.roster.version}"
    for decision, record in (("election", hall.election), ("round", hall.bidding_round)):
        unit.records.append(f"{name}/{decision}", sha256_hex(canonical_json(record)), unit.records.head())
