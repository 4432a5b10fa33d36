from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.shift import Shift
from shiftbid.payroll.worked_part import (
    WorkedPart,
    always,
    by_day,
    by_start,
    by_start_or_holiday,
    day_of,
    split_above,
    week_of,
)

ShiftAt = Callable[..., Shift]
NEW_YORK = "America/New_York"
MON, TUE = date(2026, 3, 2), date(2026, 3, 3)


def _minutes(parts: Iterable[WorkedPart]) -> list[tuple[date, int]]:
    return [(part.day, part.seconds // 60) for part in parts]


@pytest.mark.parametrize(
    ("start_minute", "expected"),
    [
        (0, [(MON, 240), (TUE, 330)]),
        (720, [(MON, 570)]),
        (1260, [(date(2026, 3, 1), 60), (MON, 510)]),
        (300, [(MON, 510), (TUE, 60)]),
    ],
)
def test_a_night_is_cut_where_the_workday_begins(
    shift_at: ShiftAt, start_minute: int, expected: list[tuple[date, int]]
) -> None:
    night = shift_at("2026-03-02 20:00-06:00", "00:30/30/unpaid")
    assert _minutes(by_day([night], NEW_YORK, start_minute)) == expected
    assert _minutes(by_start([night])) == [(MON, 570)]


@pytest.mark.parametrize(("text", "minutes"), [("2026-10-31 22:00-06:00", 540), ("2026-03-07 22:00-06:00", 420)])
def test_clock_changes_count_what_has_passed(shift_at: ShiftAt, text: str, minutes: int) -> None:
    assert sum(each for _, each in _minutes(by_day([shift_at(text)], NEW_YORK))) == minutes


@pytest.mark.parametrize(
    ("holidays", "expected"),
    [
        ((), [(MON, 570)]),
        ((MON,), [(MON, 240), (TUE, 330)]),
        ((TUE,), [(MON, 240), (TUE, 330)]),
        ((MON, TUE), [(MON, 570)]),
    ],
)
def test_only_the_edge_of_a_holiday_cuts(
    shift_at: ShiftAt, holidays: tuple[date, ...], expected: list[tuple[date, int]]
) -> None:
    night = shift_at("2026-03-02 20:00-06:00", "00:30/30/unpaid")
    calendar = Calendar(dict.fromkeys(holidays, DayClass.HOLIDAY))
    parts = tuple(by_start_or_holiday([night], calendar, NEW_YORK))
    assert _minutes(parts) == expected
    assert {part.counts_on for part in parts} == {MON}


def test_a_shift_that_ends_at_midnight_does_not_touch_the_next_day(shift_at: ShiftAt) -> None:
    evening = shift_at("2026-03-02 16:00-00:00")
    assert _minutes(by_day([evening], NEW_YORK)) == [(MON, 480)]
    holiday = Calendar({TUE: DayClass.HOLIDAY})
    assert _minutes(by_start_or_holiday([evening], holiday, NEW_YORK)) == [(MON, 480)]


def test_weeks_begin_on_their_weekday() -> None:
    days = [WorkedPart("s", "h", MON, date(2026, 3, day), 60) for day in (7, 8, 9)]
    assert [week_of(0)(part) for part in days] == [MON, MON, date(2026, 3, 9)]
    assert [week_of(6)(part) for part in days] == [date(2026, 3, 1), date(2026, 3, 8), date(2026, 3, 8)]


def test_sums_of_several_days_know_no_limit_of_a_day() -> None:
    told = WorkedPart("t", "", MON, MON, 40 * 3600, is_of_a_day=False)
    assert split_above([told], day_of, always(480)) == ((told,), ())


@given(st.lists(st.tuples(st.integers(1, 4), st.integers(0, 90)), max_size=12), st.integers(0, 120))
def test_the_first_seconds_of_each_window_stay_within(worked: list[tuple[int, int]], limit: int) -> None:
    """Second by second: each stays within as long as its day has less than the limit."""
    days = [(date(2026, 3, day), seconds) for day, seconds in worked]
    parts = [WorkedPart(str(n), "h", MON, day, seconds) for n, (day, seconds) in enumerate(days)]
    used: dict[date, int] = {}
    expected: dict[tuple[str, bool], int] = {}
    for part in parts:
        for _ in range(part.seconds):
            within = used.get(part.counts_on, 0) < limit
            used[part.counts_on] = used.get(part.counts_on, 0) + 1
            expected[part.source, within] = expected.get((part.source, within), 0) + 1
    split = split_above(parts, day_of, lambda _: limit)
    found = {(part.source, True): part.seconds for part in split.within if part.seconds}
    found |= {(part.source, False): part.seconds for part in split.above}
    assert found == expected
