from __future__ import annotations

from datetime import date, datetime

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import parse_instant
from shiftbid.importers.ticket_times import TimeReader, found_order
from shiftbid.services.ticket_log import DateOrder

ZONE = "Europe/Berlin"
NINE = parse_instant("2026-03-05T09:30:15+01:00")


def read(text: str, order: DateOrder | None = None, day: date | None = None, origin: datetime | None = None) -> int:
    reader = TimeReader(ZONE, order, origin)
    return reader.seconds(reader.wall(text, day), None, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05T09:30:15",
        "2026-03-05 09:30:15.250",
        "2026-03-05T08:30:15Z",
        "2026-03-05 03:30:15-05:00",
        "2026/3/5 9:30:15",
        "2026.03.05 9:30:15 AM",
        "2026年3月5日 09:30:15",
        "20260305093015",
        "20260305 09:30:15",
        "260305 9:30:15",
        "2026/03/05 09:30:15 +0100",
        str(NINE),
        f"{NINE}000",
    ],
)
def test_one_moment_in_many_forms(text: str) -> None:
    assert read(text) == NINE


@pytest.mark.parametrize(
    ("order", "text"), [(DateOrder.DAY_FIRST, "5/3/26 09:30:15"), (DateOrder.MONTH_FIRST, "03-05-2026 09:30:15")]
)
def test_day_and_month_in_their_order(order: DateOrder, text: str) -> None:
    assert read(text, order) == NINE


def test_a_clock_time_is_on_the_row_or_origins_date() -> None:
    assert read("9:30:15", day=date(2026, 3, 5)) == NINE
    assert read("9:30:15 am", origin=datetime.fromisoformat("2026-03-05")) == NINE
    assert read("7215", origin=datetime.fromisoformat("2026-03-05T07:30")) == NINE


@pytest.mark.parametrize("text", ["nine", "2026-02-30 09:00", "25:00", "9:30", "12", "0001-02-03 09:00", "9" * 40, "Z"])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read(text)


def test_the_order_is_told_by_the_data() -> None:
    assert found_order(["01/02/2026", "25/02/2026"]) is DateOrder.DAY_FIRST
    assert found_order(["01/02/2026", "02/25/2026"]) is DateOrder.MONTH_FIRST
    assert found_order(["2026-02-01", "x"]) is None
    assert found_order(["25/02/2026"] * 200 + ["02/25/2026"]) is DateOrder.DAY_FIRST
    for undecided in (["01/02/2026"], ["25/02/2026", "02/25/2026"]):
        with pytest.raises(InputError, match="--dates"):
            found_order(undecided)


def test_the_repeated_hour_follows_what_came_before() -> None:
    reader = TimeReader(ZONE, None, None)
    wall = reader.wall("2026-10-25 02:30:00", None)
    first = reader.seconds(wall, None, 7)
    assert first == parse_instant("2026-10-25T02:30+02:00")
    assert reader.seconds(wall, first + 60, 8) == first + 3600
    assert reader.repeated_rows == [7, 8]


def test_the_skipped_hour_is_moved_forward() -> None:
    reader = TimeReader(ZONE, None, None)
    assert reader.seconds(reader.wall("2026-03-29 02:30", None), None, 3) == parse_instant("2026-03-29T03:30+02:00")
    assert reader.skipped_rows == [3]


@pytest.mark.parametrize("text", ["True", "T09:00", "  ", "T"])
def test_a_text_without_anything_before_its_time_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        TimeReader("UTC", None, None).day(text)
