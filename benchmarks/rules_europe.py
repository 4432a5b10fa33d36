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
from shiftbid.domain.settlement import Ground
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import Period, local_day, week_start
from shiftbid.domain.toil import LotKind
from shiftbid.domain.work_total import TotalKind
from shiftbid.payroll.toil_law import load_toil_law
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.night_work import is_night_worker
from shiftbid.rules.situation import Situation

MINUTES_PER_HOUR = 60


def week_minutes(situation: Situation) -> tuple[int, ...]:
    """Working time of each calendar week of the case, all halls added; weeks are cut at their midnight."""
    zone, first_weekday = situation.zone, situation.week_starts_on
    days = {day for shift in situation.candidates for day in (shift.day, local_day(shift.span.end - 1, zone))}
    days |= {total.last for total in situation.recent_totals}
    weeks = [Period.of_weeks(first, 1) for first in sorted({week_start(day, first_weekday) for day in days})]
    return tuple(_minutes_in(situation, week) for week in weeks)


def _minutes_in(situation: Situation, week: Period) -> int:
    span = week.interval(situation.zone)
    told = situation.circumstances.totals_of(TotalKind.WORKED, week.first, week.last)
    return sum(shift.paid_minutes_in(span) for shift in situation.candidates) + sum(total.minutes for total in told)


def hours(minutes: int) -> Fraction:
    """Minutes as hours."""
    return Fraction(minutes, MINUTES_PER_HOUR)


def all_normal(_case: Case, situation: Situation, _pack: RulePack) -> Answers:
    """Pay where the law sets no premium: every hour worked is a normal one."""
    worked = sum(week_minutes(situation))
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


def time_off_for_overtime(situation: Situation, law_id: str) -> Answers:
    """Time off under the law's own terms for the overtime that the case tells by the day."""
    overtime = [total for total in situation.circumstances.totals if total.kind is TotalKind.OVERTIME]
    by_day = [total for total in overtime if total.first == total.last]
    settled = situation.circumstances.settlements.get(Ground.WEEKDAY_OVERTIME)
    if not by_day or (settled is not None and not situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME)):
        return {}
    policy = load_toil_law(law_id, by_day[0].first).default
    terms = policy.of_kind(LotKind.OVERTIME)
    accrued = sum(policy.earned_minutes(LotKind.OVERTIME, total.minutes) for total in by_day)
    expires = min(terms.validity.last_day(total.first) for total in by_day)
    answer: dict[str, Any] = {"toil_min": {"accrued": accrued, "expires": expires}}
    return answer
