"""Exports: read what is published, make the files, write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from shiftbid.bootstrap.places import embedded_url
from shiftbid.bootstrap.reading_notes import note_reading
from shiftbid.domain.data_reading import DataKind
from shiftbid.domain.errors import InputError
from shiftbid.exporters.file_set import write_file_set, write_named
from shiftbid.exporters.folder import check_folder, write_publication
from shiftbid.exporters.identifiers import check_identifiers
from shiftbid.exporters.payroll_formats.catalogue import payroll_files
from shiftbid.exporters.personal_calendars import personal_calendars
from shiftbid.exporters.published_tables import PUBLISHED_TABLES
from shiftbid.exporters.roster_workbook import roster_workbook
from shiftbid.exporters.tables import table_bytes
from shiftbid.importers.payroll_codes import read_payroll_codes
from shiftbid.services.exports import ExportOrder, ExportReport, PayrollOrder
from shiftbid.services.pay_close import changes_to_export, run_to_export
from shiftbid.services.pay_totals import fixed_cents, minutes_by_class
from shiftbid.services.payroll_run import PayrollCodes
from shiftbid.services.progress import unheard
from shiftbid.services.publication import Publication
from shiftbid.services.published_plan import (
    PublishedPlan,
    earlier_rosters,
    people_of,
    published_plan,
    roster_publication,
)
from shiftbid.services.reading_record import about
from shiftbid.services.stored_publication import stored_publication
from shiftbid.storage.database import Database

ICALENDAR = "ics"
ROSTER_TABLE = "roster.csv"
PUBLISHED_FOLDER = "folder"
PUBLISHED_KINDS = (
    DataKind.STAFF_LIST,
    DataKind.SCHEDULE,
    DataKind.TIME_OFF,
    DataKind.TOIL,
    DataKind.PAY,
    DataKind.PAY_FILE,
    DataKind.WISHES,
)
"""What the files of a whole publication tell of each person (docs/formats/files.md)."""


def export_payroll(order: PayrollOrder) -> ExportReport:
    """Write the files of a payroll program (`PayrollExporter`)."""
    asked = order.export
    codes = PayrollCodes() if order.codes is None else read_payroll_codes(order.codes, asked.form)
    with Database(asked.url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            plan = published_plan(unit, asked.hall, asked.period)
            run = changes_to_export(unit, plan) if order.changes else run_to_export(unit, plan)
        files = payroll_files(asked.form, run, codes)
        written = write_named(asked.out, {each.name: each.content for each in files})
        paid = about((each.employee for each in run.lines), DataKind.PAY, DataKind.PAY_FILE)
        note_reading(database.unit_of_work, asked.reader, _zone(plan), paid)
    return replace(_report(plan, written, minutes_by_class(run.lines)), cents=fixed_cents(run.lines))


def export_roster(order: ExportOrder) -> ExportReport:
    """Write a roster as a workbook to print, as a table, or with all that was published with it (`Exporter`)."""
    if order.form == PUBLISHED_FOLDER:
        return _export_folder(order)
    make = _ROSTERS.get(order.form)
    if make is None:
        known = ", ".join((*_ROSTERS, PUBLISHED_FOLDER))
        raise InputError("--format", [f"rosters have no format {order.form!r}; there are {known}"])
    with Database(order.url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            plan = published_plan(unit, order.hall, order.period)
        publication = roster_publication(plan)
        check_identifiers(publication)
        name = f"roster-{plan.period.first}-{plan.period.last}.{order.form}"
        written = write_named(order.out, {name: make(publication)})
        note_reading(database.unit_of_work, order.reader, _zone(plan), about(_people(plan), DataKind.SCHEDULE))
    return _report(plan, written, {})


def export_calendar(order: ExportOrder) -> ExportReport:
    """Write an iCalendar file a person into a folder (`Exporter`)."""
    if order.form != ICALENDAR:
        raise InputError("--format", [f"calendars have no format {order.form!r}; there is {ICALENDAR}"])
    with Database(order.url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            plan = published_plan(unit, order.hall, order.period)
            earlier = [earlier_rosters(unit, span) for span in plan.spans]
        check_identifiers(roster_publication(plan))
        files = dict(personal_calendars(plan, earlier, "en"))
        if not files:
            raise InputError("calendar", [f"nobody has a shift from {plan.period.first} to {plan.period.last}"])
        written = write_file_set(order.out, files)
        note_reading(database.unit_of_work, order.reader, _zone(plan), about(_people(plan), DataKind.SCHEDULE))
    return _report(plan, written, {})


def _export_folder(order: ExportOrder) -> ExportReport:
    """Write every file of the latest publication, as `shiftbid verify` reads them."""
    check_folder(order.out)
    with Database(order.url or embedded_url()) as database:
        with database.unit_of_work() as unit:
            plan = published_plan(unit, order.hall, order.period)
            publication = stored_publication(unit, plan, unheard)
        written = write_publication(publication, order.out)
        note_reading(database.unit_of_work, order.reader, _zone(plan), about(_people(plan), *PUBLISHED_KINDS))
    return _report(plan, written, {})


def _zone(plan: PublishedPlan) -> str:
    return plan.spans[0].publication.hall.zone


def _people(plan: PublishedPlan) -> frozenset[str]:
    """Everybody on the staff lists of a plan, and those whom other halls lent."""
    rostered = {each.employee for span in plan.spans for each in span.publication.roster.assignments}
    return frozenset(rostered.union(each.id for each in people_of(plan.spans)))


def _report(plan: PublishedPlan, files: tuple[Path, ...], minutes: Mapping[str, int]) -> ExportReport:
    return ExportReport(plan.period, tuple(plan.by_hall), files, minutes)


def _roster_table(publication: Publication) -> bytes:
    (table,) = (each for each in PUBLISHED_TABLES if each.path == ROSTER_TABLE)
    return table_bytes(table.columns, table.rows(publication))


_ROSTERS: Mapping[str, Callable[[Publication], bytes]] = {"xlsx": roster_workbook, "csv": _roster_table}
