"""Clauses that laws leave out, and those that only candidates show; verdicts are tested in tests/rules."""

from __future__ import annotations

from datetime import date

from shiftbid.rules.book import load_pack
from shiftbid.rules.clauses import AnyFree, AtMost, Excess
from shiftbid.rules.laws import LAWS
from shiftbid.rules.windows import weeks
from shiftbid.rules.working_time import minutes_of, normal_minutes_of, normal_week_minutes
from tests.rules.worked_case import situation_of

CN = load_pack("CN", date(2026, 3, 2))
EU = load_pack("EU", date(2026, 3, 2))


def test_a_week_with_a_day_without_candidates_needs_no_rest_clause() -> None:
    rule = CN.rule("CN-WEEK-REST")
    six = situation_of({"shifts": ["2026-03-02..2026-03-07 09:00-13:00"]}, "Asia/Shanghai")
    seven = situation_of({"shifts": ["2026-03-02..2026-03-08 09:00-13:00"]}, "Asia/Shanghai")
    assert list(LAWS[rule.law](six, rule)) == []
    (clause,) = LAWS[rule.law](seven, rule)
    assert isinstance(clause, AnyFree)
    assert [len(block) for block in clause.blocks] == [1] * 7


def test_rests_that_the_same_shifts_disturb_are_one_block() -> None:
    rule = EU.rule("EU-WEEKLY-REST")
    lines = ["2026-03-02..2026-03-08 09:00-17:00", "2026-03-02..2026-03-08 10:00-17:00"]
    (clause,) = LAWS[rule.law](situation_of({"shifts": lines}, "Europe/Madrid"), rule)
    assert isinstance(clause, AnyFree)
    assert len(set(clause.blocks)) == len(clause.blocks)
    assert all(len(block) >= 2 for block in clause.blocks)


def test_pairs_far_apart_need_no_daily_rest_clause() -> None:
    rule = EU.rule("EU-DAILY-REST")
    lines = ["2026-03-02 06:00-14:00", "2026-03-02 14:00-22:00", "2026-03-03 06:00-14:00"]
    clauses = list(LAWS[rule.law](situation_of({"shifts": lines}, "Europe/Madrid"), rule))
    pairs = [[term.shift.split("/")[1] for term in each.terms] for each in clauses if isinstance(each, AtMost)]
    assert pairs == [["shift-0", "shift-1"], ["shift-1", "shift-2"]]


def test_month_has_a_part_for_each_day_and_each_week_that_ends_in_it() -> None:
    rule = CN.rule("CN-OT-MONTH")
    lines = ["2026-03-02..2026-03-08 09:00-20:00", "2026-03-30..2026-03-31 09:00-20:00"]
    (clause,) = LAWS[rule.law](situation_of({"shifts": lines}, "Asia/Shanghai"), rule)
    assert isinstance(clause, Excess)
    assert [(len(part.terms), part.threshold) for part in clause.parts] == [(1, 480)] * 9 + [(7, 2400)]
    assert {term.weight for term in clause.parts[0].terms} == {660}
    assert {term.weight for term in clause.parts[-1].terms} == {480}


def test_working_time_of_shifts_and_of_a_normal_week() -> None:
    case = {
        "shifts": ["2026-02-14 09:00-20:00 12:00/60/unpaid", "2026-02-13 09:00-13:00 11:00/15/paid"],
        "calendar": {"2026-02-14": "swapped_workday"},
    }
    situation = situation_of(case, "Asia/Shanghai")
    rule = CN.rule("CN-OT-MONTH")
    assert [term.weight for term in minutes_of(situation.shifts)] == [240, 600]
    assert [term.weight for term in normal_minutes_of(situation.shifts, rule)] == [240, 480]
    (week,) = weeks(situation)
    assert normal_week_minutes(situation, week, rule) == 2880
