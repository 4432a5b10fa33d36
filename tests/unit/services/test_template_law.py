"""The day on which templates are judged by law."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import Period
from shiftbid.services.template_law import _ordinary_day

NEW_YEAR = date(2026, 1, 1)
HOLIDAYS = Calendar({NEW_YEAR: DayClass.HOLIDAY, date(2026, 1, 6): DayClass.SWAPPED_DAY_OFF})


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2025, 12, 31), date(2026, 1, 7), date(2025, 12, 31)),
        (NEW_YEAR, date(2026, 1, 7), date(2026, 1, 2)),
        (date(2026, 1, 3), date(2026, 1, 9), date(2026, 1, 5)),
        (date(2026, 1, 6), date(2026, 1, 7), date(2026, 1, 7)),
        (date(2026, 1, 3), date(2026, 1, 4), date(2026, 1, 3)),
    ],
)
def test_templates_are_judged_on_the_first_working_day(first: date, last: date, expected: date) -> None:
    assert _ordinary_day(ShiftTemplate("t", 540, 1020), Period(first, last), HOLIDAYS) == expected


def test_a_template_of_some_weekdays_is_judged_on_one_of_them() -> None:
    wednesdays = ShiftTemplate("t", 540, 1020, weekdays=frozenset({2}))
    assert _ordinary_day(wednesdays, Period(date(2026, 1, 8), date(2026, 1, 21)), HOLIDAYS) == date(2026, 1, 14)
