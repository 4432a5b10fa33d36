from __future__ import annotations

from fractions import Fraction

import pytest

from shiftbid.voting.contest import Contest, budget_contest
from shiftbid.voting.equal_shares import Purses, Utility, buy_with_shares
from shiftbid.voting.equal_shares_completion import Completion, equal_shares_sets
from tests.unit.voting.approval_profiles import ballots_of, seats, words

PRICES = {"x": Fraction(60), "y": Fraction(10), "z": Fraction(40)}


def _dear_and_cheap() -> Contest:
    return budget_contest(PRICES, ballots_of("5*xy x 4*z"), Fraction(100))


def test_each_group_spends_its_own_share() -> None:
    assert words(equal_shares_sets(seats("abc", "2*ab 2*c", 2), Utility.COST, Completion.NONE)) == ["ac", "bc"]


@pytest.mark.parametrize(("utility", "bought"), [(Utility.COST, "xz"), (Utility.CARDINALITY, "yz")])
def test_worth_by_price_favours_the_broadly_approved_and_worth_by_number_the_cheap(
    utility: Utility, bought: str
) -> None:
    assert words(equal_shares_sets(_dear_and_cheap(), utility, Completion.NONE)) == [bought]


def test_supporters_pay_alike() -> None:
    contest = seats("abc", "a 2*ab c", 2)
    (end,) = buy_with_shares(contest, Fraction(1, 2), Utility.COST)
    left = dict(zip((group.approved for group in contest.groups), end.left, strict=True))
    assert end.taken == frozenset("a")
    assert left == {frozenset("a"): Fraction(1, 6), frozenset("ab"): Fraction(1, 6), frozenset("c"): Fraction(1, 2)}


def test_who_has_less_left_pays_all_of_it() -> None:
    """b costs its five supporters 0.20 of 0.42 each; three of them have 0.22 for a, and the fourth pays 0.34."""
    contest = seats("ab", "a 3*ab 2*b", 2)
    assert [sorted(group.approved) for group in contest.groups] == [["a"], ["a", "b"], ["b"]]
    (end,) = buy_with_shares(contest, Fraction(42, 100), Utility.COST)
    assert end == Purses(frozenset("ab"), (Fraction(8, 100), Fraction(0), Fraction(22, 100)))


def test_unspent_money_is_left_or_completed() -> None:
    contest = seats("abc", "2*a b c", 2)
    assert words(equal_shares_sets(contest, Utility.COST, Completion.NONE)) == ["a"]
    assert words(equal_shares_sets(contest, Utility.COST, Completion.SEQ_PHRAGMEN)) == ["ab", "ac"]
    assert words(equal_shares_sets(contest, Utility.COST, Completion.ADD1)) == ["ab", "ac"]


def test_seats_nobody_wants_are_filled_by_completion_only() -> None:
    contest = seats("abc", "2*a", 2)
    assert words(equal_shares_sets(contest, Utility.COST, Completion.NONE)) == ["a"]
    for completion in (Completion.SEQ_PHRAGMEN, Completion.ADD1):
        assert words(equal_shares_sets(contest, Utility.COST, completion)) == ["ab", "ac"]


def test_raised_shares_stop_before_the_budget_is_overdrawn() -> None:
    """Shares of 5 buy a alone. At 6 the voter of b can pay as well, and then c no longer fits."""
    prices = {"a": Fraction(8), "b": Fraction(6), "c": Fraction(8), "d": Fraction(90)}
    ballots = ballots_of("2*a b c d")
    contest = budget_contest(prices, ballots, Fraction(20))
    assert words(equal_shares_sets(contest, Utility.COST, Completion.ADD1)) == ["ab"]
    roomy = budget_contest(prices, ballots, Fraction(22))
    assert words(equal_shares_sets(roomy, Utility.COST, Completion.ADD1)) == ["abc"]
    unwanted = budget_contest({**prices, "e": Fraction(1)}, ballots, Fraction(23))
    assert words(equal_shares_sets(unwanted, Utility.COST, Completion.ADD1)) == ["abc"]


def test_a_tie_in_a_raised_run_leaves_every_set_that_can_stand() -> None:
    """At 6 b or c can be paid, and both would overdraw: the run before stands."""
    prices = {"a": Fraction(8), "b": Fraction(6), "c": Fraction(6)}
    contest = budget_contest(prices, ballots_of("2*a b c"), Fraction(16))
    assert words(equal_shares_sets(contest, Utility.COST, Completion.ADD1)) == ["a"]
    assert words(equal_shares_sets(contest, Utility.COST, Completion.SEQ_PHRAGMEN)) == ["ab", "ac"]
