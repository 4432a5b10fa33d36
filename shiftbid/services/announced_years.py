"""Years whose calendar a government has announced; light, so that screens can name the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

CHINA = "CN"
ANNOUNCED_YEARS: Mapping[str, range] = {CHINA: range(2001, 2027)}
"""Years whose official notice the `holidays` library holds, for countries that announce each year's calendar.

The library computes later years from the rule without saying so, and knows nothing of their exchanged days
(China: State Council notices of 2001 to 2026). Move the end when a new notice has come in.
"""


def projected_years(country: str, years: Iterable[int]) -> frozenset[int]:
    """Of some years, those whose calendar is computed because the country has not announced it yet."""
    announced = ANNOUNCED_YEARS.get(country)
    return frozenset(year for year in years if announced is not None and year not in announced)
