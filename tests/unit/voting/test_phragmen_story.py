from __future__ import annotations

from fractions import Fraction

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.voting.contest import budget_contest
from shiftbid.voting.phragmen_story import phragmen_story
from tests.unit.voting.approval_profiles import ballots_of, seats


def anything(_: frozenset[str]) -> bool:
    return True


def test_a_skipped_candidate_is_told_and_never_comes_back() -> None:
    contest = seats("abcd", "5*ab 2*c d", 3)
    rounds = phragmen_story(contest, "1", lambda taken: not {"a", "b"} <= taken)
    told = [(*(skip.candidate for skip in each.skipped), each.taken.candidate) for each in rounds]
    first = told[0][0]
    other = {"a": "b", "b": "a"}[first]
    assert told == [(first,), (other, "c"), ("d",)]
    assert rounds[0].taken.load == Fraction(1, 5)
    assert rounds[0].ties == (other,)
    assert rounds[1].sentence() == (
        f"Round 2: {other} was next (load 0.4000), but with it and those already taken no full set covers the demand."
        " c is taken: its 2 supporters carry 0.5000 each."
    )


def test_seats_left_go_to_what_nobody_approves() -> None:
    rounds = phragmen_story(seats("abc", "2*a *", 2), "1", anything)
    assert rounds[0].taken.candidate == "a"
    assert "nobody approves" in rounds[1].sentence()


def test_what_cannot_be_told_is_refused() -> None:
    with pytest.raises(InputError, match="no set"):
        phragmen_story(seats("ab", "a", 1), "1", lambda _: False)
    budget = budget_contest({"a": Fraction(1)}, ballots_of("a"), Fraction(1))
    with pytest.raises(InputError, match="seats"):
        phragmen_story(budget, "1", anything)
