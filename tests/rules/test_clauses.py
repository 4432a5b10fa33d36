"""A law leaves out clauses that no choice can break: who takes everything breaks each, who takes nothing none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from shiftbid.rules.applicability import clauses_of
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.checker import breach_of
from shiftbid.rules.clauses import Average, Clause, shifts_of
from tests.rules.random_weeks import Weeks, random_weeks
from tests.rules.worked_case import CASES, cases_of

ON = date(2026, 3, 2)
PACKS = [load_pack(pack_id, ON) for pack_id in pack_ids()]
EVERY_RULE = replace(PACKS[0], rules=tuple({rule.id: rule for pack in PACKS for rule in pack.rules}.values()))


def matters(clause: Clause) -> bool:
    return breach_of(clause, frozenset()) is None and can_be_broken(clause)


def can_be_broken(clause: Clause) -> bool:
    if isinstance(clause, Average):
        # A short block beside it may save the average; the longest block alone breaks it, if any does.
        return any(sum(term.weight for term in block) > clause.cap for block in clause.blocks)
    return breach_of(clause, shifts_of(clause) | set(clause.when)) is not None


@settings(max_examples=60, deadline=None)
@given(random_weeks())
def test_every_clause_of_random_weeks_matters(weeks: Weeks) -> None:
    assert {each.scope.rule for each in EVERY_RULE.clauses(weeks.situation) if not matters(each)} == set()


@pytest.mark.parametrize("file", sorted(CASES.glob("*/*.toml")), ids=lambda file: file.stem)
def test_every_clause_of_the_worked_cases_matters(file: Path) -> None:
    rule = load_pack(file.parent.name, ON).rule(file.stem)
    for case in cases_of(file):
        clauses = list(clauses_of(rule.read_as(case.readings), case.situation))
        assert all(matters(each) for each in clauses), case.name
