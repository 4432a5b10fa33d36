"""How cases of Japan are read, and what they pay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, class_hours, pay_seconds
from benchmarks.rules_totals import UNDATED_MONDAY
from benchmarks.rules_values import WEEKDAYS, weekday_of
from shiftbid.domain.pay import PayClass
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

SMALL_SHOP_BELOW_HEADS = 10
CLASS_NAMES = {
    PayClass.NORMAL: "normal",
    PayClass.OVERTIME_QUARTER: "ot25",
    PayClass.OVERTIME: "ot50",
    PayClass.REST_DAY_35: "rest35",
    PayClass.NIGHT: "night25",
}


def _readings(case: Case) -> Mapping[str, str | int]:
    """Agreements as readings: the general one stands unless denied, the special clause only where it is told."""
    rest_day = _statutory_rest_day(case)
    return {
        "art36": "none" if case.refused("art36", "art36_agreed") else "agreed",
        "special_clause": "agreed" if case.params.get("special_clause") else "none",
        "statutory_rest_day": "none" if rest_day is None else WEEKDAYS[rest_day],
        "normal_week_minutes": _normal_week_minutes(case),
    }


def _normal_week_minutes(case: Case) -> int:
    """Shops and services with few staff have a longer week."""
    staff = int(case.params.get("employees", SMALL_SHOP_BELOW_HEADS))
    week = load_pay("JP", UNDATED_MONDAY)["JP-WEEK"]
    return week.number("small_shop_minutes" if staff < SMALL_SHOP_BELOW_HEADS else "limit_minutes")


def _statutory_rest_day(case: Case) -> int | None:
    """Of the rest days that the case names, the last is the statutory one; the others are by contract."""
    named: Any = case.person.get("rest_days")
    return weekday_of(named[-1]) if isinstance(named, list) and named else None


def _answers(_case: Case, situation: Situation, pack: RulePack) -> Answers:
    if not situation.shifts and not situation.recent_totals:
        return {}
    return {"pay_h": class_hours(pay_seconds(situation, pack), CLASS_NAMES)}


JAPAN = Jurisdiction(packs=("JP",), readings=_readings, answers=_answers)
