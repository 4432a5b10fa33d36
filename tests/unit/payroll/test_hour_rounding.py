"""Minutes leave as hundredths of hours without a minute lost over a period."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from shiftbid.payroll.hour_rounding import hours_text, hundredths_of_hours, spread_hundredths


def test_hours_have_two_decimals_and_their_sign() -> None:
    assert [hours_text(hundredths_of_hours(minutes)) for minutes in (0, 1, 20, 40, 60, 470, -15, -1)] == [
        *("0.00", "0.02", "0.33", "0.67", "1.00", "7.83", "-0.25", "-0.02"),
    ]
    assert hours_text(-1234, ",") == "-12,34"


@given(st.integers(-1_000_000, 1_000_000))
def test_a_total_is_the_nearest_hundredth(minutes: int) -> None:
    assert abs(Fraction(hundredths_of_hours(minutes), 100) - Fraction(minutes, 60)) < Fraction(1, 200)


@given(st.lists(st.integers(-1440, 1440), max_size=40))
def test_entries_sum_to_the_rounded_total_and_each_is_within_a_hundredth(minutes: list[int]) -> None:
    spread = spread_hundredths(minutes)
    assert len(spread) == len(minutes)
    assert sum(spread) == hundredths_of_hours(sum(minutes))
    assert all(abs(given * 60 - true * 100) < 60 for given, true in zip(spread, minutes, strict=True))
