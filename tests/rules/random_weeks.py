"""Random weeks of one person: shifts around a period, nights and clock changes included."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period
from shiftbid.rules.situation import Situation
from tests.rules.worked_case import person

WEEKS = 2
DAYS_BEFORE = 8
# Mondays with the clock change of spring, of autumn, or none in the two weeks that follow.
PLACES = (
    ("Europe/Berlin", date(2026, 3, 23)),
    ("Europe/Berlin", date(2026, 10, 12)),
    ("Pacific/Auckland", date(2026, 3, 30)),
    ("Asia/Shanghai", date(2026, 2, 23)),
)


@dataclass(frozen=True, slots=True)
class Spell:
    """One shift in plain datetimes (UTC), with its breaks as (start, minutes, paid)."""

    id: str
    day: date
    start: datetime
    end: datetime
    breaks: tuple[tuple[datetime, int, bool], ...]
    skill: str
    before: bool

    @property
    def work_minutes(self) -> int:
        """Elapsed minutes less unpaid breaks."""
        elapsed = (self.end - self.start) // timedelta(minutes=1)
        return elapsed - sum(minutes for _, minutes, paid in self.breaks if not paid)


@dataclass(frozen=True, slots=True)
class Weeks:
    """One person's shifts around a period, as spells and as the rules see them."""

    spells: tuple[Spell, ...]
    leave_days: frozenset[date]
    swapped_days: frozenset[date]
    holidays: frozenset[date]
    situation: Situation

    @property
    def chosen(self) -> frozenset[str]:
        """Ids of the shifts in the period."""
        return frozenset(spell.id for spell in self.spells if not spell.before)


ShiftRow = tuple[int, int, Sequence[tuple[int, int, bool]], str]
"""Start and length in half hours, breaks (half hours after the start, minutes, paid), skill."""

HALF_HOURS = st.integers(0, 47)
PAUSES = st.lists(st.tuples(st.integers(1, 22), st.sampled_from((5, 15, 20, 30)), st.booleans()), max_size=2)


def _shift_rows(half_hours: st.SearchStrategy[int]) -> st.SearchStrategy[ShiftRow]:
    starts = st.one_of(st.sampled_from((16, 18, 28, 44)), HALF_HOURS)
    return st.tuples(starts, half_hours, PAUSES, st.sampled_from(("counter", "counter", "counter", "vip")))


# Usual lengths are likely, and some weeks are busy nearly every day, so that weeks come near the limits.
SHIFTS = _shift_rows(st.one_of(st.sampled_from((16, 17, 18, 20)), st.integers(1, 26)))
LONG_SHIFTS = _shift_rows(st.sampled_from((20, 22, 24)))
DAYS = (st.one_of(st.none(), SHIFTS, SHIFTS, SHIFTS, SHIFTS), st.one_of(st.none(), *[LONG_SHIFTS] * 9))


@st.composite
def random_weeks(draw: st.DrawFn, weeks: int = WEEKS) -> Weeks:
    """Some weeks and the eight days before them; on some days a second shift, leave, or a special day."""
    zone, first = draw(st.sampled_from(PLACES))
    days = [first + timedelta(days=n) for n in range(-DAYS_BEFORE, 7 * weeks)]
    work = draw(st.sampled_from(DAYS))
    rows = [(day, draw(work)) for day in days] + [(draw(st.sampled_from(days)), draw(work)) for _ in range(2)]
    spells = tuple(
        _spell(f"s{number}", day, row, zone, before=day < first) for number, (day, row) in enumerate(rows) if row
    )
    few_days = st.frozensets(st.sampled_from(days), max_size=2)
    leave, swapped = draw(few_days), draw(few_days)
    holidays = draw(few_days) - swapped
    special = dict.fromkeys(swapped, DayClass.SWAPPED_WORKDAY) | dict.fromkeys(holidays, DayClass.HOLIDAY)
    situation = Situation(
        employee=person(
            contract_minutes=draw(st.sampled_from((1200, 2400, 2880))),
            born=draw(st.sampled_from((date(1990, 1, 1), date(2010, 3, 31)))),
            employed_from=draw(st.sampled_from((date(2020, 1, 1), first + timedelta(days=3)))),
        ),
        period=Period.of_weeks(first, weeks),
        zone=zone,
        calendar=Calendar(special),
        candidates=tuple(_shift(spell) for spell in spells if not spell.before),
        history=tuple(_shift(spell) for spell in spells if spell.before),
        leave=tuple(Leave("ada", Period(day, day).interval(zone), LeaveKind.ANNUAL) for day in sorted(leave)),
    )
    return Weeks(spells, leave, swapped, holidays, situation)


def local_midnight(day: date, zone: str) -> datetime:
    """Midnight of a local day, in UTC."""
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def _spell(name: str, day: date, row: ShiftRow, zone: str, *, before: bool) -> Spell:
    half_hour, half_hours, pauses, skill = row
    wall = datetime.combine(day, time(half_hour // 2, half_hour % 2 * 30), tzinfo=ZoneInfo(zone))
    start = wall.astimezone(UTC)
    end = start + timedelta(minutes=30 * half_hours)
    breaks = [
        (start + timedelta(minutes=30 * offset), minutes, paid)
        for offset, minutes, paid in {pause[0]: pause for pause in pauses}.values()
        if 30 * offset + minutes <= 30 * half_hours
    ]
    return Spell(name, day, start, end, tuple(breaks), skill, before)


def _shift(spell: Spell) -> Shift:
    breaks = tuple(
        Break(_interval(start, start + timedelta(minutes=minutes)), paid) for start, minutes, paid in spell.breaks
    )
    return Shift(spell.id, "hall", "", spell.day, _interval(spell.start, spell.end), breaks, spell.skill)


def _interval(start: datetime, end: datetime) -> Interval:
    return Interval(int(start.timestamp()), int(end.timestamp()))
