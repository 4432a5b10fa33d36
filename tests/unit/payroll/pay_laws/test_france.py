"""Overtime of France by the week, and the rest that replaces it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from fractions import Fraction

import pytest

from shiftbid.payroll.pay_laws.france import equivalent_rest_minutes
from shiftbid.rules.pay_book import load_pay
from tests.unit.payroll.paid_work import paid_hours, paid_parts

PAY = load_pay("FR", date(2026, 3, 2))


def _week(minutes: int) -> list[str]:
    return [f"worked 2026-03-02..2026-03-08 {minutes}"]


@pytest.mark.parametrize(
    ("minutes", "normal", "ot125", "ot150"),
    [(2099, 2099, 0, 0), (2100, 2100, 0, 0), (2101, 2100, 1, 0), (2580, 2100, 480, 0), (2581, 2100, 480, 1)],
)
def test_a_week_is_split_after_35_and_43_hours(minutes: int, normal: int, ot125: int, ot150: int) -> None:
    case = {"period": "2026-03-02..2026-03-15", "totals": _week(minutes)}
    expected = {"normal": normal, "ot125": ot125, "ot150": ot150}
    assert paid_hours("FR", case) == {name: Fraction(each, 60) for name, each in expected.items() if each}


def test_the_hours_above_come_last_and_weeks_end_at_midnight() -> None:
    nights = {"shifts": ["2026-03-02..2026-03-08 20:00-04:00"]}
    hours: Counter[tuple[int, str]] = Counter()
    for each in paid_parts("FR", nights):
        hours[each.part.day.day, each.pay_class.value] += each.part.seconds // 3600
    # 4 h on Monday, 8 h on each day from Tuesday to Sunday; the last 4 h lie in the next week.
    assert hours == {
        (2, "normal"): 4,
        (3, "normal"): 8,
        (4, "normal"): 8,
        (5, "normal"): 8,
        (6, "normal"): 7,
        (6, "ot125"): 1,
        (7, "ot125"): 7,
        (7, "ot150"): 1,
        (8, "ot150"): 8,
        (9, "normal"): 4,
    }


def test_what_a_day_pays_does_not_depend_on_later_days() -> None:
    week = [f"2026-03-0{day} 08:00-18:00" for day in range(2, 7)]
    whole = set(paid_parts("FR", {"period": "2026-03-02..2026-03-08", "shifts": week}))
    part = set(paid_parts("FR", {"period": "2026-03-02..2026-03-08", "shifts": week[:4]}))
    assert part < whole


@pytest.mark.parametrize(("minutes", "rest"), [((0, 0), 0), ((1, 0), 2), ((480, 0), 600), ((480, 1), 602)])
def test_rest_is_as_long_as_the_pay_that_it_replaces(minutes: tuple[int, int], rest: int) -> None:
    seconds = {"FR-OT-25": minutes[0] * 60, "FR-OT-50": minutes[1] * 60}
    assert equivalent_rest_minutes(seconds, PAY) == rest


def test_overtime_answered_with_rest_is_not_paid() -> None:
    case = {
        "period": "2026-03-02..2026-03-15",
        "totals": _week(2640),
        "settlements": {"weekday_overtime": "toil"},
    }
    assert paid_hours("FR", case) == {"normal": 35, "toil_earned": 9}
    rules = {each.rule: each.part.seconds // 60 for each in paid_parts("FR", case)}
    assert rules == {"FR-WEEK-LEGAL": 2100, "FR-OT-25": 480, "FR-OT-50": 60}


def test_overtime_told_alone_is_split_in_two_steps() -> None:
    case = {"period": "2026-03-02..2026-03-15", "totals": ["overtime 2026-03-05..2026-03-05 540"]}
    assert paid_hours("FR", case) == {"ot125": 8, "ot150": 1}


def test_values_of_before_the_law_of_2016_are_cited_by_their_old_article() -> None:
    old = load_pay("FR", date(2016, 8, 9))
    assert "before 10 August 2016" in old["FR-OT-25"].article
    assert old["FR-OT-25"].numbers == PAY["FR-OT-25"].numbers
