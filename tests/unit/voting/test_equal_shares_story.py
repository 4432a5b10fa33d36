from __future__ import annotations

from fractions import Fraction

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.voting.contest import budget_contest, priced_seat_contest
from shiftbid.voting.equal_shares_story import equal_shares_story
from tests.unit.voting.approval_profiles import ballots_of


def anything(_: frozenset[str]) -> bool:
    return True


def test_cheap_templates_are_bought_first_and_phragmen_fills_up() -> None:
    """Budget 2 * 6 over six voters: 2 each. a costs its four 1 each, b them the rest; then c's two carry 0 + 9 / 2."""
    prices = {"a": Fraction(4), "b": Fraction(5), "c": Fraction(9)}
    contest = priced_seat_contest(prices, ballots_of("4*ab 2*c"), 2)
    first, second = equal_shares_story(contest, "1", anything)
    assert (first.taken.candidate, first.taken.load) == ("a", Fraction(1))
    assert "a is bought: its 4 supporters pay 1.0 at most each" in first.sentence()
    assert (second.taken.candidate, second.taken.load) == ("b", Fraction(9, 4))
    assert "is taken" in second.sentence()


def test_what_cannot_be_completed_is_skipped_and_told() -> None:
    prices = dict.fromkeys("abc", Fraction(1))
    contest = priced_seat_contest(prices, ballots_of("5*ab c"), 2)
    rounds = equal_shares_story(contest, "1", lambda taken: not {"a", "b"} <= taken)
    first, second = rounds
    assert {first.taken.candidate, *first.ties} == {"a", "b"}
    assert second.taken.candidate == "c"
    assert [skip.candidate for skip in second.skipped] == list(first.ties)
    assert "no full set covers the demand" in second.sentence()


def test_what_cannot_be_told_is_refused() -> None:
    contest = priced_seat_contest({"a": Fraction(1)}, ballots_of("a"), 1)
    with pytest.raises(InputError, match="no set"):
        equal_shares_story(contest, "1", lambda _: False)
    with pytest.raises(InputError, match="seats"):
        equal_shares_story(budget_contest({"a": Fraction(1)}, ballots_of("a"), Fraction(1)), "1", anything)
    with pytest.raises(InputError, match="price 0"):
        priced_seat_contest({"a": Fraction(0)}, ballots_of("a"), 1)
    with pytest.raises(InputError, match="give 1 to 1"):
        priced_seat_contest({"a": Fraction(1)}, ballots_of("a"), 2)
