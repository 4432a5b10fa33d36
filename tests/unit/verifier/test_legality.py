"""Hand edits of a legal plan are found by their rule, person and date, under every pack, hashes recomputed or not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from shiftbid.verifier import Kind, Verification, verify
from tests.unit.verifier.conftest import FolderOf
from tests.unit.verifier.published_folder import NIGHTS, Row, Scene, edit_csv, retime, row_of, write_chain, write_csv

SCENES = {
    "HOUSE": Scene(),
    "CN": Scene(pack="CN", zone="Asia/Shanghai"),
    "EU": Scene(pack="EU", zone="Europe/Berlin"),
}
NATIONAL_SCENES = {
    "FR": Scene(pack="FR", zone="Europe/Paris"),
    "ES": Scene(pack="ES", zone="Europe/Madrid"),
    "UK": Scene(pack="UK", zone="Europe/London"),
    "US-OR": Scene(pack="US-OR", zone="America/Los_Angeles"),
    "AU-RETAIL": Scene(pack="AU-RETAIL", zone="Australia/Sydney"),
    "NZ": Scene(pack="NZ"),
}
WITH_REST = {**SCENES, **NATIONAL_SCENES}
REST = {
    "HOUSE": "HOUSE-DAILY-REST",
    "CN": "HOUSE-DAILY-REST",
    "EU": "EU-DAILY-REST",
    "FR": "FR-DAILY-REST",
    "ES": "ES-DAILY-REST",
    "UK": "UK-DAILY-REST",
    "US-OR": "OR-REST",
    "AU-RETAIL": "AU-BETWEEN",
    "NZ": "HOUSE-DAILY-REST",
}
Broken = set[tuple[str, str, str]]


def law(verification: Verification) -> Broken:
    return {(each.rule, each.employee, each.date) for each in verification.findings if each.kind is Kind.LAW}


def roster_edited(folder: Path, edit: Callable[[list[Row]], object]) -> Broken:
    """Broken law after an edit of the roster, which must be the same once all hashes are recomputed."""
    edit_csv(folder, "roster", edit)
    edited = verify(folder)
    assert any(each.rule == "HASH-FILE" and "roster.csv" in each.sentence for each in edited.findings)
    write_chain(folder)
    rehashed = verify(folder)
    assert not any(each.kind is Kind.HASH for each in rehashed.findings)
    assert any(each.kind is Kind.ROSTER or each.rule == "ROUND-AWARD" for each in rehashed.findings)
    assert law(rehashed) == law(edited)
    return law(rehashed)


@pytest.mark.parametrize(
    "scene",
    [
        *SCENES.values(),
        *NATIONAL_SCENES.values(),
        Scene(pack="CN", zone="Asia/Shanghai", templates=NIGHTS),
        Scene(pack="EU", zone="Europe/Berlin", first=date(2026, 3, 23)),
        Scene(pack="EU", zone="Europe/Berlin", first=date(2026, 3, 23), templates=NIGHTS, holiday_offset=5),
        Scene(pack="EU", zone="Europe/Berlin", first=date(2026, 10, 19), templates=NIGHTS, holiday_offset=6),
        Scene(first=date(2026, 9, 21), templates=NIGHTS),
        Scene(zone="Australia/Lord_Howe", first=date(2026, 9, 28), templates=NIGHTS),
    ],
    ids=lambda scene: f"{scene.pack}-{scene.zone}-{scene.first}-{scene.templates[0][1]}",
)
def test_a_legal_plan_verifies(folder_of: FolderOf, scene: Scene) -> None:
    assert verify(folder_of(scene)).findings == ()


@pytest.mark.parametrize("pack", WITH_REST)
def test_a_shift_moved_earlier_cuts_the_rest_before_it(folder_of: FolderOf, pack: str) -> None:
    scene = WITH_REST[pack]
    folder = folder_of(scene)
    broken = roster_edited(
        folder, lambda rows: retime(scene, row_of(rows, "E2", "2026-11-06"), 360, 870, "10:00/30/unpaid")
    )
    assert broken == {(REST[pack], "E2", "2026-11-06")}


@pytest.mark.parametrize("pack", SCENES)
def test_a_shift_moved_later_cuts_the_rest_after_it(folder_of: FolderOf, pack: str) -> None:
    scene = SCENES[pack]
    folder = folder_of(scene)
    broken = roster_edited(
        folder, lambda rows: retime(scene, row_of(rows, "E1", "2026-11-03"), 840, 1350, "18:00/30/unpaid")
    )
    assert broken == {(REST[pack], "E1", "2026-11-04")}


@pytest.mark.parametrize(
    ("pack", "rules"),
    [
        ("HOUSE", {"HOUSE-DAILY-HOURS"}),
        ("EU", {"HOUSE-DAILY-HOURS"}),
        ("CN", {"CN-OT-CONSENT", "CN-OT-DAY-GENERAL"}),
    ],
)
def test_a_shift_made_longer_breaks_the_day(folder_of: FolderOf, pack: str, rules: set[str]) -> None:
    scene = SCENES[pack]
    folder = folder_of(scene)
    broken = roster_edited(
        folder, lambda rows: retime(scene, row_of(rows, "E1", "2026-11-03"), 540, 1200, "14:30/30/unpaid")
    )
    assert broken == {(rule, "E1", "2026-11-03") for rule in rules}


@pytest.mark.parametrize(
    ("pack", "rules"),
    [
        ("HOUSE", {"HOUSE-DAILY-HOURS"}),
        ("EU", {"HOUSE-DAILY-HOURS"}),
        ("CN", {"CN-OT-CONSENT", "CN-OT-DAY-GENERAL", "CN-OT-DAY-SPECIAL"}),
    ],
)
def test_a_row_written_twice_is_two_shifts_at_once(folder_of: FolderOf, pack: str, rules: set[str]) -> None:
    folder = folder_of(SCENES[pack])
    broken = roster_edited(folder, lambda rows: rows.append(dict(row_of(rows, "E1", "2026-11-03"))))
    expected = rules | {"HOUSE-ONE-SHIFT", "HOUSE-SHIFTS-PER-DAY"}
    assert broken == {(rule, "E1", "2026-11-03") for rule in expected}


@pytest.mark.parametrize(
    ("pack", "rules"),
    [("HOUSE", set[str]()), ("CN", {"CN-OT-CONSENT"}), ("EU", {"EU-WEEKLY-REST"})],
)
def test_a_shift_given_to_somebody_else_breaks_their_week(folder_of: FolderOf, pack: str, rules: set[str]) -> None:
    folder = folder_of(SCENES[pack])
    broken = roster_edited(folder, lambda rows: row_of(rows, "E1", "2026-11-03").update(employee="E3"))
    assert broken == {(rule, "E3", "2026-11-02") for rule in rules | {"HOUSE-CONTRACT"}}


@pytest.mark.parametrize("pack", SCENES)
def test_a_shift_on_leave_is_found(folder_of: FolderOf, pack: str) -> None:
    folder = folder_of(SCENES[pack])
    broken = roster_edited(folder, lambda rows: row_of(rows, "E5", "2026-11-02").update(employee="E1"))
    assert broken == {("HOUSE-LEAVE", "E1", "2026-11-02")}


@pytest.mark.parametrize(
    ("pack", "week", "run"),
    [
        ("HOUSE", {"HOUSE-WEEK-REST", "HOUSE-CONTRACT", "HOUSE-WEEK-HOURS"}, {"HOUSE-CONSECUTIVE-DAYS"}),
        ("CN", {"CN-WEEK-REST", "HOUSE-CONTRACT", "CN-OT-CONSENT"}, {"HOUSE-CONSECUTIVE-DAYS"}),
        ("EU", {"EU-WEEKLY-REST", "HOUSE-CONTRACT"}, set[str]()),
    ],
)
def test_a_seventh_day_is_found(folder_of: FolderOf, pack: str, week: set[str], run: set[str]) -> None:
    scene = SCENES[pack]
    folder = folder_of(scene)

    def add_weekend(rows: list[Row]) -> None:
        for day in ("2026-11-14", "2026-11-15"):
            row = {**row_of(rows, "E1", "2026-11-13"), "date": day}
            retime(scene, row, 540, 1050, row["breaks"])
            rows.append(row)

    broken = roster_edited(folder, add_weekend)
    assert broken == {(rule, "E1", "2026-11-09") for rule in week} | {(rule, "E1", "2026-11-15") for rule in run}


@pytest.mark.parametrize(
    ("pack", "rules"),
    [("HOUSE", set[str]()), ("EU", {"EU-BREAK"}), ("CN", {"CN-OT-CONSENT"})],
)
def test_a_break_taken_out_is_found(folder_of: FolderOf, pack: str, rules: set[str]) -> None:
    scene = SCENES[pack]
    folder = folder_of(scene)
    broken = roster_edited(folder, lambda rows: retime(scene, row_of(rows, "E1", "2026-11-03"), 540, 1050, ""))
    assert broken == {(rule, "E1", "2026-11-03") for rule in rules | {"HOUSE-BREAK", "HOUSE-STRETCH"}}


@pytest.mark.parametrize("pack", SCENES)
def test_a_break_moved_to_the_edge_leaves_a_long_stretch(folder_of: FolderOf, pack: str) -> None:
    folder = folder_of(SCENES[pack])
    broken = roster_edited(folder, lambda rows: row_of(rows, "E1", "2026-11-03").update(breaks="09:30/30/unpaid"))
    assert broken == {("HOUSE-STRETCH", "E1", "2026-11-03")}


def test_the_consent_and_approval_on_record_lift_overtime(folder_of: FolderOf) -> None:
    scene = SCENES["CN"]
    folder = folder_of(scene)
    edit_csv(
        folder,
        "roster",
        lambda rows: retime(scene, row_of(rows, "E1", "2026-11-03"), 540, 1200, "14:30/30/unpaid"),
    )
    consent = {"employee": "E1", "rule": "CN-OT-CONSENT", "from": "2026-11-03", "to": "2026-11-03", "kind": "person"}
    by_person = {**consent, "rule": "CN-OT-DAY-GENERAL"}
    write_csv(folder, "consents", [consent, by_person])
    assert law(verify(folder)) == {("CN-OT-DAY-GENERAL", "E1", "2026-11-03")}
    write_csv(folder, "consents", [consent, {**by_person, "kind": "authority"}])
    assert law(verify(folder)) == set()


@pytest.mark.parametrize(
    ("column", "value", "rule", "days"),
    [
        ("skills", "phone;cash", "HOUSE-SKILL", 9),
        ("employed_from", "2026-11-10", "HOUSE-EMPLOYED", 5),
        ("born", "2010-11-09", "CN-MIN-AGE", 4),
    ],
)
def test_whether_the_person_may_work_at_all(folder_of: FolderOf, column: str, value: str, rule: str, days: int) -> None:
    folder = folder_of(SCENES["CN"])
    edit_csv(folder, "staff", lambda rows: rows[0].update({column: value}))
    broken = law(verify(folder))
    assert {(each[0], each[1]) for each in broken} == {(rule, "E1")}
    assert len(broken) == days


@pytest.mark.parametrize("pack", SCENES)
def test_work_before_the_period_counts(folder_of: FolderOf, pack: str) -> None:
    scene = SCENES[pack]
    folder = folder_of(scene)

    def add_sunday(rows: list[Row]) -> None:
        day = date(2026, 11, 1)
        rows.append(
            {
                "employee": "E5",
                "start": scene.text(scene.at(day, 900)),
                "end": scene.text(scene.at(day, 1380)),
                "breaks": "19:00/30/unpaid",
            }
        )

    edit_csv(folder, "worked", add_sunday)
    assert law(verify(folder)) == {(REST[pack], "E5", "2026-11-02")}


def test_a_sentence_names_person_rule_figures_and_date(folder: Path) -> None:
    scene = SCENES["HOUSE"]
    edit_csv(
        folder,
        "roster",
        lambda rows: retime(scene, row_of(rows, "E2", "2026-11-06"), 360, 870, "10:00/30/unpaid"),
    )
    sentence = next(each.sentence for each in verify(folder).findings if each.kind is Kind.LAW)
    assert sentence == (
        "Person 2 (E2) rests only 9 h 30 min before the shift on Fri 2026-11-06; "
        "11 h between shifts are required (house rule, not law)."
    )


def test_a_breach_that_findings_csv_lists_is_not_missing_there(folder: Path) -> None:
    scene = SCENES["HOUSE"]
    edit_csv(
        folder,
        "roster",
        lambda rows: retime(scene, row_of(rows, "E2", "2026-11-06"), 360, 870, "10:00/30/unpaid"),
    )
    rules = {each.rule for each in verify(folder).findings if each.kind is Kind.CERTIFICATE}
    assert "FINDINGS-MISSING" in rules
    finding = {
        "rule": "HOUSE-DAILY-REST",
        "employee": "E2",
        "start": "2026-11-06T06:00+13:00",
        "end": "2026-11-06T14:30+13:00",
        "severity": "house_rule",
        "sentence": "too short",
        "article": "House rule",
    }
    write_csv(folder, "findings", [finding])
    rules = {each.rule for each in verify(folder).findings if each.kind is Kind.CERTIFICATE}
    assert "FINDINGS-MISSING" not in rules


@pytest.mark.parametrize(("rule", "what"), [("HOUSE-LEAVE", "does not break it"), ("XX-RULE", "does not have")])
def test_a_finding_without_a_breach_is_unfounded(folder: Path, rule: str, what: str) -> None:
    finding = {"rule": rule, "employee": "E2", "start": "2026-11-06T12:00+13:00", "end": "2026-11-06T20:30+13:00"}
    write_csv(folder, "findings", [{**finding, "severity": "illegal", "sentence": "", "article": ""}])
    write_chain(folder)
    (found,) = verify(folder).findings
    assert (found.kind, found.rule, found.employee, found.date) == (
        Kind.CERTIFICATE,
        "FINDINGS-UNFOUNDED",
        "E2",
        "2026-11-06",
    )
    assert what in found.sentence


def test_a_finding_that_needs_facts_beside_the_files_stands_as_it_is(folder_of: FolderOf) -> None:
    folder = folder_of(NATIONAL_SCENES["US-OR"])
    finding = {
        "rule": "OR-NOTICE",
        "employee": "E2",
        "start": "2026-11-02T00:00-08:00",
        "end": "2026-11-03T00:00-08:00",
    }
    write_csv(folder, "findings", [{**finding, "severity": "illegal", "sentence": "", "article": ""}])
    write_chain(folder)
    assert verify(folder).findings == ()


def test_a_rule_that_only_warns_has_to_be_listed_and_is_no_broken_law(folder_of: FolderOf) -> None:
    folder = folder_of(SCENES["CN"])
    edit_csv(
        folder, "staff", lambda rows: next(row for row in rows if row["employee"] == "E1").update(system="part_time")
    )
    verification = verify(folder)
    assert {rule for rule, _, _ in law(verification)} == {"CN-PT-WEEK"}
    missing = [each.sentence for each in verification.findings if each.rule == "FINDINGS-MISSING"]
    assert any("CN-PT-DAY" in sentence for sentence in missing)
