"""The law check: each limit of a pack, by plain arithmetic on one person's work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shiftbid.verifier import limits
from shiftbid.verifier.law import breaks, days, hours, overtime, permissions, rests
from shiftbid.verifier.law.person import Breach, Person


def breaches(person: Person, in_force: Iterable[limits.Limit]) -> Iterator[Breach]:
    """Every breach of the limits by a person's rostered work; what only earlier work breaks is not the roster's."""
    for limit in in_force:
        yield from breaches_of(person, limit)


def breaches_of(person: Person, limit: limits.Limit) -> Iterator[Breach]:
    """Breaches of one limit."""
    match limit:
        case limits.RestBetweenShifts():
            return rests.rest_between_shifts(person, limit)
        case limits.OneShiftAtATime():
            return rests.one_shift_at_a_time(person, limit)
        case limits.FreeDayInWeek():
            return rests.free_day_in_week(person, limit)
        case limits.RestInWeek():
            return rests.rest_in_week(person, limit)
        case limits.ShiftsADay():
            return days.shifts_a_day(person, limit)
        case limits.DaysInARow():
            return days.days_in_a_row(person, limit)
        case limits.DayHours():
            return hours.day_hours(person, limit)
        case limits.WeekHours():
            return hours.week_hours(person, limit)
        case limits.WeekAverage():
            return hours.week_average(person, limit)
        case limits.ContractHours():
            return hours.contract_hours(person, limit)
        case limits.OvertimeConsent():
            return overtime.overtime_consent(person, limit)
        case limits.DayOvertime():
            return overtime.day_overtime(person, limit)
        case limits.MonthOvertime():
            return overtime.month_overtime(person, limit)
        case limits.BreakInShift():
            return breaks.break_in_shift(person, limit)
        case limits.UnbrokenStretch():
            return breaks.unbroken_stretch(person, limit)
        case limits.LeaveKept():
            return permissions.leave_kept(person, limit)
        case limits.SkillHeld():
            return permissions.skill_held(person, limit)
        case limits.Employed():
            return permissions.employed(person, limit)
        case limits.MinimumAge():
            return permissions.minimum_age(person, limit)
