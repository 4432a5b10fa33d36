"""Every law function is one short file of clauses, with worked cases and a citation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from shiftbid.rules.laws import LAWS
from tests.architecture.source_tree import ROOT

LONGEST_LAW_LINES = 80
RULES = ROOT / "shiftbid" / "rules"
CASES = ROOT / "tests" / "rules" / "cases"


def _rules_of(law: str) -> list[Mapping[str, Any]]:
    files = (RULES / "parameters").glob("*/*-*.toml")
    described = (tomllib.loads(file.read_text(encoding="utf-8")) for file in files)
    return [each for each in described if each["law"] == law]


def test_a_file_of_laws_holds_the_law_of_its_name() -> None:
    files = {file.stem for file in (RULES / "laws").glob("*.py")} - {"__init__"}
    assert files == set(LAWS)
    assert all(law.__module__ == f"shiftbid.rules.laws.{name}" for name, law in LAWS.items())


@pytest.mark.parametrize("law", LAWS)
def test_law_is_short(law: str) -> None:
    source = (RULES / "laws" / f"{law}.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST_LAW_LINES


@pytest.mark.parametrize("law", LAWS)
def test_law_has_cited_rules_with_cases(law: str) -> None:
    rules = _rules_of(law)
    assert rules, "no rule reads this law"
    for rule in rules:
        assert all(value["article"].strip() for value in rule["value"])
        assert list(CASES.glob(f"*/{rule['id']}.toml")), f"{rule['id']} has no worked cases"
