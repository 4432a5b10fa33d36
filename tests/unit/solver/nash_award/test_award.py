from __future__ import annotations

import math

import numpy as np
import psutil
import pytest

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.nash_award.award import AwardEffort, award_seats, relative_gap
from shiftbid.solver.nash_award.seats import law_broken, points_won, total_welfare, unmet
from tests.unit.solver.nash_award.small_awards import award_of, bidder


def quiet(heads: int | None, welfare: float, bound: float) -> None:
    del heads, welfare, bound


def children() -> list[str]:
    return [
        " ".join(child.cmdline())
        for child in psutil.Process().children(recursive=True)
        if "spawn_main" in " ".join(child.cmdline())
    ]


def test_seats_go_where_the_product_of_satisfactions_is_greatest() -> None:
    """Two seats, both liked more by the first: the second person's only point counts for more than the first's last."""
    people = [bidder(2, [[6], [4]], name="a", most=2), bidder(2, [[0], [3]], name="b", most=2, best=3)]
    award = award_of([[1], [1]], people)
    outcome = award_seats(award, AwardEffort(seconds=60.0, workers=1), quiet)
    assert outcome.status is SolveStatus.OPTIMAL
    assert (outcome.unmet, outcome.unmet_bound) == (0, 0)
    assert [points_won(person, roster) for person, roster in zip(people, outcome.rosters, strict=True)] == [6, 3]
    assert outcome.welfare == pytest.approx(math.log(0.6))
    assert outcome.gap <= 1e-3
    assert children() == []


def test_cover_comes_before_wishes() -> None:
    people = [bidder(1, [[0, 5]], name="a", best=5)]
    award = award_of([[1, 1]], people, skill_seats=[[[0, 0]]])
    both = award_seats(award, AwardEffort(seconds=60.0, workers=2), quiet)
    assert (both.unmet, both.unmet_bound) == (1, 1)
    assert both.welfare == 0.0
    skilled = award_of([[1, 1]], [bidder(1, [[0, 5]], skills=(0,), best=5)], skill_seats=[[[1, 0]]])
    outcome = award_seats(skilled, AwardEffort(seconds=60.0), quiet)
    assert (outcome.unmet, outcome.unmet_bound) == (1, 1)
    assert outcome.rosters[0].tolist() == [0]
    assert outcome.welfare == pytest.approx(math.log(0.02))
    assert law_broken(skilled, outcome.rosters) == []


def test_minimums_beyond_the_seats_have_no_award() -> None:
    people = [bidder(1, [[1]], name=name, least=1) for name in "ab"]
    outcome = award_seats(award_of([[1]], people), AwardEffort(seconds=60.0), quiet)
    assert outcome.status is SolveStatus.INFEASIBLE
    assert outcome.rosters == ()


def test_a_listener_may_cancel_and_no_process_is_left() -> None:
    def cancel(heads: int | None, welfare: float, bound: float) -> None:
        assert len(children()) == 2
        raise KeyboardInterrupt

    award = award_of([[2]] * 4, [bidder(4, [[1]] * 4, name=name) for name in "abc"])
    with pytest.raises(KeyboardInterrupt):
        award_seats(award, AwardEffort(seconds=60.0, workers=2), cancel)
    assert children() == []


def test_without_time_nothing_is_known() -> None:
    award = award_of([[2]] * 4, [bidder(4, [[1]] * 4)])
    outcome = award_seats(award, AwardEffort(seconds=0.01), quiet)
    assert outcome.status is SolveStatus.UNKNOWN
    assert outcome.welfare_bound == math.inf
    assert children() == []


def test_law_and_unmet_are_counted_from_the_rosters() -> None:
    people = [bidder(3, [[1, 1]] * 3, name="a", least=2, most=2, saturdays=0, leave=[1])]
    award = award_of([[1, 1], [1, 1], [0, 1]], people, forbidden=[(1, 0)], saturdays=[2])
    off, early, late = -1, 0, 1
    names = {
        (off, off, off): "0 shifts in week 0, not 2 to 2",
        (early, early, off): "works on leave",
        (late, early, off): "lacks rest before day 1",
        (early, off, late): "more than 0 Saturdays",
        (early, off, early): "1 heads beyond the seats",
    }
    for roster, expected in names.items():
        assert expected in "; ".join(law_broken(award, [np.array(roster)]))
    assert unmet(award, [np.array((early, off, late))]) == 3
    assert total_welfare(award, [np.array((early, off, late))]) == pytest.approx(math.log(0.2))


def test_gap_is_a_share_of_the_welfare() -> None:
    assert relative_gap(-10.0, -9.0) == pytest.approx(0.1)
    assert relative_gap(-10.0, -10.0) == 0.0
    assert relative_gap(-10.0, -11.0) == 0.0
    assert relative_gap(0.0, 0.0) == 0.0
