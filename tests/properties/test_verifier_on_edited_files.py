"""Whatever is done to one row or one byte of a published folder, the verifier answers, and it notices.

The folder without edits verifies; an edit is either found or makes a file unreadable, which is said as such.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from shiftbid.verifier import Kind, UnreadableRecord, verify
from tests.unit.verifier.published_folder import COLUMNS, Row, Scene, read_csv, write_chain, write_csv
from tests.unit.verifier.published_plan import write_plan

VALUES = st.one_of(
    st.sampled_from(
        [
            "",
            "0",
            "-1",
            "1e999",
            "99999999999999999999",
            "nan",
            "true",
            "E1",
            "E2",
            "nobody",
            "2026-11-03",
            "1969-12-31",
            "2199-12-31",
            "2026-11-03T09:00+13:00",
            "2026-11-03T09:00-13:00",
            "1901-01-01T00:00+00:00",
            "2199-12-31T23:59-12:00",
            "13:00/30/unpaid;13:00/30/paid",
            "00:00/999999/unpaid",
            "24:00",
            "holiday",
            "bank",
            "holiday150",
        ]
    ),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), max_size=12),
)


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_plan(tmp_path_factory.mktemp("plan"), Scene())


@given(name=st.sampled_from(sorted(COLUMNS)), data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_edit_of_a_row_is_survived_and_noticed(plan: Path, tmp_path: Path, name: str, data: st.DataObject) -> None:
    rows = read_csv(plan, name)
    before = [dict(row) for row in rows]
    _edit(rows, data)
    assume(rows != before)
    folder = tmp_path / "edited"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(plan, folder)
    write_csv(folder, name, rows)
    hashes = {each.rule for each in verify(folder).findings if each.kind is Kind.HASH}
    assert hashes == {"HASH-FILE"}


def _edit(rows: list[Row], data: st.DataObject) -> None:
    if not rows:
        return
    index = data.draw(st.integers(0, len(rows) - 1))
    match data.draw(st.sampled_from(["cell", "cell", "cell", "drop", "twice", "swap"])):
        case "cell":
            column = data.draw(st.sampled_from(sorted(rows[index])))
            rows[index][column] = data.draw(VALUES)
        case "drop":
            rows.pop(index)
        case "twice":
            rows.insert(data.draw(st.integers(0, len(rows))), dict(rows[index]))
        case _:
            other = data.draw(st.integers(0, len(rows) - 1))
            column = data.draw(st.sampled_from(sorted(rows[index])))
            rows[index][column], rows[other][column] = rows[other][column], rows[index][column]


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_other_roster_cell_is_noticed_though_hashes_are_recomputed(
    plan: Path, tmp_path: Path, data: st.DataObject
) -> None:
    """Every column of the roster that says who works when is bound by another file or rule."""
    rows = read_csv(plan, "roster")
    row = rows[data.draw(st.integers(0, len(rows) - 1))]
    column = data.draw(
        st.sampled_from(["hall", "employee", "date", "template", "start", "end", "breaks", "paid_minutes"])
    )
    value = data.draw(st.one_of(VALUES, st.sampled_from([each[column] for each in rows])))
    assume(value != row[column])
    row[column] = value
    folder = tmp_path / "edited"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(plan, folder)
    write_csv(folder, "roster", rows)
    write_chain(folder)
    assert not verify(folder).ok


@given(name=st.sampled_from(["election.json", "round.json", "settings.json", "record.jsonl"]), data=st.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_changed_byte_of_a_record_is_survived(plan: Path, tmp_path: Path, name: str, data: st.DataObject) -> None:
    folder = tmp_path / "edited"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(plan, folder)
    text = bytearray((folder / name).read_bytes())
    text[data.draw(st.integers(0, len(text) - 2))] = data.draw(st.integers(0, 255))
    assume(bytes(text) != (folder / name).read_bytes())
    (folder / name).write_bytes(bytes(text))
    assert _noticed(folder)


def _noticed(folder: Path) -> bool:
    try:
        return not verify(folder).ok
    except UnreadableRecord as error:
        return bool(error.problems)
