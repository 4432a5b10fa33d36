"""Sample of anybody's own hourly counts: real footfall, generated staff."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import CustomerClass
from shiftbid.domain.timeline import Interval, Period, local, local_day
from shiftbid.importers.sample_halls import counted_hall
from shiftbid.importers.visits import Readings, counters_for, first_monday_after
from shiftbid.services.samples import HourlySeries, Sample, SampleHall, SampleOptions

USUAL_FIRST_HOUR, USUAL_LAST_HOUR = 9, 18
"""Start of the first and the last hour of a hall whose opening hours are not given."""
LEAST_HISTORY_DAYS = 28
LATEST_START_DAYS = 28


@dataclass(frozen=True, slots=True)
class OwnFootfall:
    """Makes a sample of hourly counts that were read from a user's file (`SampleSource`).

    Attributes
    ----------
    series
        Counts of each site, and of each customer class where the file tells them apart (``vip``, ``regular``).
    name
        Title of the sample: the file's name.
    """

    series: tuple[HourlySeries, ...]
    name: str
    country: str
    subdivision: str | None

    def __call__(self, options: SampleOptions) -> Sample:
        """Make the sample from the first halls of the file, or from the sites that the options name.

        Raises InputError where there are no counts, more halls or other sites are asked for than the file has, a
        class is unknown, the start lies outside the data, or nobody was counted in opening hours.
        """
        sites = _by_site(self.series)
        chosen = _chosen_sites(tuple(sites), options)
        zone = sites[chosen[0]][0].zone
        first, last = _days(self.series)
        start = _start(options, first, last)
        period = Period.of_weeks(start, options.weeks)
        ids = _hall_ids(chosen)
        return Sample(
            name=self.name,
            credit=f"Footfall: {self.name}",
            period=period,
            country=self.country,
            subdivision=self.subdivision,
            zone=zone,
            halls=tuple(
                self._hall(ids[site], sites[site], period, first, min(last, start - timedelta(days=1)), options)
                for site in chosen
            ),
        )

    def _hall(
        self,
        hall_id: str,
        series: Sequence[HourlySeries],
        period: Period,
        first: date,
        last: date,
        options: SampleOptions,
    ) -> SampleHall:
        hall = Hall(
            id=hall_id,
            name=series[0].site,
            zone=series[0].zone,
            country=self.country,
            subdivision=self.subdivision,
            opening=options.opening or usual_opening(series),
            promise=options.promise,
            service_minutes=options.service_minutes,
            duties=options.duties,
            counters=counters_for(options.staff_per_hall),
        )
        return counted_hall(hall, period, options, _by_class(series), first, last)


def usual_opening(series: Sequence[HourlySeries]) -> OpeningHours:
    """Opening hours for a site that gives none: 09:00 to 19:00, less what the counts show to be closed.

    A weekday's hours run from the first to the last hour between 09:00 and 18:00 in which people came in at least
    half of the weeks; a weekday without such an hour is closed. Raises InputError where every weekday would be.
    """
    weeks: dict[tuple[int, int], set[date]] = {}
    for each in series:
        for hour, count in each.counts:
            start = local(hour.start, each.zone)
            if count and USUAL_FIRST_HOUR <= start.hour <= USUAL_LAST_HOUR:
                weeks.setdefault((start.weekday(), start.hour), set()).add(start.date())
    busiest = max((len(days) for days in weeks.values()), default=0)
    usual = sorted(key for key, days in weeks.items() if 2 * len(days) >= busiest)
    by_weekday: list[tuple[int, int] | None] = []
    for weekday in range(7):
        hours = [hour for day, hour in usual if day == weekday]
        by_weekday.append((60 * hours[0], 60 * (hours[-1] + 1)) if hours else None)
    if not usual:
        raise InputError(
            f"footfall of {series[0].site}", ["nobody was counted between 09:00 and 19:00; give the opening hours"]
        )
    return OpeningHours(tuple(by_weekday))


def _by_site(series: Sequence[HourlySeries]) -> Mapping[str, Sequence[HourlySeries]]:
    if not any(each.counts for each in series):
        raise InputError("footfall", ["the file holds no counts"])
    sites: dict[str, list[HourlySeries]] = {}
    for each in series:
        if each.counts:
            sites.setdefault(each.site, []).append(each)
    return sites


def _by_class(series: Sequence[HourlySeries]) -> Mapping[CustomerClass | None, Readings]:
    known = tuple(kind.value for kind in CustomerClass)
    unknown = sorted({each.customer_class for each in series} - {"", *known})
    if unknown:
        advice = f"use {' and '.join(known)}, or leave the class out"
        raise InputError("footfall", [f"customer class {name!r} is unknown; {advice}" for name in unknown])
    if len({each.customer_class for each in series}) != len(series) or (
        len(series) > 1 and any(not each.customer_class for each in series)
    ):
        raise InputError(f"footfall of {series[0].site}", ["rows with and without a customer class are mixed"])
    return {
        CustomerClass(each.customer_class) if each.customer_class else None: _readings(each.counts) for each in series
    }


def _readings(counts: Sequence[tuple[Interval, float | None]]) -> Readings:
    return {hour.start: count for hour, count in counts}


def _days(series: Sequence[HourlySeries]) -> tuple[date, date]:
    """First and last whole day of the counts of all sites."""
    spans = [(each.zone, each.counts[0][0].start, each.counts[-1][0].start) for each in series if each.counts]
    return min(local_day(start, zone) for zone, start, _ in spans), max(local_day(end, zone) for zone, _, end in spans)


def _chosen_sites(known: Sequence[str], options: SampleOptions) -> Sequence[str]:
    unknown = [name for name in options.sites if name not in known]
    if unknown:
        raise InputError("sites", [f"{name!r} is not in the file; it has {', '.join(known)}" for name in unknown])
    if not options.sites and options.halls > len(known):
        raise InputError("halls", [f"{options.halls} asked for, but the file has only {len(known)}"])
    return tuple(dict.fromkeys(options.sites)) or known[: options.halls]


def _start(options: SampleOptions, first: date, last: date) -> date:
    start = options.start or first_monday_after(last)
    earliest, latest = first + timedelta(days=LEAST_HISTORY_DAYS), last + timedelta(days=LATEST_START_DAYS)
    if not earliest <= start <= latest:
        if earliest > latest:
            advice = f"give at least {LEAST_HISTORY_DAYS} days of counts"
        else:
            advice = f"give a day from {earliest} to {latest}"
        raise InputError("start", [f"{start} cannot be planned from counts of {first} to {last}; {advice}"])
    return start


def _hall_ids(sites: Sequence[str]) -> Mapping[str, str]:
    """Hall id of each site: its name in plain lower-case letters and digits where that tells the sites apart."""
    plain = {site: re.sub(r"[^a-z0-9]+", "-", site.lower()).strip("-") for site in sites}
    clear = all(plain.values()) and len(set(plain.values())) == len(sites)
    return plain if clear else {site: f"hall-{n + 1:03d}" for n, site in enumerate(sites)}
