"""An official notice of holidays and exchanged working days, typed off or saved as a table: date, class, name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from shiftbid.domain.calendar import DayClass, NoticeDay
from shiftbid.importers.cell_values import choice, words
from shiftbid.importers.table_fields import Cells, TableField, place_fields, recogniser
from shiftbid.importers.text_table import read_table, refuse
from shiftbid.importers.ticket_times import TimeReader, found_order
from shiftbid.services.ticket_log import DateOrder

FIELDS = (
    TableField("date", ("day", "日期")),
    TableField("class", ("day class", "kind", "type", "类型", "类别", "日期类型")),
    TableField("name", ("holiday", "名称", "节日", "节假日", "备注")),
)
NEEDED = (("date",), ("class",))
WORDS = {
    "法定节假日": DayClass.HOLIDAY,
    "法定": DayClass.HOLIDAY,
    "public holiday": DayClass.HOLIDAY,
    "休息日": DayClass.REST_DAY,
    "补假": DayClass.REST_DAY,
    "周末": DayClass.REST_DAY,
    "调休": DayClass.SWAPPED_DAY_OFF,
    "调休休息": DayClass.SWAPPED_DAY_OFF,
    "调休放假": DayClass.SWAPPED_DAY_OFF,
    "调休上班": DayClass.SWAPPED_WORKDAY,
    "上班": DayClass.SWAPPED_WORKDAY,
    "补班": DayClass.SWAPPED_WORKDAY,
    "工作日": DayClass.WORKDAY,
    "working": DayClass.SWAPPED_WORKDAY,
    "off": DayClass.SWAPPED_DAY_OFF,
}


def read_notice(
    path: Path, columns: Mapping[str, str], encoding: str | None, dates: DateOrder | None
) -> tuple[NoticeDay, ...]:
    """Read the days of a notice, in order of date.

    Raises
    ------
    InputError
        A column is missing, a cell cannot be read, a day stands twice, or a class does not fit the weekday; every
        problem is named with row and column.
    """
    table = read_table(path, encoding, recogniser(FIELDS, columns))
    places = place_fields(table.names, FIELDS, columns, NEEDED)
    rows = [Cells(line, places, []) for line in table.rows]
    reader = TimeReader("UTC", dates or found_order(row.text("date") for row in rows), None)
    found: dict[str, int] = {}
    days: list[NoticeDay] = []
    for row in rows:
        day, day_class = row.need("date", reader.day), row.need("class", choice(DayClass, WORDS))
        if day is None or day_class is None:
            continue
        first = found.setdefault(day.isoformat(), row.line.number)
        if first != row.line.number:
            row.refuse("date", f"{day} stands in row {first} already")
        is_weekend = day.weekday() >= 5
        if (day_class is DayClass.SWAPPED_WORKDAY) != is_weekend and day_class in (
            DayClass.SWAPPED_WORKDAY,
            DayClass.SWAPPED_DAY_OFF,
        ):
            what = "a weekend day" if day_class is DayClass.SWAPPED_WORKDAY else "a weekday"
            row.refuse("class", f"{day} is {day:%A}; only {what} can be {day_class.value}")
        days.append(NoticeDay(day, day_class, row.read("name", words) or ""))
    refuse(path, [problem for row in rows for problem in row.problems])
    return tuple(sorted(days, key=lambda each: each.day))
