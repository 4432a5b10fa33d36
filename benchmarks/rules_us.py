"""How cases of the United States are read: federal law, and what it pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction
from benchmarks.rules_totals import HISTORY, UNDATED_MONDAY
from benchmarks.rules_values import clock_minute, number_of
from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.payroll.flsa_overtime import compensatory_minutes, weekly_overtime
from shiftbid.payroll.hour_class import HourClass
from shiftbid.payroll.workdays import Workweek, minutes_by_workday
from shiftbid.rules.book import RulePack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

PUBLIC_SECTORS = ("public", "public_agency", "government")
SECTORS_OF_THE_HIGHER_CAP = ("public_safety", "emergency", "emergency_response", "seasonal", "police", "fire")
HIGHER_CAP_MINUTES = 480 * 60
OVERTIME_KIND = "weekday_ot"


def sector_of(case: Case) -> str:
    """Sector that the case names, in lower case; empty where it names none."""
    return str(case.params.get("sector", case.person.get("sector", ""))).lower()


def readings(case: Case) -> Mapping[str, str | int]:
    """Where the workweek begins, what the employer pays for overtime, and the cap of compensatory time."""
    named: dict[str, str | int] = {"workday_start_minute": workday_start_minute(case)}
    rates = [number_of(row["rate"]) for row in case.facts.get("overtime") or () if "rate" in row]
    rates += [number_of(case.params[name]) for name in ("ot_rate", "overtime_rate") if name in case.params]
    if rates:
        named["paid_percent"] = int(min(rates) * 100)
    if sector_of(case) in SECTORS_OF_THE_HIGHER_CAP:
        named["limit_minutes"] = HIGHER_CAP_MINUTES
    return named


def workday_start_minute(case: Case) -> int:
    """Clock minute of ``workday_start: '12:00'``, else of the clock in ``workweek_start: Sun 06:00``."""
    if "workday_start" in case.params:
        return clock_minute(case.params["workday_start"])
    clock = str(case.params.get("workweek_start", "")).replace("T", " ").rpartition(" ")[2]
    return clock_minute(clock) if ":" in clock else 0


def circumstances(case: Case, told: Circumstances) -> Circumstances:
    """Public agencies by the name of their sector, exempt staff, and the journal of compensatory time."""
    facts: list[Status] = []
    public = sector_of(case) in (*PUBLIC_SECTORS, *SECTORS_OF_THE_HIGHER_CAP)
    if public:
        facts.append(Status(StatusKind.PUBLIC_SECTOR, date.min, date.max))
    if case.params.get("exempt"):
        facts.append(Status(StatusKind.EXEMPT, date.min, date.max))
    told = replace(told, statuses=(*told.statuses, *facts))
    highest = _highest_balance(case, public=public)
    if not highest:
        return told
    # The cap is on time off; the law counts the overtime that earns it.
    earned_by = -(-highest * 100 // load_pay("US", UNDATED_MONDAY)["US-COMP-PUBLIC-RATE"].number("rate_percent"))
    journal = WorkTotal(f"{HISTORY} journal", TotalKind.OVERTIME, UNDATED_MONDAY, UNDATED_MONDAY, earned_by)
    settlements = {Ground.WEEKDAY_OVERTIME: Settlement.TOIL, **told.settlements}
    return replace(told, totals=(*told.totals, journal), settlements=settlements)


def _highest_balance(case: Case, *, public: bool) -> int:
    """Most minutes of time off for overtime that the case's journal holds at any time.

    At public agencies every lot counts; elsewhere only those that the case says were earned by overtime.
    """
    balance = highest = 0
    for event in case.facts.get("events") or ():
        minutes = int(event.get("min", 0))
        if event.get("type") == "accrue":
            balance += minutes if public or event.get("kind") == OVERTIME_KIND else 0
        else:
            balance -= minutes
        highest = max(highest, balance)
    return highest


def workweek_of(case: Case, situation: Situation) -> Workweek:
    """Where the employer's workweek begins."""
    return Workweek(situation.week_starts_on, workday_start_minute(case))


def hours(minutes: Mapping[HourClass, int]) -> dict[str, Fraction]:
    """Minutes by class as hours."""
    return {hour_class.value: Fraction(each, 60) for hour_class, each in minutes.items()}


def told_totals(situation: Situation, kind: TotalKind) -> tuple[WorkTotal, ...]:
    """Totals of a kind that the case tells of the roster itself, not of the time before it."""
    return tuple(
        each for each in situation.circumstances.totals if each.kind is kind and not each.id.startswith(HISTORY)
    )


def federal_answers(case: Case, situation: Situation, _pack: RulePack) -> Answers:
    """Overtime of each workweek, paid or, at public agencies, answered with compensatory time."""
    pay = load_pay("US", situation.period.first)
    weeks = _week_minutes(case, situation)
    overtime_told = sum(each.minutes for each in told_totals(situation, TotalKind.OVERTIME))
    if not weeks and not overtime_told:
        return {}
    exempt = situation.circumstances.has(StatusKind.EXEMPT, situation.period.first)
    split = dict(weekly_overtime(weeks.values(), pay["US-OT"], exempt=exempt))
    split[HourClass.HALF_AGAIN] += overtime_told
    answers: dict[str, Any] = {}
    facts = situation.circumstances
    if facts.settled_by_toil(Ground.WEEKDAY_OVERTIME):
        public = facts.has(StatusKind.PUBLIC_SECTOR, situation.period.first)
        overtime_minutes = split[HourClass.HALF_AGAIN] if public else 0
        accrued = compensatory_minutes(overtime_minutes, pay["US-COMP-PUBLIC-RATE"])
        used = sum(away.minutes or 0 for away in case.leave if away.kind == "toil")
        answers["toil_min"] = {"accrued": accrued, "used": used, "balance": accrued - used}
        # What a private employer answers with time off is still due in pay.
        split[HourClass.HALF_AGAIN] -= overtime_minutes
    return {"pay_h": hours(split), **answers}


def _week_minutes(case: Case, situation: Situation) -> Mapping[date, int]:
    workweek = workweek_of(case, situation)
    weeks: dict[date, int] = {}
    for first, minutes in _worked(situation, workweek):
        weeks[first] = weeks.get(first, 0) + minutes
    return weeks


def _worked(situation: Situation, workweek: Workweek) -> Iterator[tuple[date, int]]:
    for day, minutes in minutes_by_workday(situation.shifts, workweek, situation.zone).items():
        yield workweek.first_day(day), minutes
    for total in told_totals(situation, TotalKind.WORKED):
        yield workweek.first_day(total.first), total.minutes


UNITED_STATES = Jurisdiction(packs=("US",), circumstances=circumstances, readings=readings, answers=federal_answers)
