"""Facts beside shifts, and what of them is history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from shiftbid.domain.settlement import Ground
from shiftbid.domain.status import StatusKind
from shiftbid.domain.work_total import TotalKind
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.circumstances import Circumstances
from tests.rules.worked_case import situation_of

CHINA = load_pack("CN", date(2026, 3, 2))
FACTS: Mapping[str, Any] = {
    "period": "2026-03-09..2026-03-15",
    "shifts": ["2026-03-09 09:00-12:00"],
    "statuses": ["nursing 2026-03-09..2026-03-10"],
    "totals": ["worked 2026-03-02..2026-03-08 2400", "overtime 2026-03-09 60", "worked 2026-03-10 60"],
    "settlements": {"holiday_work": "toil", "rest_day_work": "pay"},
    "postings": [{"posted": date(2026, 3, 1), "first_day": date(2026, 3, 9)}],
    "changes": [{"notice_minutes": 60}],
}


def _broken(case: Mapping[str, Any]) -> list[str]:
    situation = situation_of(case, "Asia/Shanghai")
    findings = check(CHINA, situation, {shift.id for shift in situation.candidates})
    return [finding.rule for finding in findings if not finding.rule.startswith("HOUSE-")]


def test_nothing_is_known_by_default() -> None:
    nothing = Circumstances()
    assert not any(nothing.ever(kind) for kind in StatusKind)
    assert not any(nothing.settled_by_toil(ground) for ground in Ground)
    assert nothing.record_ids == frozenset()


def test_a_status_holds_from_its_first_to_its_last_day() -> None:
    told = situation_of(FACTS, "Asia/Shanghai").circumstances
    days = [date(2026, 3, day) for day in (8, 9, 10, 11)]
    assert [told.has(StatusKind.NURSING, day) for day in days] == [False, True, True, False]
    assert told.ever(StatusKind.NURSING)
    assert not told.ever(StatusKind.NIGHT_WORKER)


def test_only_time_off_is_time_off() -> None:
    told = situation_of(FACTS, "Asia/Shanghai").circumstances
    assert [told.settled_by_toil(ground) for ground in Ground] == [False, False, True]


def test_totals_are_found_by_kind_inside_a_span() -> None:
    told = situation_of(FACTS, "Asia/Shanghai").circumstances
    first, last = date(2026, 3, 2), date(2026, 3, 9)
    assert [total.minutes for total in told.totals_of(TotalKind.WORKED, first, last)] == [2400]
    assert [total.minutes for total in told.totals_of(TotalKind.OVERTIME, first, last)] == [60]
    assert told.totals_of(TotalKind.WORKED, first, date(2026, 3, 7)) == ()


def test_records_are_chosen_already_and_totals_before_the_period_are_history() -> None:
    situation = situation_of({**FACTS, "history": ["2026-03-08 09:00-12:00"]}, "Asia/Shanghai")
    worked_before = {"total-0", "hall/history-0/2026-03-08"}
    assert situation.before == worked_before
    assert situation.fixed == worked_before | {"total-1", "total-2", "posting-0", "change-0"}
    assert [total.id for total in situation.recent_totals] == ["total-1", "total-2"]


def test_what_a_total_of_the_period_breaks_is_found_and_what_history_breaks_is_not() -> None:
    person = {"system": "part_time"}
    week = ["worked 2026-03-02..2026-03-08 1441"]
    assert "CN-PT-WEEK" in _broken({"person": person, "period": "2026-03-02..2026-03-08", "totals": week})
    assert _broken({"person": person, "period": "2026-03-09..2026-03-15", "totals": week}) == []


def test_only_the_weeks_named_are_judged() -> None:
    every_day = {"shifts": ["2026-03-02..2026-03-15 10:00-15:00"], "consents": []}
    assert _broken(every_day).count("CN-WEEK-REST") == 2
    assert _broken({**every_day, "judged_weeks": [date(2026, 3, 9)]}).count("CN-WEEK-REST") == 1
