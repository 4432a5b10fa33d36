from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Interval, instant
from shiftbid.importers.own_footfall import OwnFootfall, usual_opening
from shiftbid.services.samples import HourlySeries, SampleOptions

ZONE = "Europe/Berlin"
FIRST = date(2026, 1, 5)
WEEKS = 8


def series(
    site: str = "Marktplatz",
    count: Callable[[date, int], float | None] = lambda _, hour: 100.0 if 8 <= hour < 20 else 5.0,
    customer_class: str = "",
    days: int = 7 * WEEKS,
) -> HourlySeries:
    rows = [
        (Interval(start, start + 3600), count(day, hour))
        for day in (FIRST + timedelta(days=n) for n in range(days))
        for hour in range(24)
        for start in [instant(day, 60 * hour, ZONE)]
    ]
    return HourlySeries(site, ZONE, tuple(rows), customer_class)


def source(*rows: HourlySeries) -> OwnFootfall:
    return OwnFootfall(rows, "counts.csv", "DE", "BE")


def test_a_hall_is_made_of_a_site_with_the_usual_hours_and_scaled_visits():
    sample = source(series())(SampleOptions())
    hall = sample.halls[0].hall
    assert (hall.id, hall.name, hall.zone, hall.country, hall.subdivision) == (
        "marktplatz",
        "Marktplatz",
        ZONE,
        "DE",
        "BE",
    )
    assert str(hall.opening).startswith("mon 09:00-19:00")
    assert sample.period.first == date(2026, 3, 2)
    contract_minutes = sum(each.contract_minutes for each in sample.halls[0].employees)
    weekly = sum(each.count or 0 for each in sample.halls[0].history) / WEEKS
    assert weekly == pytest.approx(contract_minutes * 0.65 * 0.85 / 6, rel=0.02)


def test_counts_can_be_taken_as_customers():
    sample = source(series())(SampleOptions(visits_per_count=1.0))
    assert sum(each.count or 0 for each in sample.halls[0].history) == WEEKS * 7 * 10 * 100


def test_classes_in_the_file_are_kept():
    sample = source(series(customer_class="vip"), series(customer_class="regular"))(SampleOptions(visits_per_count=1))
    by_class = {
        kind: sum(each.count or 0 for each in sample.halls[0].history if each.customer_class == kind)
        for kind in ("vip", "regular")
    }
    assert by_class == {"vip": 56_000, "regular": 56_000}


def test_weekdays_and_hours_without_people_are_closed():
    opening = usual_opening([series(count=lambda day, hour: 30.0 if day.weekday() < 5 and 10 <= hour < 16 else 0.0)])
    assert str(opening) == "mon 10:00-16:00, tue 10:00-16:00, wed 10:00-16:00, thu 10:00-16:00, fri 10:00-16:00"


def test_a_site_without_people_by_day_needs_its_opening_hours():
    with pytest.raises(InputError, match="give the opening hours"):
        source(series(count=lambda _, hour: 10.0 if hour < 5 else 0.0))(SampleOptions())


def test_several_sites_are_taken_in_order_or_by_name_and_get_plain_ids():
    rows = (series("Am Markt"), series("Bahnhof (Süd)"), series("C"))
    assert [each.hall.id for each in source(*rows)(SampleOptions(halls=2)).halls] == ["am-markt", "bahnhof-s-d"]
    assert [each.hall.name for each in source(*rows)(SampleOptions(sites=("C",))).halls] == ["C"]


def test_names_that_leave_no_plain_id_are_numbered():
    sample = source(series("北京"), series("上海"))(SampleOptions(halls=2))
    assert [each.hall.id for each in sample.halls] == ["hall-001", "hall-002"]


@pytest.mark.parametrize(
    ("rows", "options", "said"),
    [
        ((), SampleOptions(), "no counts"),
        ((series(),), SampleOptions(halls=2), "the file has only 1"),
        ((series(),), SampleOptions(sites=("X",)), "'X' is not in the file; it has Marktplatz"),
        ((series(customer_class="gold"),), SampleOptions(), "'gold' is unknown"),
        ((series(), series(customer_class="vip")), SampleOptions(), "mixed"),
        ((series(),), SampleOptions(start=date(2027, 1, 4)), "from 2026-02-02 to 2026-03-29"),
        ((series(days=5),), SampleOptions(), "give a day from"),
    ],
)
def test_what_the_file_cannot_give_is_refused(rows: tuple[HourlySeries, ...], options: SampleOptions, said: str):
    with pytest.raises(InputError, match=said):
        source(*rows)(options)


def test_counts_from_the_start_on_are_not_used():
    sample = source(series())(SampleOptions(start=date(2026, 2, 9), visits_per_count=1.0))
    assert len(sample.halls[0].history) == 35 * 10 * 2
