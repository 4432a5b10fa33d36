from __future__ import annotations

from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.timeline import Interval, day_interval, instant
from shiftbid.services.day_cover import CoverSlot, cover_of, hour_axis

ZONE, DAY = "Pacific/Auckland", date(2026, 10, 12)


def slot(start: int, end: int) -> Interval:
    return Interval(instant(DAY, start, ZONE), instant(DAY, end, ZONE))


NINE, TEN = slot(540, 570), slot(600, 630)
LONG = dated(ShiftTemplate("long", 540, 660, (TemplateBreak(600, 30, paid=False),)), "h", DAY, ZONE)
CASH = dated(ShiftTemplate("cash", 540, 660, skill="cash"), "h", DAY, ZONE)


def test_heads_to_spare_at_one_desk_are_no_help_at_another() -> None:
    demand = [DemandSlot("h", NINE, "counter", 3), DemandSlot("h", NINE, "cash", 1)]
    assert cover_of(demand, [(LONG, 1), (CASH, 4)]) == (CoverSlot(NINE, 4, 5, 2, 3),)


def test_breaks_are_taken_out_and_slots_come_in_order() -> None:
    demand = [DemandSlot("h", TEN, "counter", 2), DemandSlot("h", NINE, "counter", 2)]
    assert cover_of(demand, [(LONG, 2)]) == (CoverSlot(NINE, 2, 2, 0, 0), CoverSlot(TEN, 2, 0, 2, 0))


def test_the_axis_holds_every_span_in_whole_hours_of_the_day() -> None:
    whole = day_interval(DAY, ZONE)
    assert hour_axis([slot(545, 600), slot(610, 661)], whole) == slot(540, 720)
    assert hour_axis([], whole) == whole
