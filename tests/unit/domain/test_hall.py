"""Opening hours: what is read, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Duties, Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import Interval, instant

DAY = (540, 1140)


def test_one_span_opens_every_day() -> None:
    assert OpeningHours.parse("09:00-19:00").by_weekday == (DAY,) * 7


def test_weekdays_that_are_not_named_are_closed() -> None:
    opening = OpeningHours.parse("mon-fri 09:00-19:00, Sun 10:00-02:00")
    assert opening.by_weekday == (DAY, DAY, DAY, DAY, DAY, None, (600, 1560))
    assert str(opening).endswith("fri 09:00-19:00, sun 10:00-02:00")


def test_a_range_may_run_over_the_end_of_the_week() -> None:
    assert OpeningHours.parse("fri-mon 09:00-19:00").by_weekday == (DAY, None, None, None, DAY, DAY, DAY)


def test_opening_over_midnight_lasts_into_the_next_day() -> None:
    opened = OpeningHours.parse("22:00-06:00").on(date(2026, 3, 28), "Europe/Berlin")
    assert opened is not None
    assert opened.minutes == 7 * 60


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "write 09:00-19:00 or mon-fri 09:00-19:00"),
        ("mon fri 09:00-19:00", "write 09:00-19:00 or mon-fri 09:00-19:00"),
        ("09:00", "write opening and closing time"),
        ("mon-xyz 09:00-19:00", "'xyz' is not a weekday"),
        ("24:00-06:00", "opening at midnight is written 00:00"),
        ("09:00-25:00", "is not a time of day"),
    ],
)
def test_faulty_hours_are_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        OpeningHours.parse(text)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(InputError, match="needs 7 weekdays, got 2"):
        OpeningHours((DAY, None))


def hall(opening: str, duties: Duties) -> Hall:
    return Hall("h", "Hall", "Europe/Berlin", "DE", None, OpeningHours.parse(opening), Promise(), 6.0, 5, duties=duties)


def test_people_work_before_opening_and_after_closing() -> None:
    place = hall("mon-fri 09:00-18:00, sat 20:00-02:00", Duties(30, 60, 2))
    assert place.staffed_span(date(2026, 3, 2)) == (8 * 60 + 30, 19 * 60)
    assert place.staffed(date(2026, 3, 7)) == Interval(
        instant(date(2026, 3, 7), 19 * 60 + 30, place.zone), instant(date(2026, 3, 8), 3 * 60, place.zone)
    )
    assert place.staffed(date(2026, 3, 8)) is None


@pytest.mark.parametrize(
    ("minutes", "message"),
    [((15, 0, 1), "whole half hours"), ((0, 300, 1), "whole half hours"), ((-30, 0, 1), "half"), ((0, 0, 0), "heads")],
)
def test_duties_that_make_no_sense_are_refused(minutes: tuple[int, int, int], message: str) -> None:
    with pytest.raises(InputError, match=message):
        Duties(*minutes)


def test_duties_do_not_begin_on_the_day_before() -> None:
    with pytest.raises(InputError, match="opens at 00:15"):
        hall("00:15-08:00", Duties(30))
