"""A hall seen as young is seen without its own older past."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from forecasts import ForecastSettings
from forecasts.evidence import gather_evidence
from forecasts.features import build_rows
from forecasts.grid import Grid
from forecasts.young import ages_to_learn

if TYPE_CHECKING:
    from collections.abc import Callable

    from forecasts.clock import Floats
    from forecasts.features import Evidence

END = 60 * 7 * 24


def evidence_of(counts: Floats) -> Evidence:
    closed = np.zeros(counts.shape, np.bool_)
    return gather_evidence(Grid(19_723, counts, closed, END), ForecastSettings(), END + 1_000, closed)[0]


@pytest.mark.parametrize("age", [7, 28])
def test_what_a_young_hall_cannot_know_is_not_its_own(planted: Callable[..., Floats], age: int) -> None:
    counts = planted(60 * 7, halls=3)
    other = counts.copy()
    other[0, : END - age * 24] *= 5.0
    leads = np.arange(0, 672, 7)
    as_it_is, with_another_past = (build_rows(evidence_of(table), END, leads, age) for table in (counts, other))
    # its older past enters only as one of the halls that tell how weekdays differ
    np.testing.assert_allclose(as_it_is.values[0], with_another_past.values[0], atol=0.1)
    np.testing.assert_array_equal(as_it_is.base[0], with_another_past.base[0])
    year_ago = [rows.values[1, :, rows.names.index("mean_52w")] for rows in (as_it_is, with_another_past)]
    assert np.isfinite(year_ago).all()
    assert (np.abs(year_ago[0] - year_ago[1]) > 0.1).any()


def test_a_young_hall_is_told_what_its_hours_have_on_weekends() -> None:
    week = np.tile([8.0] * 5 + [4.0, 2.0], (2, 60)).repeat(24, axis=1)
    week[:, 9::24] *= 10.0
    # 19,723 days after the epoch is a Monday; a day and three hours later a forecast may begin as well
    rows = build_rows(evidence_of(week), END - 7 * 24 + 27, np.arange(24), 28)
    of_tuesday = {name: rows.values[0, :, rows.names.index(name)] for name in ("saturday_hour", "sunday_hour")}
    expected = {"saturday_hour": np.log(0.5), "sunday_hour": np.log(0.25)}
    for name, logarithm in expected.items():
        np.testing.assert_allclose(of_tuesday[name][:21], logarithm, atol=0.2)


def test_ages_to_learn_are_those_nearest_to_the_halls() -> None:
    assert ages_to_learn(np.array([5, 9, 60])) == (7, 56)
    assert ages_to_learn(np.zeros(0, np.int64)) == ()
