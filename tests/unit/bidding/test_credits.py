"""Credit carried from round to round."""

from __future__ import annotations

import pytest

from shiftbid.bidding.credits import credits_after, weight_of


def test_who_came_off_badly_gains_what_others_lose() -> None:
    after = credits_after(["a", "b", "c"], {}, {"a": 0.9, "b": 0.6, "c": 0.3})
    assert after == pytest.approx({"a": -0.3, "b": 0.0, "c": 0.3})


def test_credit_fades_and_sums_to_nothing_and_the_absent_keep_theirs() -> None:
    after = credits_after(["a", "b", "away"], {"a": 0.5, "b": -0.5, "away": 0.4}, {"a": 0.5, "b": 0.5})
    assert after["away"] == pytest.approx(0.32)
    assert sum(after.values()) == pytest.approx(0.0, abs=1e-3)
    assert after["a"] - after["b"] == pytest.approx(0.8)


def test_credit_has_its_limits() -> None:
    after = credits_after(["a", "b"], {"a": 1.0, "b": -1.0}, {"a": 0.0, "b": 1.0})
    assert after == {"a": 1.0, "b": -1.0}
    assert (weight_of(1.0), weight_of(0.0), weight_of(-1.0), weight_of(-3.0)) == (1.5, 1.0, 0.5, 0.5)


def test_a_round_without_bids_lets_credit_fade() -> None:
    assert credits_after(["a", "new"], {"a": 0.5, "gone": -0.5}, {}) == {"a": 0.4, "new": 0.0}
