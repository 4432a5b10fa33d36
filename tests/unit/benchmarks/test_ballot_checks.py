from __future__ import annotations

from fractions import Fraction

import pytest

from benchmarks.ballot_checks import (
    PlainVote,
    is_reached,
    phragmen_purchases,
    plain_score,
    set_faults,
    shares_purchases,
    swap_faults,
)

BALLOTS = [frozenset("ab")] * 3 + [frozenset("c"), frozenset[str]()]
SEATS = PlainVote(BALLOTS, dict.fromkeys("abcd", Fraction(1)), Fraction(2), 2)
WORTH = dict.fromkeys("abcd", Fraction(1))


def _phragmen(winners: str) -> bool:
    return is_reached(SEATS, frozenset(winners), lambda taken, loads: phragmen_purchases(SEATS, taken, loads))


def test_points_are_counted_voter_by_voter() -> None:
    assert plain_score(SEATS, frozenset("dab")) == Fraction(9, 2)


def test_a_better_exchange_is_found() -> None:
    assert swap_faults(SEATS, frozenset("ab")) == []
    assert swap_faults(SEATS, frozenset("ac")) == ["b in place of c would score more"]


def test_sets_over_budget_unknown_or_too_small_are_refused() -> None:
    assert set_faults(SEATS, frozenset("ab"), fills_seats=True) == []
    assert set_faults(SEATS, frozenset("a"), fills_seats=False) == []
    assert set_faults(SEATS, frozenset("a"), fills_seats=True) == ["1 winners for 2 seats"]
    assert set_faults(SEATS, frozenset("abc"), fills_seats=False) == ["winners cost 3, the budget is 2"]
    assert set_faults(SEATS, frozenset("az"), fills_seats=True) == ["z: no such candidate"]


@pytest.mark.parametrize(("winners", "reached"), [("ab", True), ("ac", False), ("cd", False), ("a", False)])
def test_only_what_loads_lead_to_is_reached(winners: str, reached: bool) -> None:
    assert _phragmen(winners) is reached


@pytest.mark.parametrize(("winners", "reached"), [("a", True), ("b", True), ("ab", False), ("c", False), ("", False)])
def test_only_what_shares_pay_for_is_reached(winners: str, reached: bool) -> None:
    """Shares of 2/5: three voters pay 1/3 each for a or b, and nobody can pay for anything more."""
    assert is_reached(SEATS, frozenset(winners), shares_purchases(SEATS, WORTH)) is reached
