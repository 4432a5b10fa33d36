"""From a worked case to what the rules look at: one person's situation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from benchmarks.rules_case import Case, CaseShift
from benchmarks.rules_totals import HISTORY, TO_WEEK_END, UNDATED_MONDAY, changes, postings, week_of_number, work_totals
from benchmarks.rules_values import clock_minute, day_of, next_after, week_of, weekday_of
from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.staff import Consent, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import DAYS_PER_WEEK, Interval, Period, week_start
from shiftbid.rules.circumstances import Circumstances, Cycle
from shiftbid.rules.situation import Situation

PERSON = "person"
GROWN_UP_YEARS = 30
ORDINARY_REST_DAYS = ("Sat", "Sun")
CLOCK = re.compile(r"\d+(:\d\d)?")
LONG_EMPLOYED = date(2000, 1, 1)
DAY_CLASSES = {
    "statutory": DayClass.HOLIDAY,
    "days_off": DayClass.SWAPPED_DAY_OFF,
    "workdays": DayClass.SWAPPED_WORKDAY,
}
SETTLEMENTS = {
    "weekday_ot_settlement": Ground.WEEKDAY_OVERTIME,
    "restday_settlement": Ground.REST_DAY_WORK,
    "holiday_settlement": Ground.HOLIDAY_WORK,
}
STATUSES = {
    "nursing": StatusKind.NURSING,
    "night_worker": StatusKind.NIGHT_WORKER,
    "special_hazard": StatusKind.HAZARDOUS_NIGHT_WORK,
    "heavy_labour": StatusKind.HEAVY_LABOUR,
    "exempt": StatusKind.EXEMPT,
}


def week_starts_on(case: Case, default: int) -> int:
    """Weekday on which the case's weeks start: ``week: mon-sun``, ``workweek_start: Sun``, else the pack's.

    A clock alone, ``workweek_start: '06:00'``, names no weekday.
    """
    named: Any = case.params.get("workweek_start", case.params.get("week"))
    return default if named is None or CLOCK.fullmatch(str(named)) else weekday_of(named)


def situation_of(case: Case, first_weekday: int, consents: Iterable[Consent]) -> Situation:
    """What the rules look at; the period is the whole weeks that the case touches.

    Parameters
    ----------
    consents
        Permissions that count as given; they hold on every day of the case.
    """
    period = case_period(case, first_weekday)
    return Situation(
        employee=_employee(case, period),
        period=period,
        zone=case.zone,
        calendar=_calendar(case),
        candidates=tuple(_shift(case, number, each) for number, each in enumerate(case.shifts)),
        leave=tuple(_leave(case)),
        consents=tuple(consents),
        week_starts_on=first_weekday,
        circumstances=_circumstances(case, period, first_weekday),
    )


def case_period(case: Case, first_weekday: int) -> Period:
    """Whole weeks that hold every dated fact of the case; the hours before the roster are left out.

    It begins on the day that a case names as ``period_start``.
    """
    days = [shift.start.day for shift in case.shifts]
    of_the_roster = [total for total in work_totals(case) if not total.id.startswith(HISTORY)]
    days += [day for total in of_the_roster for day in (total.first, total.last)]
    days += [week_of_number(n) + TO_WEEK_END for n, week in enumerate(case.weekly_minutes) if week is None]
    days += [posting.first_day for posting in postings(case)]
    days = days or [UNDATED_MONDAY]
    first, last = week_start(min(days), first_weekday), week_start(max(days), first_weekday)
    last += timedelta(days=DAYS_PER_WEEK - 1)
    told = day_of(case.params["period_start"]) if "period_start" in case.params else first
    return Period(told if told <= last else first, last)


def _employee(case: Case, period: Period) -> Employee:
    employed_from = day_of(case.person["employed_from"]) if "employed_from" in case.person else LONG_EMPLOYED
    if "employed_weeks" in case.person:
        employed_from = period.last + timedelta(days=1) - timedelta(weeks=int(case.person["employed_weeks"]))
    age = int(case.person.get("age", GROWN_UP_YEARS))
    return Employee(
        id=PERSON,
        name=case.id,
        hall="",
        contract_minutes=2400,
        system=HoursSystem(case.person.get("system", HoursSystem.STANDARD.value)),
        skills=frozenset({"counter"}),
        # Of that age from the first day of the case on, for a year.
        born=date(period.first.year - age, period.first.month, min(period.first.day, 28)),
        employed_from=employed_from,
        rate_cents=0,
    )


def _calendar(case: Case) -> Calendar:
    named = [(DAY_CLASSES[kind], days) for kind, days in case.day_classes.items() if kind in DAY_CLASSES]
    days_by_class = {day: day_class for day_class, days in named for day in days}
    return Calendar(days_by_class, weekly_rest_days=_weekly_rest_days(case))


def _weekly_rest_days(case: Case) -> frozenset[int]:
    """Weekdays that are the person's rest days; as rostered, none is one by itself."""
    told: Any = case.person.get("rest_days", ORDINARY_REST_DAYS)
    return frozenset() if isinstance(told, str) else frozenset(weekday_of(each) for each in told)


def _shift(case: Case, number: int, shift: CaseShift) -> Shift:
    start, end = (wall.instant(case.zone) for wall in (shift.start, shift.end))
    breaks: list[Break] = []
    for pause in shift.breaks:
        at = next_after(shift.start, pause.at_minute).instant(case.zone)
        breaks.append(Break(Interval(at, at + pause.minutes * 60), pause.paid))
    return Shift(f"shift {number}", shift.hall, "", shift.start.day, Interval(start, end), tuple(breaks))


def _leave(case: Case) -> Iterator[Leave]:
    for number, minutes in enumerate(case.weekly_minutes):
        if minutes is None:
            yield Leave(PERSON, Period.of_weeks(week_of_number(number), 1).interval(case.zone), LeaveKind.ANNUAL)
    for away in case.leave:
        yield Leave(PERSON, Period(away.day, away.day).interval(case.zone), LeaveKind(away.kind))


def _circumstances(case: Case, period: Period, first_weekday: int) -> Circumstances:
    judged: Any = case.params.get("evaluate_weeks")
    cycle: Any = case.person.get("cycle")
    return Circumstances(
        totals=work_totals(case),
        statuses=tuple(Status(kind, period.first, period.last) for kind in _status_kinds(case)),
        postings=postings(case),
        changes=changes(case),
        settlements={
            ground: Settlement(case.params[key]) for key, ground in SETTLEMENTS.items() if case.params.get(key)
        },
        cycle=None if cycle is None else Cycle(cycle),
        judged_weeks=None if judged is None else frozenset(week_start(week_of(each), first_weekday) for each in judged),
    )


def _status_kinds(case: Case) -> Iterator[StatusKind]:
    for key, kind in STATUSES.items():
        if case.person.get(key):
            yield kind
    if case.person.get("sector") == "public":
        yield StatusKind.PUBLIC_SECTOR


def night_window(case: Case) -> tuple[int, int] | None:
    """Minutes of the day between which the case counts night work: ``night_window: 22:00-06:00``."""
    named: Any = case.params.get("night_window")
    if named is None:
        return None
    first, _, last = str(named).partition("-")
    return clock_minute(first), clock_minute(last)
