from __future__ import annotations

from shiftbid.solver.nash_award.no_award import why_no_award
from tests.unit.solver.nash_award.small_awards import award_of, bidder


def test_causes_are_named() -> None:
    saturdays_only = bidder(2, [[1], [1]], name="a", least=2, saturdays=0)
    other = bidder(2, [[1], [1]], name="b", least=1)
    crowded = award_of([[1], [1]], [saturdays_only, other], saturdays=[1])
    alone, week = why_no_award(crowded)
    assert alone.startswith("a has no roster")
    assert week == "week 1: the weekly minimums come to 3 shifts, the seats to 2"
    same_day = [bidder(2, [[1], [1]], name=name, least=1, leave=[1]) for name in "ab"]
    (together,) = why_no_award(award_of([[1], [1]], same_day))
    assert together.startswith("the weekly minimums of several people")
