from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.desk import Desk
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.services.hall_days import busy_threshold_per_hour, hall_days

DAY = date(2026, 3, 2)


def hall(opening: str, zone: str = "Europe/Berlin") -> Hall:
    return Hall("h", "Hall", zone, "DE", None, OpeningHours.parse(opening), Promise(), 6.0, 10)


def forecast(counts: dict[int, tuple[float, float]], zone: str = "Europe/Berlin") -> list[FootfallSlot]:
    slots: list[FootfallSlot] = []
    for hour, means in counts.items():
        start = instant(DAY, hour * 60, zone)
        slots += [
            FootfallSlot("h", Interval(start, start + 3600), name, mean, mean, mean, mean)
            for name, mean in zip(("vip", "regular"), means, strict=True)
        ]
    return slots


@given(st.lists(st.tuples(st.floats(0, 80), st.floats(0, 300)), min_size=3, max_size=3))
def test_every_hour_keeps_its_customers_and_no_quarter_is_negative(means: list[tuple[float, float]]) -> None:
    slots = forecast(dict(zip((9, 10, 11), means, strict=True)))
    (day,) = hall_days(hall("09:00-12:00"), slots, Period(DAY, DAY), 100.0)
    for row, arrivals in enumerate((day.queue.arrivals_vip, day.queue.arrivals_regular)):
        assert (arrivals >= 0).all()
        assert arrivals.reshape(3, 4).sum(axis=1) == pytest.approx([mean[row] for mean in means])


def test_each_desk_has_its_share_of_either_class_and_its_own_service_time() -> None:
    desk = Desk("business", 0.25, 18.0, 2)
    slots = forecast({9: (8, 20), 10: (4, 40)})
    (whole,) = hall_days(hall("09:00-11:00"), slots, Period(DAY, DAY), 40.0)
    general, business = hall_days(replace(hall("09:00-11:00"), desks=(desk,)), slots, Period(DAY, DAY), 40.0)
    assert business.desk == desk
    assert (general.queue.service_minutes, business.queue.service_minutes) == (6.0, 18.0)
    assert business.queue.arrivals == pytest.approx(whole.queue.arrivals * 0.25)
    assert general.queue.arrivals + business.queue.arrivals == pytest.approx(whole.queue.arrivals)
    assert business.queue.busy.tolist() == general.queue.busy.tolist() == [False] * 4 + [True] * 4


def test_heads_at_a_desk_are_people_on_shifts_of_its_skill_up_to_its_counters() -> None:
    desk = Desk("business", 0.25, 18.0, 2)
    general, business = hall_days(
        replace(hall("09:00-10:00"), desks=(desk,)), forecast({9: (0, 20)}), Period(DAY, DAY), 40.0
    )
    half = ShiftTemplate("half", 9 * 60, 9 * 60 + 30, skill="business")
    whole = ShiftTemplate("whole", 9 * 60, 10 * 60, skill="business")
    shifts = [dated(each, "h", DAY, "Europe/Berlin") for each in (half, whole, whole, replace(whole, skill="counter"))]
    assert business.heads(shifts) == (2, 2, 2, 2)
    assert business.heads(shifts[:2]) == (2, 2, 1, 1)
    assert general.heads(shifts) == (1, 1, 1, 1)


def test_arrivals_rise_towards_a_busier_hour() -> None:
    (day,) = hall_days(hall("09:00-12:00"), forecast({9: (0, 20), 10: (0, 40), 11: (0, 60)}), Period(DAY, DAY), 40.0)
    assert (np.diff(day.queue.arrivals_regular[4:8]) > 0).all()
    assert day.queue.busy.tolist() == [False] * 4 + [True] * 8


def test_a_hall_that_opens_within_the_hour_gets_that_hours_customers_in_its_open_quarters() -> None:
    (day,) = hall_days(hall("09:30-11:00"), forecast({9: (0, 30), 10: (0, 40)}), Period(DAY, DAY), 1.0)
    assert len(day.quarters) == 6
    assert day.queue.arrivals_regular[:2].sum() == pytest.approx(30)
    assert day.queue.minutes_past_hour == 30


def test_zones_off_by_half_an_hour_find_their_clock_hours() -> None:
    slots = forecast({9: (0, 20), 10: (0, 40)}, "Asia/Kolkata")
    (day,) = hall_days(hall("09:00-11:00", "Asia/Kolkata"), slots, Period(DAY, DAY), 1.0)
    assert day.queue.arrivals_regular[:4].sum() == pytest.approx(20)


def test_closed_days_are_left_out() -> None:
    assert hall_days(hall("sat 09:00-11:00"), [], Period(DAY, DAY), 1.0) == ()


def test_the_threshold_is_the_median_open_hour() -> None:
    assert busy_threshold_per_hour(forecast({9: (1, 19), 10: (5, 35), 11: (10, 90)})) == 40


def test_more_customers_are_staffed_for_while_busy_hours_stay_as_expected() -> None:
    slots = forecast({9: (2, 10), 10: (4, 30), 11: (2, 10)})
    week = Period(DAY, DAY)
    (expected,) = hall_days(hall("09:00-12:00"), slots, week, 13.0)
    (staffed,) = hall_days(hall("09:00-12:00"), slots, week, 13.0, StaffingLevel(extra_percent=20))
    assert staffed.queue.arrivals.sum() == pytest.approx(1.2 * expected.queue.arrivals.sum())
    assert staffed.queue.busy.tolist() == expected.queue.busy.tolist()
