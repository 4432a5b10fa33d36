"""Open days of a hall's desks as the queue models see them: quarter hours of arrivals from an hourly forecast."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.desk import Desk
from shiftbid.domain.hall import Hall
from shiftbid.domain.promise import CustomerClass, busy_hours, default_busy_threshold
from shiftbid.domain.shift import Shift, heads_present
from shiftbid.domain.staffing_level import EXPECTED, StaffingLevel
from shiftbid.domain.timeline import Interval, Period, minute_of_day, slots
from shiftbid.staffing.open_day import OpenDay

FloatArray = npt.NDArray[np.float64]

QUARTER_MINUTES = 15
HOUR_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class HallDay:
    """One opening of a desk of a hall, with the quarter hours it is cut into."""

    day: date
    desk: Desk
    opened: Interval
    quarters: tuple[Interval, ...]
    queue: OpenDay

    def heads(self, shifts: Iterable[Shift]) -> tuple[int, ...]:
        """Counters staffed in each quarter hour by people on shifts of the desk's skill, breaks taken off."""
        present = [each for each in shifts if each.skill == self.desk.skill and each.span.overlaps(self.opened)]
        return tuple(min(heads_present(present, quarter), self.desk.counters) for quarter in self.quarters)


def busy_threshold_per_hour(forecast: Sequence[FootfallSlot]) -> float:
    """Customers an hour from which an hour is busy: the median open hour of the forecast."""
    return default_busy_threshold([sum(means) for means in _hourly(forecast).values()])


def hall_days(
    hall: Hall,
    forecast: Sequence[FootfallSlot],
    period: Period,
    threshold_per_hour: float,
    level: StaffingLevel = EXPECTED,
) -> tuple[HallDay, ...]:
    """Open days of a period with the arrivals of a level of the forecast; each day once for each desk.

    Within an hour the arrivals follow the slope towards the neighbouring hours; each hour keeps its total. A desk gets
    its share of either class: a random share of Poisson arrivals is Poisson itself, and independent of the rest, so
    that the desks' queues are exact side by side. Which hours are busy follows from the expected footfall of the whole
    hall at every level.
    """
    expected, hourly = _hourly(forecast), _hourly(forecast, level)
    busy = dict(zip(expected, busy_hours([sum(each) for each in expected.values()], threshold_per_hour), strict=True))
    return tuple(
        _desk_day(hall, desk, day, opened, hourly, busy)
        for day in period.days
        if (opened := hall.opening.on(day, hall.zone))
        for desk in hall.every_desk
    )


def _hourly(forecast: Sequence[FootfallSlot], level: StaffingLevel = EXPECTED) -> Mapping[int, tuple[float, float]]:
    """VIP and regular customers at a level of the forecast by the instant at which the hour starts."""
    hours: dict[int, dict[str, float]] = {}
    for slot in forecast:
        hours.setdefault(slot.slot.start, {})[slot.customer_class] = level.customers(slot)
    return {
        start: (means.get(CustomerClass.VIP, 0.0), means.get(CustomerClass.REGULAR, 0.0))
        for start, means in hours.items()
    }


def _desk_day(
    hall: Hall,
    desk: Desk,
    day: date,
    opened: Interval,
    hourly: Mapping[int, tuple[float, float]],
    busy: Mapping[int, bool],
) -> HallDay:
    quarters = tuple(slots(opened, QUARTER_MINUTES))
    # Not every zone lies whole hours from UTC, so clock hours are found on the hall's own clock.
    hour_of = [quarter.start - minute_of_day(quarter.start, hall.zone) % 60 * 60 for quarter in quarters]
    hours = sorted(set(hour_of))
    arrivals = np.zeros((2, len(quarters)))
    for hour in hours:
        within = [index for index, start in enumerate(hour_of) if start == hour]
        before, now, after = (hourly.get(hour + step * HOUR_SECONDS) for step in (-1, 0, 1))
        if now is not None:
            for row, customers in enumerate(now):
                rise = ((after or now)[row] - (before or now)[row]) / 2
                arrivals[row, within] = desk.share * _sloped(customers, rise, len(within))
    return HallDay(
        day=day,
        desk=desk,
        opened=opened,
        quarters=quarters,
        queue=OpenDay(
            arrivals_vip=arrivals[0],
            arrivals_regular=arrivals[1],
            busy=np.array([busy.get(hour, False) for hour in hour_of], dtype=np.bool_),
            piece_minutes=float(QUARTER_MINUTES),
            service_minutes=desk.service_minutes,
            minutes_past_hour=float(minute_of_day(opened.start, hall.zone) % 60),
            vip_service_minutes=desk.vip_service_minutes,
        ),
    )


def _sloped(customers: float, rise: float, pieces: int) -> FloatArray:
    """Spread an hour's customers over its pieces along a straight line that rises by `rise` over the hour."""
    offsets = (np.arange(pieces) + 0.5) / pieces - 0.5
    steepest = 2.0 * customers
    return (customers + np.clip(rise, -steepest, steepest) * offsets) / pieces
