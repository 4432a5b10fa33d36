from __future__ import annotations

from fractions import Fraction

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.voting.contest import budget_contest
from shiftbid.voting.phragmen import Carried, continue_phragmen, phragmen_sets
from tests.unit.voting.approval_profiles import ballots_of, seats, words


def test_the_group_that_can_pay_first_elects_next() -> None:
    assert words(phragmen_sets(seats("abcd", "5*ab 2*c d", 3))) == ["abc"]
    assert words(phragmen_sets(seats("abcd", "3*ab 2*c d", 2))) == ["ac", "bc"]


def test_every_order_of_breaking_ties_is_followed() -> None:
    assert words(phragmen_sets(seats("abc", "2*ab c", 2))) == ["ab", "ac", "bc"]


def test_seats_left_go_to_candidates_nobody_approves() -> None:
    assert words(phragmen_sets(seats("abc", "2*a *", 2))) == ["ab", "ac"]


def test_a_budget_stops_at_the_first_candidate_that_no_longer_fits() -> None:
    prices = {"a": Fraction(3), "b": Fraction(5), "c": Fraction(3), "d": Fraction(20)}
    contest = budget_contest(prices, ballots_of("3*a 2*b c 9*d"), Fraction(7))
    assert words(phragmen_sets(contest)) == ["a"]


def test_loads_already_carried_count() -> None:
    """Equal support; the voter of b has spent half a seat more than the voter of c."""
    contest = seats("abc", "a b c", 2)
    groups = [next(iter(group.approved)) for group in contest.groups]
    loads = {"a": Fraction(1), "b": Fraction(1, 2), "c": Fraction(0)}
    start = Carried(frozenset("a"), tuple(loads[name] for name in groups))
    assert words(continue_phragmen(contest, [start])) == ["ac"]


def test_ballots_that_decide_nothing_are_refused() -> None:
    with pytest.raises(InputError, match="do not decide"):
        phragmen_sets(seats("abcdefghijklmnopqrst", "*", 9))
