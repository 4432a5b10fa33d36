"""Kinds of limits that the second opinion judges; their values stand in `shiftbid.verifier.packs`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from shiftbid.verifier.dated_limit import DatedLimit
from shiftbid.verifier.fact_limits import FactLimit

ANYBODY = frozenset({"person", "agreement", "authority"})
NOT_THE_PERSON = frozenset({"agreement", "authority"})
NOBODY: frozenset[str] = frozenset()
"""Whose record lifts a limit: the person's own does not lift the law's."""


@dataclass(frozen=True, slots=True)
class NotPublished(DatedLimit):
    """The rule needs facts that no published file holds, so that it is not judged here.

    Attributes
    ----------
    facts
        What is missing, as the documentation says it.
    """

    facts: str


@dataclass(frozen=True, slots=True)
class RestBetweenShifts(DatedLimit):
    """Elapsed minutes between the end of a shift and the start of the next."""

    rest_minutes: int


@dataclass(frozen=True, slots=True)
class RestBetweenDays(DatedLimit):
    """Elapsed minutes between the work of two days; a record on the later day lowers them.

    Time between two shifts that start on one day is a break.
    """

    rest_minutes: int
    agreed_minutes: int


@dataclass(frozen=True, slots=True)
class OneShiftAtATime(DatedLimit):
    """Shifts of a person never overlap, whatever the hall."""


@dataclass(frozen=True, slots=True)
class ShiftsADay(DatedLimit):
    """Shifts that may start on one day."""

    shifts: int


@dataclass(frozen=True, slots=True)
class DayHours(DatedLimit):
    """Working minutes of the shifts that start on a day; a record on that day lifts it."""

    minutes: int
    lifted_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class WeekHours(DatedLimit):
    """Working minutes of the shifts that start in a calendar week; a record on its first day lifts it."""

    minutes: int
    lifted_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class CutWeekHours(DatedLimit):
    """Working minutes between the first and the last midnight of a calendar week; lifted as those of a week."""

    minutes: int
    lifted_by: frozenset[str]


@dataclass(frozen=True, slots=True)
class WeekAverage(DatedLimit):
    """Working minutes a week on average over the reference weeks that end with each calendar week."""

    minutes: int
    reference_weeks: int
    status: str = ""
    """Status that ``facts.csv`` tells of those for whom it is, on a reference period's last day; empty: for all."""


@dataclass(frozen=True, slots=True)
class NightWork:
    """Whom the year before the period makes a night worker: most days worked, or enough of them, hold night work.

    Attributes
    ----------
    start_minute, end_minute
        Night on the clock, in minutes after midnight; it ends on the next day.
    least_minutes
        Work in the night from which a day holds night work.
    enough_days
        Days with night work that make a night worker in any case, where the law names them.
    """

    start_minute: int
    end_minute: int
    least_minutes: int
    enough_days: int | None


@dataclass(frozen=True, slots=True)
class ReferenceAverage(DatedLimit):
    """Working minutes a week over a whole reference period: weeks of which nothing is known weigh nothing.

    Attributes
    ----------
    lifted_by
        Whose record on the last day of a reference period lifts it.
    night
        Night work of those for whom the limit is, or None where it is for all.
    """

    minutes: int
    reference_weeks: int
    lifted_by: frozenset[str] = NOT_THE_PERSON
    night: NightWork | None = None


@dataclass(frozen=True, slots=True)
class AverageSinceStart(ReferenceAverage):
    """The same, over the weeks since the employment began where they are fewer; the days after stand in for leave."""


@dataclass(frozen=True, slots=True)
class ContractHours(DatedLimit):
    """Working minutes of a calendar week above the contract."""

    tolerance_minutes: int


@dataclass(frozen=True, slots=True)
class FreeDayInWeek(DatedLimit):
    """One calendar day of each calendar week holds no work, not even the end of a night shift."""


@dataclass(frozen=True, slots=True)
class FreeDayInAnySeven(DatedLimit):
    """The same of any seven days in a row that hold a day of the period."""


@dataclass(frozen=True, slots=True)
class DayOfRestInSeven(DatedLimit):
    """One day of each workweek holds no work, where some shift of the week is longer than a short one."""

    short_minutes: int


@dataclass(frozen=True, slots=True)
class RestInWeek(DatedLimit):
    """Uninterrupted elapsed minutes without work inside each calendar week.

    Attributes
    ----------
    fortnight_minutes
        The longer rest that answers for both of two weeks, or None where the law knows none.
    """

    rest_minutes: int
    fortnight_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class RestDaysKept(DatedLimit):
    """No work on Sundays and public holidays; an agreement or authority on the day lifts it."""


@dataclass(frozen=True, slots=True)
class FreeSundays(DatedLimit):
    """Sundays of a calendar year without work."""

    sundays: int


@dataclass(frozen=True, slots=True)
class SubstituteDays(DatedLimit):
    """A free working day of its own for each rest day worked, within so many days that include it.

    Attributes
    ----------
    owed_for
        The rest days that are answered: Sundays, or public holidays from Monday to Saturday.
    """

    within_days: int
    owed_for: Literal["sunday", "holiday"]


@dataclass(frozen=True, slots=True)
class DaysInARow(DatedLimit):
    """Consecutive days on which a shift starts."""

    days: int


@dataclass(frozen=True, slots=True)
class OvertimeConsent(DatedLimit):
    """Working minutes of a day, and of a week's days together, that need no recorded consent."""

    normal_day_minutes: int
    normal_week_minutes: int


@dataclass(frozen=True, slots=True)
class DayOvertime(DatedLimit):
    """Working minutes of a day above the normal day; an agreement or approval lifts it, the person alone does not."""

    normal_day_minutes: int
    minutes: int


@dataclass(frozen=True, slots=True)
class MonthOvertime(DatedLimit):
    """Working minutes above normal days and normal weeks, added over a calendar month."""

    normal_day_minutes: int
    normal_week_minutes: int
    minutes: int


@dataclass(frozen=True, slots=True)
class AgreedOvertime(DatedLimit):
    """Working minutes above normal days and normal weeks, added over a calendar month or year, holidays included."""

    normal_day_minutes: int
    normal_week_minutes: int
    minutes: int
    over: Literal["month", "year"]


@dataclass(frozen=True, slots=True)
class PartTimeDay(DatedLimit):
    """Working minutes of a part-timer a day, on average over the days worked in a calendar week."""

    minutes: int


@dataclass(frozen=True, slots=True)
class PartTimeWeek(DatedLimit):
    """Working minutes of a part-timer in a calendar week."""

    minutes: int


@dataclass(frozen=True, slots=True)
class BreakInDay(DatedLimit):
    """A day with work above and up to so many minutes has breaks; the time between two shifts of it is one."""

    above_minutes: int
    up_to_minutes: int
    break_minutes: int
    slice_minutes: int


@dataclass(frozen=True, slots=True)
class MealPeriods(DatedLimit):
    """A shift with more work than `after_minutes` has so many meals that begin before more is worked.

    Attributes
    ----------
    waivable_minutes
        Work up to which a record waives the last of the meals.
    """

    meals: int
    after_minutes: int
    meal_minutes: int
    waivable_minutes: int


@dataclass(frozen=True, slots=True)
class PaidRests(DatedLimit):
    """Paid rests of a shift that rosters any: one for each `every_minutes` of work or major fraction of it."""

    rest_minutes: int
    every_minutes: int
    from_minutes: int
    meal_minutes: int


@dataclass(frozen=True, slots=True)
class BreakInShift(DatedLimit):
    """A shift with more work than `above_minutes` has `break_minutes` of breaks, in slices that count."""

    above_minutes: int
    break_minutes: int
    slice_minutes: int


@dataclass(frozen=True, slots=True)
class UnbrokenStretch(DatedLimit):
    """Minutes of a shift between breaks that count."""

    minutes: int
    slice_minutes: int


@dataclass(frozen=True, slots=True)
class LeaveKept(DatedLimit):
    """No shift touches leave."""


@dataclass(frozen=True, slots=True)
class SkillHeld(DatedLimit):
    """The person has the skill that the shift's template asks for."""


@dataclass(frozen=True, slots=True)
class Employed(DatedLimit):
    """No shift before the first day of employment."""


@dataclass(frozen=True, slots=True)
class MinimumAge(DatedLimit):
    """Completed years on the day of the shift."""

    years: int


Limit = (
    NotPublished
    | RestBetweenShifts
    | RestBetweenDays
    | OneShiftAtATime
    | ShiftsADay
    | DayHours
    | WeekHours
    | CutWeekHours
    | WeekAverage
    | ReferenceAverage
    | AverageSinceStart
    | ContractHours
    | FreeDayInWeek
    | FreeDayInAnySeven
    | DayOfRestInSeven
    | RestInWeek
    | RestDaysKept
    | FreeSundays
    | SubstituteDays
    | DaysInARow
    | OvertimeConsent
    | DayOvertime
    | MonthOvertime
    | AgreedOvertime
    | PartTimeDay
    | PartTimeWeek
    | BreakInDay
    | MealPeriods
    | PaidRests
    | BreakInShift
    | UnbrokenStretch
    | LeaveKept
    | SkillHeld
    | Employed
    | MinimumAge
    | FactLimit
)
