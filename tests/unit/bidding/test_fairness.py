"""Figures of fairness, at their ends and by hand."""

from __future__ import annotations

import pytest

from shiftbid.bidding.fairness import Envy, Spread, Standing, carried_over, envy, fairness_record, gini, jain


def test_equal_shares_and_one_who_takes_all() -> None:
    assert (gini([3, 3, 3]), jain([3, 3, 3])) == (0.0, 1.0)
    assert gini([0, 0, 0, 8]) == pytest.approx(3 / 4)
    assert jain([0, 0, 0, 8]) == pytest.approx(1 / 4)
    assert (gini([]), jain([]), gini([0, 0]), jain([0, 0])) == (0.0, 1.0, 0.0, 1.0)


def test_spread_of_values() -> None:
    values = [float(value) for value in range(1, 21)]
    spread = Spread.of(values)
    assert (spread.least, spread.tenth_percentile, spread.mean, spread.most) == (1, 2, 10.5, 20)
    assert Spread.of([0.5]).tenth_percentile == 0.5
    assert Spread.of([]).as_record()["jain"] == 1.0


def test_envy_is_over_a_tenth_more_and_justified_by_credit() -> None:
    people = [
        Standing("a", 0.1, 10, {"b": (12, 9), "c": (11, 11)}),
        Standing("b", 0.2, 20, {"a": (40, 30)}),
        Standing("c", 0.3, 0, {"a": (1, 0)}),
    ]
    assert envy(people) == Envy(pairs=3, but_one=1, justified=2)
    assert envy([]) == Envy(0, 0, 0)


def test_the_price_is_what_is_lacking_to_a_mean_of_one() -> None:
    record = fairness_record([0.5, 0.9], [1.0, 1.0], Envy(0, 0, 0))
    assert record["price_of_fairness_at_most"] == 0.3
    assert record["satisfaction"]["mean"] == 0.7


def test_rounds_are_taken_together_person_by_person() -> None:
    first = {"satisfaction": [{"employee": "a", "satisfaction": 0.2, "burden": 3}]}
    second = {
        "satisfaction": [
            {"employee": "a", "satisfaction": 1.0, "burden": 1},
            {"employee": "b", "satisfaction": None, "burden": 2},
        ]
    }
    carried = carried_over([first, second])
    assert (carried["rounds"], carried["satisfaction"]["mean"]) == (2, 0.6)
    assert (carried["burden"]["least"], carried["burden"]["most"]) == (2.0, 4.0)
