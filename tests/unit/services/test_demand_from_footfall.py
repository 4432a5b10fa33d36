"""Heads per half hour, with the duties before opening and after closing."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.desk import Desk
from shiftbid.domain.hall import Duties, Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.timeline import Interval, Period, format_instant, instant
from shiftbid.services.demand_from_footfall import HallDemand, demand_of
from shiftbid.services.hall_days import hall_days
from shiftbid.services.progress import Progress

ZONE = "Europe/Berlin"
DAY = date(2026, 3, 2)


def silent(_: Progress) -> None:
    """Nobody listens."""


def demand(duties: Duties, *desks: Desk) -> HallDemand:
    hall = Hall("h", "Hall", ZONE, "DE", None, OpeningHours.parse("09:00-11:00"), Promise(), 6.0, 9, 1, duties, desks)
    start = instant(DAY, 540, ZONE)
    forecast = [
        FootfallSlot("h", Interval(start + hour * 3600, start + hour * 3600 + 3600), "regular", 30.0, 0, 0, 0)
        for hour in range(2)
    ]
    return demand_of(hall, hall_days(hall, forecast, Period(DAY, DAY), 10.0), 1, silent)


def test_duties_need_their_heads_around_the_opening_hours() -> None:
    plain, with_duties = demand(Duties()), demand(Duties(30, 60, 2))
    opened = with_duties.slots[1:-2]
    assert opened == plain.slots
    around = [(format_instant(each.slot.start, ZONE)[11:16], each.heads) for each in with_duties.slots]
    assert around[0] == ("08:30", 2)
    assert around[-2:] == [("11:00", 2), ("11:30", 2)]
    assert with_duties.counter_hours == plain.counter_hours, "counter-hours are those that serve customers"


def test_every_desk_needs_its_own_heads_and_duties_are_the_general_ones() -> None:
    plain, split = demand(Duties(30, 0, 2)), demand(Duties(30, 0, 2), Desk("business", 0.4, 15.0, 4))
    by_skill = {
        skill: [(each.slot, each.heads) for each in split.slots if each.skill == skill]
        for skill in ("counter", "business")
    }
    slots = [each.slot for each in plain.slots]
    assert [slot for slot, _ in by_skill["counter"]] == slots
    assert [slot for slot, _ in by_skill["business"]] == slots[1:], "nobody of the desk sets up"
    assert all(own <= whole.heads for (_, own), whole in zip(by_skill["counter"], plain.slots, strict=True))
    assert all(2 <= heads <= 4 for _, heads in by_skill["business"]), "12 customers an hour at 15 minutes each"
    assert split.counter_hours == sum(heads for _, heads in (*by_skill["counter"][1:], *by_skill["business"])) / 2


def test_a_desk_with_too_few_counters_misses_its_hours() -> None:
    assert demand(Duties(), Desk("business", 0.4, 15.0, 1)).missed_hours == 2
