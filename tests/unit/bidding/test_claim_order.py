"""Order of turns and of wishes, where people take their wishes one after the other."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from shiftbid.bidding.claim_order import Rank, claim_order, wish_list
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.round_method import RoundMethod

MON = date(2026, 1, 5)


def test_seniors_or_those_with_most_credit_come_first() -> None:
    ranks = {
        "new": Rank(date(2024, 5, 1), 0.5),
        "old": Rank(date(2010, 5, 1), -0.25),
        "mid": Rank(date(2017, 5, 1), 0.0),
    }
    assert claim_order(RoundMethod.SENIORITY, ranks, "seed") == ("old", "mid", "new")
    for method in (RoundMethod.SNAKE, RoundMethod.WAVES):
        assert claim_order(method, ranks, "seed") == ("new", "mid", "old")


def test_the_seed_orders_equals_whatever_order_they_come_in() -> None:
    names = ("a", "b", "c", "d")
    orders = {
        claim_order(RoundMethod.SNAKE, {name: Rank(MON, 0.0) for name in shuffled}, "seed")
        for shuffled in permutations(names)
    }
    assert len(orders) == 1
    seeds = {claim_order(RoundMethod.SNAKE, {name: Rank(MON, 0.0) for name in names}, str(seed)) for seed in range(40)}
    assert {order[0] for order in seeds} == set(names)


def test_what_is_wanted_comes_before_what_is_liked_and_nothing_else_is_claimed() -> None:
    bids = [
        Bid("a", MON, "early", BidLevel.LIKE),
        Bid("a", MON, None, BidLevel.WANT),
        Bid("a", MON, "late", BidLevel.AVOID),
        Bid("a", MON, "mid", BidLevel.NEUTRAL),
    ]
    assert [bid.template for bid in wish_list(bids, "h", "seed")] == [None, "early"]
    assert wish_list(bids, "h", "seed") == wish_list(bids[::-1], "h", "seed")
