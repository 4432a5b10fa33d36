"""The TOIL journal: balance, overdraft, expiry, sources."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from shiftbid.verifier import Kind
from tests.unit.verifier.findings import found
from tests.unit.verifier.published_folder import Row, edit_csv

MONDAY = "2026-11-02"


def use(rows: list[Row], minutes: int, day: str = MONDAY, lot: str = "lot1") -> None:
    """Take minutes of a lot in one more entry."""
    move(rows, "use", "bank", "used", minutes, day, lot)


def move(
    rows: list[Row], kind: str, origin: str, target: str, minutes: int, day: str = MONDAY, lot: str = "lot1"
) -> None:
    """Move minutes of a lot between accounts in one more entry."""
    entry = {**rows[2], "entry": f"{kind}/more", "effective": day, "kind": kind, "lot": lot}
    rows.append({**entry, "account": origin, "minutes": str(-minutes)})
    rows.append({**entry, "account": target, "minutes": str(minutes)})


JOURNAL_EDITS: list[tuple[Callable[[list[Row]], object], set[tuple[str, str, str]]]] = [
    (lambda rows: rows[1].update(minutes="601"), {("TOIL-BALANCE", "E1", MONDAY)}),
    (lambda rows: rows.pop(0), {("TOIL-BALANCE", "E1", MONDAY)}),
    (lambda rows: use(rows, 120), set[tuple[str, str, str]]()),
    (lambda rows: use(rows, 121), {("TOIL-OVERDRAWN", "E1", MONDAY)}),
    (lambda rows: rows.insert(0, rows.pop(2)), {("TOIL-OVERDRAWN", "E1", MONDAY)}),
    (lambda rows: use(rows, 60, "2027-01-31"), set[tuple[str, str, str]]()),
    (lambda rows: use(rows, 60, "2027-02-01"), {("TOIL-EXPIRED", "E1", "2027-02-01")}),
    (lambda rows: move(rows, "hold", "bank", "held", 120), set[tuple[str, str, str]]()),
    (lambda rows: move(rows, "take", "held", "used", 10), {("TOIL-OVERDRAWN", "E1", MONDAY)}),
    (
        lambda rows: (
            move(rows, "hold", "bank", "held", 60),
            move(rows, "take", "held", "used", 60, "2027-02-01"),
        ),
        {("TOIL-EXPIRED", "E1", "2027-02-01")},
    ),
    (lambda rows: move(rows, "use", "advanced", "used", 500), set[tuple[str, str, str]]()),
    (
        lambda rows: (
            move(rows, "use", "advanced", "used", 50),
            move(rows, "settle", "bank", "advanced", 51),
        ),
        {("TOIL-ADVANCE", "E1", MONDAY)},
    ),
    (lambda rows: use(rows, 60, "2026-11-01"), {("TOIL-EARLY", "E1", "2026-11-01")}),
    (lambda rows: use(rows, 30, "2026-11-10", "lot2"), {("TOIL-LOT", "E1", "2026-11-10")}),
    (
        lambda rows: rows[1].update(account="purse"),
        {("TOIL-ACCOUNT", "E1", MONDAY), ("TOIL-OVERDRAWN", "E1", MONDAY)},
    ),
    (lambda rows: rows[0].update(kind="accrue"), {("TOIL-ENTRY", "E1", MONDAY), ("TOIL-SOURCE", "E1", MONDAY)}),
    (
        lambda rows: [row.update(source="north/L/2026-11-03") for row in rows[4:]],
        {("TOIL-SOURCE", "E2", MONDAY)},
    ),
    (
        lambda rows: [row.update(employee="E9") for row in rows[4:]],
        {("TOIL-PERSON", "E9", MONDAY), ("TOIL-SOURCE", "E9", MONDAY)},
    ),
]


@pytest.mark.parametrize(("edit", "expected"), JOURNAL_EDITS)
def test_a_changed_journal_is_found(
    folder: Path, edit: Callable[[list[Row]], object], expected: set[tuple[str, str, str]]
) -> None:
    edit_csv(folder, "toil", edit)
    assert found(folder, Kind.TOIL) == expected


def test_time_off_for_a_shift_that_is_no_longer_rostered(folder: Path) -> None:
    edit_csv(
        folder,
        "roster",
        lambda rows: rows.remove(next(row for row in rows if row["employee"] == "E2")),
    )
    assert found(folder, Kind.TOIL) == {("TOIL-SOURCE", "E2", MONDAY)}
