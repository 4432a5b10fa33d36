from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.solver.nash_award.claim_guard import ClaimGuard
from shiftbid.solver.nash_award.plain_awards import cover_alone, greatest_least, greatest_sum
from shiftbid.solver.nash_award.seats import SeatAward, law_broken, points_won, unmet
from tests.unit.solver.nash_award.small_awards import award_of, awards, bidder


def test_a_claim_that_would_break_cover_is_refused() -> None:
    """Only a can work the second day, and only one of the two days may be worked."""
    people = [bidder(2, [[5], [1]], name="a", most=1), bidder(2, [[2], [0]], name="b", most=1, leave=[1])]
    award = award_of([[1], [1]], people)
    start = cover_alone(award, 30.0)
    assert start is not None
    guard = ClaimGuard(award, start, seed=1)
    assert not guard.claim(0, (0, 0))
    assert guard.claim(1, (0, 0))
    assert guard.claim(0, (1, 0))
    assert unmet(award, guard.rosters) == 0


def test_a_claim_moves_those_who_have_not_claimed() -> None:
    people = [bidder(2, [[5], [1]], name=name, most=1) for name in "ab"]
    award = award_of([[1], [1]], people)
    guard = ClaimGuard(award, [np.array([0, -1]), np.array([-1, 0])], seed=1)
    assert guard.claim(1, (0, 0))
    assert [roster.tolist() for roster in guard.rosters] == [[-1, 0], [0, -1]]
    assert not guard.claim(0, (0, 0))


def test_plain_awards_do_what_they_say() -> None:
    """One good seat, one bad; the second person wants the good one a little more than the first."""
    people = [bidder(2, [[9], [6]], name="a", most=1, best=9), bidder(2, [[10], [1]], name="b", most=1, best=10)]
    award = award_of([[1], [1]], people)
    for method, points in ((greatest_sum, [6, 10]), (greatest_least, [6, 10])):
        rosters = method(award, 30.0)
        assert rosters is not None
        assert [points_won(person, roster) for person, roster in zip(people, rosters, strict=True)] == points


@settings(max_examples=20, deadline=None)
@given(awards(), st.integers(0, 9))
def test_law_and_cover_hold_after_every_claim(award: SeatAward, seed: int) -> None:
    start = cover_alone(award, 30.0)
    if start is None:
        return
    least = unmet(award, start)
    guard = ClaimGuard(award, start, seed)
    random = np.random.default_rng(seed)
    kept: list[tuple[int, tuple[int, int]]] = []
    for _ in range(5):
        number, day, template = (
            int(random.integers(size)) for size in (len(award.people), award.days, award.templates)
        )
        if guard.claim(number, (day, template)):
            kept.append((number, (day, template)))
        assert law_broken(award, guard.rosters) == []
        assert unmet(award, guard.rosters) == least
        assert all(guard.rosters[who][place[0]] == place[1] for who, place in kept)
