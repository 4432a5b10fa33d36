"""How cases of California are read, and what they pay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, given
from benchmarks.rules_us import circumstances, hours, readings, told_totals, workweek_of
from shiftbid.domain.staff import Consent
from shiftbid.domain.status import StatusKind
from shiftbid.domain.timeline import local_day
from shiftbid.domain.work_total import TotalKind
from shiftbid.payroll.california_overtime import CaliforniaOvertime, california_overtime, premium_minutes
from shiftbid.payroll.flsa_overtime import weekly_overtime
from shiftbid.payroll.hour_class import HourClass
from shiftbid.payroll.workdays import minutes_by_workday, workweeks
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

FIRST_MEAL, SECOND_MEAL = "CA-MEAL-1", "CA-MEAL-2"
WAIVERS = {"first": (FIRST_MEAL,), "1": (FIRST_MEAL,), "second": (SECOND_MEAL,), "2": (SECOND_MEAL,)}
REST_WAIVERS = ("consent", "rest_day_consent", "rest_day_waiver", "seventh_day_consent")


def _consents(case: Case) -> Iterator[Consent]:
    """Meals count as waived where the case does not deny it; the day of rest only where it says so."""
    waiver = case.params.get("meal_waiver", True)
    if waiver and not case.refused("consent", "meal_waiver_agreed"):
        yield from map(given, WAIVERS.get(str(waiver).lower(), (FIRST_MEAL, SECOND_MEAL)))
    if any(case.params.get(name) is True for name in REST_WAIVERS):
        yield given("CA-ONE-IN-SEVEN")


def _answers(case: Case, situation: Situation, pack: RulePack) -> Answers:
    workweek = workweek_of(case, situation)
    pay = load_pay("US-CA", situation.period.first)
    by_workday = dict(minutes_by_workday(situation.shifts, workweek, situation.zone))
    told = told_totals(situation, TotalKind.WORKED)
    for total in told:
        if total.first == total.last:
            by_workday[total.first] = by_workday.get(total.first, 0) + total.minutes
    # Of weeks told as a sum only the weekly limit can be judged.
    told_weeks: dict[date, int] = {}
    for total in told:
        if total.first != total.last:
            first = workweek.first_day(total.first)
            told_weeks[first] = told_weeks.get(first, 0) + total.minutes
    if not by_workday and not told_weeks:
        return {}
    exempt = situation.circumstances.has(StatusKind.EXEMPT, situation.period.first)
    split = dict(weekly_overtime(told_weeks.values(), pay["CA-OT-WEEK"], exempt=exempt))
    split[HourClass.DOUBLE] = 0
    if exempt:
        split[HourClass.NORMAL] += sum(by_workday.values())
        return {"pay_h": hours(split)}
    for hour_class, minutes in california_overtime(workweeks(by_workday, workweek), CaliforniaOvertime.of(pay)).items():
        split[hour_class] += minutes
    premiums = premium_minutes(
        _days_of(pack, situation, FIRST_MEAL, SECOND_MEAL),
        _days_of(pack, situation, "CA-REST-10"),
        pay["CA-MEAL-PREMIUM"],
    )
    return {"pay_h": hours(split), "premium_h": hours(premiums)}


def _days_of(pack: RulePack, situation: Situation, *rules: str) -> frozenset[date]:
    """Days on which one of the rules is broken."""
    findings = check(pack, situation, {shift.id for shift in situation.candidates})
    return frozenset(local_day(each.span.start, situation.zone) for each in findings if each.rule in rules)


CALIFORNIA = Jurisdiction(
    packs=("US-CA",), consents=_consents, circumstances=circumstances, readings=readings, answers=_answers
)
