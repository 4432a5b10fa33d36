from __future__ import annotations

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.services.samples import SampleOptions


def test_every_option_out_of_range_is_named_at_once():
    with pytest.raises(InputError) as raised:
        SampleOptions(halls=0, weeks=27, vip_share=1.5, service_minutes=0)
    assert len(raised.value.problems) == 4
    assert "number of halls 0" in str(raised.value)


def test_two_scales_exclude_each_other():
    with pytest.raises(InputError, match="exclude each other"):
        SampleOptions(visits_per_day=900, visits_per_count=1)
