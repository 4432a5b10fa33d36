"""What the plugs of Germany, France, Spain and the United Kingdom share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_eu import WEEKS_OF_MONTHS
from benchmarks.rules_jurisdiction import Answers
from benchmarks.rules_situation import night_window, situation_of
from benchmarks.rules_totals import UNDATED_MONDAY
from benchmarks.rules_values import day_of
from shiftbid.domain.settlement import Settlement
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import Period, local_day, week_start
from shiftbid.domain.toil import LotKind
from shiftbid.domain.work_total import TotalKind
from shiftbid.payroll.toil_law import load_toil_law
from shiftbid.payroll.toil_policy import Outcome
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.night_work import is_night_worker
from shiftbid.rules.situation import Situation

MINUTES_PER_HOUR = 60


def week_minutes(situation: Situation) -> Mapping[Period, int]:
    """Working time of each calendar week of the case, all halls added; weeks are cut at their midnight."""
    zone, first_weekday = situation.zone, situation.week_starts_on
    days = {day for shift in situation.candidates for day in (shift.day, local_day(shift.span.end - 1, zone))}
    days |= {total.last for total in situation.recent_totals}
    weeks = [Period.of_weeks(first, 1) for first in sorted({week_start(day, first_weekday) for day in days})]
    return {week: _minutes_in(situation, week) for week in weeks}


def _minutes_in(situation: Situation, week: Period) -> int:
    span = week.interval(situation.zone)
    told = situation.circumstances.totals_of(TotalKind.WORKED, week.first, week.last)
    return sum(shift.paid_minutes_in(span) for shift in situation.candidates) + sum(total.minutes for total in told)


def hours(minutes: int) -> Fraction:
    """Minutes as hours."""
    return Fraction(minutes, MINUTES_PER_HOUR)


def all_normal(_case: Case, situation: Situation, _pack: RulePack) -> Answers:
    """Pay where the law sets no premium: every hour worked is a normal one."""
    worked = sum(week_minutes(situation).values())
    return {"pay_h": {"normal": hours(worked)}} if worked else {}


def window_weeks(case: Case) -> Mapping[str, int]:
    """Weeks of the reference period where the case calls them the weeks of the window, or tells months."""
    if "window_weeks" in case.params:
        return {"reference_weeks": int(case.params["window_weeks"])}
    if "reference_months" in case.params:
        return {"reference_weeks": WEEKS_OF_MONTHS[int(case.params["reference_months"])]}
    return {}


def derived_night_worker(case: Case, told: Circumstances, pack_id: str, rule_id: str) -> Circumstances:
    """Night work as a normal course, by the case's own shifts where it does not tell it."""
    if "night_worker" in case.person or not case.shifts:
        return told
    rule = load_pack(pack_id, UNDATED_MONDAY).rule(rule_id)
    window = night_window(case)
    if window is not None:
        rule = rule.read_as({"night_start_minute": window[0], "night_end_minute": window[1]})
    if not is_night_worker(situation_of(case, 0, ()).candidates, case.zone, rule):
        return told
    always = Status(StatusKind.NIGHT_WORKER, date.min, date.max)
    return replace(told, statuses=(*told.statuses, always))


def overtime_told(situation: Situation) -> Mapping[date, int]:
    """Overtime that the case tells by the day, in minutes."""
    minutes: dict[date, int] = {}
    for total in situation.circumstances.totals:
        if total.kind is TotalKind.OVERTIME and total.first == total.last:
            minutes[total.first] = minutes.get(total.first, 0) + total.minutes
    return minutes


def time_off(case: Case, overtime: Mapping[date, int], law_id: str) -> Answers:
    """Time off under the law's own terms for overtime by the day, unless the case settles it by pay.

    What has expired by ``as_of`` is paid out where the terms say so.
    """
    earned = {day: minutes for day, minutes in overtime.items() if minutes}
    if not earned or case.params.get("weekday_ot_settlement") == Settlement.PAY.value:
        return {}
    policy = load_toil_law(law_id, min(earned)).default
    terms = policy.of_kind(LotKind.OVERTIME)
    lots = [
        (policy.earned_minutes(LotKind.OVERTIME, minutes), terms.validity.last_day(day))
        for day, minutes in earned.items()
    ]
    accrued = sum(minutes for minutes, _ in lots)
    answer: dict[str, Any] = {"toil_min": {"accrued": accrued, "expires": min(last for _, last in lots)}}
    if "as_of" in case.facts and terms.at_expiry is Outcome.PAYOUT:
        on = day_of(case.facts["as_of"])
        answer["payout_min"] = sum(minutes for minutes, last in lots if last < on)
        answer["balance_min"] = accrued - answer["payout_min"]
    return answer
