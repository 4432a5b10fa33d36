"""Votes counted again from their records."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.ballot import Answer, Candidate, Origin, VoteMethod
from shiftbid.domain.errors import InputError
from shiftbid.services.election import ElectionGround, hold_election
from shiftbid.services.publication import HallPublication
from shiftbid.services.replay import Replay, Replayed
from shiftbid.services.replay_election import replay_election
from shiftbid.services.secrets import seeded_secrets
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.voting.ballot_paper import BallotPaper
from tests.gui.fake_hall import fake_publication
from tests.unit.services.awarded_hall import ignore


@cache
def voted_hall() -> HallPublication:
    """A hall whose people voted on the templates of its menu, of which all but one are adopted."""
    plan = fake_publication(weeks=1, people=6)
    menu = next(menu for menu in plan.menus if menu.id == plan.adopted_menu)
    names = [template.id for template in menu.templates]
    paper = BallotPaper(
        method=VoteMethod.PROPORTIONAL,
        seats=len(names) - 1,
        candidates=tuple(Candidate(template, Origin.MENU, (menu.id,)) for template in menu.templates),
        menus=(replace(menu, templates=menu.templates[:-1], use=()),),
        capacities=(),
        least_missing_half_hours=0,
        least_missing_bound=0,
        most_missing_half_hours=sum(slot.heads for slot in plan.demand),
    )
    answers = {
        person.id: {name: Answer.WANT for number, name in enumerate(names) if (number + place) % 2}
        for place, person in enumerate(plan.employees)
    }
    ground = ElectionGround(plan.hall, plan.roster.period, plan.demand, paper)
    held = hold_election(ground, answers, seeded_secrets(1), WorkLimit(), ignore)
    return replace(plan, election=held.record)


def replayed(edit: Callable[[Any], object]) -> Replay:
    published = voted_hall()
    record = json.loads(canonical_json(dict(published.election)))
    edit(record)
    return replay_election(record, published, ignore)


def test_the_same_record_gives_the_same_bytes() -> None:
    assert replayed(len) == Replay(Replayed.VOTE, voted_hall().hall.id, (), ())


EDITS: list[tuple[Callable[[Any], object], str]] = [
    (lambda it: it["ballots"].pop(), "tally"),
    (lambda it: it["ballots"].append(it["ballots"].pop(0)), "ballots"),
    (lambda it: it.update(seed="0" * 64), "seed"),
    (lambda it: it.update(score="1"), "score"),
    (lambda it: it["adopted"].update(title="another"), "adopted"),
    (lambda it: it["menus"][0].update(title="another"), "menus"),
    (lambda it: it["candidates"][0].update(origin="useful"), "candidates"),
    (lambda it: it.update(most_paid_minutes=1), "most_paid_minutes"),
    (lambda it: it.update(more="than there was"), "more"),
]


@pytest.mark.parametrize(("edit", "key"), EDITS)
def test_whatever_is_changed_is_found(edit: Callable[[Any], object], key: str) -> None:
    found = replayed(edit)
    assert key in [each.split(":")[0] for each in found.differences]
    assert found.versions == ()


def test_a_record_that_cannot_be_replayed_says_why() -> None:
    with pytest.raises(InputError):
        replayed(lambda it: it.update(limits={}))
    with pytest.raises(InputError):
        replayed(lambda it: it.update(hall="elsewhere"))
