"""Rosters by person."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.timeline import Period
from tests.rules.worked_case import shifts_of


def test_shifts_of_each_person_stand_in_order_of_start() -> None:
    late, early, other = shifts_of(
        ["2026-03-04 09:00-13:00", "2026-03-02 09:00-13:00", "2026-03-03 09:00-13:00"], "t", "UTC"
    )
    roster = Roster(
        hall="hall",
        period=Period(date(2026, 3, 2), date(2026, 3, 8)),
        version=1,
        state=RosterState.DRAFT,
        assignments=(Assignment("ada", late), Assignment("bo", other), Assignment("ada", early, pinned=True)),
    )
    assert roster.by_employee == {"ada": (early, late), "bo": (other,)}
