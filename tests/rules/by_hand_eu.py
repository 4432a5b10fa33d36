"""The directive's rules for night workers, again by plain arithmetic on datetimes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shiftbid.domain.status import StatusKind
from tests.rules.by_hand import Oracle, average_above_48
from tests.rules.random_weeks import Spell, Weeks

DAY = timedelta(days=1)


def _has(weeks: Weeks, kind: StatusKind, day: date) -> bool:
    statuses = weeks.situation.circumstances.statuses
    return any(each.kind is kind and each.first <= day <= each.last for each in statuses)


def night_worker_above_48(weeks: Weeks) -> Iterator[date]:
    """The weekly average of 48 hours, six days of eight, for who is a night worker when the period ends."""
    if _has(weeks, StatusKind.NIGHT_WORKER, weeks.situation.period.last):
        yield from average_above_48(weeks)


def long_hazardous_nights(weeks: Weeks) -> Iterator[date]:
    """More than eight hours in the 24 that begin with a hazardous shift between midnight and five."""
    for spell in weeks.spells:
        hazardous = not spell.before and _has(weeks, StatusKind.HAZARDOUS_NIGHT_WORK, spell.day)
        if hazardous and _touches_night(weeks, spell):
            end = spell.start + DAY
            if sum(_inside(each, spell.start, end) for each in weeks.spells) > 480:
                yield spell.day


def _touches_night(weeks: Weeks, spell: Spell) -> bool:
    zone = ZoneInfo(weeks.situation.zone)
    days = (spell.day + n * DAY for n in range(3))
    nights = ([datetime.combine(day, time(hour), tzinfo=zone).astimezone(UTC) for hour in (0, 5)] for day in days)
    return any(_inside(spell, start, end) for start, end in nights)


def _inside(spell: Spell, start: datetime, end: datetime) -> int:
    spans = [(spell.start, spell.end, 1)]
    spans += [(at, at + timedelta(minutes=minutes), -1) for at, minutes, paid in spell.breaks if not paid]
    worked = (sign * max(timedelta(0), min(until, end) - max(at, start)) for at, until, sign in spans)
    return sum(worked, timedelta(0)) // timedelta(minutes=1)


ORACLES: Mapping[str, Oracle] = {
    "EU-NIGHT-AVG": night_worker_above_48,
    "EU-NIGHT-ABS": long_hazardous_nights,
}
