from __future__ import annotations

import pytest

from shiftbid.solver.nash_award.group_model import chords
from shiftbid.solver.nash_award.seats import most_points, welfare
from tests.unit.solver.nash_award.small_awards import award_of, bidder


@pytest.mark.parametrize("near", [0.0, 31.5, 60.0])
def test_chords_are_never_below_the_welfare_and_exact_near_the_points(near: float) -> None:
    person = bidder(3, [[25], [20], [15]], best=60, weight=1.3)
    award = award_of([[1], [1], [1]], [person])
    lines = chords(award, person, near)
    assert most_points(award, person) == 60
    for points in range(61):
        above = min(line.value + line.slope * (points - line.points) for line in lines)
        exact = welfare(award, person, points)
        assert above >= exact - 1e-12
        if abs(points - near) <= 8 and points >= 5:
            assert above == pytest.approx(exact)
        elif points >= 5:
            assert above - exact <= 0.02
    assert len(lines) < 50
