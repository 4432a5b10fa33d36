"""China's rules that need facts beside shifts, again by plain arithmetic on datetimes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.status import StatusKind
from shiftbid.rules.circumstances import Cycle
from tests.rules.by_hand import Oracle
from tests.rules.random_weeks import Spell, Weeks, local_midnight

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)
AVERAGE_MINUTES = {Cycle.WEEK: 2400.0, Cycle.MONTH: 165.36 * 60, Cycle.QUARTER: 496.0 * 60, Cycle.YEAR: 1984.0 * 60}


def _rostered(weeks: Weeks) -> list[Spell]:
    return [spell for spell in weeks.spells if not spell.before]


def _rostered_days(weeks: Weeks) -> list[date]:
    return sorted({spell.day for spell in _rostered(weeks)})


def _mondays(weeks: Weeks) -> list[date]:
    return sorted({day - timedelta(days=day.weekday()) for day in _rostered_days(weeks)})


def _between(weeks: Weeks, first: date, last: date) -> list[Spell]:
    return [spell for spell in weeks.spells if first <= spell.day <= last]


def _work(spells: Iterable[Spell]) -> int:
    return sum(spell.work_minutes for spell in spells)


def _within_days(spells: Iterable[Spell]) -> int:
    return sum(min(spell.work_minutes, 480) for spell in spells)


def _worked_inside(spell: Spell, start: datetime, end: datetime) -> int:
    """Working minutes of a spell between two instants."""
    spans = [(spell.start, spell.end, 1)]
    spans += [(at, at + minutes * MINUTE, -1) for at, minutes, paid in spell.breaks if not paid]
    return sum(sign * max(timedelta(0), min(until, end) - max(at, start)) // MINUTE for at, until, sign in spans)


def _normal_week(weeks: Weeks, monday: date) -> int:
    return 2400 + 480 * sum(monday <= day < monday + 7 * DAY for day in weeks.swapped_days)


def _has(weeks: Weeks, kind: StatusKind, day: date) -> bool:
    statuses = weeks.situation.circumstances.statuses
    return any(each.kind is kind and each.first <= day <= each.last for each in statuses)


def _is(weeks: Weeks, system: HoursSystem) -> bool:
    return weeks.situation.employee.system is system


def overtime_of(kind: StatusKind) -> Oracle:
    """Protected days above 8 hours; weeks whose protected days come to more than 40, each shift counted up to 8."""

    def broken(weeks: Weeks) -> Iterator[date]:
        for day in _rostered_days(weeks):
            if _has(weeks, kind, day) and _work(_between(weeks, day, day)) > 480:
                yield day
        for monday in _mondays(weeks):
            spells = [each for each in _between(weeks, monday, monday + 6 * DAY) if _has(weeks, kind, each.day)]
            new = any(not each.before for each in spells)
            if new and _within_days(spells) > _normal_week(weeks, monday):
                yield monday

    return broken


def nights_of(kind: StatusKind) -> Oracle:
    """Protected shifts with a working minute between 22:00 and 06:00."""

    def broken(weeks: Weeks) -> Iterator[date]:
        for spell in _rostered(weeks):
            if _has(weeks, kind, spell.day) and _night_minutes(weeks, spell):
                yield spell.day

    return broken


def _night_minutes(weeks: Weeks, spell: Spell) -> int:
    zone = ZoneInfo(weeks.situation.zone)

    def at(day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour), tzinfo=zone).astimezone(UTC)

    nights = [spell.day + n * DAY for n in (-1, 0, 1)]
    return sum(_worked_inside(spell, at(day, 22), at(day + DAY, 6)) for day in nights)


def nursing_hour_refused(weeks: Weeks) -> Iterator[date]:
    """Shifts of a nursing person with less than an hour of paid breaks, where the hour was refused."""
    if "CN-NURSE-HOUR" in weeks.situation.circumstances.refused:
        for spell in _rostered(weeks):
            paid = sum(minutes for _, minutes, is_paid in spell.breaks if is_paid)
            if _has(weeks, StatusKind.NURSING, spell.day) and paid < 60:
                yield spell.day


def part_time_weeks(weeks: Weeks) -> Iterator[date]:
    """Part-timers' weeks above 24 hours."""
    return (
        monday
        for monday in _mondays(weeks)
        if _is(weeks, HoursSystem.PART_TIME) and _work(_between(weeks, monday, monday + 6 * DAY)) > 1440
    )


def part_time_days(weeks: Weeks) -> Iterator[date]:
    """Part-timers' weeks whose worked days have more than 4 hours on average."""
    for monday in _mondays(weeks):
        spells = _between(weeks, monday, monday + 6 * DAY)
        if _is(weeks, HoursSystem.PART_TIME) and _work(spells) > 240 * len({spell.day for spell in spells}):
            yield monday


def wrongly_given_back(weeks: Weeks) -> Iterator[date]:
    """Holiday work, or overtime of working days and weeks, that is answered with time off."""
    circumstances = weeks.situation.circumstances
    if circumstances.settled_by_toil(Ground.HOLIDAY_WORK):
        for day in sorted(weeks.holidays):
            start, end = (local_midnight(each, weeks.situation.zone) for each in (day, day + DAY))
            spells = [spell for spell in weeks.spells if _worked_inside(spell, start, end)]
            touching = [spell for spell in weeks.spells if spell.start < end and start < spell.end]
            if day in weeks.situation.period and spells and not all(spell.before for spell in touching):
                yield day
    if circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME) and not _is(weeks, HoursSystem.COMPREHENSIVE):
        for day in _rostered_days(weeks):
            if _is_workday(weeks, day) and _work(_between(weeks, day, day)) > 480:
                yield day
        for monday in _mondays(weeks):
            spells = [each for each in _between(weeks, monday, monday + 6 * DAY) if _is_workday(weeks, each.day)]
            new = any(not each.before for each in spells)
            if new and _within_days(spells) > _normal_week(weeks, monday):
                yield monday


def _is_workday(weeks: Weeks, day: date) -> bool:
    return day in weeks.swapped_days or (day.weekday() < 5 and day not in weeks.holidays)


def averaging_refused(weeks: Weeks) -> Iterator[date]:
    """Averaged hours that were refused."""
    refused = "CN-CWH-APPROVAL" in weeks.situation.circumstances.refused
    if refused and _is(weeks, HoursSystem.COMPREHENSIVE) and _rostered(weeks):
        yield weeks.situation.period.first


def heavy_days(weeks: Weeks) -> Iterator[date]:
    """Days of heavy labour above 11 hours, under averaged hours."""
    for day in _rostered_days(weeks):
        heavy = _has(weeks, StatusKind.HEAVY_LABOUR, day) and _is(weeks, HoursSystem.COMPREHENSIVE)
        if heavy and _work(_between(weeks, day, day)) > 660:
            yield day


def above_quota(weeks: Weeks) -> Iterator[date]:
    """Cycles with more than 36 hours a month above their average quota; weeks are gathered by month."""
    cycle = weeks.situation.circumstances.cycle
    if cycle is None or not _is(weeks, HoursSystem.COMPREHENSIVE):
        return
    if cycle is Cycle.WEEK:
        yield from _months_of_weeks(weeks)
        return
    months = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.YEAR: 12}[cycle]
    for first in sorted({date(day.year, (day.month - 1) // months * months + 1, 1) for day in _rostered_days(weeks)}):
        last = _month_end(date(first.year, first.month + months - 1, 1))
        spells = _countable(weeks, first, last)
        new = any(not each.before for each in spells)
        if new and _work(spells) - AVERAGE_MINUTES[cycle] > 2160 * months:
            yield first


def _months_of_weeks(weeks: Weeks) -> Iterator[date]:
    for first in sorted({day.replace(day=1) for day in _rostered_days(weeks)}):
        over, counted = 0.0, list[Spell]()
        for monday in _mondays(weeks):
            if first <= monday + 6 * DAY <= _month_end(first):
                spells = _countable(weeks, monday, monday + 6 * DAY)
                over += max(0.0, _work(spells) - AVERAGE_MINUTES[Cycle.WEEK])
                counted += spells
        if over > 2160 and any(not each.before for each in counted):
            yield first


def _month_end(first: date) -> date:
    return (first + 31 * DAY).replace(day=1) - DAY


def _countable(weeks: Weeks, first: date, last: date) -> list[Spell]:
    return [spell for spell in _between(weeks, first, last) if spell.day not in weeks.holidays]


ORACLES: Mapping[str, Callable[[Weeks], Iterator[date]]] = {
    "CN-PREG7-OT": overtime_of(StatusKind.LATE_PREGNANCY),
    "CN-PREG7-NIGHT": nights_of(StatusKind.LATE_PREGNANCY),
    "CN-NURSE-OT": overtime_of(StatusKind.NURSING),
    "CN-NURSE-NIGHT": nights_of(StatusKind.NURSING),
    "CN-NURSE-HOUR": nursing_hour_refused,
    "CN-PT-DAY": part_time_days,
    "CN-PT-WEEK": part_time_weeks,
    "CN-TOIL-SCOPE": wrongly_given_back,
    "CN-CWH-APPROVAL": averaging_refused,
    "CN-CWH-HEAVY-11H": heavy_days,
    "CN-CWH-OT-AVG": above_quota,
}
