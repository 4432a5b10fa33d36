"""Calendars of countries: public holidays and exchanged working days from the `holidays` library."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import holidays

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.errors import InputError
from shiftbid.services.announced_years import CHINA, projected_years

_CHINA_EXTENSION = "延长假期"


def calendar_for(
    country: str, subdivision: str | None, years: Collection[int], weekly_rest_days: frozenset[int]
) -> Calendar:
    """Give the legal class of every day of some years.

    Public holidays include those observed on another day. China: only statutory holidays are `HOLIDAY`; days made up
    for a holiday on a weekend (补假) and one-off extensions of a break are rest days; exchanged days (调休) have their
    own classes. Elsewhere a day off exchanged for a worked weekend is told from a holiday where the library names it.

    Parameters
    ----------
    country, subdivision
        ISO 3166-1 code, and the library's code of a state or region or None.
    years
        Calendar years; days of other years have the class of their weekday.
    weekly_rest_days
        Weekdays (0 is Monday) that are ordinary rest days.

    Raises
    ------
    InputError
        The library does not know the country or the subdivision.
    """
    wanted = frozenset(years)
    known = _read(country, subdivision, wanted, observed=True)
    exchanged = _exchanged_days_off(known)
    names = {day: name for day, name in known.items() if day.year in wanted}
    special = dict.fromkeys(names, DayClass.HOLIDAY)
    if country == CHINA:
        statutory = _read(country, subdivision, wanted, observed=False)
        special |= {
            day: DayClass.REST_DAY for day, name in names.items() if day not in statutory or _CHINA_EXTENSION in name
        }
    special |= {day: DayClass.SWAPPED_DAY_OFF for day in exchanged if day in names}
    # A one-off extension can swallow a weekend day that was to be worked, as on 1 February 2020.
    special |= {
        day: DayClass.SWAPPED_WORKDAY for day in known.weekend_workdays if day.year in wanted and day not in names
    }
    return Calendar(
        special=dict(sorted(special.items())),
        names={day: name for day, name in sorted(names.items()) if special[day] is DayClass.HOLIDAY},
        weekly_rest_days=weekly_rest_days,
        projected_years=projected_years(country, wanted),
    )


def _read(country: str, subdivision: str | None, years: frozenset[int], *, observed: bool) -> holidays.HolidayBase:
    try:
        # Without a language the library takes the environment's, and names would differ between machines.
        language = holidays.country_holidays(country).default_language
        # The year before and after: a holiday near New Year can be observed, or exchanged, in the other year.
        reach = {year + step for year in years for step in (-1, 0, 1)}
        return holidays.country_holidays(country, subdivision, reach, observed=observed, language=language)
    except NotImplementedError:
        raise InputError("country", [_unknown(country, subdivision)]) from None


def regions_of(country: str) -> Mapping[str, str]:
    """Codes of the parts of a country with holidays of their own, each with its name where it has another."""
    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        return {}
    names = known.get_subdivision_aliases()
    return {code: next(iter(names.get(code, ())), "") for code in known.subdivisions}


def region_problem(country: str, subdivision: str) -> str | None:
    """Say why no holidays are known of a part of a country; None where they are."""
    try:
        holidays.country_holidays(country, subdivision)
    except NotImplementedError:
        return _unknown(country, subdivision)
    return None


def _unknown(country: str, subdivision: str | None) -> str:
    try:
        subdivisions = holidays.country_holidays(country).subdivisions
    except NotImplementedError:
        return f"no holidays are known for {country!r}; give an ISO 3166 code such as NZ, CN or DE"
    if not subdivisions:
        return f"{country} has no subdivisions here; leave {subdivision!r} out"
    return f"{country} has no subdivision {subdivision!r}; it has {', '.join(sorted(subdivisions))}"


def _exchanged_days_off(known: holidays.HolidayBase) -> frozenset[date]:
    """Days off given for a worked weekend day: every name of the day reads like the library's exchange label."""
    label: str | None = getattr(known, "substituted_label", None)
    if label is None:
        return frozenset()
    opening, _, _ = known.tr(label).partition("%s")
    return frozenset(
        day for day, name in known.items() if all(part.startswith(opening.strip()) for part in name.split("; "))
    )
