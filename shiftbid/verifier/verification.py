"""The second opinion on a published folder, or on one of its records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from shiftbid.verifier import election_record, round_record
from shiftbid.verifier.award import check_award
from shiftbid.verifier.burden import check_burden
from shiftbid.verifier.certificate import check_certificate
from shiftbid.verifier.cover import slots_of
from shiftbid.verifier.election import check_election
from shiftbid.verifier.election_cover import check_covers
from shiftbid.verifier.finding import Kind, UnreadableRecord, Verification, VerifierFinding
from shiftbid.verifier.folder import Published, read_folder
from shiftbid.verifier.hashes import RECORD, ChainLine, check_beside, check_files, check_links, read_chain
from shiftbid.verifier.json_nodes import read_json_file
from shiftbid.verifier.legality import breaches_of_work, check_findings_file, law_findings
from shiftbid.verifier.payroll import check_payroll
from shiftbid.verifier.people import work_of
from shiftbid.verifier.picking import check_claims, check_seniority
from shiftbid.verifier.reasons import check_reasons
from shiftbid.verifier.roster import check_references, check_roster, check_worked
from shiftbid.verifier.sealing import check_sealing
from shiftbid.verifier.time_off import check_time_off
from shiftbid.verifier.toil import check_toil
from shiftbid.verifier.welfare import check_welfare
from shiftbid.verifier.wishes import check_wishes


def verify(path: Path) -> Verification:
    """Re-check by plain arithmetic what was published.

    Parameters
    ----------
    path
        A folder written by ``shiftbid demo``, or a single ``election.json``, ``round.json`` or ``record.jsonl``, of
        which everything is checked that it says by itself.

    Raises
    ------
    UnreadableRecord
        Nothing lies there, or a file cannot be read; every such problem is listed.
    """
    if path.is_dir():
        return Verification.of(_folder_findings(path))
    if not path.is_file():
        raise UnreadableRecord([f"{path}: there is no such folder or record"])
    return Verification.of(_record_findings(path))


def _record_findings(path: Path) -> Iterator[VerifierFinding]:
    if path.suffix == ".jsonl":
        lines = read_chain(path)
        yield from check_links(lines)
        yield from check_beside(path, lines)
        return
    node = read_json_file(path)
    match node.text("format"):
        case election_record.FORMAT:
            elections = election_record.elections_of(node)
            findings = [finding for each in elections for finding in check_election(each)]
        case round_record.FORMAT:
            rounds = round_record.rounds_of(node)
            findings = [finding for each in rounds for finding in _round_findings(each)]
        case unknown:
            node.problems.append(f"{path.name}: the format {unknown!r} is not that of a published record")
            findings = []
    if node.problems:
        raise UnreadableRecord(node.problems)
    yield from findings


def _round_findings(record: round_record.RoundRecord) -> Iterator[VerifierFinding]:
    yield from check_sealing(record)
    yield from check_wishes(record)
    yield from check_welfare(record)
    yield from check_claims(record)


def _folder_findings(folder: Path) -> Iterator[VerifierFinding]:
    if not any((folder / name).is_file() for name in (RECORD, "settings.json", "roster.csv")):
        raise UnreadableRecord([f"{folder}: holds no published plan (record.jsonl, settings.json and roster.csv lack)"])
    published, lines = _read(folder)
    yield from published.faults
    if lines is None:
        yield VerifierFinding(Kind.HASH, "HASH-MISSING", "", "", f"{RECORD} is missing: no file's hash can be checked.")
    else:
        yield from check_links(lines)
        yield from check_files(folder, lines)
    for election in published.elections:
        yield from check_election(election)
    for record in published.rounds:
        yield from _round_findings(record)
    yield from _arithmetic(published)


def _read(folder: Path) -> tuple[Published, tuple[ChainLine, ...] | None]:
    """Read tables, records and, where it is there, the chain; raises UnreadableRecord with the problems of all."""
    problems: list[str] = []
    published, lines = None, None
    try:
        published = read_folder(folder)
    except UnreadableRecord as error:
        problems += error.problems
    if (folder / RECORD).is_file():
        try:
            lines = read_chain(folder / RECORD)
        except UnreadableRecord as error:
            problems += error.problems
    if published is None or problems:
        raise UnreadableRecord(problems)
    return published, lines


def _arithmetic(published: Published) -> Iterator[VerifierFinding]:
    """Whatever needs several files; a check whose files are not all there is left out (the missing file is named)."""
    settings = published.settings
    if settings is None:
        return
    work = work_of(published, settings)
    slots = {hall: slots_of(rows) for hall, rows in work.demand.items()}
    yield from check_references(published)
    if published.has("templates.csv", "demand.csv"):
        for election in published.elections:
            templates = [each for each in published.templates if each.hall == election.hall]
            yield from check_covers(election, templates, slots.get(election.hall, ()), settings.zone)
    if not published.has("roster.csv", "staff.csv", "templates.csv", "demand.csv"):
        return
    yield from check_roster(published, settings.zone)
    yield from check_worked(published, settings.zone)
    if work.pack is None:
        sentence = f"settings.json names the rule pack {settings.pack!r}, which is not known here: law was not checked."
        yield VerifierFinding(Kind.FILE, "FILE-PACK", "", "", sentence)
    else:
        breaches = breaches_of_work(work)
        yield from law_findings(work, breaches)
        if published.has("findings.csv"):
            yield from check_findings_file(published, work, breaches)
        if published.has("payroll.csv", "calendar.csv"):
            yield from check_payroll(published, work, work.pack)
    for record in published.rounds:
        yield from check_award(published, work, record)
        yield from check_seniority(record, {each.employee: each for each in published.staff})
        yield from check_time_off(published, work, record)
        yield from check_burden(work, record)
        yield from check_reasons(published, work, record)
    if published.has("certificate.csv", "forecast.csv"):
        yield from check_certificate(published, settings, work)
    if published.has("toil.csv"):
        yield from check_toil(published, work)
