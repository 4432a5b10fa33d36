"""Imports of tables: read all of a file, then store it in one transaction."""

from __future__ import annotations

from shiftbid.bootstrap.places import embedded_url
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.importers.consents_file import read_consents
from shiftbid.importers.counts_file import read_counts
from shiftbid.importers.facts_file import read_facts
from shiftbid.importers.notice_file import read_notice
from shiftbid.importers.staff_file import read_staff
from shiftbid.importers.worked_file import read_worked
from shiftbid.services.import_calendar import place_of, store_notice
from shiftbid.services.import_consents import every_rule_id, store_consents
from shiftbid.services.import_facts import store_facts
from shiftbid.services.import_footfall import footfall_counts, store_footfall
from shiftbid.services.import_staff import store_staff
from shiftbid.services.import_worked import store_worked
from shiftbid.services.imports import FootfallOrder, ImportReport, NoticeOrder, TableOrder
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.storage.database import Database


def import_staff(order: TableOrder) -> ImportReport:
    """Import a staff list (`TableImporter`)."""
    with Database(order.url or embedded_url()) as database:
        people = read_staff(order.file, order.hall, order.columns, order.encoding, order.dates)
        return store_staff(people, database.unit_of_work)


def import_worked(order: TableOrder) -> ImportReport:
    """Import a time clock's hours (`TableImporter`)."""
    with Database(order.url or embedded_url()) as database:
        units = database.unit_of_work
        hall = _one_hall(order.hall, units)
        with units() as unit:
            known = frozenset(each.id for each in unit.staff.of_hall(hall.id).employees)
        worked = read_worked(order.file, hall.id, hall.zone, known, order.columns, order.encoding, order.dates)
        return store_worked(hall.id, worked, units)


def import_consents(order: TableOrder) -> ImportReport:
    """Import consents and approvals (`TableImporter`)."""
    with Database(order.url or embedded_url()) as database:
        units = database.unit_of_work
        hall = _one_hall(order.hall, units)
        with units() as unit:
            people = frozenset(each.id for each in unit.staff.of_hall(hall.id).employees)
        rules = every_rule_id()
        consents = read_consents(order.file, people, rules, order.columns, order.encoding, order.dates)
        return store_consents(hall.id, consents, units)


def import_facts(order: TableOrder) -> ImportReport:
    """Import dated facts about staff (`TableImporter`)."""
    with Database(order.url or embedded_url()) as database:
        units = database.unit_of_work
        hall = _one_hall(order.hall, units)
        with units() as unit:
            people = frozenset(each.id for each in unit.staff.of_hall(hall.id).employees)
        facts = read_facts(order.file, people, every_rule_id(), order.columns, order.encoding, order.dates)
        return store_facts(hall.id, facts, units)


def import_calendar(order: NoticeOrder) -> ImportReport:
    """Import an official notice (`NoticeImporter`)."""
    table = order.table
    with Database(table.url or embedded_url()) as database:
        units = database.unit_of_work
        place = (order.country, order.subdivision) if order.country else place_of(table.hall, units)
        days = read_notice(table.file, table.columns, table.encoding, table.dates)
        return store_notice(place, days, units)


def import_footfall(order: FootfallOrder) -> ImportReport:
    """Import counts of customers (`FootfallImporter`)."""
    table = order.table
    with Database(table.url or embedded_url()) as database:
        units = database.unit_of_work
        zone = _common_zone(table.hall, units)
        series = read_counts(order, zone)
        try:
            return store_footfall(footfall_counts(series, table.hall), units)
        except InputError as error:
            raise InputError(f"{table.file}: {error.source}", error.problems) from error


def _halls(hall: str | None, units: UnitOfWorkFactory) -> tuple[Hall, ...]:
    with units() as unit:
        known = unit.halls.all()
    found = tuple(each for each in known if hall in (None, each.id))
    if not known:
        raise InputError("--hall", ["the database has no halls: add one first, with `shiftbid halls add`"])
    if not found:
        shown = ", ".join(each.id for each in known)
        raise InputError("--hall", [f"{hall!r} is not in the database; it has {shown}"])
    return found


def _one_hall(hall: str | None, units: UnitOfWorkFactory) -> Hall:
    halls = _halls(hall, units)
    if len(halls) != 1:
        raise InputError("--hall", [f"give one of {', '.join(each.id for each in halls)}"])
    return halls[0]


def _common_zone(hall: str | None, units: UnitOfWorkFactory) -> str:
    zones = {each.zone for each in _halls(hall, units)}
    if len(zones) > 1:
        raise InputError("--hall", [f"the halls lie in several time zones ({', '.join(sorted(zones))}); give one hall"])
    return zones.pop()
