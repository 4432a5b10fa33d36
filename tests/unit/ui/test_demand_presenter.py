from __future__ import annotations

from dataclasses import replace
from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.services.publication import HallPublication
from shiftbid.ui.pages.demand.presenter import demand_sheet, skills_of
from tests.gui.fake_hall import HALL, ZONE, fake_publication

DAY = date(2026, 10, 13)


def half_hour(minute: int, heads: int, skill: str = "counter") -> DemandSlot:
    return DemandSlot(HALL.id, Interval(instant(DAY, minute, ZONE), instant(DAY, minute + 30, ZONE)), skill, heads)


def plan(demand: tuple[DemandSlot, ...], *templates: ShiftTemplate, day: date = DAY) -> HallPublication:
    rows = tuple(Assignment(f"e{n:03d}", dated(each, HALL.id, day, ZONE)) for n, each in enumerate(templates))
    period = Period(date(2026, 10, 12), date(2026, 10, 14))
    roster = Roster(HALL.id, period, 1, RosterState.PUBLISHED, rows)
    return replace(fake_publication(weeks=1, people=3), demand=demand, roster=roster)


MORNING = ShiftTemplate("morning", 540, 600)
WITH_BREAK = ShiftTemplate("break", 540, 660, (TemplateBreak(570, 15, paid=True),))


def test_a_slot_counts_who_is_there_for_the_whole_of_it() -> None:
    demand = tuple(half_hour(minute, 2) for minute in (540, 570, 600, 630))
    slots = demand_sheet(plan(demand, MORNING, WITH_BREAK), "counter").days[1].slots
    # At 9:30 one is on a break, at 10:00 the morning shift has gone.
    assert [slot.present_heads for slot in slots] == [2, 1, 1, 1]
    assert [slot.difference_heads for slot in slots] == [0, -1, -1, -1]


def test_sums_are_head_minutes() -> None:
    demand = (half_hour(540, 1), half_hour(570, 3))
    sheet = demand_sheet(plan(demand, MORNING, MORNING), "counter")
    assert (sheet.needed_minutes, sheet.missing_minutes, sheet.spare_minutes) == (120, 30, 30)
    assert sheet.most_heads == 3


def test_a_night_shift_counts_after_midnight() -> None:
    night = ShiftTemplate("night", 22 * 60, 30 * 60)
    sheet = demand_sheet(plan((half_hour(60, 1),), night, day=date(2026, 10, 12)), "counter")
    assert sheet.days[1].slots[0].present_heads == 1


def test_skills_are_kept_apart() -> None:
    publication = plan((half_hour(540, 1), half_hour(540, 2, "vip")), MORNING, replace(MORNING, skill="vip"))
    assert skills_of(publication) == ("counter", "vip")
    for skill, needed in (("counter", 1), ("vip", 2)):
        slots = demand_sheet(publication, skill).days[1].slots
        assert [(slot.needed_heads, slot.present_heads) for slot in slots] == [(needed, 1)]


def test_cells_of_days_without_demand_are_empty() -> None:
    sheet = demand_sheet(plan((half_hour(540, 1), half_hour(600, 1))), "counter")
    assert sheet.start_minutes == (540, 600)
    assert sheet.slot_at(0, 0) is None
    slot = sheet.slot_at(1, 1)
    assert slot is not None
    assert slot.start_minute == 600


def test_the_repeated_hour_shows_its_first_pass() -> None:
    back = date(2026, 4, 5)  # clocks go back from 3:00 to 2:00 in New Zealand
    start = instant(back, 150, ZONE)
    demand = tuple(
        DemandSlot(HALL.id, Interval(start + shift, start + shift + 1800), "counter", heads)
        for shift, heads in ((0, 1), (3600, 2))
    )
    roster = Roster(HALL.id, Period(back, back), 1, RosterState.PUBLISHED, ())
    sheet = demand_sheet(replace(fake_publication(weeks=1, people=1), demand=demand, roster=roster), "counter")
    assert [slot.needed_heads for slot in sheet.days[0].slots] == [1, 2]
    slot = sheet.slot_at(0, 0)
    assert slot is not None
    assert slot.needed_heads == 1


def test_nothing_needed_gives_an_empty_sheet() -> None:
    sheet = demand_sheet(plan(()), "counter")
    assert (sheet.start_minutes, sheet.most_heads, sheet.needed_minutes) == ((), 0, 0)
    assert len(sheet.days) == 3
