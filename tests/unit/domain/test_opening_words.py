from __future__ import annotations

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import OpeningHours


@pytest.mark.parametrize(
    "text",
    [
        "mon-fri 09:00-17:00, sat 09:00-13:00",
        "Mon-Fri 9am-5pm, Sat 9-13",
        "Monday – Friday 9:00 - 17:00; Saturday 9-13",
        "周一至周五 9:00-17:00，周六 9：00-13：00",
        "星期一到星期五9-17、礼拜六 9-13",
    ],
)
def test_opening_hours_are_understood_however_they_are_written(text: str) -> None:
    assert str(OpeningHours.parse(text)).startswith("mon 09:00-17:00, tue 09:00-17:00")
    assert str(OpeningHours.parse(text)).endswith("fri 09:00-17:00, sat 09:00-13:00")


@pytest.mark.parametrize("text", ["mon-fry 9-17", "mon-fri 25-26", "mon 9:60-17", "mon 13pm-17:00", "mon 9"])
def test_what_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        OpeningHours.parse(text)


def test_midnight_and_noon() -> None:
    assert str(OpeningHours.parse("fri 12pm-12am")) == "fri 12:00-00:00"
