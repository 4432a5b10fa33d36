from __future__ import annotations

from fractions import Fraction

import pytest

from shiftbid.voting.contest import budget_contest
from shiftbid.voting.ejr_plus import Violation, ejr_plus_violations
from shiftbid.voting.equal_shares import Utility
from tests.unit.voting.approval_profiles import ballots_of, seats

SPLIT = seats("abcde", "6*abc 2*d e", 3)


def test_two_thirds_of_the_voters_with_one_seat_of_three_are_short() -> None:
    assert ejr_plus_violations(SPLIT, frozenset("ade"), Utility.COST) == (
        Violation("b", 6, Fraction(1), Fraction(2)),
        Violation("c", 6, Fraction(1), Fraction(2)),
    )


@pytest.mark.parametrize("elected", ["dab", "abc", "bce"])
def test_two_seats_for_them_are_enough(elected: str) -> None:
    assert ejr_plus_violations(SPLIT, frozenset(elected), Utility.CARDINALITY) == ()


def test_each_level_of_a_group_is_listed() -> None:
    found = ejr_plus_violations(seats("abcd", "3*abc 3*c", 2), frozenset("ad"), Utility.COST)
    assert found == (Violation("c", 3, Fraction(0), Fraction(1)), Violation("c", 6, Fraction(1), Fraction(2)))


def test_empty_ballots_dilute_every_share() -> None:
    assert ejr_plus_violations(seats("ab", "2*a 2*b", 1), frozenset("b"), Utility.COST) == ()
    assert ejr_plus_violations(seats("ab", "2*a", 1), frozenset("b"), Utility.COST)
    assert ejr_plus_violations(seats("ab", "2*a *", 1), frozenset("b"), Utility.COST) == ()


@pytest.mark.parametrize(("utility", "short"), [(Utility.COST, {"x"}), (Utility.CARDINALITY, set[str]())])
def test_prices_weigh_in_by_the_worth_that_is_audited(utility: Utility, short: set[str]) -> None:
    """Six of ten voters could pay 60 together; by price y is worth only 10 of it, by number one for one."""
    prices = {"x": Fraction(40), "y": Fraction(10), "z": Fraction(70)}
    contest = budget_contest(prices, ballots_of("6*xyz 4*y"), Fraction(100))
    found = ejr_plus_violations(contest, frozenset("y"), utility)
    assert {violation.candidate for violation in found} == short
