"""More or fewer customers than forecast: heads anew, who is asked, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.roster import Assignment
from shiftbid.rules.book import load_pack
from shiftbid.services.footfall_surprise import FootfallSurprise, SurprisePlan, plan_surprise
from shiftbid.services.progress import Progress
from shiftbid.services.publication import HallPublication
from tests.gui.fake_hall import CALENDAR, FIRST, fake_publication

PACK = load_pack("HOUSE", FIRST)
DAY = FIRST + timedelta(days=2)
QUIET = 0.25


def silent(_: Progress) -> None:
    """Nobody listens."""


def planned(published: HallPublication, multiple: float, notice_days: int = 0) -> SurprisePlan:
    return plan_surprise(published, CALENDAR, PACK, FootfallSurprise(DAY, DAY, multiple, DAY, notice_days), 1, silent)


@pytest.fixture(scope="module")
def published() -> HallPublication:
    """A hall whose roster is lawful and fits a quarter of its footfall on one day, and has nobody on the others."""
    plan = fake_publication(weeks=1, people=6)
    empty = replace(plan, roster=replace(plan.roster, assignments=()), demand=())
    given = planned(empty, QUIET).asked
    added = tuple(Assignment(each.employee, shift) for each in given for shift, _ in each.added)
    return replace(empty, roster=replace(empty.roster, assignments=added))


def test_a_roster_that_has_the_heads_is_left_alone(published: HallPublication) -> None:
    plan = planned(published, QUIET)
    assert plan.asked == ()
    assert [stage.objective for stage in plan.repair.stages] == [plan.missing_now, 0, 0]


def test_more_customers_need_more_heads_and_the_repair_is_proven_and_counts_as_it_says(
    published: HallPublication,
) -> None:
    more = planned(published, 1.0)
    assert more.needed_half_hours > planned(published, QUIET).needed_half_hours
    assert more.repair.status is SolveStatus.OPTIMAL
    missing, touched, changed = (stage.objective for stage in more.repair.stages)
    assert missing is not None
    assert missing < more.missing_now
    assert touched == len(more.asked) > 0
    assert changed == sum(len(each.dropped) + len(each.added) for each in more.asked)
    assert all(not told.findings for each in more.asked for _, told in each.added)


def test_within_the_notice_shifts_are_offered_and_none_is_taken_away(published: HallPublication) -> None:
    held = planned(published, 1.0, notice_days=7)
    assert held.asked
    assert all(not each.dropped for each in held.asked)


@pytest.mark.parametrize(
    ("surprise", "message"),
    [
        (FootfallSurprise(DAY, DAY, 0.0, DAY), "not above 0"),
        (FootfallSurprise(DAY, FIRST, 1.0, DAY), "is after"),
        (FootfallSurprise(DAY, DAY + timedelta(days=40), 1.0, DAY), "is published from"),
    ],
)
def test_what_makes_no_sense_is_refused(published: HallPublication, surprise: FootfallSurprise, message: str) -> None:
    with pytest.raises(InputError, match=message):
        plan_surprise(published, CALENDAR, PACK, surprise, 1, silent)
