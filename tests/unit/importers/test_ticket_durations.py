from __future__ import annotations

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.importers.ticket_durations import RawDuration, Written, found_unit, raw_duration


@pytest.mark.parametrize(
    ("text", "written", "units"),
    [
        ("90", Written.NUMBER, 90),
        ("1,5", Written.NUMBER, 1.5),
        ("-3", Written.NUMBER, -3),
        ("2:05", Written.TWO_PARTS, 125),
        ("1:02:05", Written.THREE_PARTS, 3725),
    ],
)
def test_a_cell_is_read(text: str, written: Written, units: float) -> None:
    assert raw_duration(text) == RawDuration(written, units)


@pytest.mark.parametrize("text", ["long", "1:2:3:4", "1:99", "1e400", ""])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        raw_duration(text)


@pytest.mark.parametrize(
    ("texts", "stamped", "unit"),
    [
        (["90", "600"], [90, 601], "s"),
        (["2", "10"], [95, 610], "min"),
        (["1.5", "10"], [90, 600], "min"),
        (["90000", "600000"], [90, 600], "ms"),
        (["1:30", "10:00"], [90, 600], "s"),
        (["0:02", "0:10"], [110, 600], "min"),
        (["0:01:30", "0:10:00"], [None, None], "s"),
        (["90", "600", "7"], [90, 600, 9000], "s"),
    ],
)
def test_the_unit_is_told_by_the_times(texts: list[str], stamped: list[int | None], unit: str) -> None:
    assert found_unit("wait", list(zip(map(raw_duration, texts), stamped, strict=True))) == unit


def test_a_unit_that_cannot_be_told_is_asked_for() -> None:
    for pairs in ([(raw_duration("7"), None)], [(raw_duration("7"), 5000)]):
        with pytest.raises(InputError, match="--map waited=FIELD:min"):
            found_unit("waited", pairs)
