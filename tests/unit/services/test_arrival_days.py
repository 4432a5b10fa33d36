from __future__ import annotations

import math

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.services.arrival_days import ServiceTimes


@pytest.mark.parametrize("minutes", [0.0, -1.0, math.nan, math.inf])
def test_service_times_that_cannot_be_are_refused_all_at_once(minutes: float) -> None:
    with pytest.raises(InputError) as refused:
        ServiceTimes(minutes, minutes)
    first, second = (problem.message for problem in refused.value.problems)
    assert first.startswith(f"--service-minutes is {minutes:g}: ")
    assert second.startswith(f"--vip-service-minutes is {minutes:g}: ")
    assert "above 0" in first


def test_a_vip_may_take_as_long_as_anybody() -> None:
    assert ServiceTimes(6.0).vip_minutes is None
