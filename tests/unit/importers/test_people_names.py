from __future__ import annotations

import random

import pytest

from shiftbid.importers.people_names import people_names


@pytest.mark.parametrize("country", ["NZ", "CN", "DE"])
def test_names_differ_as_long_as_the_stock_lasts(country: str):
    names = people_names(country, 800, random.Random(1))
    assert len(set(names)) == 800


def test_family_names_come_first_in_china_only():
    assert any(name.startswith("欧阳") for name in people_names("CN", 800, random.Random(1)))
    assert all(" " in name for name in people_names("NZ", 50, random.Random(1)))


def test_more_people_than_names_repeat_some():
    assert len(people_names("CN", 2000, random.Random(1))) == 2000
