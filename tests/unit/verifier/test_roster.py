"""Rows of the roster against people, halls, templates, dates and minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from shiftbid.verifier import Kind, verify
from tests.unit.verifier.findings import all_found, found
from tests.unit.verifier.published_folder import edit_csv, row_of

DAY = "2026-11-03"


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        ({"employee": "E9"}, {"ROSTER-PERSON"}),
        ({"hall": "south"}, {"ROSTER-HALL"}),
        ({"template": "Z"}, {"ROSTER-TEMPLATE"}),
        ({"template": "X"}, {"ROSTER-TEMPLATE", "ROSTER-TIMES"}),
        ({"template": "L"}, {"ROSTER-TIMES"}),
        ({"start": f"{DAY}T09:00+12:00"}, {"ROSTER-TIMES", "ROSTER-PAID"}),
        ({"start": f"{DAY}T08:45+13:00"}, {"ROSTER-TIMES", "ROSTER-PAID"}),
        ({"end": f"{DAY}T08:00+13:00"}, {"ROSTER-END"}),
        ({"breaks": ""}, {"ROSTER-TIMES", "ROSTER-PAID"}),
        ({"breaks": "13:00/30/paid"}, {"ROSTER-TIMES", "ROSTER-PAID"}),
        ({"breaks": "13:15/30/unpaid"}, {"ROSTER-TIMES"}),
        ({"breaks": "08:00/30/unpaid"}, {"ROSTER-TIMES", "ROSTER-BREAK"}),
        ({"breaks": "13:00/30/unpaid;13:15/30/paid"}, {"ROSTER-TIMES", "ROSTER-BREAK"}),
        ({"paid_minutes": "481"}, {"ROSTER-PAID"}),
    ],
)
def test_a_row_that_cannot_be_true(folder: Path, change: dict[str, str], rules: set[str]) -> None:
    edit_csv(folder, "roster", lambda rows: row_of(rows, "E1", DAY).update(change))
    employee = change.get("employee", "E1")
    named = {each for each in found(folder, Kind.ROSTER) if each[0] != "ROSTER-WORKED"}
    assert named == {(rule, employee, DAY) for rule in rules}


def test_a_date_that_is_not_the_shifts_own(folder: Path) -> None:
    edit_csv(folder, "roster", lambda rows: row_of(rows, "E1", DAY).update(date="2026-11-17"))
    assert found(folder, Kind.ROSTER) == {
        (rule, "E1", "2026-11-17") for rule in ("ROSTER-DATE", "ROSTER-PERIOD", "ROSTER-TIMES")
    }


def test_sentences_name_the_row_and_both_times(folder: Path) -> None:
    edit_csv(folder, "roster", lambda rows: row_of(rows, "E1", DAY).update(breaks="13:15/30/unpaid"))
    sentence = next(each.sentence for each in all_found(folder) if each.rule == "ROSTER-TIMES")
    assert sentence == (
        "roster.csv row 2, Person 1 (E1) on Tue 2026-11-03: the shift is written as 09:00-17:30 with breaks 13:15 for "
        "30 min unpaid; template A says 09:00-17:30 with breaks 13:00 for 30 min unpaid."
    )


def test_references_that_stand_twice_or_do_not_add_up(folder: Path) -> None:
    edit_csv(folder, "staff", lambda rows: rows.append(dict(rows[2])))
    edit_csv(folder, "templates", lambda rows: rows.append(dict(rows[2])))
    edit_csv(folder, "templates", lambda rows: rows[2].update(paid_minutes="290"))
    assert found(folder, Kind.FILE) == {("FILE-TWICE", "E3", ""), ("FILE-TWICE", "", "")}
    assert found(folder, Kind.ROSTER) == {("TEMPLATE-PAID", "", "")}


def test_a_shift_that_was_not_worked_as_planned_is_named_from_both_sides(folder: Path) -> None:
    edit_csv(folder, "worked", lambda rows: row_of_worked(rows, "E1", DAY).update({"breaks": ""}))
    assert found(folder, Kind.ROSTER) == {("ROSTER-WORKED", "E1", DAY)}
    sentences = [each.sentence for each in verify(folder).findings if each.rule == "ROSTER-WORKED"]
    assert [("stands in roster.csv" in each, "stands in worked.csv" in each) for each in sorted(sentences)] == [
        (True, False),
        (False, True),
    ]


def row_of_worked(rows: list[dict[str, str]], employee: str, day: str) -> dict[str, str]:
    return next(row for row in rows if row["employee"] == employee and row["start"].startswith(day))
