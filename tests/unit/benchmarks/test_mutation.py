"""Faults are put where they are said to be, one at a time, and never into what they are not."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks.mutation import likely_shares
from benchmarks.mutation_faults import faults_of, with_fault

SOURCE = '''"""A module."""
def legal(minutes, cap, away):
    rest = minutes - 30
    if rest < cap and not away:
        return True
    return minutes in (0, 1)
'''


def changed(tmp_path: Path) -> dict[str, str]:
    path = tmp_path / "module.py"
    path.write_text(SOURCE)
    return {fault.what: with_fault(SOURCE, fault) for fault in faults_of(path)}


def test_each_kind_of_place_is_changed(tmp_path: Path) -> None:
    found = changed(tmp_path)
    assert found.keys() == {
        "Sub to Add", "30 to 31", "Lt to LtE", "and to or", "not left out", "True to False", "In to NotIn",
        "0 to 1", "1 to 2",
    }  # fmt: skip
    assert "rest <= cap and (not away)" in found["Lt to LtE"]
    assert "rest < cap or not away" in found["and to or"]
    assert "minutes + 30" in found["Sub to Add"]


def test_every_fault_changes_one_line_and_still_compiles(tmp_path: Path) -> None:
    plain = ast.unparse(ast.parse(SOURCE)).splitlines()
    for what, source in changed(tmp_path).items():
        compile(source, "module.py", "exec")
        different = [1 for one, other in zip(plain, source.splitlines(), strict=True) if one != other]
        assert len(different) == 1, what


@pytest.mark.parametrize(
    ("found", "tried", "least", "most"),
    # Newcombe (1998), table I: Wilson's interval without continuity correction.
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (29, 29, 0.8830, 1.0)],
)
def test_a_sample_speaks_for_a_range_of_shares(found: int, tried: int, least: float, most: float) -> None:
    assert likely_shares(found, tried) == pytest.approx((least, most), abs=5e-5)


def test_an_empty_sample_says_nothing() -> None:
    assert likely_shares(0, 0) == (0.0, 1.0)
