from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.mechanisms import compare, envious_pairs, gini, main, methods, read_reviews
from tests.unit.solver.nash_award.small_awards import award_of, bidder


def test_gini_of_known_vectors() -> None:
    assert gini([2.0, 2.0, 2.0]) == 0.0
    assert gini([0.0, 0.0, 3.0]) == pytest.approx(2 / 3)
    assert gini([0.0, 0.0]) == 0.0


def test_envy_counts_only_rosters_one_could_work() -> None:
    people = [bidder(1, [[0, 9]], name="a"), bidder(1, [[1, 9]], name="b"), bidder(1, [[9, 9]], name="c", leave=[0])]
    award = award_of([[1, 1]], people)
    rosters = [np.array([0]), np.array([1]), np.array([-1])]
    assert envious_pairs(award, rosters) == 1


def test_a_table_has_every_method_and_the_default_misses_fewest(capsys: pytest.CaptureFixture[str]) -> None:
    people = [bidder(3, [[3, 1], [2, 2], [1, 3]], name=name, most=2, best=6) for name in "abc"]
    award = award_of([[1, 1]] * 3, people)
    by_name = methods(seconds=20.0, workers=1)
    assert compare("small", award, by_name) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in by_name)


def test_reviews_are_read(tmp_path: Path) -> None:
    source = tmp_path / "bids.cat"
    source.write_text("# TITLE: x\n1: {1,3},{2},{}\n1: {},2,{1,3}\n", encoding="utf-8")
    award = read_reviews(source)
    assert [person.points[:, 0].tolist() for person in award.people] == [[2, 1, 2], [0, 1, 0]]
    assert [person.best_points for person in award.people] == [5, 1]
    assert award.seats.sum() == 9


def test_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "bids.cat"
    source.write_text("# TITLE: x\n", encoding="utf-8")
    assert main([str(source)]) == 2
    assert main([str(tmp_path / "none.json")]) == 2
