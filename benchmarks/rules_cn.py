"""How cases of China are read, and what they pay."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, class_hours, given, pay_seconds
from benchmarks.rules_situation import night_window
from shiftbid.domain.pay import PayClass
from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import Consent
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import SECONDS_PER_MINUTE
from shiftbid.rules.book import RulePack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.situation import Situation
from shiftbid.rules.working_time import night_minutes

GENERAL, SPECIAL = "general", "special"
LIMITS_OF_ARTICLE_41 = ("CN-OT-DAY-GENERAL", "CN-OT-DAY-SPECIAL", "CN-OT-MONTH", "CN-OT-CONSENT")
PROTECTED_FROM_MONTH = 7
APPROVALS = ("approval", "approved", "approval_agreed", "cwh_approval", "cwh_approved", "cwh_agreed")
MONTHS_OF_A_YEAR = 12
BABY_MONTHS = ("baby_months", "child_months", "nursing_months", "nursing_baby_months")
HEAVY_GRADE = 3
CLASS_NAMES = {each: each.value for each in (PayClass.NORMAL, PayClass.OVERTIME, PayClass.REST_DAY, PayClass.HOLIDAY)}
NIGHT = (22 * 60, 6 * 60)


def _consents(case: Case) -> Iterator[Consent]:
    reason = case.params.get("ot_reason", GENERAL)
    if reason not in (GENERAL, SPECIAL):
        # Disasters, accidents and urgent repairs: the limits of article 41 do not apply (art. 42).
        yield from map(given, LIMITS_OF_ARTICLE_41)
        return
    if not case.refused("ot_agreed", "consent"):
        yield given("CN-OT-CONSENT")
    if reason == SPECIAL:
        yield given("CN-OT-DAY-GENERAL")


def _ignored(case: Case) -> Iterator[str]:
    # The limit for special reasons is asked only where there are special reasons.
    if case.params.get("ot_reason", GENERAL) == GENERAL:
        yield "CN-OT-DAY-SPECIAL"


def _circumstances(case: Case, told: Circumstances) -> Circumstances:
    refused = set(told.refused)
    if case.refused(*APPROVALS):
        refused.add("CN-CWH-APPROVAL")
    if case.refused("nursing_hour", "nursing_time"):
        refused.add("CN-NURSE-HOUR")
    return replace(told, refused=frozenset(refused), statuses=(*told.statuses, *_protections(case)))


def _protections(case: Case) -> Iterator[Status]:
    """Late pregnancy, nursing a child under one year, and heavy labour, on every day of the case."""
    facts = {**case.params, **case.person}
    if int(facts.get("pregnant_months") or 0) >= PROTECTED_FROM_MONTH:
        yield _always(StatusKind.LATE_PREGNANCY)
    babies = [facts[name] for name in BABY_MONTHS if facts.get(name) is not None]
    if any(int(months) < MONTHS_OF_A_YEAR for months in babies):
        yield _always(StatusKind.NURSING)
    if facts.get("heavy") or int(facts.get("labour_grade") or 0) >= HEAVY_GRADE:
        yield _always(StatusKind.HEAVY_LABOUR)


def _always(kind: StatusKind) -> Status:
    return Status(kind, date.min, date.max)


def _answers(case: Case, situation: Situation, pack: RulePack) -> Answers:
    pay = pay_seconds(situation, pack)
    start, end = night_window(case) or NIGHT
    at_night = sum(night_minutes(shift, situation.zone, start, end) for shift in situation.candidates)
    used = sum(away.minutes or 0 for away in case.leave if away.kind == "toil")
    answers: Answers = {"pay_h": {**class_hours(pay, CLASS_NAMES), "night": Fraction(at_night, 60)}}
    if situation.circumstances.settled_by_toil(Ground.REST_DAY_WORK) or used:
        accrued = pay[PayClass.TOIL_EARNED] // SECONDS_PER_MINUTE
        balance = accrued - used
        toil = {"accrued": accrued, "used": used, "balance": balance}
        answers = {**answers, "toil_min": toil, "balance_min": balance}
    return answers


def _readings(_case: Case) -> Mapping[str, str | int]:
    """The cases' calendar says which days are rest days; as rostered, it has none."""
    return {"paid_rest_days": "calendar"}


CHINA = Jurisdiction(("CN",), _consents, _circumstances, _ignored, _readings, _answers)
