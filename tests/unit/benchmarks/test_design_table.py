"""The comparison of shift design with a plain model."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import shift_design
from benchmarks.design_table import Row, gap_ratio, main, solved_by_product, solved_plainly

SMALL = """interval = 480; days = 1; demand = [1, 2, 1]; shiftTypes = 1;
minStart = [0]; maxStart = [1]; minLength = [1]; maxLength = [2];
weightUnderCover = 1; weightOverCover = 1; weightShiftInstances = 60;
"""


def test_both_ways_prove_a_small_instance(tmp_path: Path) -> None:
    path = tmp_path / "small.dzn"
    path.write_text(SMALL)
    prepared = shift_design.prepare(path)
    ours, plain = solved_by_product(prepared, 60.0, 1), solved_plainly(prepared, 60.0, 1)
    # One template over slots 0 and 1, one over 1 and 2.
    assert ours.objective == ours.bound == plain.objective == plain.bound == 120
    assert gap_ratio(ours, plain) == "both 0"


def test_gaps_are_compared() -> None:
    assert gap_ratio(Row(10.0, 8.0, 1.0), Row(14.0, 6.0, 1.0)) == "25%"
    assert gap_ratio(Row(10.0, 10.0, 1.0), Row(None, 6.0, 1.0)) == "-"
    assert gap_ratio(Row(10.0, 9.0, 1.0), Row(10.0, 10.0, 1.0)) == "plain 0"
    assert str(Row(None, 6.0, 1.0)).split() == ["none", "6", "1.0"]


def test_unknown_names_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no such instance"]) == 2
    assert "no such instance" in capsys.readouterr().err
