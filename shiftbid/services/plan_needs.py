"""First half of the chain: what each hall needs, from footfall to heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.demand import FootfallSlot
from shiftbid.services.demand_from_footfall import HallDemand, demand_of
from shiftbid.services.footfall_forecast import CountedHall, forecast_footfall
from shiftbid.services.hall_days import HallDay, busy_threshold_per_hour, hall_days
from shiftbid.services.plan_request import HallInputs, PlanRequest
from shiftbid.services.stage_log import StageLog


@dataclass(frozen=True, slots=True)
class Needed:
    """What a hall needs in the period.

    Attributes
    ----------
    days
        Open days at the expected footfall, which is what the certificate judges.
    demand
        Heads for the footfall that the hall is staffed to.
    """

    forecast: tuple[FootfallSlot, ...]
    threshold_per_hour: float
    days: tuple[HallDay, ...]
    demand: HallDemand


def plan_needs(request: PlanRequest, halls: Sequence[HallInputs], log: StageLog) -> Mapping[str, Needed]:
    """Forecast all halls together and find the heads that keep each one's promise; by hall id."""
    with log.stage("forecast") as note:
        counted = [CountedHall(each.hall, each.history) for each in halls]
        forecast = forecast_footfall(counted, request.period, request.seed, request.workers, request.notice, log.hear)
        customers = sum(slot.mean for slots in forecast.by_hall.values() for slot in slots)
        note.outcome = f"{customers:,.0f} customers expected ({forecast.method})"
        note.counts = {"hours": sum(len(slots) for slots in forecast.by_hall.values())}
    needed: dict[str, Needed] = {}
    with log.stage("demand") as note:
        for each in halls:
            slots = forecast.by_hall[each.hall.id]
            threshold = busy_threshold_per_hour(slots)
            days = hall_days(each.hall, slots, request.period, threshold)
            staffed = hall_days(each.hall, slots, request.period, threshold, request.staff_to)
            demand = demand_of(each.hall, staffed, request.workers, log.hear)
            needed[each.hall.id] = Needed(slots, threshold, days, demand)
        hours = sum(each.demand.counter_hours for each in needed.values())
        stationary = sum(each.demand.stationary_counter_hours for each in needed.values())
        note.outcome = f"{hours:,.0f} counter-hours keep the promise (stationary formula {stationary:,.0f})"
        note.counts = {
            "half_hours": sum(len(each.demand.slots) for each in needed.values()),
            "hours_beyond_all_counters": sum(each.demand.missed_hours for each in needed.values()),
        }
    return needed
