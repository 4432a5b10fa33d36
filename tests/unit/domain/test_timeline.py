"""Faulty times are refused with the form that was expected."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Period, instant, local, parse_instant, parse_minute, zone_info


@pytest.mark.parametrize("text", ["", "9", "09.30", "24:01", "12:60", "-1:00", "12:5", "ab:cd"])
def test_clock_time_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="write HH:MM, for example 09:30"):
        parse_minute(text)


def test_midnight_at_the_end_of_a_day_is_a_clock_time() -> None:
    assert [parse_minute(text) for text in ("00:00", "24:00", " 9:05 ")] == [0, 1440, 545]


@pytest.mark.parametrize("text", ["", "2026-11-02", "2026-11-02T09:00", "02.11.2026 09:00"])
def test_instant_without_offset_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="ISO 8601 time with UTC offset"):
        parse_instant(text)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "/etc/localtime"])
def test_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(InputError, match="is not a known zone"):
        zone_info(zone)


def test_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(InputError, match="ends on 2026-03-01, before it starts on 2026-03-02"):
        Period(date(2026, 3, 2), date(2026, 3, 1))


def test_skipped_time_moves_forward_and_repeated_time_is_its_first_occurrence() -> None:
    spring = local(instant(date(2026, 3, 29), 150, "Europe/Berlin"), "Europe/Berlin")
    autumn = local(instant(date(2026, 10, 25), 150, "Europe/Berlin"), "Europe/Berlin")
    assert (spring.isoformat(), autumn.isoformat()) == ("2026-03-29T03:30:00+02:00", "2026-10-25T02:30:00+02:00")
