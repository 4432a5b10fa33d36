"""Winners on public ballots as other programs elected them (../shared/benchmarks/ballots)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from benchmarks.ballots import main

SHARED = Path(__file__).parents[4] / "shared" / "benchmarks" / "ballots"
EXPECTED: dict[str, Any] = json.loads((SHARED / "expected.json").read_text(encoding="utf-8")) if SHARED.exists() else {}
pytestmark = pytest.mark.skipif(not EXPECTED, reason="the ballots of ../shared are not here")

SEATED = {
    "pav": ["--method", "pav"],
    "seqphragmen": ["--method", "seq-phragmen"],
    "equal_shares_phase1": ["--method", "equal-shares"],
    "equal_shares_seqphragmen_completion": ["--method", "equal-shares", "--completion", "seq-phragmen"],
}
PRICED = {
    "mes_cost_utility_phase1": ["--method", "equal-shares", "--utility", "cost"],
    "mes_cardinality_phase1": ["--method", "equal-shares", "--utility", "cardinality"],
    "seqphragmen_cost": ["--method", "seq-phragmen"],
    "mes_cost_utility_add1": ["--method", "equal-shares", "--completion", "add1"],
}
ABCVOTING = {
    "pav": ["--method", "pav"],
    "seqphragmen": ["--method", "seq-phragmen"],
    "equal-shares": ["--method", "equal-shares", "--completion", "seq-phragmen"],
}


def _elect(arguments: list[str], file: Path, out: Path) -> dict[str, Any]:
    assert main([str(file), *arguments, "--out", str(out)]) == 0
    answer = json.loads(out.read_text(encoding="utf-8"))
    assert answer["winners"] in answer["ties"]
    return answer


def _seat_cases() -> Iterator[Any]:
    for name, file in EXPECTED.get("approval", {}).items():
        for result in file["results"]:
            for rule, options in SEATED.items():
                arguments = [*options, "--seats", str(result["k"])]
                yield pytest.param(file["file"], arguments, result, rule, id=f"{name}-{result['k']}-{rule}")


@pytest.mark.parametrize(("file", "arguments", "result", "rule"), list(_seat_cases()))
def test_seats(file: str, arguments: list[str], result: dict[str, Any], rule: str, tmp_path: Path) -> None:
    answer = _elect(arguments, SHARED / file, tmp_path / "out.json")
    expected = result["rules"][rule]
    assert answer["ties"] == sorted(expected["winners"])
    if "score" in expected:
        assert Fraction(answer["score"]) == Fraction(expected["score"])
    audited = result["properties"].get(rule)
    if audited is not None and audited["committee"] == answer["winners"]:
        assert (not answer["ejr_plus_violations"]) == audited["ejr+"]


def _budget_cases() -> Iterator[Any]:
    for name, file in EXPECTED.get("participatory_budget", {}).items():
        for rule, expected in file["rules"].items():
            yield pytest.param(file["file"], PRICED[rule], expected["winners"], id=f"{name}-{rule}")


@pytest.mark.parametrize(("file", "arguments", "winners"), list(_budget_cases()))
def test_budgets(file: str, arguments: list[str], winners: list[list[str]], tmp_path: Path) -> None:
    assert _elect(arguments, SHARED / file, tmp_path / "out.json")["ties"] == winners


def test_the_official_result_of_assen(tmp_path: Path) -> None:
    file = SHARED / "pabulib" / "Netherlands_Assen_2024.pb"
    lines = file.read_text(encoding="utf-8").splitlines()
    projects = [line.split(";") for line in lines[lines.index("PROJECTS") + 2 : lines.index("VOTES")]]
    selected = sorted(project[0] for project in projects if project[4] == "1")
    answer = _elect(["--method", "equal-shares", "--completion", "add1"], file, tmp_path / "out.json")
    assert answer["winners"] == selected


def _abcvoting_cases() -> Iterator[Any]:
    for file in sorted((SHARED / "abcvoting").glob("*.abc.yaml")):
        text = file.read_text(encoding="utf-8")
        for rule, options in ABCVOTING.items():
            result = text.partition(f"rule_id: {rule}\n  result: ")[2].partition("\n  resolute")[0]
            yield pytest.param(file, options, json.loads(result), id=f"{file.stem}-{rule}")


@pytest.mark.parametrize(("file", "arguments", "winners"), list(_abcvoting_cases()))
def test_small_instances(file: Path, arguments: list[str], winners: list[list[int]], tmp_path: Path) -> None:
    assert _elect(arguments, file, tmp_path / "out.json")["ties"] == winners
