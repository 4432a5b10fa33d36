from __future__ import annotations

import math
from dataclasses import astuple

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.staffing.patience import ImpatientWaits, Temperament, impatient_waits
from shiftbid.staffing.priority import steady_waits


def _birth_death(arrivals: float, service: float, counters: int, patience: float) -> tuple[float, float, float]:
    """Chance of waiting, mean wait and share who leave of Erlang A, from its birth-death chain."""
    n = np.arange(1, 3000)
    deaths = np.minimum(n, counters) / service + np.maximum(n - counters, 0) / patience
    log_p = np.concatenate(([0.0], np.cumsum(np.log(arrivals / deaths))))
    p = np.exp(log_p - log_p.max())
    p /= p.sum()
    queue = float(p @ np.maximum(np.arange(3000) - counters, 0))
    return float(p[counters:].sum()), queue / arrivals, queue / patience / arrivals


@pytest.mark.parametrize(
    ("arrivals", "counters", "patience"), [(1.0, 7, 15.0), (1.0, 1, 2.0), (20.0, 100, 5.0), (0.01, 3, 60.0)]
)
def test_one_temperament_is_the_birth_death_chain(arrivals: float, counters: int, patience: float) -> None:
    waits = impatient_waits(arrivals, 7.0, counters, [Temperament(1.0, patience)], 5.0)
    expected = _birth_death(arrivals, 7.0, counters, patience)
    assert (waits.chance_of_waiting, waits.mean_wait_minutes, waits.share_left) == pytest.approx(expected, rel=1e-7)


def test_equal_temperaments_are_one() -> None:
    split = impatient_waits(1.0, 7.0, 7, [Temperament(0.3, 15.0), Temperament(0.7, 15.0)], 10.0)
    whole = impatient_waits(1.0, 7.0, 7, [Temperament(1.0, 15.0)], 10.0)
    assert astuple(split) == pytest.approx(astuple(whole))


def test_served_customers_are_the_counters_work() -> None:
    mixed = [Temperament(0.25, m) for m in (5.0, 10.0, 20.0, 60.0)]
    waits = impatient_waits(1.0, 7.0, 7, mixed, 10.0)
    terms = np.array([7.0**k / math.factorial(k) for k in range(7)])
    busy = (1 - waits.chance_of_waiting) * (np.arange(7) @ terms) / terms.sum() + 7 * waits.chance_of_waiting
    assert busy == pytest.approx(7.0 * (1 - waits.share_left))


def test_endless_patience_is_erlang_c() -> None:
    waits = impatient_waits(1.0, 7.0, 9, [Temperament(1.0, math.inf)], 5.0)
    steady = steady_waits(0.0, 1.0, 7.0, 9, 5.0, 5.0)
    assert waits.share_in_time == pytest.approx(float(steady.share_regular))
    assert waits.mean_wait_minutes == pytest.approx(float(steady.mean_wait_regular_minutes))
    assert waits.share_left == 0.0


def test_edges() -> None:
    one = [Temperament(1.0, 10.0)]
    assert impatient_waits(0.0, 7.0, 3, one, 5.0) == ImpatientWaits(0.0, 1.0, 0.0, 0.0)
    assert impatient_waits(1.0, 7.0, 0, one, 5.0) == ImpatientWaits(1.0, 0.0, 10.0, 1.0)
    half_stay = [Temperament(0.5, 10.0), Temperament(0.5, math.inf)]
    assert impatient_waits(9.0, 7.0, 3, half_stay, 5.0) == ImpatientWaits(1.0, 0.0, math.inf, 0.5)
    with np.errstate(all="raise", under="ignore"):
        crowded = impatient_waits(1000.0, 7.0, 5, one, 5.0)
        lonely = impatient_waits(1e-9, 7.0, 1000, one, 5.0)
    assert crowded.share_left == pytest.approx(1 - 5 / 7 / 1000, rel=1e-9)
    assert lonely.share_in_time == 1.0


def test_wrong_temperaments_are_all_named() -> None:
    with pytest.raises(InputError) as caught:
        impatient_waits(1.0, 7.0, 3, [Temperament(0.5, 0.0), Temperament(-0.1, 3.0)], 5.0)
    assert len(caught.value.problems) == 3
