"""The rules of Japan by plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import combinations

from tests.rules.by_hand import DAY, Oracle, no_free_day, rostered_days, silent, starting, work
from tests.rules.random_weeks import Spell, Weeks


def lacks_minutes(needed: int, above: int, up_to: int) -> Oracle:
    """Shifts, and pairs of a day's shifts, whose work lies in the band and whose breaks are too short."""

    def broken(weeks: Weeks) -> Iterator[date]:
        for day in rostered_days(weeks):
            spells = sorted(starting(weeks, day, 1), key=lambda spell: (spell.start, spell.end, spell.id))
            apart = (pair for pair in combinations(spells, 2) if pair[0].end <= pair[1].start)
            for group in (*((spell,) for spell in spells), *apart):
                if above < work(group) <= up_to and _pause_minutes(group) < needed:
                    yield day

    return broken


def _pause_minutes(group: tuple[Spell, ...]) -> int:
    between = (group[-1].start - group[0].end) // timedelta(minutes=1) if len(group) > 1 else 0
    return between + sum(minutes for spell in group for _, minutes, _ in spell.breaks)


def overtime_above(limit_minutes: int, *, whole_year: bool) -> Oracle:
    """Months or years whose overtime, by day and by the weeks that end in them, exceeds the limit."""

    def broken(weeks: Weeks) -> Iterator[date]:
        starts = {day.replace(day=1, month=1 if whole_year else day.month) for day in rostered_days(weeks)}
        for first in sorted(starts):
            next_first = (first + timedelta(days=367 if whole_year else 31)).replace(day=1)
            end = next_first.replace(month=1) if whole_year else next_first
            if _overtime(weeks, first, end) > limit_minutes:
                yield first

    return broken


def _overtime(weeks: Weeks, first: date, end: date) -> int:
    minutes, day = 0, first
    while day < end:
        minutes += max(0, work(starting(weeks, day, 1)) - 480)
        if day.weekday() == 6:
            normal = sum(min(spell.work_minutes, 480) for spell in starting(weeks, day - 6 * DAY, 7))
            minutes += max(0, normal - 2400)
        day += DAY
    return minutes


ORACLES: Mapping[str, Oracle] = {
    "JP-BREAK-45": lacks_minutes(45, 360, 480),
    "JP-BREAK-60": lacks_minutes(60, 480, 2880),
    "JP-RESTDAY": no_free_day,
    "JP-36-MONTH": overtime_above(45 * 60, whole_year=False),
    "JP-36-YEAR": overtime_above(360 * 60, whole_year=True),
    "JP-36-SPECIAL-MONTH": silent,
    "JP-36-SPECIAL-AVG": silent,
    "JP-36-SPECIAL-YEAR": silent,
}
