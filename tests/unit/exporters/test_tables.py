from __future__ import annotations

import math

import pytest

from shiftbid.domain.errors import BugError
from shiftbid.exporters.tables import number


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (0.1 + 0.2, "0.3"), (-0.0000001, "0"), (1e-6, "0.000001"), (1e6, "1000000")]
)
def test_numbers_are_plain_decimals(value: float, text: str):
    assert number(value) == text


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_no_finite_number_is_our_mistake(value: float):
    with pytest.raises(BugError):
        number(value)
