"""The solver's rows under national packs: a choice of shifts is allowed exactly where the checker finds nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.emitter import ClauseRows
from shiftbid.solver.rows import CpSatRows
from tests.rules.random_weeks import Weeks, random_weeks

CHOICES = 6


@pytest.mark.parametrize("pack_id", ["DE", "FR", "ES", "UK"])
@settings(max_examples=60, deadline=None)
@given(weeks=random_weeks(), data=st.data())
def test_rows_allow_exactly_what_the_checker_allows(pack_id: str, weeks: Weeks, data: st.DataObject) -> None:
    assume(weeks.chosen)
    pack = load_pack(pack_id, date(2026, 1, 1))
    law = replace(pack, rules=tuple(rule for rule in pack.rules if not rule.id.startswith("HOUSE-")))
    situation = weeks.situation
    rows = CpSatRows()
    columns = {shift.id: rows.whole(0, 1) for shift in situation.candidates}
    ClauseRows(rows, columns, situation.fixed, tuple(law.clauses(situation)))
    for _ in range(CHOICES):
        chosen = data.draw(st.frozensets(st.sampled_from(sorted(weeks.chosen))))
        narrowed = rows.narrowed({column: int(shift in chosen) for shift, column in columns.items()})
        allowed = bool(solve_rows(narrowed, CpSatWork(1.0, 1)).values)
        assert allowed == (next(check(law, situation, chosen), None) is None)
