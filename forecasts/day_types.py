"""What kind of day each day is: holidays by name, days next to them, long weekends, substituted working days.

Public holidays come from the `holidays` package; names are normalised, since some carry the date of the day
they substitute ("Day off (substituted from 02/11/2018)").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from holidays import HolidayBase, country_holidays

from forecasts.clock import Bools, Ints, day_of
from forecasts.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from forecasts.settings import DayNotice

# a special day: the holiday it is or is next to, its distance in days, and whether it falls on a weekend
SpecialKey: TypeAlias = tuple[str, int, bool]

FAR_DAYS = 8
_NEIGHBOUR_DAYS = 2
_DATES = re.compile(r"\s*[（(][^()（）]*\d[^()（）]*[)）]")


@dataclass(frozen=True, slots=True)
class DayTypes:
    """Kinds of consecutive days, arrays of shape (days,) beginning with day number `first_day`.

    `weekday` (Monday 0), `holiday` (a public holiday), `off` (not a working day), `name_code` (0: no
    holiday), `days_to`, `days_since` (the next and last holiday, at most 8), `bridge` (a working day
    between two days off), `off_run` (length of the run of days off it is in), `year_end` (24 December to 2
    January), `worked_weekend`, `special` (a holiday or in the year-end week), `near` (next to a holiday, or
    a bridge), `day_of_month`, `days_to_month_end`, `working_day_of_month`, `day_of_year`, and `keys`: what
    its effect is remembered under. `names` are the holidays by their code, the first of which is 1.
    """

    first_day: int
    weekday: Ints
    holiday: Bools
    off: Bools
    name_code: Ints
    days_to: Ints
    days_since: Ints
    bridge: Bools
    off_run: Ints
    year_end: Bools
    worked_weekend: Bools
    special: Bools
    near: Bools
    day_of_month: Ints
    days_to_month_end: Ints
    working_day_of_month: Ints
    day_of_year: Ints
    keys: tuple[SpecialKey | None, ...]
    names: tuple[str, ...] = ()


def public_holidays(country: str | None, subdivision: str | None, years: range) -> HolidayBase | None:
    """Public holidays of a country or a part of it; None without a country.

    Raises
    ------
    SettingsError
        The country or subdivision is not known.
    """
    if country is None:
        return None
    try:
        return country_holidays(country, subdiv=subdivision, years=years)
    except NotImplementedError as error:
        place = country if subdivision is None else f"{country}, {subdivision}"
        message = f"no public holidays are known for {place}; expected ISO 3166 codes such as NZ and AUK"
        raise SettingsError(message) from error


def normal_name(name: str) -> str:
    """Name of a holiday without dates and companions: one name for the same day of every year."""
    first = _DATES.sub("", name.split(";")[0]).strip()
    return first or name


def classify_days(
    first_day: int,
    days: int,
    country: str | None,
    subdivision: str | None,
    notices: Mapping[date, DayNotice],
    codes_of: tuple[str, ...] | None = None,
) -> DayTypes:
    """Kinds of `days` days from day number `first_day` on.

    Parameters
    ----------
    notices
        Announced days that differ from the country's calendar.
    codes_of
        Names of holidays whose codes are in use already (others get the code -1); None: give out codes anew.
    """
    margin = 31  # so that the first day knows its month and its neighbours
    dates = [day_of(first_day - margin + i) for i in range(days + 2 * margin)]
    calendar = public_holidays(country, subdivision, range(dates[0].year, dates[-1].year + 1))
    weekend = {5, 6} if calendar is None else set(calendar.weekend)
    names = [_name(day, calendar, notices) for day in dates]
    holiday = np.array([name is not None for name in names])
    off = np.array([_is_off(day, calendar, weekend, notices) for day in dates])
    weekday = np.array([day.weekday() for day in dates], np.int64)
    on_weekend = np.array([day.weekday() in weekend for day in dates])
    named = tuple(sorted({name for name in names if name is not None})) if codes_of is None else codes_of
    codes = {name: i + 1 for i, name in enumerate(named)}
    year_end = np.array([(day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 2) for day in dates])
    days_since = _distance(holiday)
    days_to = _distance(holiday[::-1])[::-1]
    bridge = np.zeros(len(dates), np.bool_)
    bridge[1:-1] = ~off[1:-1] & off[:-2] & off[2:]
    month_end = [(day.replace(day=28) + timedelta(days=4)).replace(day=1) - day for day in dates]
    kept = slice(margin, margin + days)
    keys = [_key(i, dates, names, on_weekend) for i in range(margin, margin + days)]
    return DayTypes(
        first_day=first_day,
        weekday=weekday[kept],
        holiday=holiday[kept],
        off=off[kept],
        name_code=np.array([0 if name is None else codes.get(name, -1) for name in names], np.int64)[kept],
        days_to=days_to[kept],
        days_since=days_since[kept],
        bridge=bridge[kept],
        off_run=_run_lengths(off)[kept],
        year_end=year_end[kept],
        worked_weekend=(on_weekend & ~off)[kept],
        special=(holiday | year_end)[kept],
        near=(~holiday & ((days_to <= 1) | (days_since <= 1) | bridge))[kept],
        day_of_month=np.array([day.day for day in dates], np.int64)[kept],
        days_to_month_end=np.array([rest.days - 1 for rest in month_end], np.int64)[kept],
        working_day_of_month=_working_days(dates, off)[kept],
        day_of_year=np.array([day.timetuple().tm_yday for day in dates], np.int64)[kept],
        keys=tuple(keys),
        names=named,
    )


def _name(day: date, calendar: HolidayBase | None, notices: Mapping[date, DayNotice]) -> str | None:
    notice = notices.get(day)
    written = None if calendar is None else calendar.get(day)
    if notice is None:
        return normal_name(written) if written else None
    if notice.day_class != "holiday":
        return None
    return normal_name(notice.name or written or "holiday")


def _is_off(day: date, calendar: HolidayBase | None, weekend: set[int], notices: Mapping[date, DayNotice]) -> bool:
    notice = notices.get(day)
    if notice is not None:
        return notice.day_class != "working"
    return day.weekday() in weekend if calendar is None else not calendar.is_working_day(day)


def _key(i: int, dates: list[date], names: list[str | None], on_weekend: Bools) -> SpecialKey | None:
    """Key of day i: its own holiday; else its date in the weeks around the new year; else the nearest holiday."""
    day, weekend = dates[i], bool(on_weekend[i])
    own = names[i]
    if own is not None:
        return own, 0, weekend
    if (day.month, day.day) >= (12, 23) or (day.month, day.day) <= (1, 4):
        return f"{day.month:02d}-{day.day:02d}", 0, weekend
    for distance in range(1, _NEIGHBOUR_DAYS + 1):
        for side in (distance, -distance):
            name = names[i - side]
            if name is not None:
                return name, side, weekend
    return None


def _distance(flags: Bools) -> Ints:
    """Days since the last true value, at most `FAR_DAYS`."""
    at = np.arange(len(flags))
    last = np.maximum.accumulate(np.where(flags, at, -FAR_DAYS))
    return np.minimum(at - last, FAR_DAYS).astype(np.int64)


def _run_lengths(flags: Bools) -> Ints:
    group = np.cumsum(np.concatenate(([0], (flags[1:] != flags[:-1]).astype(np.int64))))
    lengths = np.bincount(group)[group]
    return np.where(flags, lengths, 0).astype(np.int64)


def _working_days(dates: list[date], off: Bools) -> Ints:
    """How many working days of its month have begun, the day itself included."""
    counted, found = 0, list[int]()
    for day, is_off in zip(dates, off, strict=True):
        counted = (0 if day.day == 1 else counted) + (0 if is_off else 1)
        found.append(counted)
    return np.array(found, np.int64)
