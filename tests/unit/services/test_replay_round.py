"""Rounds solved again from their records."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.errors import InputError
from shiftbid.rules.book import load_pack
from shiftbid.services.bidding_round import close_round, hold_round
from shiftbid.services.progress import Progress
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_staff import published_staff
from shiftbid.services.replay import Replay
from shiftbid.services.replay_round import replay_round
from shiftbid.services.round_problem import RoundRequest
from shiftbid.services.secrets import seeded_secrets
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.solver.work_limit import WorkLimit
from tests.gui.fake_hall import CALENDAR, FIRST, fake_publication

PACK = load_pack("HOUSE", FIRST)
QUICK = WorkLimit(search_work=0.6, step_work=0.2, steps=12, rounds=1, menu_work=0.1)


def ignore(progress: Progress) -> None:
    del progress


@pytest.fixture(scope="module")
def published() -> HallPublication:
    """A small hall whose round was really held."""
    plan = fake_publication(weeks=1, people=6)
    hall, period = plan.hall, plan.roster.period
    adopted = next(menu.templates for menu in plan.menus if menu.id == plan.adopted_menu)
    shifts = candidate_shifts(adopted, hall, period.days)
    bids = {
        person.id: tuple(
            Bid(person.id, shift.day, shift.template, BidLevel.WANT if number % 3 else BidLevel.AVOID)
            for number, shift in enumerate(shifts)
            if number % 6 == place
        )
        for place, person in enumerate(plan.employees)
    }
    situations = situations_of(published_staff(plan), hall, period, CALENDAR, PACK, shifts)
    closed = close_round(hall.id, period, bids, seeded_secrets(1))
    request = RoundRequest(hall, period, plan.demand, shifts, situations, closed, PACK, {plan.employees[0].id: 0.5})
    return replace(plan, bidding_round=hold_round(request, QUICK, ignore).record)


def replayed(published: HallPublication, edit: Callable[[Any], object]) -> Replay:
    record = json.loads(canonical_json(dict(published.bidding_round)))
    edit(record)
    return replay_round(record, published, CALENDAR, PACK, ignore)


def test_the_same_record_gives_the_same_bytes(published: HallPublication) -> None:
    assert replayed(published, lambda it: it.update(changes=[])) == Replay(published.hall.id, (), ())


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
