"""The rules of the packs again, by plain arithmetic on datetimes: which of them are broken, and from which day on.

No clauses, no shared code with `shiftbid.rules`: an oracle for the checker. Values are written out once more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import combinations, pairwise

from tests.rules.random_weeks import Spell, Weeks, local_midnight

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
HOUR = timedelta(hours=1)


def silent(_weeks: Weeks) -> Iterator[date]:
    """The rule needs facts that random weeks do not tell, so it finds nothing."""
    return iter(())


def rostered_days(weeks: Weeks) -> list[date]:
    """Days of the period on which a shift starts."""
    return sorted({spell.day for spell in weeks.spells if not spell.before})


def rostered_weeks(weeks: Weeks) -> list[date]:
    """Mondays of the weeks in which a shift of the period starts."""
    return sorted({day - timedelta(days=day.weekday()) for day in rostered_days(weeks)})


def starting(weeks: Weeks, first: date, days: int) -> list[Spell]:
    """Shifts that start on one of so many days."""
    return [spell for spell in weeks.spells if first <= spell.day < first + timedelta(days=days)]


def work(spells: Iterable[Spell]) -> int:
    """Working minutes together."""
    return sum(spell.work_minutes for spell in spells)


def pairs(weeks: Weeks) -> Iterator[tuple[Spell, Spell]]:
    """Pairs of shifts in order of start, at least one of them in the period."""
    in_order = sorted(weeks.spells, key=lambda spell: (spell.start, spell.end, spell.id))
    return ((one, two) for one, two in combinations(in_order, 2) if not (one.before and two.before))


def rest_between(weeks: Weeks) -> Iterator[date]:
    """Less than eleven hours from the end of one shift to the start of another."""
    return (two.day for one, two in pairs(weeks) if timedelta(0) <= two.start - one.end < 11 * HOUR)


def overlap(weeks: Weeks) -> Iterator[date]:
    """Two shifts at once."""
    return (two.day for one, two in pairs(weeks) if two.start < one.end)


def day_above(limit_minutes: int) -> Callable[[Weeks], Iterator[date]]:
    """Days with more working time than the limit."""
    return lambda weeks: (day for day in rostered_days(weeks) if work(starting(weeks, day, 1)) > limit_minutes)


def week_above(limit: Callable[[Weeks], int]) -> Callable[[Weeks], Iterator[date]]:
    """Calendar weeks with more working time than the limit."""
    return lambda weeks: (first for first in rostered_weeks(weeks) if work(starting(weeks, first, 7)) > limit(weeks))


def two_on_a_day(weeks: Weeks) -> Iterator[date]:
    """Days on which more than one shift starts."""
    return (day for day in rostered_days(weeks) if len(starting(weeks, day, 1)) > 1)


def no_free_day(weeks: Weeks) -> Iterator[date]:
    """Calendar weeks in which work touches every day."""
    zone = weeks.situation.zone
    for first in rostered_weeks(weeks):
        days = [first + n * DAY for n in range(7)]
        bounds = [(local_midnight(day, zone), local_midnight(day + DAY, zone)) for day in days]
        if all(any(spell.start < end and start < spell.end for spell in weeks.spells) for start, end in bounds):
            yield first


def no_long_rest(weeks: Weeks) -> Iterator[date]:
    """Calendar weeks whose longest free span is shorter than 35 hours."""
    zone = weeks.situation.zone
    for first in rostered_weeks(weeks):
        if _longest_rest(weeks, local_midnight(first, zone), local_midnight(first + WEEK, zone)) < 35 * HOUR:
            yield first


def _longest_rest(weeks: Weeks, start: datetime, end: datetime) -> timedelta:
    longest, free_from = timedelta(0), start
    for spell in sorted(weeks.spells, key=lambda each: each.start):
        longest = max(longest, min(spell.start, end) - free_from)
        free_from = max(free_from, min(spell.end, end))
    return max(longest, end - free_from)


def seven_in_a_row(weeks: Weeks) -> Iterator[date]:
    """Rows of seven days, the last in the period, on each of which a shift starts."""
    worked = {spell.day for spell in weeks.spells}
    for last in weeks.situation.period.days:
        row = [last - n * DAY for n in range(6, -1, -1)]
        if worked.issuperset(row) and set(row) & set(rostered_days(weeks)):
            yield row[0]


def average_above_48(weeks: Weeks) -> Iterator[date]:
    """The known weeks (fewer than 17) average more than 48 hours, days of leave left out."""
    before = [spell.day for spell in weeks.spells if spell.before]
    earliest = min([weeks.situation.period.first, *before])
    first = earliest - timedelta(days=earliest.weekday())
    days = (weeks.situation.period.last - first).days + 1
    leave = sum(first <= day for day in weeks.leave_days)
    spells = starting(weeks, first, days)
    if work(spells) * 7 > 48 * 60 * (days - leave) and not all(spell.before for spell in spells):
        yield first


def without_consent(weeks: Weeks) -> Iterator[date]:
    """Days above 8 hours; weeks above 40, with 8 more for a swapped workday, each shift counted up to 8."""
    yield from day_above(480)(weeks)
    for first in rostered_weeks(weeks):
        if _within_days(starting(weeks, first, 7)) > _normal_week(weeks, first):
            yield first


def _within_days(spells: Iterable[Spell]) -> int:
    return sum(min(spell.work_minutes, 480) for spell in spells)


def _normal_week(weeks: Weeks, first: date) -> int:
    return 2400 + 480 * sum(first <= day < first + WEEK for day in weeks.swapped_days)


def month_above_36(weeks: Weeks) -> Iterator[date]:
    """Months whose overtime, by day and by the weeks that end in them, exceeds 36 hours; holidays left out."""
    for first in sorted({day.replace(day=1) for day in rostered_days(weeks)}):
        overtime_minutes = 0
        counted: list[Spell] = []
        day = first
        while day.month == first.month:
            counted += _countable(weeks, day, 1)
            overtime_minutes += max(0, work(_countable(weeks, day, 1)) - 480)
            if day.weekday() == 6:
                monday = day - 6 * DAY
                counted += _countable(weeks, monday, 7)
                overtime_minutes += max(0, _within_days(_countable(weeks, monday, 7)) - _normal_week(weeks, monday))
            day += DAY
        if overtime_minutes > 36 * 60 and not all(spell.before for spell in counted):
            yield first


def _countable(weeks: Weeks, first: date, days: int) -> list[Spell]:
    return [spell for spell in starting(weeks, first, days) if spell.day not in weeks.holidays]


def each_shift(breaks_rule: Callable[[Weeks, Spell], bool]) -> Callable[[Weeks], Iterator[date]]:
    """Shifts that break a rule by themselves."""
    return lambda weeks: (spell.day for spell in weeks.spells if not spell.before and breaks_rule(weeks, spell))


def on_leave(weeks: Weeks, spell: Spell) -> bool:
    """Whether the shift touches a day of leave."""
    zone = weeks.situation.zone
    days = ((local_midnight(day, zone), local_midnight(day + DAY, zone)) for day in weeks.leave_days)
    return any(spell.start < end and start < spell.end for start, end in days)


def lacks_break(needed_minutes: int, slice_minutes: int) -> Callable[[Weeks, Spell], bool]:
    """Whether a shift of more than six hours has too few minutes of breaks."""
    return lambda _weeks, spell: (
        spell.work_minutes > 360
        and sum(minutes for _, minutes, _ in spell.breaks if minutes >= slice_minutes) < needed_minutes
    )


def long_stretch(_weeks: Weeks, spell: Spell) -> bool:
    """Whether more than six hours pass without a break of a quarter of an hour."""
    pauses = sorted((start, start + timedelta(minutes=minutes)) for start, minutes, _ in spell.breaks if minutes >= 15)
    marks = [(spell.start, spell.start), *pauses, (spell.end, spell.end)]
    return any(two[0] - one[1] > 6 * HOUR for one, two in pairwise(marks))


def under_16(weeks: Weeks, spell: Spell) -> bool:
    """Whether the sixteenth birthday lies after the shift's day."""
    born = weeks.situation.employee.born
    return spell.day < born.replace(year=born.year + 16)


Oracle = Callable[[Weeks], Iterator[date]]

ORACLES: Mapping[str, Oracle] = {
    "CN-MIN-AGE": each_shift(under_16),
    "CN-WEEK-REST": no_free_day,
    "CN-OT-CONSENT": without_consent,
    "CN-OT-DAY-GENERAL": day_above(540),
    "CN-OT-DAY-SPECIAL": day_above(660),
    "CN-OT-MONTH": month_above_36,
    "EU-DAILY-REST": rest_between,
    "EU-BREAK": each_shift(lacks_break(1, 1)),
    "EU-WEEKLY-REST": no_long_rest,
    "EU-WEEK-AVG": average_above_48,
    "HOUSE-ONE-SHIFT": overlap,
    "HOUSE-LEAVE": each_shift(on_leave),
    "HOUSE-SKILL": each_shift(lambda weeks, spell: spell.skill not in weeks.situation.employee.skills),
    "HOUSE-EMPLOYED": each_shift(lambda weeks, spell: spell.day < weeks.situation.employee.employed_from),
    "HOUSE-SHIFTS-PER-DAY": two_on_a_day,
    "HOUSE-CONTRACT": week_above(lambda weeks: weeks.situation.employee.contract_minutes),
    "HOUSE-DAILY-REST": rest_between,
    "HOUSE-DAILY-HOURS": day_above(600),
    "HOUSE-WEEK-HOURS": week_above(lambda _: 2880),
    "HOUSE-WEEK-REST": no_free_day,
    "HOUSE-CONSECUTIVE-DAYS": seven_in_a_row,
    "HOUSE-BREAK": each_shift(lacks_break(30, 15)),
    "HOUSE-STRETCH": each_shift(long_stretch),
}
