"""How cases of the Australian retail award and of New Zealand are read, and what they pay."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, class_hours, given
from benchmarks.rules_values import day_of, hours_as_minutes, number_of
from shiftbid.domain.pay import PayClass
from shiftbid.domain.staff import Consent
from shiftbid.payroll.pay_laws.house import holidays_apart
from shiftbid.payroll.pay_laws.new_zealand import alternative_holidays
from shiftbid.payroll.retail_award_toil import OvertimeRecord, earned_time_off
from shiftbid.payroll.worked_part import by_day, told
from shiftbid.rules.book import RulePack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation
from shiftbid.services.holiday_calendar import calendar_for

REFUSALS = ("consent", "agreement", "agreement_in_writing", "rest_agreed", "break_agreed", "between_agreed", "agreed")
ORDINARY_REST_DAYS = frozenset({5, 6})


def _award_consents(case: Case) -> Iterator[Consent]:
    if not case.refused(*REFUSALS):
        yield given("AU-BETWEEN")


def _award_answers(case: Case, situation: Situation, _pack: RulePack) -> Answers:
    """Time off for the overtime told, by a written agreement for it; without one its pay at the rates told."""
    pay = load_pay("AU-RETAIL", situation.period.first)
    ordinary = Fraction(pay["AU-TOIL-RATE"].number("rate_percent"), 100)
    overtime = [
        OvertimeRecord(day_of(row["date"]), hours_as_minutes(row["h"]), int(number_of(row.get("rate", ordinary)) * 100))
        for row in case.facts.get("overtime") or ()
    ]
    if not overtime:
        return {}
    if case.refused("agreement_in_writing", "agreement", "toil_agreed"):
        paid: dict[str, Fraction] = {}
        for each in overtime:
            name = f"ot{each.rate_percent}"
            paid[name] = paid.get(name, Fraction(0)) + Fraction(each.minutes, 60)
        return {"pay_h": paid, "toil_min": {"accrued": 0, "used": 0, "balance": 0}}
    earned = earned_time_off(overtime, pay["AU-TOIL-EXPIRY"])
    accrued = sum(each.minutes for each in earned)
    used = sum(away.minutes or 0 for away in case.leave if away.kind == "toil")
    told: Any = case.facts.get("as_of")
    expired = sum(each.minutes for each in earned if told is not None and each.expires < day_of(told))
    # What is taken comes first from the time off that expires first.
    payout = max(0, expired - used)
    balance = accrued - used - payout
    toil = {"accrued": accrued, "used": used, "balance": balance, "expires": min(each.expires for each in earned)}
    return {"toil_min": toil, "payout_min": payout, "balance_min": balance}


def _new_zealand_answers(case: Case, situation: Situation, _pack: RulePack) -> Answers:
    """The law's own pay and time off; what the house pays for long days is no law."""
    daily = (total for total in situation.circumstances.totals if total.is_of_a_day)
    parts = (*by_day(situation.shifts, situation.zone), *told(daily))
    if not parts:
        return {}
    named, years = situation.calendar, {part.day.year for part in parts}
    calendar = named if named.special else calendar_for("NZ", None, years, ORDINARY_REST_DAYS)
    ordinary, on_holidays = holidays_apart(parts, calendar)
    working_day = bool(case.person.get("otherwise_working_day", case.params.get("otherwise_working_day", True)))
    days_off = alternative_holidays(parts, calendar, otherwise_working_day=working_day)
    seconds = {
        PayClass.NORMAL: sum(part.seconds for part in ordinary),
        PayClass.HOLIDAY_HALF_AGAIN: sum(part.seconds for part in on_holidays),
    }
    return {
        "pay_h": class_hours(seconds, {each: each.value for each in seconds}),
        "toil": {"alternative_days": days_off},
    }


AUSTRALIAN_RETAIL = Jurisdiction(packs=("AU-RETAIL",), consents=_award_consents, answers=_award_answers)
NEW_ZEALAND = Jurisdiction(packs=("NZ",), answers=_new_zealand_answers)
