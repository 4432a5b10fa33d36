from __future__ import annotations

from fractions import Fraction

import pytest

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError
from shiftbid.voting.contest import MOST_TIED_SETS, budget_contest, check_number_of_ties, full_sets, seat_contest
from tests.unit.voting.approval_profiles import ballots_of, seats


def test_equal_ballots_are_one_group_and_empty_ones_count_as_voters() -> None:
    contest = seats("abc", "2*ab c * ab", 2)
    assert {(group.approved, group.voters) for group in contest.groups} == {
        (frozenset("ab"), 3),
        (frozenset("c"), 1),
        (frozenset(), 1),
    }
    assert contest.voters == 5
    assert contest.budget == 2
    assert contest.supporters.keys() == {"a", "b", "c"}


def test_contenders_are_approved_by_somebody_and_within_the_budget() -> None:
    prices = {"a": Fraction(3), "b": Fraction(8), "c": Fraction(1)}
    contest = budget_contest(prices, ballots_of("ab b"), Fraction(7))
    assert contest.contenders.keys() == {"a"}
    assert contest.cost("ac") == 4


def test_seats_left_are_filled_with_each_choice_of_candidates_nobody_approves() -> None:
    assert set(full_sets(seats("abcd", "a", 2), frozenset("a"))) == {frozenset("ab"), frozenset("ac"), frozenset("ad")}
    budget = budget_contest({"a": Fraction(1), "b": Fraction(1)}, ballots_of("a"), Fraction(5))
    assert full_sets(budget, frozenset("a")) == [frozenset("a")]


def test_all_faults_of_seats_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        seat_contest(["a", "b", "a"], [Ballot("v", frozenset("xay"))], 4)
    text = str(caught.value)
    assert len(caught.value.problems) == 4
    assert all(part in text for part in ("a stands 2 times", "'x'", "'y'", "4 seats"))


def test_all_faults_of_a_budget_are_told_at_once() -> None:
    with pytest.raises(InputError) as caught:
        budget_contest({"a": Fraction(0)}, [], Fraction(-1))
    assert [str(each) for each in caught.value.problems] == [
        "there is no ballot",
        "a: price 0, give one above 0",
        "budget -1: give one above 0",
    ]
    with pytest.raises(InputError, match="nothing to vote on"):
        budget_contest({}, ballots_of("*"), Fraction(1))


def test_more_ties_than_anybody_can_choose_from_are_refused() -> None:
    check_number_of_ties(MOST_TIED_SETS)
    with pytest.raises(InputError, match="do not decide"):
        check_number_of_ties(MOST_TIED_SETS + 1)
