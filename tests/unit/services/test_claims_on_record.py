"""Rounds awarded by claims, as their record is checked by the verifier, which plays the turns again."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.round_method import RoundMethod
from shiftbid.services.bidding_round import hold_round
from shiftbid.services.round_on_record import request_on_record
from shiftbid.verifier.json_nodes import JsonNode
from shiftbid.verifier.picking import check_claims
from shiftbid.verifier.round_record import rounds_of
from shiftbid.verifier.welfare import check_welfare
from shiftbid.verifier.wishes import check_wishes
from tests.gui.fake_hall import CALENDAR
from tests.unit.services.awarded_hall import PACK, QUICK, awarded_hall, ignore

BRIEF = replace(QUICK, search_work=0.2, steps=4)


@cache
def record_of(method: RoundMethod) -> str:
    """The record of the same bids, awarded by another method."""
    plan = awarded_hall()
    request = request_on_record(json.loads(canonical_json(dict(plan.bidding_round))), plan, CALENDAR, PACK)
    asked = replace(request, closed=replace(request.closed, method=method))
    return canonical_json(dict(hold_round(asked, BRIEF, ignore).record))


def findings(method: RoundMethod, edit: Callable[[Any], object]) -> set[str]:
    record = json.loads(record_of(method))
    edit(record)
    problems: list[str] = []
    (read,) = rounds_of(JsonNode({"rounds": [record]}, "round.json", problems))
    assert problems == []
    found = [*check_claims(read), *check_wishes(read), *check_welfare(read)]
    return {each.rule for each in found}


@pytest.mark.parametrize("method", list(RoundMethod))
def test_every_method_gives_a_record_that_checks(method: RoundMethod) -> None:
    assert findings(method, len) == set()


def turn_round(record: Any) -> None:
    for claim in record["claims"]:
        if not claim["accepted"]:
            claim["accepted"] = True
            return


EDITS: list[tuple[Callable[[Any], object], str]] = [
    (lambda it: it["order"].reverse(), "ROUND-ORDER-OF-TURNS"),
    (lambda it: it["order"].pop(), "ROUND-ORDER-OF-TURNS"),
    (lambda it: it["claims"].pop(0), "ROUND-CLAIM"),
    (lambda it: it["claims"].append(it["claims"][-1]), "ROUND-CLAIM"),
    (lambda it: it["claims"].reverse(), "ROUND-CLAIM"),
    (turn_round, "ROUND-CLAIM"),
    (lambda it: it.update(floor=0.5), "ROUND-FLOOR"),
    (lambda it: it["reasons"].pop(), "ROUND-REASON"),
]


@pytest.mark.parametrize(("edit", "rule"), EDITS)
@pytest.mark.parametrize("method", [RoundMethod.SNAKE, RoundMethod.WAVES])
def test_a_changed_turn_or_claim_is_found(method: RoundMethod, edit: Callable[[Any], object], rule: str) -> None:
    assert rule in findings(method, edit)


def test_an_award_without_turns_holds_none() -> None:
    claimed = json.loads(record_of(RoundMethod.SNAKE))["claims"]
    assert findings(RoundMethod.NASH, lambda it: it.update(claims=claimed)) == {"ROUND-CLAIM"}
