"""The footfall that heads are sized for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.staffing_level import EXPECTED, StaffingLevel
from shiftbid.domain.timeline import Interval

SLOT = FootfallSlot("h", Interval(0, 3600), "regular", mean=21.0, q10=12.0, q50=20.0, q90=34.0)


@pytest.mark.parametrize(
    ("text", "customers"),
    [("mean", 21.0), ("+10%", 23.1), ("+10", 23.1), ("q0.1", 12.0), ("q0.5", 20.0), ("Q0.9", 34.0)],
)
def test_the_forecasts_own_values_are_met(text: str, customers: float) -> None:
    assert StaffingLevel.parse(text).customers(SLOT) == pytest.approx(customers)


@given(st.floats(0.1, 0.9), st.floats(0.1, 0.9))
def test_a_higher_quantile_never_staffs_for_fewer(one: float, other: float) -> None:
    low, high = (StaffingLevel(quantile=level).customers(SLOT) for level in sorted((one, other)))
    assert 12.0 - 1e-9 <= low <= high <= 34.0 + 1e-9


@given(st.one_of(st.builds(StaffingLevel, st.integers(0, 100)), st.builds(StaffingLevel, quantile=st.just(0.75))))
def test_what_is_written_is_read_back(level: StaffingLevel) -> None:
    assert StaffingLevel.parse(str(level)) == level


def test_the_expected_footfall_is_the_usual_level() -> None:
    assert StaffingLevel.parse("mean") == EXPECTED
    assert str(EXPECTED) == "mean"


@pytest.mark.parametrize("text", ["", "median", "q", "q0.95", "q1", "+", "+-5%", "+200%", "+nan", "10%"])
def test_other_levels_are_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(InputError, match=r"mean, \+10% or q0\.8|give 0"):
        StaffingLevel.parse(text)
