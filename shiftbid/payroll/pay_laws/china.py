"""Pay of China: overtime 150 %, rest days 200 % or time off, statutory holidays 300 % (Labour Law art. 44)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from shiftbid.domain.calendar import DayClass
from shiftbid.domain.pay import PayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import HoursSystem
from shiftbid.domain.timeline import SECONDS_PER_MINUTE, Period, week_start
from shiftbid.domain.work_total import TotalKind
from shiftbid.payroll.paid_part import PaidPart, paid
from shiftbid.payroll.pay_laws.house import holidays_apart
from shiftbid.payroll.worked_part import (
    Split,
    WorkedPart,
    always,
    by_day,
    by_start_or_holiday,
    day_of,
    in_order,
    split_above,
    told,
    week_of,
)
from shiftbid.rules.book import RulePack
from shiftbid.rules.cycles import cycle_of, quota_seconds
from shiftbid.rules.pay_book import PayRule, load_pay
from shiftbid.rules.situation import Situation
from shiftbid.rules.windows import window
from shiftbid.rules.working_time import SPLIT_MIDNIGHT, normal_week_minutes

REST_DAYS = (DayClass.REST_DAY, DayClass.SWAPPED_DAY_OFF)
WORKDAYS = (DayClass.WORKDAY, DayClass.SWAPPED_WORKDAY)
OVERTIME, REST_DAY, HOLIDAY, CYCLE_OVERTIME = "CN-PAY-OT", "CN-PAY-RESTDAY", "CN-PAY-HOLIDAY", "CN-CWH-OT-PAY"
DAY_RULE, REST_RULE, QUOTA_RULE = "CN-OT-DAY-GENERAL", "CN-WEEK-REST", "CN-CWH-OT-AVG"


def china_pay(situation: Situation, pack: RulePack) -> Iterator[PaidPart]:
    """Pay of a person's work by their system of hours.

    Standard hours: above 8 h of a working day is overtime, and above 40 h of what remains in a week; work on rest days
    is paid or given back as the hall settles it. Comprehensive hours: what exceeds the
    cycle's quota is overtime, and rest days are ordinary. Part time: hours are paid as they are. Work between the
    midnights of a statutory holiday is holiday work for everybody, whatever the hall settles.

    Which day a shift over midnight belongs to is read as by the limit of a day, the quota as by the limit of a cycle.
    Rest days are those that the roster leaves (State Council Order 174 art. 7): whoever works on more days of a week
    than it has working days works on rest days from then on. Read by the ``calendar``, they are its rest days and
    swapped days off.
    """
    ordinary, on_holidays = holidays_apart(_parts(situation, pack), situation.calendar)
    sums = tuple(told(situation.circumstances.totals))
    yield from paid(on_holidays, PayClass.HOLIDAY, HOLIDAY)
    yield from paid(told(situation.circumstances.totals, TotalKind.OVERTIME), PayClass.OVERTIME, OVERTIME)
    match situation.employee.system:
        case HoursSystem.STANDARD:
            yield from _standard(situation, pack, ordinary, sums)
        case HoursSystem.COMPREHENSIVE:
            normal, above = _above_quota(situation, pack, in_order(ordinary, sums))
            yield from paid(normal, PayClass.NORMAL, CYCLE_OVERTIME)
            yield from paid(above, PayClass.OVERTIME, CYCLE_OVERTIME)
        case HoursSystem.PART_TIME:
            yield from paid(in_order(ordinary, sums), PayClass.NORMAL, OVERTIME)


def _parts(situation: Situation, pack: RulePack) -> Iterator[WorkedPart]:
    if pack.rule(DAY_RULE).readings.get("day_attribution") == SPLIT_MIDNIGHT:
        return by_day(situation.shifts, situation.zone)
    return by_start_or_holiday(situation.shifts, situation.calendar, situation.zone)


def _standard(
    situation: Situation, pack: RulePack, ordinary: Iterable[WorkedPart], sums: Iterable[WorkedPart]
) -> Iterator[PaidPart]:
    """Working days and rest days. Sums tell weeks, so none of them is known to lie on a rest day."""
    overtime = load_pay(pack.id, situation.period.first)[OVERTIME]
    by_calendar = pack.rule(REST_RULE).reading("paid_rest_days") == "calendar"
    working_days, rest_days = (_calendar_rest_days if by_calendar else _roster_rest_days)(situation, ordinary)
    by_toil = situation.circumstances.settled_by_toil(Ground.REST_DAY_WORK)
    yield from paid(rest_days, PayClass.TOIL_EARNED if by_toil else PayClass.REST_DAY, REST_DAY)
    normal_day = always(overtime.number("normal_day_minutes"))
    normal_days, above_day = split_above(working_days, day_of, normal_day)
    normal_weeks, above_week = split_above(
        in_order(normal_days, sums),
        week_of(situation.week_starts_on),
        lambda first: _normal_week_seconds(situation, first, overtime),
    )
    yield from paid(normal_weeks, PayClass.NORMAL, OVERTIME)
    yield from paid((*above_day, *above_week), PayClass.OVERTIME, OVERTIME)


def _roster_rest_days(situation: Situation, parts: Iterable[WorkedPart]) -> Split:
    """Days worked in a week after as many as it has working days; those of the history count too.

    What remains of a night that began on a public holiday takes no working day of the week.
    """
    worked: dict[date, list[date]] = {}
    on_working_days: list[WorkedPart] = []
    on_rest_days: list[WorkedPart] = []
    for part in in_order(parts):
        week = week_start(part.counts_on, situation.week_starts_on)
        days = worked.setdefault(week, [])
        if situation.calendar.is_holiday(part.counts_on):
            on_working_days.append(part)
            continue
        if part.counts_on not in days:
            days.append(part.counts_on)
        of_week = Period.of_weeks(week, 1).days
        due = sum(situation.calendar.class_of(day) in WORKDAYS for day in of_week)
        (on_working_days if days.index(part.counts_on) < due else on_rest_days).append(part)
    return Split(tuple(on_working_days), tuple(on_rest_days))


def _calendar_rest_days(situation: Situation, parts: Iterable[WorkedPart]) -> Split:
    rest_work = tuple((situation.calendar.class_of(part.day) in REST_DAYS, part) for part in parts)
    return Split(
        tuple(part for on_rest_day, part in rest_work if not on_rest_day),
        tuple(part for on_rest_day, part in rest_work if on_rest_day),
    )


def _normal_week_seconds(situation: Situation, first: date, overtime: PayRule) -> int:
    days = Period.of_weeks(first, 1)
    return normal_week_minutes(situation, window(situation, days.first, days.last), overtime) * SECONDS_PER_MINUTE


def _above_quota(situation: Situation, pack: RulePack, parts: Iterable[WorkedPart]) -> Split:
    """Time above each cycle's quota; none where no cycle is recorded, as the cycle has not been settled then."""
    cycle, quota = situation.circumstances.cycle, pack.rule(QUOTA_RULE)
    if cycle is None:
        return Split(tuple(parts), ())

    def seconds_of(of_cycle: Period) -> int:
        return quota_seconds(situation, window(situation, of_cycle.first, of_cycle.last), quota)

    return split_above(parts, lambda part: cycle_of(part.counts_on, cycle, situation.week_starts_on), seconds_of)
