"""Turn forecast footfall into heads: the fewest counters per half hour that keep the promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import slots
from shiftbid.services.hall_days import HallDay
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.staffing.requirement import required_counters

SLOT_MINUTES = 30
COUNTER_SKILL = "counter"


@dataclass(frozen=True, slots=True)
class HallDemand:
    """Heads needed per half hour.

    Attributes
    ----------
    missed_hours
        Hours that miss the promise even with every counter of the hall staffed.
    counter_hours, stationary_counter_hours
        Staffed hours of the exact model, and of the stationary formula beside it.
    """

    slots: tuple[DemandSlot, ...]
    missed_hours: int
    counter_hours: float
    stationary_counter_hours: float


def demand_of(hall: Hall, days: Sequence[HallDay], listener: ProgressListener) -> HallDemand:
    """Heads needed in each half hour of each open day.

    Simple: one skill serves everything, and the hall is staffed to the mean forecast; the certificate says what
    happens at 10 % more.
    """
    demand: list[DemandSlot] = []
    missed, hours, stationary_hours = 0, 0.0, 0.0
    for done, day in enumerate(days):
        listener(Progress("demand", done / len(days), f"{hall.name}, {day.day}"))
        required = required_counters(
            day.queue,
            hall.promise,
            max_counters=hall.counters,
            min_counters=hall.minimum_heads,
            slot_minutes=float(SLOT_MINUTES),
        )
        half_hours = slots(day.opened, SLOT_MINUTES)
        demand += [
            DemandSlot(hall.id, slot, COUNTER_SKILL, int(heads))
            for slot, heads in zip(half_hours, required.slot_counters, strict=True)
        ]
        missed += len(required.missed_hours)
        hours += required.counter_hours
        stationary_hours += required.stationary_counter_hours
    return HallDemand(tuple(demand), missed, hours, stationary_hours)
