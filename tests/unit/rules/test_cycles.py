"""Cycles of averaged hours and their quotas."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.errors import BugError
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack
from shiftbid.rules.circumstances import Cycle
from shiftbid.rules.cycles import cycle_of, cycle_windows, months_of, quota_seconds
from shiftbid.rules.windows import window
from tests.rules.worked_case import situation_of

RULE = load_pack("CN", date(2026, 1, 1)).rule("CN-CWH-OT-AVG")
HOUR = 3600


@pytest.mark.parametrize(
    ("cycle", "first", "last"),
    [
        (Cycle.WEEK, date(2026, 5, 11), date(2026, 5, 17)),
        (Cycle.MONTH, date(2026, 5, 1), date(2026, 5, 31)),
        (Cycle.QUARTER, date(2026, 4, 1), date(2026, 6, 30)),
        (Cycle.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_cycle_holds_the_day(cycle: Cycle, first: date, last: date) -> None:
    assert cycle_of(date(2026, 5, 13), cycle, 0) == Period(first, last)


def test_the_last_quarter_ends_with_the_year() -> None:
    assert cycle_of(date(2026, 12, 31), Cycle.QUARTER, 0) == Period(date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("cycle", "seconds"),
    [(Cycle.WEEK, 40 * HOUR), (Cycle.MONTH, 16536 * 36), (Cycle.QUARTER, 496 * HOUR), (Cycle.YEAR, 1984 * HOUR)],
)
def test_average_quota(cycle: Cycle, seconds: int) -> None:
    situation = situation_of({"shifts": ["2026-05-13 09:00-17:00"]}, "Asia/Shanghai")
    (only,) = cycle_windows(situation, cycle)
    assert quota_seconds(situation, only, RULE) == seconds


def test_before_2025_a_month_had_20_83_days() -> None:
    before = load_pack("CN", date(2024, 12, 31)).rule("CN-CWH-OT-AVG")
    situation = situation_of({"shifts": ["2024-05-13 09:00-17:00"]}, "Asia/Shanghai")
    (only,) = cycle_windows(situation, Cycle.MONTH)
    assert quota_seconds(situation, only, before) == 2083 * 288


def test_quota_by_the_calendar_counts_its_working_days() -> None:
    calendar = {"2026-06-19": "holiday", "2026-06-20": "swapped_workday", "2026-06-22": "swapped_day_off"}
    case = {"shifts": ["2026-06-01 09:00-17:00"], "calendar": calendar, "person": {"employed_from": date(2026, 6, 15)}}
    situation = situation_of(case, "Asia/Shanghai")
    (quarter,) = cycle_windows(situation, Cycle.QUARTER)
    whole = RULE.read_as({"quota_basis": "actual_workdays"})
    employed = RULE.read_as({"quota_basis": "actual_workdays_employed"})
    # April to June 2026 have 22 + 21 + 22 weekdays; of June, 12 lie in the employment.
    assert quota_seconds(situation, quarter, whole) == (65 - 1 + 1 - 1) * 8 * HOUR
    assert quota_seconds(situation, quarter, employed) == (12 - 1 + 1 - 1) * 8 * HOUR
    assert (months_of(situation, quarter, whole), months_of(situation, quarter, employed)) == (3, 1)


def test_two_weeks_are_no_cycle() -> None:
    situation = situation_of({"shifts": ["2026-05-13 09:00-17:00"]}, "Asia/Shanghai")
    with pytest.raises(BugError, match="no cycle"):
        quota_seconds(situation, window(situation, date(2026, 5, 4), date(2026, 6, 17)), RULE)
