"""How cases of the United States are read: federal law, and what it pays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, class_hours, paid_parts
from benchmarks.rules_totals import HISTORY, UNDATED_MONDAY
from benchmarks.rules_values import clock_minute, number_of
from shiftbid.domain.pay import PayClass
from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import SECONDS_PER_MINUTE
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.payroll.paid_part import seconds_by_class
from shiftbid.payroll.pay_laws.united_states import compensatory_minutes
from shiftbid.rules.book import RulePack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

PUBLIC_SECTORS = ("public", "public_agency", "government")
SECTORS_OF_THE_HIGHER_CAP = ("public_safety", "emergency", "emergency_response", "seasonal", "police", "fire")
HIGHER_CAP_MINUTES = 480 * 60
OVERTIME_KIND = "weekday_ot"
CLASS_NAMES = {PayClass.NORMAL: "normal", PayClass.OVERTIME: "ot1.5"}


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


def federal_answers(case: Case, situation: Situation, pack: RulePack) -> Answers:
    """Overtime of each workweek, paid or, at public agencies, answered with compensatory time."""
    split = Counter(seconds_by_class(paid_parts(situation, pack, "united_states")))
    if not split:
        return {}
    answers: dict[str, Any] = {"pay_h": class_hours(split, CLASS_NAMES)}
    if situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME):
        rate = load_pay("US", situation.period.first)["US-COMP-PUBLIC-RATE"]
        accrued = compensatory_minutes(split[PayClass.TOIL_EARNED] // SECONDS_PER_MINUTE, rate)
        used = sum(away.minutes or 0 for away in case.leave if away.kind == "toil")
        answers["toil_min"] = {"accrued": accrued, "used": used, "balance": accrued - used}
    return answers


UNITED_STATES = Jurisdiction(packs=("US",), circumstances=circumstances, readings=readings, answers=federal_answers)
