"""Rounds solved again from their records."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.errors import InputError
from shiftbid.services.publication import HallPublication
from shiftbid.services.replay import Replay, Replayed
from shiftbid.services.replay_round import replay_round
from tests.gui.fake_hall import CALENDAR
from tests.unit.services.awarded_hall import PACK, awarded_hall, ignore


@pytest.fixture(scope="module")
def published() -> HallPublication:
    return awarded_hall()


def replayed(published: HallPublication, edit: Callable[[Any], object]) -> Replay:
    record = json.loads(canonical_json(dict(published.bidding_round)))
    edit(record)
    return replay_round(record, published, CALENDAR, PACK, ignore)


def test_the_same_record_gives_the_same_bytes(published: HallPublication) -> None:
    assert replayed(published, lambda it: it.update(changes=[])) == Replay(Replayed.AWARD, published.hall.id, (), ())


EDITS: list[tuple[Callable[[Any], object], str]] = [
    (lambda it: it["award"].pop(), "award"),
    (lambda it: it.update(seed="0" * 64), "seed"),
    (lambda it: it["bids"][0]["wishes"].pop(), "commitments"),
]


@pytest.mark.parametrize(("edit", "key"), EDITS)
def test_a_changed_award_seed_or_bid_is_found(
    published: HallPublication, edit: Callable[[Any], object], key: str
) -> None:
    found = replayed(published, edit)
    assert key in [each.split(":")[0] for each in found.differences]
    assert found.versions == ()


def test_versions_that_differ_are_named(published: HallPublication) -> None:
    found = replayed(published, lambda it: it["versions"].update(ortools="1.0"))
    assert [each.split(",")[0] for each in found.versions] == ["ortools 1.0 on record"]
    assert [each.split(":")[0] for each in found.differences] == ["versions"]


def test_a_record_that_cannot_be_replayed_says_why(published: HallPublication) -> None:
    with pytest.raises(InputError):
        replayed(published, lambda it: it.update(limits={}))
    with pytest.raises(InputError):
        replayed(published, lambda it: it.update(hall="elsewhere"))
