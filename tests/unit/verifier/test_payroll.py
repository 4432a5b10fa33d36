"""Pay lines against the roster: minutes, classes, holidays over midnight, overtime and time off taken."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shiftbid.verifier import Kind
from tests.unit.verifier.conftest import FolderOf
from tests.unit.verifier.findings import all_found, found
from tests.unit.verifier.published_folder import NIGHTS, Row, Scene, edit_csv, read_csv, retime, row_of

DAY = "2026-11-03"
HOLIDAY = "2026-11-04"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"minutes": "479"}, "PAYROLL-MINUTES"),
        ({"pay_class": "ot150"}, "PAYROLL-CLASS"),
        ({"pay_class": "holiday150"}, "PAYROLL-CLASS"),
        ({"pay_class": "leave_annual"}, "PAYROLL-MINUTES"),
    ],
)
def test_a_changed_line_is_found(folder: Path, change: dict[str, str], rule: str) -> None:
    edit_csv(folder, "payroll", lambda rows: row_of(rows, "E1", DAY).update(change))
    assert found(folder, Kind.PAYROLL) == {(rule, "E1", DAY)}


def test_minutes_that_cannot_be_paid(folder: Path) -> None:
    edit_csv(folder, "payroll", lambda rows: rows.append({**rows[0], "minutes": "-30", "pay_class": "leave_annual"}))
    edit_csv(folder, "payroll", lambda rows: rows.append({**rows[0], "pay_class": "bonus"}))
    assert found(folder, Kind.PAYROLL) == {("PAYROLL-LINE", "E1", DAY)}


def test_a_line_for_a_day_off(folder: Path) -> None:
    edit_csv(folder, "payroll", lambda rows: row_of(rows, "E1", DAY).update(date="2026-11-07"))
    assert found(folder, Kind.PAYROLL) == {("PAYROLL-MINUTES", "E1", DAY), ("PAYROLL-MINUTES", "E1", "2026-11-07")}


def test_a_holiday_that_is_none_any_more(folder: Path) -> None:
    edit_csv(
        folder,
        "calendar",
        lambda rows: [row.update({"class": "workday"}) for row in rows if row["date"] == HOLIDAY],
    )
    at_work = {"E1", "E3", "E5", "E6"}
    assert found(folder, Kind.PAYROLL) == {("PAYROLL-CLASS", employee, HOLIDAY) for employee in at_work}
    assert any("8 h holiday150" in each.sentence and "8 h normal" in each.sentence for each in all_found(folder))


def test_a_night_into_a_holiday_is_cut_at_midnight(folder_of: FolderOf) -> None:
    """22:00 to 06:00 with half an hour at 02:00: two hours before the holiday, five and a half on it."""
    scene = Scene(pack="CN", zone="Asia/Shanghai", templates=NIGHTS)
    folder = folder_of(scene)
    lines = [row for row in read_csv(folder, "payroll") if row["employee"] == "E1"]
    assert {(row["date"], row["pay_class"], row["minutes"]) for row in lines} >= {
        ("2026-11-03", "normal", "120"),
        ("2026-11-04", "holiday300", "330"),
        ("2026-11-04", "holiday300", "120"),
        ("2026-11-05", "normal", "330"),
    }
    assert found(folder, Kind.PAYROLL) == set()

    def joined(rows: list[Row]) -> None:
        cut = [row for row in rows if (row["employee"], row["source"]) == ("E1", "north/A/2026-11-03")]
        for row in cut:
            rows.remove(row)
        rows.append({**cut[0], "minutes": "450"})

    edit_csv(folder, "payroll", joined)
    assert found(folder, Kind.PAYROLL) == {
        ("PAYROLL-MINUTES", "E1", "2026-11-03"),
        ("PAYROLL-MINUTES", "E1", "2026-11-04"),
    }


@pytest.mark.parametrize(("pack", "zone", "limit"), [("CN", "Asia/Shanghai", 480), ("HOUSE", "Pacific/Auckland", 600)])
def test_overtime_above_the_packs_day(folder_of: FolderOf, pack: str, zone: str, limit: int) -> None:
    scene = Scene(pack=pack, zone=zone, first=date(2026, 11, 2))
    folder = folder_of(scene)
    edit_csv(
        folder,
        "roster",
        lambda rows: retime(scene, row_of(rows, "E1", DAY), 540, 1200, "14:30/30/unpaid"),
    )
    edit_csv(folder, "payroll", lambda rows: row_of(rows, "E1", DAY).update(minutes="630"))
    assert found(folder, Kind.PAYROLL) == {("PAYROLL-CLASS", "E1", DAY)}

    def classed(rows: list[Row]) -> None:
        normal = row_of(rows, "E1", DAY)
        rows.append({**normal, "pay_class": "ot150", "minutes": str(630 - limit)})
        normal["minutes"] = str(limit)

    edit_csv(folder, "payroll", classed)
    assert found(folder, Kind.PAYROLL) == set()
    edit_csv(folder, "staff", lambda rows: rows[0].update(system="comprehensive"))
    assert found(folder, Kind.PAYROLL) == {("PAYROLL-CLASS", "E1", DAY)}


def test_time_off_taken_is_paid_as_the_journal_says(folder: Path) -> None:
    edit_csv(folder, "payroll", lambda rows: rows[-1].update(minutes="450"))
    assert found(folder, Kind.PAYROLL) == {("PAYROLL-TOIL", "E1", "2026-11-02")}
