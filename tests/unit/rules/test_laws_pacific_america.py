"""What the worked cases do not show: clauses that are left out, spans, and the figures of sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from shiftbid.domain.timeline import Period
from shiftbid.rules.agreed_overtime import judged_months, months_until
from shiftbid.rules.book import load_pack
from shiftbid.rules.clauses import Clause
from shiftbid.rules.laws import LAWS
from shiftbid.rules.situation import Situation
from tests.rules.worked_case import situation_of

ON = date(2026, 3, 2)
NEW_YORK, TOKYO = "America/New_York", "Asia/Tokyo"
WEEK_OF_40_HOURS = "2026-03-02..2026-03-06 09:00-17:00"
TOIL = {"weekday_overtime": "toil"}


def _clauses(pack: str, rule_id: str, situation: Situation, **readings: str | int) -> list[Clause]:
    rule = load_pack(pack, ON).read_as(readings).rule(rule_id)
    return list(LAWS[rule.law](situation, rule))


@pytest.mark.parametrize(("rule_id", "readings"), [("US-COMP-PRIVATE", {}), ("US-OT-RATE", {"paid_percent": 100})])
def test_weeks_without_overtime_make_no_clause(rule_id: str, readings: Mapping[str, int]) -> None:
    for extra, clauses in (([], 0), (["2026-03-07 09:00-09:01"], 1)):
        case: dict[str, Any] = {"settlements": TOIL, "shifts": [WEEK_OF_40_HOURS, *extra]}
        assert len(_clauses("US", rule_id, situation_of(case, NEW_YORK), **readings)) == clauses


@pytest.mark.parametrize(("minutes", "clauses"), [(2700, 0), (2701, 1)])
def test_overtime_within_the_agreement_makes_no_clause(minutes: int, clauses: int) -> None:
    case = {"period": "2026-03-01..2026-03-31", "totals": [f"overtime 2026-03-01..2026-03-31 {minutes}"]}
    assert len(_clauses("JP", "JP-36-MONTH", situation_of(case, TOKYO))) == clauses


@pytest.mark.parametrize(("days", "clauses"), [("2026-03-02..2026-03-07", 0), ("2026-03-02..2026-03-08", 1)])
def test_weeks_with_a_free_day_make_no_clause(days: str, clauses: int) -> None:
    case = {"shifts": [f"{days} 10:00-15:00"]}
    assert len(_clauses("JP", "JP-RESTDAY", situation_of(case, TOKYO))) == clauses


def test_overtime_told_by_the_day_is_judged_on_that_day() -> None:
    case = {"period": "2026-03-02..2026-03-08", "totals": ["overtime 2026-03-03..2026-03-04 60"]}
    (clause,) = _clauses("US", "US-OT-RATE", situation_of(case, NEW_YORK), paid_percent=100)
    assert clause.scope.span == Period(date(2026, 3, 3), date(2026, 3, 4)).interval(NEW_YORK)


def test_day_of_rest_is_judged_over_the_workweek() -> None:
    case = {"shifts": ["2026-03-02..2026-03-08 09:00-16:00"]}
    (clause,) = _clauses("US-CA", "CA-ONE-IN-SEVEN", situation_of(case, NEW_YORK))
    assert clause.scope.span == Period(date(2026, 3, 2), date(2026, 3, 8)).interval(NEW_YORK)


def test_rest_between_days_tells_the_gap_and_the_rest_that_is_needed() -> None:
    shifts = ["2026-03-02 16:00-22:01", "2026-03-03 08:00-13:00"]
    for consents, needed in ((["person AU-BETWEEN 2026-03-03..2026-03-03"], 600), ([], 720)):
        situation = situation_of({"shifts": shifts, "consents": consents}, "Australia/Sydney")
        (clause,) = _clauses("AU-RETAIL", "AU-BETWEEN", situation)
        assert clause.scope.facts == {"gap_minutes": 599, "rest_minutes": needed}


def test_months_are_whole_calendar_months() -> None:
    situation = situation_of({"shifts": ["2026-03-31 10:00-15:00", "2026-04-01 10:00-15:00"]}, TOKYO)
    assert judged_months(situation) == (date(2026, 3, 1), date(2026, 4, 1))
    assert months_until(date(2026, 2, 1), 1) == Period(date(2026, 2, 1), date(2026, 2, 28))
    assert months_until(date(2026, 2, 1), 3) == Period(date(2025, 12, 1), date(2026, 2, 28))
    assert months_until(date(2026, 12, 1), 12) == Period(date(2026, 1, 1), date(2026, 12, 31))


def test_overtime_told_as_a_sum_is_judged_over_its_whole_days() -> None:
    case = {"period": "2026-03-02..2026-03-08", "totals": ["overtime 2026-03-03..2026-03-04 60"]}
    (clause,) = _clauses("US", "US-OT-RATE", situation_of(case, NEW_YORK), paid_percent=100)
    assert clause.scope.span == Period(date(2026, 3, 3), date(2026, 3, 4)).interval(NEW_YORK)


@pytest.mark.parametrize(("minutes", "clauses"), [(4800, 0), (4801, 1)])
def test_days_without_overtime_add_nothing_to_the_average_of_months(minutes: int, clauses: int) -> None:
    totals = ["overtime 2026-02-01..2026-02-28 4800", f"overtime 2026-03-01..2026-03-31 {minutes}"]
    situation = situation_of({"shifts": ["2026-03-02..2026-03-03 09:00-17:00"], "totals": totals}, TOKYO)
    assert len(_clauses("JP", "JP-36-SPECIAL-AVG", situation, special_clause="agreed")) == clauses
