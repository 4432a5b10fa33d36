"""The verifier says of the rules' hand-worked cases what they expect, on both sides of each limit."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.staff_fact import HEALTH
from shiftbid.rules.book import load_pack, pack_ids
from shiftbid.rules.circumstances import Circumstances
from shiftbid.verifier.law import breaches_of
from shiftbid.verifier.limits import NotPublished
from shiftbid.verifier.packs import pack_of
from tests.rules.seen_by_verifier import facts_told, seen_by_verifier
from tests.rules.worked_case import CASES, WorkedCase, cases_of

ON = date(2026, 3, 2)


def _is_published(told: Circumstances) -> bool:
    """Whether ``facts.csv`` can tell all of it."""
    of_health = any(status.kind in HEALTH for status in told.statuses)
    rest = replace(told, statuses=(), settlements={}, cycle=None, refused=frozenset())
    return rest == Circumstances() and not of_health


PUBLISHED = [
    (file.parent.name, case)
    for file in sorted(CASES.glob("*/*.toml"))
    for case in cases_of(file)
    if _is_published(case.situation.circumstances) and not case.readings
]
LIMITS = {
    pack_id: {limit.rule: limit for limit in pack.in_force(ON)} for pack_id in pack_ids() if (pack := pack_of(pack_id))
}


def _name(value: str | WorkedCase) -> str:
    return f"{value.rule}: {value.name}" if isinstance(value, WorkedCase) else value


@pytest.mark.parametrize(("pack_id", "case"), PUBLISHED, ids=_name)
def test_verifier_finds_what_the_case_expects(pack_id: str, case: WorkedCase) -> None:
    person = seen_by_verifier(case.situation, facts_told(case.situation))
    found = list(breaches_of(person, LIMITS[pack_id][case.rule]))
    # Days in a row are one breach, of which the cases count each window.
    assert {breach.first for breach in found} <= set(case.broken)
    assert all(any(breach.first <= day <= breach.last for breach in found) for day in case.broken)


def test_both_sides_of_every_limit_are_among_them() -> None:
    seen: defaultdict[str, set[bool]] = defaultdict(set)
    for _, case in PUBLISHED:
        seen[case.rule].add(bool(case.broken))
    judged = {
        limit.rule for limits in LIMITS.values() for limit in limits.values() if not isinstance(limit, NotPublished)
    }
    # Overtime of a year is told as a sum there; other tests tell it by shifts.
    others = {"JP-36-YEAR", "US-COMP-PUBLIC-CAP"}
    assert judged - {rule for rule, sides in seen.items() if len(sides) == 2} == others


@pytest.mark.parametrize("pack_id", pack_ids())
def test_table_names_the_rules_of_the_pack(pack_id: str) -> None:
    pack = load_pack(pack_id, ON)
    assert set(LIMITS[pack_id]) == {rule.id for rule in pack.rules}
