from __future__ import annotations

import math
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.solver.nash_award.clock import Deadline
from shiftbid.solver.nash_award.price_limit import PriceLimit, SeatPrices, price_limit
from shiftbid.solver.nash_award.relaxation import NoAward
from shiftbid.solver.nash_award.roster_pricing import RosterPricing
from shiftbid.solver.nash_award.search import Found, UnmetLimit, by_relaxation
from shiftbid.solver.nash_award.seats import OFF, SeatAward, law_broken, points_won, total_welfare, unmet, welfare
from tests.unit.solver.nash_award.small_awards import awards, by_trying_all, legal_rosters


@settings(max_examples=60, deadline=None)
@given(awards(), st.integers(0, 2**32 - 1), st.booleans())
def test_pricing_finds_each_persons_best_roster(award: SeatAward, seed: int, with_welfare: bool) -> None:
    prices = np.random.default_rng(seed).normal(size=(len(award.people), award.days, award.templates))
    priced = RosterPricing(award).best(prices, with_welfare=with_welfare, alternatives=2)
    for number, person in enumerate(award.people):

        def value(roster: np.ndarray, number: int = number) -> float:
            worked = np.flatnonzero(roster != OFF)
            earned = prices[number, worked, roster[worked]].sum()
            worth = welfare(award, award.people[number], points_won(award.people[number], roster))
            return float(earned + (worth if with_welfare else 0.0))

        legal = legal_rosters(award, number)
        if not legal:
            assert priced.values[number] < -1e29
            assert priced.rosters[number] == ()
            continue
        assert priced.values[number] == pytest.approx(max(map(value, legal)))
        assert value(priced.rosters[number][0]) == pytest.approx(priced.values[number])
        known = {roster.tobytes() for roster in legal}
        assert all(roster.tobytes() in known for roster in priced.rosters[number])
        assert len({points_won(person, roster) for roster in priced.rosters[number]}) == len(priced.rosters[number])


@settings(max_examples=60, deadline=None)
@given(awards(), st.integers(0, 2**32 - 1))
def test_no_award_passes_the_limit_at_any_prices(award: SeatAward, seed: int) -> None:
    best = by_trying_all(award)
    if best is None:
        return
    random = np.random.default_rng(seed)
    prices = SeatPrices(
        random.normal(size=award.seats.shape), random.exponential(size=award.skill_seats.shape), random.exponential()
    )
    pricing = RosterPricing(award)
    priced = pricing.best(prices.earnings(award), with_welfare=True, alternatives=0)
    assert price_limit(award, prices, priced).at(best[0]) >= best[1] - 1e-9
    flat = SeatPrices(prices.seats, prices.skill_seats, 1.0)
    priced = pricing.best(flat.earnings(award), with_welfare=False, alternatives=0)
    assert -price_limit(award, flat, priced).base <= best[0] + 1e-9


@settings(max_examples=25, deadline=None)
@given(awards())
def test_the_award_is_that_of_trying_all(award: SeatAward) -> None:
    best = by_trying_all(award)
    found, least, limits, impossible = None, 0, [math.inf], False
    for report in by_relaxation(award, 1, Deadline(time.time() + 60)):
        match report:
            case Found(rosters):
                assert law_broken(award, rosters) == []
                worth = unmet(award, rosters), -total_welfare(award, rosters)
                found = worth if found is None else min(found, worth)
            case UnmetLimit(heads):
                least = max(least, heads)
            case PriceLimit() as limit:
                limits.append(limit.at(best[0] if best else 0))
            case NoAward():
                impossible = True
    if best is None:
        assert found is None
        return
    assert not impossible
    assert found is not None
    assert least == found[0] == best[0]
    assert -found[1] <= best[1] + 1e-9
    assert min(limits) >= best[1] - 1e-6
    # With at most 5 best points, only none at all is below the floor, and the chords are exact.
    assert -found[1] >= best[1] - 2e-4 * abs(best[1]) - 1e-6
