"""Reference periods: what is weighed, and over how many days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from shiftbid.domain.timeline import Period, local_day
from shiftbid.rules.averages import WorkSums, averages_over_weeks, averages_since_start
from shiftbid.rules.book import load_pack
from tests.rules.worked_case import situation_of

ON = date(2026, 3, 2)
FRANCE = load_pack("FR", ON).rule("FR-WEEK-AVG").read_as({"reference_weeks": 2})
BRITAIN = load_pack("UK", ON).rule("UK-WEEK-AVG").read_as({"reference_weeks": 2})
WEEKS = {"shifts": ["2026-03-02..2026-03-22/12345 08:00-18:30 12:00/30/unpaid"]}


def _judged(averages: Any, rule: Any, case: Mapping[str, Any]) -> list[tuple[date, date, int, int]]:
    situation = situation_of(case, "Europe/Paris")
    tight = replace(rule, numbers={**rule.numbers, "limit_minutes": 7})
    return [
        (
            local_day(clause.scope.span.start, situation.zone),
            local_day(clause.scope.span.end - 1, situation.zone),
            sum(term.weight for term in clause.terms),
            clause.cap,
        )
        for clause in averages(situation, tight)
    ]


def test_every_reference_period_that_ends_in_the_period_is_weighed() -> None:
    assert _judged(averages_over_weeks, FRANCE, WEEKS) == [
        (date(2026, 2, 23), date(2026, 3, 8), 3000, 14),
        (date(2026, 3, 2), date(2026, 3, 15), 6000, 14),
        (date(2026, 3, 9), date(2026, 3, 22), 6000, 14),
    ]


def test_weeks_that_are_not_judged_still_weigh() -> None:
    judged = {**WEEKS, "judged_weeks": [date(2026, 3, 9)]}
    assert _judged(averages_over_weeks, FRANCE, judged) == [(date(2026, 3, 2), date(2026, 3, 15), 6000, 14)]


@pytest.mark.parametrize(("kind", "cap"), [("annual", 9), ("sick", 9), ("toil", 14), ("unpaid", 14)])
def test_annual_and_sick_leave_take_their_days_out(kind: str, cap: int) -> None:
    away = {**WEEKS, "judged_weeks": [date(2026, 3, 9)], "leave": [f"{kind} 2026-03-05..2026-03-09"]}
    assert _judged(averages_over_weeks, FRANCE, away) == [(date(2026, 3, 2), date(2026, 3, 15), 6000, cap)]


def test_days_of_leave_are_replaced_by_the_next_days_without_leave() -> None:
    shifts = ["2026-03-02..2026-03-11/12345 08:00-18:00", "2026-03-17..2026-03-22/12345 08:00-18:00"]
    away = {"shifts": shifts, "judged_weeks": [date(2026, 3, 9)], "leave": ["annual 2026-03-12..2026-03-16"]}
    # Four days of the leave lie in the two weeks; Tuesday 17 to Friday 20 March stand in for them.
    before = [(date(2026, 2, 16), date(2026, 3, 1)), (date(2026, 2, 23), date(2026, 3, 8))]
    judged = [each for each in _judged(averages_since_start, BRITAIN, away) if each[:2] not in before]
    assert judged == [(date(2026, 3, 2), date(2026, 3, 20), 7200, 14)]


def test_a_shift_is_cut_at_the_midnight_that_ends_the_weeks() -> None:
    night = {"shifts": ["2026-03-15 22:00-06:00"], "judged_weeks": [date(2026, 3, 9)]}
    assert [each[2] for each in _judged(averages_over_weeks, FRANCE, night)] == [120]


def test_a_protection_asks_for_the_status_on_the_last_day() -> None:
    of_four_weeks = load_pack("DE", ON).rule("DE-NIGHT-AVG")
    night_work = replace(of_four_weeks, numbers={**of_four_weeks.numbers, "reference_weeks": 2})
    assert _judged(averages_over_weeks, night_work, WEEKS) == []
    until = {**WEEKS, "statuses": ["night_worker 2026-03-15..2026-03-21"]}
    assert [each[1] for each in _judged(averages_over_weeks, night_work, until)] == [date(2026, 3, 15)]


def test_where_no_week_is_judged_nothing_is_weighed() -> None:
    none = {**WEEKS, "judged_weeks": [], "leave": ["annual 2026-03-05..2026-03-09"]}
    assert _judged(averages_over_weeks, FRANCE, none) == []
    assert _judged(averages_since_start, BRITAIN, none) == []


def test_a_shift_on_the_first_morning_of_the_reference_period_weighs() -> None:
    situation = situation_of({"shifts": ["2026-03-02 00:30-10:30"]}, "Europe/Paris")
    week = Period.of_weeks(date(2026, 3, 2), 1)
    worked = WorkSums(situation)
    assert worked.at_most_minutes(week.interval("Europe/Paris"), week) == 600
    night = situation_of({"shifts": ["2026-03-01 22:00-06:00"]}, "Europe/Paris")
    assert WorkSums(night).at_most_minutes(week.interval("Europe/Paris"), week) == 480
    earlier = situation_of({"shifts": ["2026-02-23..2026-02-27 09:00-17:00", "2026-03-02 09:00-17:00"]}, "Europe/Paris")
    assert WorkSums(earlier).at_most_minutes(week.interval("Europe/Paris"), week) == 480


def test_a_period_whose_days_of_leave_are_made_up_for_on_the_first_day_is_weighed() -> None:
    case = {
        "history": ["2026-03-02..2026-03-06 09:00-17:00"],
        "shifts": ["2026-03-09..2026-03-13 09:00-17:00"],
        "period": "2026-03-09..2026-03-15",
        "leave": ["annual 2026-03-08..2026-03-08"],
    }
    assert (date(2026, 2, 23), date(2026, 3, 9), 2880, 14) in _judged(averages_since_start, BRITAIN, case)
