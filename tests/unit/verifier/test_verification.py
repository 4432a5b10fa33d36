"""Folders and single records as a whole: what is unreadable, what is reported and goes on, and the JSON form."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from shiftbid.verifier import Kind, UnreadableRecord, Verification, VerifierFinding, verify
from tests.unit.verifier.findings import all_found, found
from tests.unit.verifier.published_folder import edit_csv, edit_json, row_of, write_chain


def problems(path: Path) -> tuple[str, ...]:
    with pytest.raises(UnreadableRecord) as caught:
        verify(path)
    return caught.value.problems


def test_nothing_there(tmp_path: Path) -> None:
    assert problems(tmp_path / "nowhere") == (f"{tmp_path / 'nowhere'}: there is no such folder or record",)
    assert "holds no published plan" in problems(tmp_path)[0]


def test_every_unreadable_file_is_listed_at_once(folder: Path) -> None:
    (folder / "election.json").write_text("{", encoding="utf-8")
    (folder / "staff.csv").write_text("employee,name\n", encoding="utf-8")
    (folder / "leave.csv").write_bytes(b"\xff\xfe")
    (folder / "worked.csv").write_text("", encoding="utf-8")
    (folder / "record.jsonl").write_text("[]\n", encoding="utf-8")
    edit_json(folder, "settings.json", lambda settings: settings.update(zone="Nowhere/City", promise="soon"))
    edit_json(folder, "round.json", lambda record: record["rounds"][0].pop("seed"))
    found_problems = problems(folder)
    begins = (
        "election.json: is not JSON",
        "round.json.rounds[0]: 'seed' is missing",
        "round.json.rounds[0].seed: a text is expected",
        "settings.json.zone: 'Nowhere/City' is not a known time zone",
        "settings.json.promise: a promise such as",
        "worked.csv: the header lacks employee, start, end, breaks",
        "staff.csv: the header lacks hall",
        "leave.csv: cannot be read as a UTF-8 CSV file",
        "record.jsonl line 1: a JSON object is expected",
    )
    assert len(found_problems) == len(begins)
    for problem, begin in zip(found_problems, begins, strict=True):
        assert problem.startswith(begin)


RECORD_EDITS: list[tuple[Callable[[Any], object], str]] = [
    (lambda it: it.update(format="shiftbid-round-9"), "round.json: the format is not 'shiftbid-round-2'"),
    (lambda it: it.update(rounds={}), "round.json.rounds: a list is expected"),
    (lambda it: it["rounds"][0]["period"].update(first="soon"), "rounds[0].period.first: a date"),
    (lambda it: it["rounds"][0]["stages"][0].update(objective="3"), "stages[0].objective: a number"),
    (lambda it: it["rounds"][0].update(nonce=7), "rounds[0].nonce: a text"),
    (lambda it: it["rounds"].append(3), "rounds[1].period: 'first' is missing"),
]


@pytest.mark.parametrize(("edit", "problem"), RECORD_EDITS)
def test_misshapen_records_are_unreadable(folder: Path, edit: Callable[[Any], object], problem: str) -> None:
    edit_json(folder, "round.json", edit)
    assert any(problem in each for each in problems(folder))
    assert any(problem in each for each in problems(folder / "round.json")) or "format" in problem


@pytest.mark.parametrize("text", ['{"format": NaN}', '{"format": "\\ud800"}', "[" * 100_000])
def test_json_that_no_record_can_be(tmp_path: Path, text: str) -> None:
    path = tmp_path / "round.json"
    path.write_text(text, encoding="utf-8")
    assert problems(path)


@pytest.mark.parametrize(
    ("column", "value", "what"),
    [
        ("start", "2026-11-03 09:00", "is not an ISO 8601 time with UTC offset"),
        ("end", "soon", "is not an ISO 8601 time with UTC offset"),
        ("date", "3 Nov", "is not a date such as 2026-11-02"),
        ("paid_minutes", "8 h", "is not a whole number"),
        ("breaks", "13:00/30", "is not a list of breaks"),
        ("breaks", "25:00/30/paid", "is not a list of breaks"),
        ("employee", "", "is not an id: it is empty"),
    ],
)
def test_a_garbled_cell_is_named_and_the_rest_is_checked(folder: Path, column: str, value: str, what: str) -> None:
    def garble(rows: list[dict[str, str]]) -> None:
        row_of(rows, "E1", "2026-11-03").update({column: value})
        row_of(rows, "E2", "2026-11-05").update(paid_minutes="1")

    edit_csv(folder, "roster", garble)
    findings = all_found(folder)
    (cell,) = [each for each in findings if each.kind is Kind.FILE]
    assert cell.sentence.startswith(f"roster.csv row 2, column {column}: {value!r} {what}")
    assert ("ROSTER-PAID", "E2", "2026-11-05") in {(each.rule, each.employee, each.date) for each in findings}


def test_every_cell_of_a_row_is_named(folder: Path) -> None:
    edit_csv(folder, "demand", lambda rows: rows[0].update(start="x", end="y", heads="z"))
    assert sum(each.rule == "FILE-CELL" for each in all_found(folder)) == 3


def test_a_row_with_a_cell_too_many(folder: Path) -> None:
    path = folder / "roster.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] += ",more"
    path.write_text("\n".join([*lines[:2], "", *lines[2:]]), encoding="utf-8")
    (finding,) = [each for each in all_found(folder) if each.kind is Kind.FILE]
    assert finding.sentence == "roster.csv row 4 has 10 cells; the header has 9."


def test_a_byte_order_mark_does_not_hide_the_header(folder: Path) -> None:
    path = folder / "roster.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert {each.rule for each in verify(folder).findings} == {"HASH-FILE"}


def test_an_unknown_class_of_a_day_is_named(folder: Path) -> None:
    edit_csv(folder, "calendar", lambda rows: rows[0].update({"class": "feast"}))
    assert found(folder, Kind.FILE) == {("FILE-CELL", "", "")}


def test_a_pack_that_is_not_known_here(folder: Path) -> None:
    edit_json(folder, "settings.json", lambda settings: settings.update(pack="MARS"))
    edit_csv(folder, "roster", lambda rows: rows.append(dict(rows[0])))
    findings = all_found(folder)
    assert [each.sentence for each in findings if each.kind is Kind.FILE] == [
        "settings.json names the rule pack 'MARS', which is not known here: law was not checked."
    ]
    assert {each.kind for each in findings} >= {Kind.ROUND, Kind.CERTIFICATE}
    assert Kind.LAW not in {each.kind for each in findings}


def test_a_record_alone_is_checked_by_itself(folder: Path, tmp_path: Path) -> None:
    for name in ("election.json", "round.json", "record.jsonl"):
        alone = tmp_path / "alone" / name
        alone.parent.mkdir(exist_ok=True)
        shutil.copy(folder / name, alone)
        assert verify(alone).ok
        assert verify(folder / name).ok
    edit_json(tmp_path / "alone", "election.json", lambda it: it["elections"][0].update(score="2"))
    edit_json(tmp_path / "alone", "round.json", lambda it: it["rounds"][0].update(nonce="another"))
    assert {each.rule for each in verify(tmp_path / "alone" / "election.json").findings} == {"ELECTION-SCORE"}
    assert {each.rule for each in verify(tmp_path / "alone" / "round.json").findings} == {"ROUND-NONCE", "ROUND-SEED"}


def test_the_chain_alone_judges_the_files_beside_it(folder: Path) -> None:
    (folder / "staff.csv").unlink()
    (folder / "roster.csv").write_text("changed", encoding="utf-8")
    assert [each.rule for each in verify(folder / "record.jsonl").findings] == ["HASH-FILE"]


def test_what_is_no_record_is_unreadable(folder: Path) -> None:
    assert "format" in problems(folder / "settings.json")[0]
    assert "is not JSON" in problems(folder / "roster.csv")[0]


def test_the_json_form_is_sorted_and_plain(folder: Path) -> None:
    edit_csv(folder, "roster", lambda rows: rows.append(dict(row_of(rows, "E5", "2026-11-03"))))
    verification = verify(folder)
    form = json.loads(json.dumps(verification.as_json()))
    assert form["ok"] is False
    assert all(set(each) == {"kind", "rule", "employee", "date", "sentence"} for each in form["findings"])
    keys = [(each["kind"], each["date"], each["employee"]) for each in form["findings"]]
    assert keys == sorted(keys)
    assert ("law", "2026-11-03", "E5") in keys


def test_a_finding_made_twice_is_one() -> None:
    finding = VerifierFinding(Kind.LAW, "HOUSE-LEAVE", "E1", "2026-11-02", "said twice")
    assert Verification.of([finding, finding]).findings == (finding,)
    assert Verification.of([]).as_json() == {"ok": True, "findings": []}


def test_several_halls_are_each_judged(folder: Path) -> None:
    """A second hall that shares nothing but the files: the same tables again under another hall and other ids."""
    tables = ("staff", "leave", "worked", "templates", "demand", "roster", "certificate", "forecast", "toil", "payroll")
    for name in tables:
        edit_csv(folder, name, lambda rows: rows.extend([_moved(row) for row in rows]))
    edit_json(folder, "election.json", lambda it: it["elections"].append({**it["elections"][0], "hall": "south"}))
    edit_json(
        folder,
        "settings.json",
        lambda it: [it[key].update(south=it[key]["north"]) for key in ("busy_threshold", "desks")],
    )
    write_chain(folder)
    rules = {(each.rule, each.employee) for each in verify(folder).findings}
    assert rules == set()


def _moved(row: dict[str, str]) -> dict[str, str]:
    moved = {key: value.replace("north", "south") for key, value in row.items()}
    for key in ("employee", "lot", "entry"):
        if key in moved:
            moved[key] = "S" + moved[key]
    return moved
