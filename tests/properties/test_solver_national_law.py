"""The solver's rows under national packs: a choice of shifts is allowed exactly where the checker finds nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.situation import Situation
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.emitter import ClauseRows
from shiftbid.solver.rows import CpSatRows
from tests.rules.random_weeks import Weeks, random_weeks

CHOICES = 6
ON = date(2026, 1, 1)


@pytest.mark.parametrize("pack_id", ["DE", "FR", "ES", "UK", "US-CA", "US-NYC-FF", "AU-RETAIL", "JP"])
@settings(max_examples=60, deadline=None)
@given(weeks=random_weeks(), data=st.data())
def test_rows_allow_exactly_what_the_checker_allows(pack_id: str, weeks: Weeks, data: st.DataObject) -> None:
    _agree(_law(load_pack(pack_id, ON)), weeks.situation, data)


@settings(max_examples=40, deadline=None)
@given(weeks=random_weeks(), data=st.data())
def test_rows_agree_where_overtime_is_answered_with_time_off(weeks: Weeks, data: st.DataObject) -> None:
    toil = Circumstances(settlements={Ground.WEEKDAY_OVERTIME: Settlement.TOIL})
    _agree(_law(load_pack("US", ON)), replace(weeks.situation, circumstances=toil), data)


@settings(max_examples=40, deadline=None)
@given(weeks=random_weeks(), data=st.data(), overtime_before=st.integers(3000, 6000))
def test_rows_agree_under_a_special_clause(weeks: Weeks, data: st.DataObject, overtime_before: int) -> None:
    first = weeks.situation.period.first.replace(day=1)
    told = WorkTotal("before", TotalKind.OVERTIME, first, first, overtime_before)
    situation = replace(weeks.situation, circumstances=Circumstances(totals=(told,)))
    pack = load_pack("JP", ON).read_as({"special_clause": "agreed", "rest_scheme": "4_in_4_weeks"})
    _agree(_law(pack), situation, data)


def _law(pack: RulePack) -> RulePack:
    return replace(pack, rules=tuple(rule for rule in pack.rules if not rule.id.startswith("HOUSE-")))


def _agree(law: RulePack, situation: Situation, data: st.DataObject) -> None:
    ids = sorted(shift.id for shift in situation.candidates)
    assume(ids)
    rows = CpSatRows()
    columns = {shift: rows.whole(0, 1) for shift in ids}
    ClauseRows(rows, columns, situation.fixed, tuple(law.clauses(situation)))
    for _ in range(CHOICES):
        chosen = data.draw(st.frozensets(st.sampled_from(ids)))
        narrowed = rows.narrowed({column: int(shift in chosen) for shift, column in columns.items()})
        allowed = bool(solve_rows(narrowed, CpSatWork(1.0, 1)).values)
        assert allowed == (next(check(law, situation, chosen), None) is None)
