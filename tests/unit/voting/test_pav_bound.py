from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from shiftbid.voting.pav_bound import Branch, PavBound, initial_multipliers, pav_model
from tests.unit.voting.approval_profiles import seats

CONTEST = seats("abcdefg", "4*abc 3*ad 2*de efg 2*g bf *", 4)
MODEL = pav_model(CONTEST, 4)


def _best(taken: tuple[int, ...], undecided: list[int]) -> int:
    return max(MODEL.score((*taken, *rest)) for rest in combinations(undecided, 4 - len(taken)))


@pytest.mark.parametrize("taken", [(), (6,), (1, 5)])
@pytest.mark.parametrize("price", [0, 1, 7, 100])
def test_no_prices_give_a_limit_below_the_best_set(taken: tuple[int, ...], price: int) -> None:
    undecided = [i for i in range(7) if i not in taken]
    prices = np.full(len(CONTEST.groups), price * MODEL.unit // 20)
    bound = PavBound(MODEL, Branch(taken, np.array(undecided), prices))
    best = _best(taken, undecided)
    loose = bound.limit
    assert loose >= best
    assert bound.tighten(0) <= best <= bound.limit <= loose


def test_steps_lower_the_limit_and_decide_only_what_every_best_set_shares() -> None:
    everyone = list(range(7))
    start = Branch((), np.array(everyone), initial_multipliers(MODEL, (4, 5, 6, 3)))
    bound = PavBound(MODEL, start)
    loose = bound.limit
    best = bound.tighten(0)
    assert bound.limit < loose
    optimal = [s for s in combinations(everyone, 4) if MODEL.score(s) >= best]
    needed, hopeless = bound.decided(best)
    assert all(set(np.flatnonzero(needed)) <= set(each) for each in optimal)
    assert not any(set(np.flatnonzero(hopeless)) & set(each) for each in optimal)
