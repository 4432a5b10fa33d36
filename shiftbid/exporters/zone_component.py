"""The time zone of a calendar as RFC 5545 wants it: a VTIMEZONE with the clock changes around some days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from shiftbid.domain.timeline import zone_info

MINUTE = timedelta(minutes=1)


@lru_cache(maxsize=256)
def zone_component(zone: str, first_year: int, last_year: int) -> Timezone:
    """Describe a zone for events of some years, with every clock change from the year before to the year after.

    Written here because icalendar 7.3 puts the start of summer time an hour late (it takes the wall clock after the
    change, where RFC 5545 section 3.6.5 wants the one before it).
    """
    info = zone_info(zone)
    since, until = datetime(first_year - 1, 1, 1, tzinfo=UTC), datetime(last_year + 2, 1, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", zone)
    component.add_component(_onset(info, since, since))
    for before, after in _changes(info, since, until):
        component.add_component(_onset(info, before, after))
    return component


def _changes(info: ZoneInfo, since: datetime, until: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Last minute before, and first minute after, each change of the clock."""
    day = since
    while day < until:
        next_day = day + timedelta(days=1)
        if _offset(info, day) != _offset(info, next_day):
            before, after = day, next_day
            while after - before > MINUTE:
                middle = before + (after - before) // 2 // MINUTE * MINUTE
                if _offset(info, middle) == _offset(info, day):
                    before = middle
                else:
                    after = middle
            yield before, after
        day = next_day


def _onset(info: ZoneInfo, before: datetime, after: datetime) -> TimezoneStandard | TimezoneDaylight:
    """Rule that begins at `after`: wall clock by the offset before it, both offsets, and the name."""
    local = after.astimezone(info)
    onset = TimezoneDaylight() if local.dst() else TimezoneStandard()
    onset.add("dtstart", (after + _offset(info, before)).replace(tzinfo=None))
    onset.add("tzoffsetfrom", _offset(info, before))
    onset.add("tzoffsetto", _offset(info, after))
    onset.add("tzname", local.tzname())
    return onset


def _offset(info: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(info).utcoffset() or timedelta()
