"""The checker against plain arithmetic, and what must hold of its findings for any weeks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.timeline import local_day
from shiftbid.rules.book import RulePack, load_pack, pack_ids
from shiftbid.rules.checker import check
from shiftbid.rules.clauses import AnyFree, AtLeast, AtMost, Average, Excess
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation
from tests.rules.oracles import ORACLES, broken_by_hand
from tests.rules.random_weeks import Weeks, random_weeks


def _packs() -> Iterator[tuple[str, RulePack]]:
    """Every pack with the rules that no pack before it has: packs share rules, and each is tried once."""
    tried: set[str] = set()
    for pack_id in sorted(pack_ids(), key=lambda each: (each != "HOUSE", each)):
        pack = load_pack(pack_id, date(2026, 1, 1))
        own = tuple(rule for rule in pack.rules if rule.id not in tried)
        tried |= {rule.id for rule in own}
        if own:
            yield pack_id, replace(pack, rules=own)


PACKS = dict(_packs())


def _breaches(findings: list[Finding]) -> set[tuple[str, int, int]]:
    return {(each.rule, each.span.start, each.span.end) for each in findings}


def _findings(pack_id: str, situation: Situation, chosen: Set[str]) -> list[Finding]:
    return list(check(PACKS[pack_id], situation, chosen))


def test_every_rule_has_an_oracle() -> None:
    assert set(ORACLES) == {rule.id for pack in PACKS.values() for rule in pack.rules}


@pytest.mark.parametrize("pack_id", PACKS)
@settings(max_examples=100, deadline=None)
@given(weeks=random_weeks())
def test_checker_finds_what_plain_arithmetic_finds(pack_id: str, weeks: Weeks) -> None:
    found = Counter(
        (each.rule, local_day(each.span.start, weeks.situation.zone))
        for each in _findings(pack_id, weeks.situation, weeks.chosen)
    )
    assert found == broken_by_hand(weeks, [rule.id for rule in PACKS[pack_id].rules])


@pytest.mark.parametrize("pack_id", PACKS)
@settings(max_examples=50, deadline=None)
@given(weeks=random_weeks(), data=st.data())
def test_candidates_that_are_not_taken_change_nothing(pack_id: str, weeks: Weeks, data: st.DataObject) -> None:
    taken = data.draw(st.frozensets(st.sampled_from(sorted(weeks.chosen)))) if weeks.chosen else frozenset[str]()
    only_taken = tuple(shift for shift in weeks.situation.candidates if shift.id in taken)
    finished = replace(weeks.situation, candidates=only_taken)
    assert _findings(pack_id, weeks.situation, taken) == _findings(pack_id, finished, taken)


@pytest.mark.parametrize("pack_id", PACKS)
@settings(max_examples=50, deadline=None)
@given(weeks=random_weeks(), data=st.data())
def test_taking_a_shift_away_never_breaks_a_rule(pack_id: str, weeks: Weeks, data: st.DataObject) -> None:
    # Every rule so far limits work; one that asks for work (AtLeast) is the exception.
    asks = {each.scope.rule for each in PACKS[pack_id].clauses(weeks.situation) if isinstance(each, AtLeast)}
    fewer = weeks.chosen - {data.draw(st.sampled_from(sorted(weeks.chosen)))} if weeks.chosen else weeks.chosen
    before = _breaches(_findings(pack_id, weeks.situation, weeks.chosen))
    after = _breaches(_findings(pack_id, weeks.situation, fewer))
    assert {each for each in after - before if each[0] not in asks} == set()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("pack_id", PACKS)
@settings(max_examples=25, deadline=None)
@given(weeks=random_weeks())
def test_sentences_name_person_and_first_day(pack_id: str, language: str, weeks: Weeks) -> None:
    for finding in check(PACKS[pack_id], weeks.situation, weeks.chosen, language):
        assert weeks.situation.employee.name in finding.sentence
        assert local_day(finding.span.start, weeks.situation.zone).isoformat() in finding.sentence


@pytest.mark.parametrize("pack_id", PACKS)
@settings(max_examples=25, deadline=None)
@given(weeks=random_weeks())
def test_clauses_weigh_known_shifts_and_never_less_than_nothing(pack_id: str, weeks: Weeks) -> None:
    known = {spell.id for spell in weeks.spells}
    for clause in PACKS[pack_id].clauses(weeks.situation):
        match clause:
            case AtMost(terms=terms) | AtLeast(terms=terms):
                weighed = terms
            case Excess(parts=parts):
                weighed = tuple(term for part in parts for term in part.terms)
            case AnyFree(blocks=blocks):
                weighed = ()
                assert {shift for block in blocks for shift in block} <= known
            case Average(blocks=blocks):
                weighed = tuple(term for block in blocks for term in block)
        assert {term.shift for term in weighed} <= known
        assert all(term.weight >= 0 for term in weighed)
        assert clause.scope.span.start < clause.scope.span.end
