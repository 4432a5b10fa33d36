from __future__ import annotations

from shiftbid.rules.book import load_pack
from shiftbid.services.checked_roster import check_publication
from shiftbid.services.shift_takers import takers_of
from tests.gui.fake_hall import CALENDAR, FIRST, fake_publication


def test_those_who_break_nothing_come_first_and_those_who_work_least_before_them() -> None:
    published = fake_publication(weeks=1, people=12)
    checked = check_publication(published, CALENDAR, load_pack("HOUSE", FIRST))
    names = {each.id: each.name for each in published.employees}
    held = published.roster.assignments[0]
    takers = takers_of(held.shift, checked, names)
    holders = {each.employee for each in published.roster.assignments if each.shift.id == held.shift.id}
    assert {each.employee for each in takers} == set(names) - holders
    free = [each for each in takers if not each.findings]
    assert takers[: len(free)] == tuple(free)
    assert [each.week_minutes for each in free] == sorted(each.week_minutes for each in free)
    assert all(checked.why_not(each.employee, held.shift) == () for each in free)
    busy = takers[-1]
    assert busy.findings
    own = sum(each.shift.paid_minutes for each in published.roster.assignments if each.employee == busy.employee)
    assert busy.week_minutes <= own + held.shift.paid_minutes
