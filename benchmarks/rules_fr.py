"""How cases of France are read, and what they pay."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.rules_case import Case
from benchmarks.rules_europe import hours, week_minutes, window_weeks
from benchmarks.rules_jurisdiction import Answers, Jurisdiction
from shiftbid.domain.settlement import Ground
from shiftbid.payroll.france_overtime import equivalent_rest_minutes, weekly_overtime
from shiftbid.payroll.hour_class import HourClass
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation


def _answers(_case: Case, situation: Situation, _pack: RulePack) -> Answers:
    pay = load_pay("FR", situation.period.first)
    paid = weekly_overtime(week_minutes(situation), pay)
    if not sum(paid.values()):
        return {}
    if situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME):
        kept = {each: minutes if each is HourClass.NORMAL else 0 for each, minutes in paid.items()}
        return {"pay_h": _in_hours(kept), "toil_min": {"accrued": equivalent_rest_minutes(paid, pay)}}
    return {"pay_h": _in_hours(paid)}


def _in_hours(paid: Mapping[HourClass, int]) -> Answers:
    return {each.value: hours(minutes) for each, minutes in paid.items()}


FRANCE = Jurisdiction(packs=("FR",), readings=window_weeks, answers=_answers)
