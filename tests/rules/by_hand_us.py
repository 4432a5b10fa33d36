"""The rules of the United States and of the Australian retail award by plain arithmetic."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from tests.rules.by_hand import DAY, HOUR, Oracle, each_shift, pairs, rostered_weeks, silent
from tests.rules.random_weeks import Spell, Weeks, local_midnight


def days_closer_than(hours: int) -> Oracle:
    """Less than so many hours between shifts that start on different days."""
    return lambda weeks: (
        two.day
        for one, two in pairs(weeks)
        if one.day != two.day and timedelta(0) <= two.start - one.end < hours * HOUR
    )


def meals_missing(due: int, after_hours: int) -> Callable[[Weeks, Spell], bool]:
    """Whether a shift of more than so many hours lacks one of its meals, or begins it too late."""
    return lambda _weeks, spell: (
        spell.work_minutes > after_hours * 60
        and sum(
            minutes >= 30 and _worked_before(spell, number) <= after_hours * 60
            for number, (_, minutes, _) in enumerate(spell.breaks)
        )
        < due
    )


def _worked_before(spell: Spell, number: int) -> int:
    start = spell.breaks[number][0]
    unpaid = sum(minutes for at, minutes, paid in spell.breaks if at < start and not paid)
    return (start - spell.start) // timedelta(minutes=1) - unpaid


def rests_missing(_weeks: Weeks, spell: Spell) -> bool:
    """Whether a shift that rosters some paid rests has fewer than it is due."""
    rests = [minutes for _, minutes, paid in spell.breaks if paid and minutes < 30]
    due, hours = 0, spell.work_minutes / 60
    if hours >= 3.5:
        due = 1 if hours <= 6 else 2 if hours <= 10 else 3 if hours <= 14 else 4
    return bool(rests) and sum(minutes >= 10 for minutes in rests) < due


def no_rest_in_seven(weeks: Weeks) -> Iterator[date]:
    """Calendar weeks in which work touches every day, one of its shifts longer than six hours."""
    zone = weeks.situation.zone
    for first in rostered_weeks(weeks):
        bounds = [
            (local_midnight(first + n * DAY, zone), local_midnight(first + (n + 1) * DAY, zone)) for n in range(7)
        ]
        touching = [[each for each in weeks.spells if each.start < end and start < each.end] for start, end in bounds]
        if all(touching) and any(spell.work_minutes > 360 for spells in touching for spell in spells):
            yield first


ORACLES: Mapping[str, Oracle] = {
    "US-OT-RATE": silent,
    "US-COMP-PRIVATE": silent,
    "US-COMP-PUBLIC-CAP": silent,
    "CA-MEAL-1": each_shift(meals_missing(1, 5)),
    "CA-MEAL-2": each_shift(meals_missing(2, 10)),
    "CA-REST-10": each_shift(rests_missing),
    "CA-ONE-IN-SEVEN": no_rest_in_seven,
    "NYC-RETAIL-NOTICE": silent,
    "NYC-RETAIL-ONCALL": silent,
    "NYC-FF-NOTICE": silent,
    "NYC-FF-CLOPEN": days_closer_than(11),
    "OR-NOTICE": silent,
    "OR-REST": days_closer_than(10),
    "SEA-NOTICE": silent,
    "CHI-NOTICE": silent,
    "CHI-REST": days_closer_than(10),
    "AU-BETWEEN": days_closer_than(12),
}
