"""Time of a hall: what is written can be read back, and days have the hours they have."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.timeline import (
    Interval,
    Period,
    day_interval,
    format_instant,
    format_minute,
    instant,
    local,
    local_day,
    minute_of_day,
    parse_instant,
    parse_minute,
    slots,
    week_start,
)

ZONES = st.sampled_from(
    ["Europe/Berlin", "Pacific/Auckland", "Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "UTC"]
)
DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))
MOMENTS = st.integers(0, 70 * 366 * 24 * 60).map(lambda minute: minute * 60)
MINUTES = st.integers(0, 1439)


@given(MOMENTS, ZONES)
def test_instant_reads_back_as_written(moment: int, zone: str) -> None:
    assert parse_instant(format_instant(moment, zone)) == moment


@given(st.integers(0, 3 * 1440))
def test_clock_time_reads_back_within_its_day(minute: int) -> None:
    assert parse_minute(format_minute(minute)) == minute % 1440


@given(MOMENTS, ZONES)
def test_wall_clock_of_an_instant_leads_back_to_it_or_its_first_occurrence(moment: int, zone: str) -> None:
    back = instant(local_day(moment, zone), minute_of_day(moment, zone), zone)
    assert back == moment or (
        back < moment and local(back, zone).replace(fold=0) == local(moment, zone).replace(fold=0)
    )


@given(DAYS, st.integers(0, 2 * 1440), ZONES)
def test_instant_is_that_of_the_standard_library(day: date, minute: int, zone: str) -> None:
    wall = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) + timedelta(minutes=minute)
    assert instant(day, minute, zone) == wall.astimezone(UTC).timestamp()


@given(DAYS, ZONES)
def test_day_has_23_24_or_25_hours_and_meets_the_next(day: date, zone: str) -> None:
    span = day_interval(day, zone)
    assert span.minutes in (23 * 60, 24 * 60, 25 * 60)
    assert span.end == day_interval(day + timedelta(days=1), zone).start
    assert {local_day(moment, zone) for moment in (span.start, span.end - 1)} == {day}


@pytest.mark.parametrize(
    ("day", "zone", "hours"),
    [
        (date(2026, 3, 29), "Europe/Berlin", 23),
        (date(2026, 10, 25), "Europe/Berlin", 25),
        (date(2026, 4, 5), "Pacific/Auckland", 25),
        (date(2026, 9, 27), "Pacific/Auckland", 23),
        (date(2026, 3, 29), "Asia/Shanghai", 24),
    ],
)
def test_hours_of_the_days_of_clock_changes(day: date, zone: str, hours: int) -> None:
    assert day_interval(day, zone).minutes == hours * 60


@given(DAYS, ZONES, st.sampled_from([7, 15, 30, 45, 60]))
def test_slots_partition_a_day(day: date, zone: str, slot_minutes: int) -> None:
    span = day_interval(day, zone)
    cut = list(slots(span, slot_minutes))
    assert cut[0].start == span.start
    assert cut[-1].end == span.end
    assert all(one.end == two.start for one, two in pairwise(cut))
    assert all(slot.minutes == slot_minutes for slot in cut[:-1])
    assert 0 < cut[-1].minutes <= slot_minutes


@given(DAYS, st.integers(0, 6))
def test_week_starts_on_its_weekday_at_most_six_days_before(day: date, first_weekday: int) -> None:
    first = week_start(day, first_weekday)
    assert first.weekday() == first_weekday
    assert timedelta(0) <= day - first < timedelta(days=7)


@given(DAYS, st.integers(1, 60), ZONES)
def test_period_holds_its_days_and_their_hours(first: date, weeks: int, zone: str) -> None:
    period = Period.of_weeks(first, weeks)
    assert len(period.days) == 7 * weeks
    assert all(day in period for day in period.days)
    assert first - timedelta(days=1) not in period
    assert period.last + timedelta(days=1) not in period
    assert period.interval(zone).minutes == sum(day_interval(day, zone).minutes for day in period.days)


SPANS = st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda pair: Interval(pair[0], pair[0] + pair[1]))


@given(SPANS, SPANS)
def test_spans_overlap_where_they_share_a_second(one: Interval, two: Interval) -> None:
    shared = set(range(one.start, one.end)) & set(range(two.start, two.end))
    assert one.overlaps(two) == two.overlaps(one) == bool(shared)
    assert one.overlap_minutes(two) == len(shared) // 60
    assert one.covers(two) == (len(shared) == two.end - two.start)
