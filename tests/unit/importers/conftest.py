from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import Period


@pytest.fixture
def period() -> Period:
    return Period.of_weeks(date(2026, 3, 2), 4)


@pytest.fixture
def make_hall() -> Callable[..., Hall]:
    """Makes a hall by country and opening hours."""

    def make(country: str = "NZ", zone: str = "Pacific/Auckland", opening: str = "09:00-19:00") -> Hall:
        return Hall("h1", "Hall", zone, country, None, OpeningHours.parse(opening), Promise(), 6.0, counters=24)

    return make
