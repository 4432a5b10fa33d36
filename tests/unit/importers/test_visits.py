from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import OpeningHours
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.timeline import format_instant, instant
from shiftbid.importers.visits import (
    first_monday_after,
    footfall_counts,
    open_hours,
    people_in_open_hours,
    split_by_class,
    staffed_visits_per_week,
    thinned_visits,
    visits_per_count,
    wanted_visits_per_open_hour,
)
from shiftbid.services.samples import SampleOptions

AUCKLAND = "Pacific/Auckland"
MONDAY = date(2026, 3, 2)


def clock_hours(opening: str, first: date, last: date, zone: str) -> list[tuple[str, float]]:
    hours = open_hours(OpeningHours.parse(opening), first, last, zone)
    return [(format_instant(each.hour.start, zone)[11:16], each.open_share) for each in hours]


def test_open_hours_are_clock_hours_and_the_outer_ones_may_be_open_in_part():
    assert clock_hours("09:30-11:15", MONDAY, MONDAY, AUCKLAND) == [("09:00", 0.5), ("10:00", 1.0), ("11:00", 0.25)]


def test_clock_hours_hold_in_a_zone_half_an_hour_off():
    assert clock_hours("09:00-11:00", MONDAY, MONDAY, "Asia/Kolkata") == [("09:00", 1.0), ("10:00", 1.0)]


def test_a_night_of_23_hours_has_one_open_hour_less():
    spring = date(2025, 9, 27)
    assert len(clock_hours("22:00-06:00", spring, spring, AUCKLAND)) == 7


def test_a_closed_day_has_no_open_hours():
    assert clock_hours("tue 09:00-11:00", MONDAY, MONDAY, AUCKLAND) == []


def test_thirty_people_with_64_000_minutes_serve_5_893_customers_a_week():
    assert staffed_visits_per_week(64_000, 6.0) == pytest.approx(5893.3, abs=0.1)


def test_wanted_visits_spread_over_the_open_hours_of_the_week():
    opening = OpeningHours.parse("mon-fri 09:00-19:00")
    assert wanted_visits_per_open_hour(SampleOptions(visits_per_day=500), opening, 64_000) == pytest.approx(50)
    assert wanted_visits_per_open_hour(SampleOptions(), opening, 64_000) == pytest.approx(5893.3 / 50, abs=0.1)


def test_the_scale_counts_only_known_hours_of_the_last_52_weeks():
    opening = OpeningHours.parse("09:00-10:00")
    hours = open_hours(opening, date(2024, 1, 1), date(2026, 1, 1), AUCKLAND)
    readings = {each.hour.start: 1_000_000.0 for each in hours}
    recent = {each.hour.start: 200.0 for each in hours[-364:]}
    people = people_in_open_hours({**readings, **recent, hours[-1].hour.start: None}, hours)
    assert visits_per_count("Hall", people, hours, 50.0) == pytest.approx(0.25)


def test_a_site_where_nobody_was_counted_cannot_be_scaled():
    hours = open_hours(OpeningHours.parse("09:00-10:00"), MONDAY, MONDAY, AUCKLAND)
    with pytest.raises(InputError, match="footfall of Hall: nobody was counted"):
        visits_per_count("Hall", people_in_open_hours({}, hours), hours, 50.0)


def test_thinning_keeps_blanks_and_never_makes_more_customers_than_people():
    people = np.array([100.0, math.nan, 0.0, 7.0])
    visits = thinned_visits(people, 0.4, np.random.default_rng(1))
    assert np.isnan(visits[1])
    assert (visits[[0, 2, 3]] <= people[[0, 2, 3]]).all()
    assert visits[2] == 0


def test_a_scale_of_one_takes_counts_as_they_are_and_a_larger_one_multiplies_them():
    people = np.array([3.0, math.nan])
    rng = np.random.default_rng(1)
    assert thinned_visits(people, 1.0, rng)[0] == 3
    assert thinned_visits(people, 2.5, rng)[0] == 8


def test_classes_add_up_to_the_visits_and_share_as_told():
    visits = np.full(1000, 40.0)
    split = split_by_class(visits, 0.15, np.random.default_rng(1))
    assert (split[CustomerClass.VIP] + split[CustomerClass.REGULAR] == visits).all()
    assert float(split[CustomerClass.VIP].mean()) == pytest.approx(6.0, abs=0.3)


def test_a_blank_hour_is_a_missing_reading_of_both_classes():
    hours = open_hours(OpeningHours.parse("09:00-11:00"), MONDAY, MONDAY, AUCKLAND)
    visits = {kind: np.array([math.nan, 4.0]) for kind in CustomerClass}
    counts = footfall_counts("h1", hours, visits)
    assert [(each.customer_class, each.count) for each in counts] == [
        ("vip", None),
        ("regular", None),
        ("vip", 4.0),
        ("regular", 4.0),
    ]
    assert counts[0].hour.start == instant(MONDAY, 540, AUCKLAND)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 3, 1), date(2026, 3, 2)),
        (date(2026, 3, 2), date(2026, 3, 9)),
        (date(2026, 3, 3), date(2026, 3, 9)),
    ],
)
def test_the_first_monday_after_a_day(day: date, monday: date):
    assert first_monday_after(day) == monday
