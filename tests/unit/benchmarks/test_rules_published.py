"""The published worked cases, as the runner answers them, against what they expect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.rules_answers import case_answer
from benchmarks.rules_case import read_case_rows

CASES = Path(__file__).parents[4] / "shared" / "rules" / "cases.yaml"
BY_CLASS = ("pay_h", "toil_min", "lots_left", "predictability_pay_h", "toil", "pay_h_extra")
ALONE = ("balance_min", "entries", "payout_min", "forfeited_min", "premium_usd")

pytestmark = pytest.mark.skipif(not CASES.exists(), reason="the shared worked cases are not beside this checkout")


def _expected() -> Iterator[tuple[str, Mapping[str, Any]]]:
    if CASES.exists():
        for case in yaml.safe_load(CASES.read_text(encoding="utf-8"))["cases"]:
            branches = case["expect"].get("by_option")
            if branches is None:
                yield case["id"], case["expect"]
            else:
                yield from ((f"{case['id']}#{number}", branch) for number, branch in enumerate(branches))


EXPECTED = dict(_expected())
ROWS = {str(row["id"]): row for row in read_case_rows(CASES)} if CASES.exists() else {}


def _ids(rows: list[str | Mapping[str, Any]]) -> set[str]:
    return {row if isinstance(row, str) else row["rule"] for row in rows}


@pytest.mark.parametrize("case_id", EXPECTED)
def test_case_is_answered_as_expected(case_id: str) -> None:
    expected = EXPECTED[case_id]
    answer = case_answer(ROWS[case_id])
    found, allowed = _ids(answer.get("violations", [])), _ids(expected.get("violations_may", []))
    if "violations" in expected:
        assert found - allowed == _ids(expected["violations"]) - allowed
    assert found >= _ids(expected.get("violations_include", []))
    assert not found & _ids(expected.get("violations_exclude", []))
    for key in BY_CLASS:
        for name, value in expected.get(key, {}).items():
            assert answer[key][name] == pytest.approx(value, abs=1e-9), f"{key} {name}"
    for key in ALONE:
        if key in expected:
            assert answer[key] == expected[key], key


def test_the_runner_answers_without_what_is_expected() -> None:
    bare = [{key: value for key, value in row.items() if key not in ("expect", "why")} for row in ROWS.values()]
    assert [case_answer(row) for row in bare] == [case_answer(row) for row in ROWS.values()]
