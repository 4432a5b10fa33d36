"""How cases of France are read, and what they pay."""

from __future__ import annotations

from benchmarks.rules_case import Case
from benchmarks.rules_europe import window_weeks
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, class_hours, paid_parts
from shiftbid.domain.pay import PayClass
from shiftbid.domain.settlement import Ground
from shiftbid.payroll.paid_part import seconds_by_class
from shiftbid.payroll.pay_laws.france import equivalent_rest_minutes
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

CLASS_NAMES = {PayClass.NORMAL: "normal", PayClass.OVERTIME_QUARTER: "ot25", PayClass.OVERTIME: "ot50"}


def _answers(_case: Case, situation: Situation, pack: RulePack) -> Answers:
    parts = paid_parts(situation, pack)
    if not parts:
        return {}
    worked = any(each.pay_class is PayClass.NORMAL for each in parts)
    names = {each: name for each, name in CLASS_NAMES.items() if worked or each is not PayClass.NORMAL}
    pay_h = class_hours(seconds_by_class(parts), names)
    if not situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME):
        return {"pay_h": pay_h}
    by_rule: dict[str, int] = {}
    for each in parts:
        if each.pay_class is PayClass.TOIL_EARNED:
            by_rule[each.rule] = by_rule.get(each.rule, 0) + each.part.seconds
    rest_minutes = equivalent_rest_minutes(by_rule, load_pay(pack.id, situation.period.first))
    return {"pay_h": pay_h, "toil_min": {"accrued": rest_minutes}}


FRANCE = Jurisdiction(packs=("FR",), readings=window_weeks, answers=_answers)
