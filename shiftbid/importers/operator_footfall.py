"""Generated customers of a phone operator's halls in China: hourly counts of VIP and regular customers."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.hall import Hall
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.timeline import DAYS_PER_WEEK, local
from shiftbid.importers.visits import FloatArray, OpenHour, footfall_counts

WEEKDAY_SHAPE = (0.62, 0.95, 1.18, 1.08, 0.80, 0.92, 1.12, 1.20, 1.16, 0.97)
WEEKEND_SHAPE = (0.50, 0.85, 1.10, 1.15, 1.02, 1.08, 1.18, 1.20, 1.06, 0.86)
"""Relative arrivals in the first to the last tenth of an open day."""
VIP_TILT = 0.35
"""How much more evenly VIP customers spread over the day: 0 as the others, 1 flat."""
WEEKDAY_FACTOR = (1.10, 1.00, 0.97, 0.96, 1.02, 1.06, 0.89)
MONTH_FACTOR = (1.06, 0.94, 1.02, 0.98, 0.97, 1.00, 1.03, 1.08, 1.09, 0.95, 0.94, 0.94)
"""Moves before the new year and students in August and September."""
MONTH_END_DAYS, MONTH_END_FACTOR = 3, 1.12
BILLING_DAYS, BILLING_FACTOR = (10, 11, 12), 1.16
CAMPAIGN_DAYS, CAMPAIGN_FACTOR, CAMPAIGNS_A_YEAR = 7, 1.22, 5
HOLIDAY_FACTOR, SPRING_FESTIVAL_FACTOR = 0.62, 0.35
DAY_BEFORE_HOLIDAY_FACTOR = 1.15
YEARLY_GROWTH = 0.03
DAY_NOISE = 0.06
DISPERSION = 40.0
"""Shape of the gamma that mixes the Poisson counts: variance = mean + mean² / 40 (negative binomial)."""
MISSING_SHARE = 0.002


@dataclass(frozen=True, slots=True)
class HallLevel:
    """Level of a hall: customers in a mean open hour, and the share of them who are VIPs."""

    visits_per_open_hour: float
    vip_share: float


def campaign_days(years: Sequence[int], seed: int) -> frozenset[date]:
    """Days of the operator's campaigns: five weeks a year, the same in every hall."""
    days: set[date] = set()
    for year in years:
        rng = np.random.default_rng([seed, year])
        for first in rng.choice(52, CAMPAIGNS_A_YEAR, replace=False).tolist():
            start = date(year, 1, 1) + timedelta(days=7 * first)
            days.update(start + timedelta(days=n) for n in range(CAMPAIGN_DAYS))
    return frozenset(days)


def day_factor(day: date, calendar: Calendar, campaigns: frozenset[date]) -> float:
    """Expected customers of a day as a multiple of a mean day's; growth is left out."""
    working_saturday = calendar.class_of(day) is DayClass.SWAPPED_WORKDAY
    factor = WEEKDAY_FACTOR[4 if working_saturday else day.weekday()] * MONTH_FACTOR[day.month - 1]
    if day.day > monthrange(day.year, day.month)[1] - MONTH_END_DAYS:
        factor *= MONTH_END_FACTOR
    if day.day in BILLING_DAYS:
        factor *= BILLING_FACTOR
    if day in campaigns:
        factor *= CAMPAIGN_FACTOR
    name = calendar.names.get(day, "")
    if calendar.is_holiday(day):
        factor *= SPRING_FESTIVAL_FACTOR if "春节" in name or "除夕" in name else HOLIDAY_FACTOR
    elif calendar.is_holiday(day + timedelta(days=1)):
        factor *= DAY_BEFORE_HOLIDAY_FACTOR
    return factor


def generated_footfall(
    hall: Hall,
    hours: Sequence[OpenHour],
    calendar: Calendar,
    campaigns: frozenset[date],
    level: HallLevel,
    rng: np.random.Generator,
) -> tuple[FootfallCount, ...]:
    """Hourly counts of a hall: expected value by day and hour, times a day's and an hour's noise, Poisson on top.

    Two in a thousand hours have no reading. Purely generated: fit for trying the chain, not for judging forecasts.
    """
    starts = [local(each.hour.start, hall.zone) for each in hours]
    days = sorted({start.date() for start in starts})
    expected_by_day = _expected_by_day(days, calendar, campaigns)
    noise = dict(zip(days, np.exp(rng.normal(0.0, DAY_NOISE, len(days))).tolist(), strict=True))
    shape = {day: _shape(hall, day, calendar) for day in days}
    visits: dict[CustomerClass, FloatArray] = {}
    missing = rng.random(len(hours)) < MISSING_SHARE
    for kind in CustomerClass:
        share = level.vip_share if kind is CustomerClass.VIP else 1 - level.vip_share
        tilt = VIP_TILT if kind is CustomerClass.VIP else 0.0
        mean = np.array(
            [
                expected_by_day[start.date()]
                * noise[start.date()]
                * _at(shape[start.date()], start.hour * 60 + start.minute, tilt)
                * each.open_share
                for start, each in zip(starts, hours, strict=True)
            ]
        )
        mean *= level.visits_per_open_hour * share
        counts = rng.poisson(mean * rng.gamma(DISPERSION, 1 / DISPERSION, len(mean))).astype(np.float64)
        visits[kind] = np.where(missing, np.nan, counts)
    return footfall_counts(hall.id, hours, visits)


def _expected_by_day(days: Sequence[date], calendar: Calendar, campaigns: frozenset[date]) -> Mapping[date, float]:
    """Expected customers day by day, as multiples of the mean open day of the last 52 weeks."""
    growth = {day: (1 + YEARLY_GROWTH) ** ((day - days[-1]).days / 365.25) for day in days}
    expected = {day: day_factor(day, calendar, campaigns) * growth[day] for day in days}
    last_year = [expected[day] for day in days if (days[-1] - day).days < 52 * DAYS_PER_WEEK]
    return {day: value * len(last_year) / sum(last_year) for day, value in expected.items()}


def _shape(hall: Hall, day: date, calendar: Calendar) -> tuple[int, int, tuple[float, ...]]:
    """Opening and closing minute of a day, and its profile."""
    opens, closes = hall.opening.by_weekday[day.weekday()] or (0, 24 * 60)
    working = calendar.class_of(day) in (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY)
    return opens, closes, WEEKDAY_SHAPE if working else WEEKEND_SHAPE


def _at(shape: tuple[int, int, tuple[float, ...]], minute: int, tilt: float) -> float:
    opens, closes, profile = shape
    tenth = (minute + 30 - opens) * len(profile) // (closes - opens)
    return tilt + (1 - tilt) * profile[min(max(tenth, 0), len(profile) - 1)]
