"""How cases of France are read, and what they pay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from benchmarks.rules_case import Case
from benchmarks.rules_europe import hours, overtime_told, week_minutes, window_weeks
from benchmarks.rules_jurisdiction import Answers, Jurisdiction
from shiftbid.domain.settlement import Ground
from shiftbid.domain.timeline import week_start
from shiftbid.payroll.france_overtime import equivalent_rest_minutes, weekly_overtime
from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import PayRule, load_pay
from shiftbid.rules.situation import Situation


def _answers(_case: Case, situation: Situation, _pack: RulePack) -> Answers:
    pay = load_pay("FR", situation.period.first)
    paid = _paid(situation, pay)
    if not sum(paid.values()):
        return {}
    if situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME):
        kept = {each: minutes if each is HourClass.NORMAL else 0 for each, minutes in paid.items()}
        return {"pay_h": _in_hours(kept), "toil_min": {"accrued": equivalent_rest_minutes(paid, pay)}}
    return {"pay_h": _in_hours(paid)}


def _paid(situation: Situation, pay: Mapping[str, PayRule]) -> Mapping[HourClass, int]:
    """Pay of the weeks, or of overtime that is told without them: then the normal time beside it is not known."""
    worked = week_minutes(situation)
    if any(worked.values()):
        return weekly_overtime(worked.values(), pay)
    weeks: dict[date, int] = {}
    for day, minutes in overtime_told(situation).items():
        monday = week_start(day, situation.week_starts_on)
        weeks[monday] = weeks.get(monday, pay["FR-WEEK-LEGAL"].number("limit_minutes")) + minutes
    return {each: minutes for each, minutes in weekly_overtime(weeks.values(), pay).items() if each != HourClass.NORMAL}


def _in_hours(paid: Mapping[HourClass, int]) -> Answers:
    return {each.value: hours(minutes) for each, minutes in paid.items()}


FRANCE = Jurisdiction(packs=("FR",), readings=window_weeks, answers=_answers)
