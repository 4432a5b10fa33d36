from __future__ import annotations

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Interval
from shiftbid.services.import_footfall import footfall_counts
from shiftbid.services.samples import HourlySeries

HOUR = Interval(0, 3600)


def series(site: str, customer_class: str = "", count: float | None = 5.0) -> HourlySeries:
    return HourlySeries(site, "UTC", ((HOUR, count),), customer_class)


def test_customers_of_unknown_class_count_as_regular_and_no_reading_stays_none() -> None:
    (count,) = footfall_counts([series("a", count=None)], None)
    assert (count.hall, count.customer_class, count.count) == ("a", "regular", None)


def test_a_file_of_one_site_is_the_hall_asked_for_and_of_several_one_is_chosen() -> None:
    assert [each.hall for each in footfall_counts([series("a")], "west")] == ["west"]
    both = [series("a", "vip"), series("b", count=7.0)]
    assert [each.hall for each in footfall_counts(both, None)] == ["a", "b"]
    assert [each.count for each in footfall_counts(both, "b")] == [7.0]
    with pytest.raises(InputError, match="'c' is not in the file; it has a, b"):
        footfall_counts(both, "c")


def test_unknown_and_mixed_classes_are_refused_together() -> None:
    with pytest.raises(InputError) as caught:
        footfall_counts([series("a"), series("a", "vip"), series("b", "gold")], None)
    assert [str(problem) for problem in caught.value.problems] == [
        "class 'gold' is unknown; use vip or regular, or leave the class out",
        "a: rows with and without a class are mixed",
    ]
