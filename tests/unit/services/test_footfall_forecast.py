"""What the forecaster is told of official notices."""

from __future__ import annotations

from datetime import date

from forecasts import DayNotice
from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.services.footfall_forecast import _notices


def test_a_notice_reaches_the_forecaster_in_its_own_words() -> None:
    days = [date(2027, 2, day) for day in range(8, 13)]
    classes = [
        *(DayClass.HOLIDAY, DayClass.REST_DAY, DayClass.SWAPPED_DAY_OFF, DayClass.SWAPPED_WORKDAY),
        DayClass.WORKDAY,
    ]
    notice = [NoticeDay(day, kind, "春节") for day, kind in zip(days, classes, strict=True)]
    assert _notices(notice) == {
        days[0]: DayNotice("holiday", "春节"),
        days[1]: DayNotice("off", "春节"),
        days[2]: DayNotice("off", "春节"),
        days[3]: DayNotice("working", "春节"),
    }
