"""A published folder as it was read: its tables, its records and what could not be read of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from shiftbid.verifier import rows
from shiftbid.verifier.election_record import FORMAT as ELECTION_FORMAT
from shiftbid.verifier.election_record import ElectionRecord, elections_of
from shiftbid.verifier.finding import Kind, UnreadableRecord, VerifierFinding
from shiftbid.verifier.json_nodes import JsonNode, read_json_file
from shiftbid.verifier.promise import Promise, read_promise
from shiftbid.verifier.round_record import FORMAT as ROUND_FORMAT
from shiftbid.verifier.round_record import RoundRecord, rounds_of
from shiftbid.verifier.tables import Cells, read_table

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Desk:
    """A desk of a hall: share of the customers who need it, and its counters."""

    share: float
    counters: int


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``settings.json`` says of the place and the promise.

    Attributes
    ----------
    busy_threshold_per_hour
        Arrivals from which an hour is busy, by hall; empty where the settings do not say.
    desks
        Desks of each hall by skill.
    """

    zone: ZoneInfo
    pack: str
    promise: Promise
    busy_threshold_per_hour: Mapping[str, float]
    desks: Mapping[str, Mapping[str, Desk]]


@dataclass(frozen=True, slots=True)
class Published:
    """Everything read of a published folder; a missing file has no rows and stands in `missing`."""

    folder: Path
    missing: frozenset[str]
    faults: tuple[VerifierFinding, ...]
    settings: Settings | None
    elections: tuple[ElectionRecord, ...]
    rounds: tuple[RoundRecord, ...]
    roster: tuple[rows.RosterRow, ...]
    worked: tuple[rows.WorkedRow, ...]
    staff: tuple[rows.StaffRow, ...]
    leave: tuple[rows.LeaveRow, ...]
    consents: tuple[rows.ConsentRow, ...]
    facts: tuple[rows.FactRow, ...]
    calendar: tuple[rows.CalendarRow, ...]
    templates: tuple[rows.TemplateRow, ...]
    demand: tuple[rows.DemandRow, ...]
    forecast: tuple[rows.ForecastRow, ...]
    certificate: tuple[rows.CertificateLine, ...]
    findings: tuple[rows.FindingRow, ...]
    toil: tuple[rows.ToilRow, ...]
    payroll: tuple[rows.PayrollRow, ...]

    def has(self, *names: str) -> bool:
        """Whether all these files were there."""
        return not self.missing & set(names)


class _Reading:
    """Reads file after file and gathers what is missing, faulty or unreadable."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.missing: list[str] = []
        self.faults: list[VerifierFinding] = []
        self.problems: list[str] = []

    def is_there(self, name: str) -> bool:
        if (self.folder / name).is_file():
            return True
        self.missing.append(name)
        sentence = f"{name} is missing; what depends on it was not checked."
        self.faults.append(VerifierFinding(Kind.FILE, "FILE-MISSING", "", "", sentence))
        return False

    def table(self, name: str, columns: tuple[str, ...], parse: Callable[[Cells], Row]) -> tuple[Row, ...]:
        if not self.is_there(name):
            return ()
        try:
            table = read_table(self.folder / name, columns, parse)
        except UnreadableRecord as error:
            self.problems += error.problems
            return ()
        self.faults += table.faults
        return table.rows

    def record(self, name: str, parse: Callable[[JsonNode], Row]) -> Row | None:
        if not self.is_there(name):
            return None
        try:
            node = read_json_file(self.folder / name)
        except UnreadableRecord as error:
            self.problems += error.problems
            return None
        record = parse(node)
        self.problems += node.problems
        return record


def read_folder(folder: Path) -> Published:
    """Read what a folder publishes; raises UnreadableRecord with every problem of every file that cannot be read."""
    reading = _Reading(folder)
    elections = reading.record("election.json", _formatted(ELECTION_FORMAT, elections_of))
    rounds = reading.record("round.json", _formatted(ROUND_FORMAT, rounds_of))
    published = Published(
        folder=folder,
        settings=reading.record("settings.json", _settings),
        elections=elections or (),
        rounds=rounds or (),
        roster=reading.table("roster.csv", rows.RosterRow.columns, rows.RosterRow.of),
        worked=reading.table("worked.csv", rows.WorkedRow.columns, rows.WorkedRow.of),
        staff=reading.table("staff.csv", rows.StaffRow.columns, rows.StaffRow.of),
        leave=reading.table("leave.csv", rows.LeaveRow.columns, rows.LeaveRow.of),
        consents=reading.table("consents.csv", rows.ConsentRow.columns, rows.ConsentRow.of),
        facts=reading.table("facts.csv", rows.FactRow.columns, rows.FactRow.of),
        calendar=reading.table("calendar.csv", rows.CalendarRow.columns, rows.CalendarRow.of),
        templates=reading.table("templates.csv", rows.TemplateRow.columns, rows.TemplateRow.of),
        demand=reading.table("demand.csv", rows.DemandRow.columns, rows.DemandRow.of),
        forecast=reading.table("forecast.csv", rows.ForecastRow.columns, rows.ForecastRow.of),
        certificate=reading.table("certificate.csv", rows.CertificateLine.columns, rows.CertificateLine.of),
        findings=reading.table("findings.csv", rows.FindingRow.columns, rows.FindingRow.of),
        toil=reading.table("toil.csv", rows.ToilRow.columns, rows.ToilRow.of),
        payroll=reading.table("payroll.csv", rows.PayrollRow.columns, rows.PayrollRow.of),
        missing=frozenset(reading.missing),
        faults=tuple(reading.faults),
    )
    if reading.problems:
        raise UnreadableRecord(reading.problems)
    return published


def _formatted(expected: str, parse: Callable[[JsonNode], Row]) -> Callable[[JsonNode], Row]:
    def checked(node: JsonNode) -> Row:
        if node.text("format") != expected:
            node.problems.append(f"{node.where}: the format is not {expected!r}")
        return parse(node)

    return checked


def _settings(node: JsonNode) -> Settings:
    zone_name = node.text("zone")
    try:
        zone = ZoneInfo(zone_name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        node.problems.append(f"{node.where}.zone: {zone_name!r} is not a known time zone")
        zone = ZoneInfo("UTC")
    promise = read_promise(node.text("promise"))
    if promise is None:
        node.problems.append(f"{node.where}.promise: a promise such as share:0.9:10,15,5 is expected")
    return Settings(
        zone=zone,
        pack=node.text("pack"),
        promise=promise or Promise(None, 0.0, 0.0, 0.0),
        busy_threshold_per_hour=_by_hall(node, "busy_threshold"),
        desks=_desks(node.node("desks")),
    )


def _desks(node: JsonNode) -> Mapping[str, Mapping[str, Desk]]:
    return {
        hall: {
            desk.text("skill"): Desk(desk.number("share"), int(desk.number("counters"))) for desk in node.items(hall)
        }
        for hall in node.names()
    }


def _by_hall(node: JsonNode, name: str) -> Mapping[str, float]:
    if not node.has(name):
        return {}
    numbers = node.node(name)
    return {hall: numbers.number(hall) for hall in numbers.names()}
