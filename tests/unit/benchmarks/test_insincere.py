from __future__ import annotations

import numpy as np
import pytest

from benchmarks.insincere import STRATEGIES, Outlook, gains_of, liars_of, with_lies
from benchmarks.mechanisms import methods, tempt
from shiftbid.solver.nash_award.seats import most_points
from tests.unit.solver.nash_award.small_awards import award_of, bidder

TRUTH = np.array([[3, 1], [1, 3], [0, 1], [3, 0], [1, 1], [0, 3]], dtype=np.int64)
OUTLOOK = Outlook(
    points=TRUTH,
    rivals=np.array([[9, 0], [1, 2], [9, 9], [0, 9], [2, 2], [9, 1]], dtype=np.int64),
    heads=np.full((6, 2), 2, dtype=np.int64),
    saturday=np.array([False, False, False, False, False, True]),
)


def test_twenty_strategies_bid_otherwise_than_one_wishes_and_each_in_its_own_way() -> None:
    told = {name: strategy(OUTLOOK) for name, strategy in STRATEGIES.items()}
    assert len(told) == 20
    assert all(bids.shape == TRUTH.shape and (bids >= 0).all() for bids in told.values())
    assert not any(np.array_equal(bids, TRUTH) for bids in told.values())
    assert len({bids.tobytes() for bids in told.values()}) == 20


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("one wish alone", [[3, 0], [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]]),
        ("likes left out", [[3, 0], [0, 3], [0, 0], [3, 0], [0, 0], [0, 3]]),
        ("flatten", [[1, 1], [1, 1], [0, 1], [1, 0], [1, 1], [0, 1]]),
        ("turn upside down", [[1, 3], [3, 1], [0, 3], [1, 0], [3, 3], [0, 1]]),
        ("leave competition out", [[0, 1], [1, 0], [0, 0], [3, 0], [0, 0], [0, 3]]),
        ("no Saturdays", [[3, 1], [1, 3], [0, 1], [3, 0], [1, 1], [0, 0]]),
    ],
)
def test_strategies_do_what_their_names_say(name: str, told: list[list[int]]) -> None:
    assert STRATEGIES[name](OUTLOOK).tolist() == told


def test_only_liars_bid_otherwise_and_their_best_points_are_counted_anew() -> None:
    people = [bidder(3, [[3, 1], [2, 2], [1, 3]], name=name, most=2, best=6) for name in "abc"]
    award = award_of([[1, 1]] * 3, people)
    (liar,) = liars_of(award, seed=1)
    bid = with_lies(award, [liar], STRATEGIES["square"])
    assert [a is b for a, b in zip(award.people, bid.people, strict=True)].count(False) == 1
    assert bid.people[liar].points.tolist() == [[9, 1], [4, 4], [1, 9]]
    assert bid.people[liar].best_points == most_points(bid, bid.people[liar]) == 18


def test_gains_are_counted_by_the_true_wishes() -> None:
    award = award_of([[1, 1]], [bidder(1, [[4, 1]], name="a", best=4), bidder(1, [[4, 0]], name="b", best=4)])
    honest, lied = ([np.array([1]), np.array([0])], [np.array([0]), np.array([1])])
    assert list(gains_of(award, [0, 1], honest, lied)) == [0.75, -1.0]


def test_a_table_tells_every_strategy(capsys: pytest.CaptureFixture[str]) -> None:
    people = [bidder(3, [[3, 1], [2, 2], [1, 3]], name=name, most=2, best=6) for name in "abc"]
    by_name = methods(seconds=20.0, workers=1)
    tempt(award_of([[1, 1]] * 3, people), {"sum of satisfactions": by_name["sum of satisfactions"]})
    printed = capsys.readouterr().out
    assert "1 people bid insincerely" in printed
    assert all(name in printed for name in STRATEGIES)
