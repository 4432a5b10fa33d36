"""Working minutes by day, by night, and told as sums."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.timeline import Period
from shiftbid.rules.book import load_pack
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import months, weeks, window
from shiftbid.rules.working_time import at_most_minutes, days_above, most_overtime_minutes, night_minutes
from tests.rules.worked_case import situation_of

RULE = load_pack("CN", date(2026, 1, 1)).rule("CN-OT-DAY-GENERAL")
TEN_TO_SIX = (22 * 60, 6 * 60)


def _of_days(situation: Situation, reading: str, above: int = 0) -> dict[date, int]:
    rule = RULE.read_as({"day_attribution": reading})
    return {day.first: sum(term.weight for term in minutes) for day, minutes in days_above(situation, rule, above)}


def test_a_night_belongs_to_the_day_it_starts_on_or_to_both() -> None:
    situation = situation_of({"shifts": ["2026-03-02 20:00-06:00 01:00/30/unpaid"]}, "Asia/Shanghai")
    assert _of_days(situation, "start_day") == {date(2026, 3, 2): 570}
    assert _of_days(situation, "split_midnight") == {date(2026, 3, 2): 240, date(2026, 3, 3): 330}


def test_only_days_above_the_limit_are_given() -> None:
    situation = situation_of({"shifts": ["2026-03-02 20:00-06:00 01:00/30/unpaid"]}, "Asia/Shanghai")
    assert _of_days(situation, "start_day", 569) == {date(2026, 3, 2): 570}
    assert _of_days(situation, "start_day", 570) == {}
    assert _of_days(situation, "split_midnight", 329) == {date(2026, 3, 3): 330}
    assert _of_days(situation, "split_midnight", 330) == {}


def test_the_most_overtime_counts_what_lies_above_the_normal_day_and_what_lies_above_the_normal_week() -> None:
    month = load_pack("CN", date(2026, 1, 1)).rule("CN-OT-MONTH")
    march = Period(date(2026, 3, 1), date(2026, 3, 31))
    # 9 h on five days: an hour a day, and five above 40 h in the week; the week that ends in April is not the month's.
    case = {"shifts": ["2026-03-02..2026-03-06 09:00-18:00", "2026-03-30..2026-03-31 09:00-17:00"]}
    assert most_overtime_minutes(situation_of(case, "Asia/Shanghai"), month, march) == 10 * 60
    told = case | {"totals": ["overtime 2026-03-09..2026-03-15 90"]}
    assert most_overtime_minutes(situation_of(told, "Asia/Shanghai"), month, march) == 10 * 60 + 90


def test_days_told_as_sums_count_with_their_shifts() -> None:
    case = {
        "period": "2026-03-02..2026-03-08",
        "shifts": ["2026-03-02 09:00-12:00"],
        "totals": ["worked 2026-03-02 120", "worked 2026-03-03 60", "overtime 2026-03-02 30"],
    }
    situation = situation_of(case, "Asia/Shanghai")
    assert _of_days(situation, "start_day") == {date(2026, 3, 2): 300, date(2026, 3, 3): 60}
    assert _of_days(situation, "split_midnight") == {date(2026, 3, 2): 300, date(2026, 3, 3): 60}
    (week,) = weeks(situation)
    assert sum(term.weight for term in week.minutes) == 360


@pytest.mark.parametrize(
    ("zone", "shift", "minutes"),
    [
        ("Asia/Shanghai", "2026-03-02 13:00-22:30 17:00/30/unpaid", 30),
        ("Asia/Shanghai", "2026-03-02 13:00-22:00", 0),
        ("Asia/Shanghai", "2026-03-02 05:00-23:00", 120),
        ("Asia/Shanghai", "2026-03-02 22:00-06:00 01:00/30/unpaid 03:00/15/paid", 450),
        ("Europe/Berlin", "2026-03-28 22:00-06:00", 420),
        ("Europe/Berlin", "2026-10-24 22:00-06:00", 540),
    ],
)
def test_night_minutes_are_elapsed_working_minutes_of_every_night(zone: str, shift: str, minutes: int) -> None:
    (only,) = situation_of({"shifts": [shift]}, zone).candidates
    assert night_minutes(only, zone, *TEN_TO_SIX) == minutes


def test_a_night_by_day_hours_lies_within_the_day() -> None:
    (only,) = situation_of({"shifts": ["2026-03-02 20:00-06:00"]}, "Asia/Shanghai").candidates
    assert night_minutes(only, "Asia/Shanghai", 0, 300) == 300


def test_months_are_those_of_shifts_and_of_totals() -> None:
    case = {
        "period": "2026-03-30..2026-05-03",
        "shifts": ["2026-04-01 09:00-12:00"],
        "totals": ["worked 2026-05-01 60", "overtime 2026-02-01..2026-02-28 60"],
    }
    situation = situation_of(case, "Asia/Shanghai")
    assert [(month.first, month.last.day) for month in months(situation)] == [
        (date(2026, 4, 1), 30),
        (date(2026, 5, 1), 31),
    ]


def test_a_window_is_cut_once() -> None:
    situation = situation_of({"shifts": ["2026-04-01 09:00-12:00"]}, "Asia/Shanghai")
    first, last = date(2026, 4, 1), date(2026, 4, 2)
    assert window(situation, first, last) is window(situation, first, last)
    assert window(situation, first, first) != window(situation, first, last)


def test_what_stays_within_the_limit_all_together_makes_no_clause() -> None:
    situation = situation_of({"shifts": ["2026-03-02 09:00-17:00"]}, "UTC")
    day = window(situation, date(2026, 3, 2), date(2026, 3, 2))
    assert list(at_most_minutes(RULE, day, day.minutes, 480)) == []
    assert [clause.cap for clause in at_most_minutes(RULE, day, day.minutes, 479)] == [479]
