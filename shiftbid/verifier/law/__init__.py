"""The law check: each limit of a pack, by plain arithmetic on one person's work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shiftbid.verifier import fact_limits, limits
from shiftbid.verifier.dated_limit import EVERY_AGE
from shiftbid.verifier.law import (
    averages,
    breaks,
    days,
    hours,
    meals,
    overtime,
    part_time,
    permissions,
    rests,
    sundays,
    told_facts,
)
from shiftbid.verifier.law.person import Breach, Person


def breaches(person: Person, in_force: Iterable[limits.Limit]) -> Iterator[Breach]:
    """Every breach of the limits by a person's rostered work; what only earlier work breaks is not the roster's."""
    for limit in in_force:
        yield from breaches_of(person, limit)


def breaches_of(person: Person, limit: limits.Limit) -> Iterator[Breach]:
    """Breaches of one limit, as far as it speaks of people of that age on the first day judged."""
    for breach in _found(person, limit):
        age = person.age_on(breach.first)
        if limit.ages == EVERY_AGE or (age is not None and age in limit.ages):
            yield breach


def _found(person: Person, limit: limits.Limit) -> Iterator[Breach]:
    match limit:
        case limits.NotPublished():
            return iter(())
        case (
            fact_limits.HazardousNight()
            | fact_limits.HeavyLabourDay()
            | fact_limits.ApprovedAveraging()
            | fact_limits.CycleOvertime()
            | fact_limits.TimeOffScope()
            | fact_limits.PrivateTimeOff()
            | fact_limits.PublicTimeOff()
        ):
            return told_facts.told_fact(person, limit)
        case limits.RestBetweenShifts():
            return rests.rest_between_shifts(person, limit)
        case limits.RestBetweenDays():
            return rests.rest_between_days(person, limit)
        case limits.OneShiftAtATime():
            return rests.one_shift_at_a_time(person, limit)
        case limits.FreeDayInWeek():
            return rests.free_day_in_week(person, limit)
        case limits.FreeDayInAnySeven():
            return rests.free_day_in_any_seven(person, limit)
        case limits.DayOfRestInSeven():
            return rests.day_of_rest_in_seven(person, limit)
        case limits.RestInWeek():
            return rests.rest_in_week(person, limit)
        case limits.RestDaysKept():
            return sundays.rest_days_kept(person, limit)
        case limits.FreeSundays():
            return sundays.free_sundays(person, limit)
        case limits.SubstituteDays():
            return sundays.substitute_days(person, limit)
        case limits.ShiftsADay():
            return days.shifts_a_day(person, limit)
        case limits.DaysInARow():
            return days.days_in_a_row(person, limit)
        case limits.DayHours():
            return hours.day_hours(person, limit)
        case limits.WeekHours():
            return hours.week_hours(person, limit)
        case limits.CutWeekHours():
            return hours.cut_week_hours(person, limit)
        case limits.ContractHours():
            return hours.contract_hours(person, limit)
        case limits.WeekAverage():
            return averages.week_average(person, limit)
        case limits.AverageSinceStart():
            return averages.average_since_start(person, limit)
        case limits.ReferenceAverage():
            return averages.reference_average(person, limit)
        case limits.OvertimeConsent():
            return overtime.overtime_consent(person, limit)
        case limits.DayOvertime():
            return overtime.day_overtime(person, limit)
        case limits.MonthOvertime():
            return overtime.month_overtime(person, limit)
        case limits.AgreedOvertime():
            return overtime.agreed_overtime(person, limit)
        case limits.PartTimeDay():
            return part_time.part_time_day(person, limit)
        case limits.PartTimeWeek():
            return part_time.part_time_week(person, limit)
        case limits.BreakInDay():
            return breaks.break_in_day(person, limit)
        case limits.BreakInShift():
            return breaks.break_in_shift(person, limit)
        case limits.UnbrokenStretch():
            return breaks.unbroken_stretch(person, limit)
        case limits.MealPeriods():
            return meals.meal_periods(person, limit)
        case limits.PaidRests():
            return meals.paid_rests(person, limit)
        case limits.LeaveKept():
            return permissions.leave_kept(person, limit)
        case limits.SkillHeld():
            return permissions.skill_held(person, limit)
        case limits.Employed():
            return permissions.employed(person, limit)
        case limits.MinimumAge():
            return permissions.minimum_age(person, limit)
