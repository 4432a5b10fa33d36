from __future__ import annotations

import math

import numpy as np
import pytest

from shiftbid.staffing.erlang import erlang_b, erlang_c


@pytest.mark.parametrize(("load", "counters"), [(0.5, 1), (3.2, 5), (9.9, 10), (40.0, 37)])
def test_erlang_b_is_the_last_term_of_a_cut_poisson_law(load: float, counters: int) -> None:
    terms = [load**k / math.factorial(k) for k in range(counters + 1)]
    assert erlang_b(load, counters) == pytest.approx(terms[-1] / sum(terms))


def test_published_chances_of_waiting() -> None:
    # R package ErlangC: 200 an hour, 3 minutes, 14 agents; call-center-tools: 1000 an hour, 2 minutes, 40 agents.
    assert erlang_c(np.array([10.0, 1000 / 30]), np.array([14, 40])) == pytest.approx([0.1741319, 0.1907], abs=5e-5)


def test_a_single_counter_waits_as_often_as_it_is_busy() -> None:
    assert erlang_c(0.7, 1) == pytest.approx(0.7)


def test_edges_without_warning() -> None:
    with np.errstate(all="raise", under="ignore"):
        chances = erlang_c([0.0, 0.0, 5.0, 5.0, 1e-300, 1e9], [0, 3, 5, 0, 1000, 1000])
    assert chances.tolist() == [1.0, 0.0, 1.0, 1.0, 0.0, 1.0]
