"""How cases of Japan are read, and what they pay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction
from benchmarks.rules_totals import HISTORY, UNDATED_MONDAY
from benchmarks.rules_values import WEEKDAYS, weekday_of
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.payroll.hour_class import HourClass
from shiftbid.payroll.japan_premiums import JapanPremiums, PremiumFacts, japan_premiums, undesignated_rest_days
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

SMALL_SHOP_BELOW_HEADS = 10


def _readings(case: Case) -> Mapping[str, str | int]:
    """Agreements as readings: the general one stands unless denied, the special clause only where it is told."""
    rest_day = _statutory_rest_day(case)
    return {
        "art36": "none" if case.refused("art36", "art36_agreed") else "agreed",
        "special_clause": "agreed" if case.params.get("special_clause") else "none",
        "statutory_rest_day": "none" if rest_day is None else WEEKDAYS[rest_day],
        "normal_week_minutes": _limits(case, UNDATED_MONDAY).week_minutes,
    }


def _statutory_rest_day(case: Case) -> int | None:
    """Of the rest days that the case names, the last is the statutory one; the others are by contract."""
    named: Any = case.person.get("rest_days")
    return weekday_of(named[-1]) if isinstance(named, list) and named else None


def _answers(case: Case, situation: Situation, _pack: RulePack) -> Answers:
    before = [each for each in situation.circumstances.totals if each.id.startswith(HISTORY)]
    recent = [each for each in situation.circumstances.totals if each not in before]
    if not situation.shifts and not recent:
        return {}
    told_days = _minutes(each for each in recent if each.kind is TotalKind.WORKED and each.first == each.last)
    facts = PremiumFacts(
        rest_days=_rest_days(case, situation, told_days),
        overtime_before=_by_month(before),
        told_days=told_days,
        told_weeks=_minutes(each for each in recent if each.kind is TotalKind.WORKED and each.first != each.last),
        told_overtime=_by_month(each for each in recent if each.kind is TotalKind.OVERTIME),
    )
    limits = _limits(case, situation.period.first)
    split = dict(japan_premiums(situation.shifts, limits, facts, situation.zone, situation.week_starts_on))
    split[HourClass.REST_DAY_PLUS_35] += sum(each.minutes for each in recent if each.kind is TotalKind.REST_DAY_WORK)
    return {"pay_h": {each.value: Fraction(minutes, 60) for each, minutes in split.items()}}


def _limits(case: Case, on: date) -> JapanPremiums:
    """Limits of the day, week and month; shops and services with few staff have a longer week."""
    staff = int(case.params.get("employees", SMALL_SHOP_BELOW_HEADS))
    return JapanPremiums.of(load_pay("JP", on), small_shop=staff < SMALL_SHOP_BELOW_HEADS)


def _rest_days(case: Case, situation: Situation, told_days: Mapping[date, int]) -> frozenset[date]:
    worked_days = {*(shift.day for shift in situation.shifts), *told_days}
    weekday = _statutory_rest_day(case)
    if weekday is None and case.params.get("rest_scheme", "weekly") != "weekly":
        return frozenset()
    if weekday is None:
        return undesignated_rest_days(worked_days, situation.week_starts_on)
    return frozenset(day for day in worked_days if day.weekday() == weekday)


def _minutes(totals: Iterable[WorkTotal]) -> Mapping[date, int]:
    minutes: dict[date, int] = {}
    for each in totals:
        minutes[each.last] = minutes.get(each.last, 0) + each.minutes
    return minutes


def _by_month(totals: Iterable[WorkTotal]) -> Mapping[date, int]:
    months: dict[date, int] = {}
    for each in totals:
        month = each.last.replace(day=1)
        months[month] = months.get(month, 0) + each.minutes
    return months


JAPAN = Jurisdiction(packs=("JP",), readings=_readings, answers=_answers)
