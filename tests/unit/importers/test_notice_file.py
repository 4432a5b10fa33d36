from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.domain.errors import InputError
from shiftbid.importers.notice_file import read_notice


def read(folder: Path, *rows: str) -> tuple[NoticeDay, ...]:
    path = folder / "notice.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return read_notice(path, {}, None, None)


def test_a_notice_in_either_language_is_read_in_order_of_date(tmp_path: Path) -> None:
    assert read(tmp_path, "日期,类型,名称", "2027-02-14,调休上班,", "2027年1月1日,法定节假日,元旦") == (
        NoticeDay(date(2027, 1, 1), DayClass.HOLIDAY, "元旦"),
        NoticeDay(date(2027, 2, 14), DayClass.SWAPPED_WORKDAY),
    )
    assert read(tmp_path, "date,class", "2027-02-10,swapped_day_off", "2027-02-09,rest_day") == (
        NoticeDay(date(2027, 2, 9), DayClass.REST_DAY),
        NoticeDay(date(2027, 2, 10), DayClass.SWAPPED_DAY_OFF),
    )


def test_every_problem_is_named_with_row_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(
            tmp_path,
            "date,class",
            *("2027-13-01,holiday", "2027-01-01,party", "2027-02-15,swapped_workday", "2027-02-14,swapped_day_off"),
            *("2027-05-01,holiday", "2027-05-01,holiday", ",holiday"),
        )
    assert [str(problem) for problem in caught.value.problems] == [
        "row 2, column date: '2027-13-01' is not a date of the calendar",
        "row 3, column class: 'party' is unknown; use workday, rest_day, holiday, swapped_day_off, swapped_workday",
        "row 4, column class: 2027-02-15 is Monday; only a weekend day can be swapped_workday",
        "row 5, column class: 2027-02-14 is Sunday; only a weekday can be swapped_day_off",
        "row 7, column date: 2027-05-01 stands in row 6 already",
        "row 8, column date: is blank",
    ]
