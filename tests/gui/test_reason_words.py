from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from shiftbid.bidding.reasons import first_loss, told_bid
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.services.poll_sheets import LostWish
from shiftbid.solver.day_moves import Effect
from shiftbid.ui.languages import Language, Languages
from shiftbid.ui.reason_words import told_reason, told_verdict

BID = Bid("ana", date(2026, 1, 5), "0900-1730@1130", BidLevel.LIKE)
DAY_OFF = Bid("ana", date(2026, 1, 5), None, BidLevel.WANT)
STAGES = (
    Effect(2, 0, 0, 0, 0, 0, 0),
    Effect(0, 1, 0, 0, 0, 0, 0),
    Effect(0, 0, 60, 0, 0, 0, 0),
    Effect(0, 0, 0, 120, 0, 0, 0),
    Effect(0, 0, 0, 0, 120, 0, 0),
    Effect(0, 0, 0, 0, 0, 1, 0),
    Effect(0, 0, 0, 0, 0, 0, 5),
)
"""An exchange that makes each stage of the award worse in turn."""


@pytest.fixture
def chinese(languages: Languages) -> Iterator[None]:
    languages.choose(Language.CHINESE)
    yield
    languages.choose(Language.ENGLISH)


@pytest.mark.usefixtures("chinese")
@pytest.mark.parametrize("effect", STAGES)
@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("bid", [BID, DAY_OFF])
def test_every_reason_of_an_award_is_told_in_chinese(effect: Effect, shared: bool, bid: Bid) -> None:
    reason, why = first_loss(effect, shared=shared)
    lost = LostWish(bid, reason.value, f"{told_bid(bid)} {why}.", "A credit of 0.25 would have won it.")
    assert not re.search("[A-Za-z]", told_reason(lost))


@pytest.mark.usefixtures("chinese")
def test_what_a_rule_says_is_told_in_chinese() -> None:
    said = "Ana works 44 h in the week from 2026-02-02 to 2026-02-08; the contract with its tolerance allows 40 h."
    assert told_reason(LostWish(BID, "law", said, "")) == (
        "Ana 在 2026年2月2日 至 2026年2月8日 这一周工作 44 小时，合同（含容差）上限为 40 小时。"
    )


@pytest.mark.usefixtures("languages")
def test_templates_on_record_are_named_by_their_times() -> None:
    lost = LostWish(BID, "tie", f"{told_bid(BID)} nothing would change.", "")
    assert told_reason(lost) == (
        "With template 09:00–17:30 (break 11:30) on 5 Jan 2026, whoever changed that day, nothing would change."
    )


@pytest.mark.usefixtures("chinese")
def test_what_a_vote_says_of_a_proposal_is_told_menu_by_menu() -> None:
    searched = "other templates cover at no higher cost, as far as was searched"
    assert told_verdict(f"Fewest paid hours: part of it; Few templates (4): {searched}") == (
        "付薪工时最少：已列入; 班次模板少（4）：在搜索范围内，其他班次以不更高的成本覆盖需求"
    )
