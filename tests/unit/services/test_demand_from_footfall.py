"""Heads per half hour, with the duties before opening and after closing."""

from __future__ import annotations

from datetime import date

from shiftbid.domain.demand import FootfallSlot
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


def demand(duties: Duties) -> HallDemand:
    hall = Hall("h", "Hall", ZONE, "DE", None, OpeningHours.parse("09:00-11:00"), Promise(), 6.0, 9, duties=duties)
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
