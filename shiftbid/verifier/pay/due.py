"""What each person is to be paid, by day and pay class: running sums over the known work in order of time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.verifier.clock import DAY_MINUTES, MINUTE, at_wall, following, month_of, week_of
from shiftbid.verifier.law.meals import meal_periods, paid_rests
from shiftbid.verifier.law.overtime import COMPREHENSIVE
from shiftbid.verifier.law.person import HOLIDAY, REST_DAYS, SWAPPED_WORKDAY, WORKDAYS, Person
from shiftbid.verifier.law.told_facts import cycle_of
from shiftbid.verifier.limits import MealPeriods, PaidRests
from shiftbid.verifier.packs.pack import Pack
from shiftbid.verifier.pay.stints import Stint, cut_at_holidays, cut_at_midnight, part_above, whole
from shiftbid.verifier.pay.tables import (
    CaliforniaPay,
    ChinaPay,
    FrancePay,
    HousePay,
    JapanPay,
    ShortRestPay,
    WorkweekPay,
)
from shiftbid.verifier.spells import Spell

NORMAL = "normal"
PART_TIME = "part_time"


@dataclass(frozen=True, slots=True)
class Due:
    """Minutes or cents of one class that a day pays."""

    day: date
    pay_class: str
    minutes: int
    cents: int = 0


def due_pay(person: Person, pack: Pack) -> Iterator[Due]:
    """Everything that the pack pays for a person's rostered work; sums of nothing are left out."""
    return (due for due in _all_due(person, pack) if due.minutes or due.cents)


def _all_due(person: Person, pack: Pack) -> Iterator[Due]:
    match pack.pay:
        case HousePay():
            return _house(person, pack.pay)
        case ChinaPay():
            return _china(person, pack.pay)
        case FrancePay():
            return _france(person, pack.pay)
        case JapanPay():
            return _japan(person, pack.pay)
        case WorkweekPay():
            return _workweek(person, pack.pay)
        case CaliforniaPay():
            return _california(person, pack, pack.pay)


def _house(person: Person, table: HousePay) -> Iterator[Due]:
    days: Counter[date] = Counter()
    for stint in cut_at_holidays(person):
        if person.place.day_class(stint.day) == HOLIDAY:
            yield from _paid(stint, {table.holiday_class: stint.minutes})
            continue
        above = (
            0 if _has_system(person, COMPREHENSIVE) else _above(days, stint.counts_on, stint.minutes, table.day_minutes)
        )
        yield from _paid(stint, {NORMAL: stint.minutes - above, "ot150": above})


def _china(person: Person, table: ChinaPay) -> Iterator[Due]:
    """Comprehensive hours have overtime above their cycle only, where one is told; part time has none."""
    days: Counter[date] = Counter()
    weeks: Counter[date] = Counter()
    cycles: Counter[date] = Counter()
    worked: defaultdict[date, list[date]] = defaultdict(list)
    rest_class = "toil_earned" if person.told("time_off", "rest_day_work", person.place.first) else "rest200"
    for stint in cut_at_holidays(person):
        day_class = person.place.day_class(stint.day)
        if day_class == HOLIDAY:
            yield from _paid(stint, {"holiday300": stint.minutes})
        elif _has_system(person, COMPREHENSIVE):
            above = _above_quota(person, stint, cycles, table)
            yield from _paid(stint, {NORMAL: stint.minutes - above, "ot150": above})
        elif _has_system(person, PART_TIME):
            yield from _paid(stint, {NORMAL: stint.minutes})
        elif (
            _is_calendar_rest_day(person, stint) if table.rest_days_by_calendar else _is_rest_day(person, stint, worked)
        ):
            yield from _paid(stint, {rest_class: stint.minutes})
        else:
            week = week_of(stint.counts_on, person.place.week_starts_on)
            above = _above(days, stint.counts_on, stint.minutes, table.day_minutes)
            above += _above(weeks, week, stint.minutes - above, _china_week(person, week, table))
            yield from _paid(stint, {NORMAL: stint.minutes - above, "ot150": above})


def _is_rest_day(person: Person, stint: Stint, worked: defaultdict[date, list[date]]) -> bool:
    """Whether the week had its working days already: enterprises arrange rest days as they roster.

    State Council Order 174 art. 7. The rest of a night that began on a holiday takes no working day.
    """
    if person.place.day_class(stint.counts_on) == HOLIDAY:
        return False
    week = week_of(stint.counts_on, person.place.week_starts_on)
    if stint.counts_on not in worked[week]:
        worked[week].append(stint.counts_on)
    working_days = sum(person.place.day_class(following(week, n)) in WORKDAYS for n in range(7))
    return worked[week].index(stint.counts_on) >= working_days


def _is_calendar_rest_day(person: Person, stint: Stint) -> bool:
    return person.place.day_class(stint.day) in REST_DAYS


def _above_quota(person: Person, stint: Stint, cycles: Counter[date], table: ChinaPay) -> int:
    """Minutes above the quota of the stint's cycle; a minute in which the quota ends is above it."""
    cycle = person.told_value("cycle", person.place.first)
    quotas = [each for since, each in table.quotas if since <= person.place.first]
    if cycle is None or not quotas:
        return 0
    first, _ = cycle_of(stint.counts_on, cycle, person.place.week_starts_on)
    before, quota_minutes = cycles[first], quotas[-1][cycle] // MINUTE
    cycles[first] += stint.minutes
    return part_above(before, stint.minutes, quota_minutes)


def _china_week(person: Person, first: date, table: ChinaPay) -> int:
    """Normal minutes of a week: a rest day worked by official exchange adds a normal day."""
    swapped = sum(person.place.day_class(following(first, n)) == SWAPPED_WORKDAY for n in range(7))
    return table.week_minutes + swapped * table.day_minutes


def _france(person: Person, table: FrancePay) -> Iterator[Due]:
    weeks: Counter[date] = Counter()
    by_rest = person.told("time_off", "weekday_overtime", person.place.first)
    for stint in cut_at_midnight(person):
        week = week_of(stint.counts_on, person.place.week_starts_on)
        before = weeks[week]
        above = _above(weeks, week, stint.minutes, table.week_minutes)
        further = part_above(before, stint.minutes, table.week_minutes + table.first_minutes)
        overtime = {"toil_earned": above} if by_rest else {"ot125": above - further, "ot150": further}
        yield from _paid(stint, {NORMAL: stint.minutes - above, **overtime})


def _japan(person: Person, table: JapanPay) -> Iterator[Due]:
    days: Counter[date] = Counter()
    weeks: Counter[date] = Counter()
    months: Counter[date] = Counter()
    worked = {spell.day for spell in person.spells}
    for stint in whole(person):
        week = week_of(stint.counts_on, person.place.week_starts_on)
        # The work rules name no rest day, so it is the last of a week that is worked on all its days.
        if stint.counts_on == following(week, 6) and all(following(week, n) in worked for n in range(7)):
            yield from _paid(stint, {"rest135": stint.minutes})
            continue
        above = _above(days, stint.counts_on, stint.minutes, table.day_minutes)
        above += _above(weeks, week, stint.minutes - above, table.week_minutes)
        long = _above(months, month_of(stint.counts_on)[0], above, table.month_minutes)
        yield from _paid(stint, {NORMAL: stint.minutes - above, "ot125": above - long, "ot150": long})
    for spell in person.rostered:
        yield Due(spell.day, "night25", _night_minutes(spell, person, table))


def _night_minutes(spell: Spell, person: Person, table: JapanPay) -> int:
    """Minutes of a spell in the nights that begin the evening before it and on each of its days."""
    zone, minutes = person.place.zone, 0
    day = spell.day - timedelta(days=1)
    while at_wall(day, table.night_start_minute, zone) < spell.end:
        night = (at_wall(day, table.night_start_minute, zone), at_wall(day, DAY_MINUTES + table.night_end_minute, zone))
        minutes += spell.worked_minutes_in(*night)
        day = following(day)
    return minutes


def _workweek(person: Person, table: WorkweekPay) -> Iterator[Due]:
    """Exempt people have no overtime; a public agency may answer it with time off, a private employer may not."""
    weeks: Counter[date] = Counter()
    first = person.place.first
    exempt = person.told("status", "exempt", first)
    by_agency = person.told("status", "public_sector", first) and person.told("time_off", "weekday_overtime", first)
    for stint in cut_at_midnight(person):
        week = week_of(stint.counts_on, person.place.week_starts_on)
        above = 0 if exempt else _above(weeks, week, stint.minutes, table.week_minutes)
        yield from _paid(stint, {NORMAL: stint.minutes - above, "toil_earned" if by_agency else "ot150": above})
    if table.short_rest is not None:
        yield from _short_rests(person, table.short_rest)


def _short_rests(person: Person, table: ShortRestPay) -> Iterator[Due]:
    """Each spell against the one before it, unless both start on one day."""
    for first, second in zip(person.spells, person.spells[1:], strict=False):
        rested = first.end + table.rest_minutes * MINUTE
        if second.rostered and first.day != second.day and second.start < rested:
            inside = second.paid_minutes if table.whole_shift else second.worked_minutes_in(first.end, rested)
            yield Due(second.day, table.pay_class, 0 if table.cents else inside, table.cents)


def _california(person: Person, pack: Pack, table: CaliforniaPay) -> Iterator[Due]:
    stints = cut_at_midnight(person)
    if person.told("status", "exempt", person.place.first):
        for stint in stints:
            yield from _paid(stint, {NORMAL: stint.minutes})
        return
    worked = {stint.day for stint in stints}
    days: Counter[date] = Counter()
    weeks: Counter[date] = Counter()
    for stint in stints:
        week = week_of(stint.counts_on, person.place.week_starts_on)
        seventh = stint.counts_on == following(week, 6) and all(following(week, n) in worked for n in range(7))
        single, double = (0, table.seventh_day_minutes) if seventh else (table.day_minutes, table.double_minutes)
        before = days[stint.counts_on]
        above = _above(days, stint.counts_on, stint.minutes, single)
        twice = part_above(before, stint.minutes, double)
        of_week = _above(weeks, week, stint.minutes - above, table.week_minutes)
        half_again = above - twice + of_week
        yield from _paid(stint, {NORMAL: stint.minutes - above - of_week, "ot150": half_again, "ot200": twice})
    limits = tuple(pack.in_force(person.place.first))
    meals = {each.day for limit in limits if isinstance(limit, MealPeriods) for each in meal_periods(person, limit)}
    rests = {each.day for limit in limits if isinstance(limit, PaidRests) for each in paid_rests(person, limit)}
    for pay_class, missed in (("meal_premium", meals), ("rest_premium", rests)):
        for day in missed:
            yield Due(day, pay_class, table.premium_minutes)


def _above(sums: Counter[date], key: date, minutes: int, limit: int) -> int:
    """What lies above the limit of a day, week or month, whose sum grows by the minutes."""
    above = part_above(sums[key], minutes, limit)
    sums[key] += minutes
    return above


def _paid(stint: Stint, classes: Mapping[str, int]) -> Iterator[Due]:
    if stint.rostered:
        yield from (Due(stint.day, pay_class, minutes) for pay_class, minutes in classes.items())


def _has_system(person: Person, system: str) -> bool:
    return person.staff is not None and person.staff.system == system
