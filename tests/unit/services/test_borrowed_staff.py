"""Who of a neighbour hall could be borrowed: the skill, a free day, and no rule broken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.roster import Assignment
from shiftbid.rules.checker import check
from shiftbid.services.missing_demand import explain_missing, told
from shiftbid.services.published_plan import PublishedSpan
from shiftbid.services.published_staff import published_staff
from shiftbid.services.situations import situations_of
from tests.gui.fake_hall import CALENDAR
from tests.unit.services.awarded_hall import PACK, awarded_hall, ignore

HALL = awarded_hall()
NEEDED = next(slot for slot in HALL.demand if slot.heads)
# More heads than the hall has people.
LACKING = replace(HALL, demand=(DemandSlot(NEEDED.hall, NEEDED.slot, NEEDED.skill, len(HALL.employees) + 1),))


def neighbour(*busy: str) -> PublishedSpan:
    """The same people in another hall, some of them at work on the day of the need."""
    other = replace(HALL.hall, id="other", name="Other Street")
    shifts = [each.shift for each in HALL.roster.assignments if each.shift.day == _day()]
    roster = replace(HALL.roster, assignments=tuple(Assignment(each, shifts[0]) for each in busy))
    days = frozenset(HALL.roster.period.days)
    return PublishedSpan(replace(HALL, hall=other, roster=roster), CALENDAR, PACK.id, days)


def _day() -> date:
    return next(each.shift.day for each in HALL.roster.assignments if each.shift.staffs(NEEDED.slot))


def sentences(language: str, *busy: str) -> list[str]:
    explanation, words = explain_missing(LACKING, CALENDAR, PACK, 1, ignore)
    (conflict,) = told(HALL.hall.id, explanation, words, language, [neighbour(*busy)]).conflicts
    return [each for each in conflict.repairs if "Other Street" in each]


def test_whoever_is_free_and_lawful_is_named() -> None:
    free = sentences("en")
    assert 0 < len(free) <= 3
    assert all(each.startswith("Borrow ") for each in free)
    assert all("借调" in each for each in sentences("zh"))
    situations = situations_of(published_staff(HALL), HALL.hall, HALL.roster.period, CALENDAR, PACK, ())
    named = [each for each in HALL.employees if any(each.name in one for one in free)]
    wanted = [each.shift for each in HALL.roster.assignments if each.shift.staffs(NEEDED.slot)]
    for each in named:
        assert NEEDED.skill in each.skills
        assert any(
            not list(check(PACK, replace(situations[each.id], candidates=(shift,)), {shift.id})) for shift in wanted
        )


def test_whoever_works_that_day_is_not() -> None:
    assert sentences("en", *(each.id for each in HALL.employees)) == []
