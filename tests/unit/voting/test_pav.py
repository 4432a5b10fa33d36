from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.voting.contest import budget_contest
from shiftbid.voting.pav import harmonic_score, pav_optimum
from tests.unit.voting.approval_profiles import ballots_of, seats, words


def test_points_fall_with_each_further_winner_of_a_voter() -> None:
    contest = seats("abcd", "2*abc d *", 3)
    assert harmonic_score(contest, frozenset("abc")) == 2 * Fraction(11, 6)
    assert harmonic_score(contest, frozenset("dab")) == 2 * Fraction(3, 2) + 1


def test_all_tied_sets_are_found() -> None:
    optimum = pav_optimum(seats("abcxy", "6*abc 2*x y", 3))
    assert optimum.score == 11
    assert words(optimum.sets) == ["abc", "abx", "acx", "bcx"]


def test_a_group_gets_seats_by_its_size() -> None:
    assert words(pav_optimum(seats("abcdxyz", "60*abcd 40*xyz", 5)).sets) == [
        "ab" + rest for rest in ("cxy", "cxz", "cyz", "dxy", "dxz", "dyz")
    ] + ["ac" + rest for rest in ("dxy", "dxz", "dyz")] + ["bcd" + rest for rest in ("xy", "xz", "yz")]


def test_all_candidates_win_where_there_are_as_many_seats() -> None:
    optimum = pav_optimum(seats("abc", "a", 3))
    assert words(optimum.sets) == ["abc"]
    assert optimum.score == 1


def test_scores_beyond_64_bits_stay_exact() -> None:
    """With 45 seats the common denominator of 1, 1/2, ..., 1/45 is above 2**63."""
    names = "".join(chr(ord("A") + i) for i in range(47))
    optimum = pav_optimum(seats(names, f"3*{names[:44]} 2*{names[44]}", 45))
    assert words(optimum.sets) == ["".join(sorted(names[:45]))]
    assert optimum.score == 3 * sum(Fraction(1, j) for j in range(1, 45)) + 2


def test_a_hundred_voters_and_thirty_templates_keep_what_greed_would_miss() -> None:
    """Against the best of many random sets improved by swaps, by the plain definition of the score."""
    generator = np.random.default_rng(5)
    names = [chr(ord("A") + i) for i in range(30)]
    profile = " ".join(
        "".join(names[i] for i in np.flatnonzero(row)) or "*" for row in generator.random((100, 30)) < 0.3
    )
    contest = seats("".join(names), profile, 8)
    optimum = pav_optimum(contest)
    for _ in range(3):
        found = frozenset(str(name) for name in generator.choice(names, 8, replace=False))
        score = harmonic_score(contest, found)
        improved = True
        while improved:
            swaps = [(found - {old}) | {new} for old in sorted(found) for new in names if new not in found]
            best = max(swaps, key=lambda each: harmonic_score(contest, each))
            improved = harmonic_score(contest, best) > score
            found, score = (best, harmonic_score(contest, best)) if improved else (found, score)
        assert score <= optimum.score
        assert (score == optimum.score) == (found in optimum.sets)


def test_a_budget_is_refused() -> None:
    with pytest.raises(InputError, match="fills seats"):
        pav_optimum(budget_contest({"a": Fraction(1)}, ballots_of("a"), Fraction(1)))


def test_ballots_that_decide_nothing_are_refused() -> None:
    with pytest.raises(InputError, match="do not decide"):
        pav_optimum(seats("abcdefghijklmnopqrst", "*", 9))
