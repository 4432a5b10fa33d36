"""From people counted at a site to customers of a hall: open hours, scale, and the split into VIP and regular."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import OpeningHours
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, minute_of_day
from shiftbid.services.samples import SampleOptions

FloatArray = npt.NDArray[np.float64]
Readings = Mapping[int, float | None]
"""People counted by the instant (UTC seconds) at which the hour starts; absent or None: no reading."""

HOUR_SECONDS = 3600
WEEK_SECONDS = DAYS_PER_WEEK * 24 * HOUR_SECONDS
STAFF_SHARE_USED = 0.65
"""Share of the contracted minutes that the demand is to use: the rest is leave, sickness and slack for wishes."""
OCCUPANCY = 0.85
"""Share of a counter's time spent serving when the promise is just kept; between 0.8 and 0.9 for ten counters."""
SCALE_WEEKS = 52


@dataclass(frozen=True, slots=True)
class OpenHour:
    """A clock hour in which a hall is open, and the share of it that is open."""

    hour: Interval
    open_share: float


def open_hours(opening: OpeningHours, first: date, last: date, zone: str) -> tuple[OpenHour, ...]:
    """Clock hours that the opening hours of the days from first to last touch, in order of time."""
    share: dict[int, float] = {}
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        opened = opening.on(date.fromordinal(ordinal), zone)
        if opened is None:
            continue
        # Zones a half hour off UTC have clock hours that are no multiples of 3600 s.
        start = opened.start - minute_of_day(opened.start, zone) % 60 * 60
        for hour in range(start, opened.end, HOUR_SECONDS):
            inside = min(hour + HOUR_SECONDS, opened.end) - max(hour, opened.start)
            share[hour] = min(1.0, share.get(hour, 0.0) + inside / HOUR_SECONDS)
    return tuple(OpenHour(Interval(hour, hour + HOUR_SECONDS), part) for hour, part in sorted(share.items()))


def staffed_visits_per_week(contract_minutes_a_week: int, service_minutes: float) -> float:
    """Customers a week that a staff can serve within the promise.

    Contract minutes × 0.65 used × 0.85 busy at the counter ÷ service minutes: thirty people with 64,000 contract
    minutes and 6 service minutes serve 5,900 customers a week.
    """
    return contract_minutes_a_week * STAFF_SHARE_USED * OCCUPANCY / service_minutes


def people_in_open_hours(readings: Readings, hours: Sequence[OpenHour]) -> FloatArray:
    """People counted while the hall was open, one an open hour; NaN: no reading.

    An hour that is open in part counts in part.
    """
    counts = ((readings.get(each.hour.start), each.open_share) for each in hours)
    return np.array([math.nan if count is None else count * share for count, share in counts])


def visits_per_count(site: str, people: FloatArray, hours: Sequence[OpenHour], visits_per_open_hour: float) -> float:
    """Scale that makes the mean known open hour of the last 52 weeks hold `visits_per_open_hour` customers.

    Raises InputError naming the site where nobody was counted in open hours.
    """
    since = hours[-1].hour.start - SCALE_WEEKS * WEEK_SECONDS if hours else 0
    known = ~np.isnan(people) & np.array([each.hour.start > since for each in hours], np.bool_)
    counted = float(people[known].sum())
    if counted <= 0:
        raise InputError(
            f"footfall of {site}", ["nobody was counted during opening hours in the last 52 weeks of the history"]
        )
    open_share = float(np.array([each.open_share for each in hours])[known].sum())
    return visits_per_open_hour * open_share / counted


def wanted_visits_per_open_hour(options: SampleOptions, opening: OpeningHours, contract_minutes_a_week: int) -> float:
    """Customers in a mean open hour that the options ask for, or that the staff can serve."""
    spans = [span for span in opening.by_weekday if span]
    open_hours_a_week = sum(end - start for start, end in spans) / 60
    if options.visits_per_day is not None:
        return options.visits_per_day * len(spans) / open_hours_a_week
    return staffed_visits_per_week(contract_minutes_a_week, options.service_minutes) / open_hours_a_week


def thinned_visits(people: FloatArray, scale: float, rng: np.random.Generator) -> FloatArray:
    """Whole customers among the people counted; NaN stays NaN.

    Each person comes in with probability `scale`; a scale above 1 multiplies the counts.
    """
    known = ~np.isnan(people)
    visits = np.full(len(people), math.nan)
    visits[known] = rng.binomial(np.rint(people[known]).astype(np.int64), min(1.0, scale))
    return np.rint(visits * max(1.0, scale))


def split_by_class(
    visits: FloatArray, vip_share: float, rng: np.random.Generator
) -> Mapping[CustomerClass, FloatArray]:
    """Split whole customers by class: each is a VIP with probability `vip_share`."""
    known = ~np.isnan(visits)
    vips = np.full(len(visits), math.nan)
    vips[known] = rng.binomial(visits[known].astype(np.int64), vip_share)
    return {CustomerClass.VIP: vips, CustomerClass.REGULAR: visits - vips}


def footfall_counts(
    hall: str, hours: Sequence[OpenHour], visits: Mapping[CustomerClass, FloatArray]
) -> tuple[FootfallCount, ...]:
    """Hourly counts of a hall, in order of hour, then VIP before regular."""
    columns = [(kind.value, visits[kind].tolist()) for kind in CustomerClass]
    return tuple(
        FootfallCount(hall, each.hour, kind, None if math.isnan(values[n]) else values[n])
        for n, each in enumerate(hours)
        for kind, values in columns
    )


def counters_for(staff: int) -> int:
    """Desks that let most of a shift's people work at once: four for every five people, at least two."""
    return max(2, -(-staff * 4 // 5))


def first_monday_after(day: date) -> date:
    """Give the first Monday after a day."""
    return day + timedelta(days=DAYS_PER_WEEK - day.weekday())
