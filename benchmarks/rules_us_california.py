"""How cases of California are read, and what they pay."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, class_hours, given, pay_seconds
from benchmarks.rules_us import circumstances, readings
from shiftbid.domain.pay import PayClass
from shiftbid.domain.staff import Consent
from shiftbid.domain.status import StatusKind
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation

FIRST_MEAL, SECOND_MEAL = "CA-MEAL-1", "CA-MEAL-2"
WAIVERS = {"first": (FIRST_MEAL,), "1": (FIRST_MEAL,), "second": (SECOND_MEAL,), "2": (SECOND_MEAL,)}
CLASS_NAMES = {PayClass.NORMAL: "normal", PayClass.OVERTIME: "ot1.5", PayClass.OVERTIME_DOUBLE: "dt2"}
PREMIUM_NAMES = {each: each.value for each in (PayClass.MEAL_PREMIUM, PayClass.REST_PREMIUM)}
REST_WAIVERS = ("consent", "rest_day_consent", "rest_day_waiver", "seventh_day_consent")


def _consents(case: Case) -> Iterator[Consent]:
    """Meals count as waived where the case does not deny it; the day of rest only where it says so."""
    waiver = case.params.get("meal_waiver", True)
    if waiver and not case.refused("consent", "meal_waiver_agreed"):
        yield from map(given, WAIVERS.get(str(waiver).lower(), (FIRST_MEAL, SECOND_MEAL)))
    if any(case.params.get(name) is True for name in REST_WAIVERS):
        yield given("CA-ONE-IN-SEVEN")


def _answers(_case: Case, situation: Situation, pack: RulePack) -> Answers:
    seconds = pay_seconds(situation, pack)
    if not seconds:
        return {}
    answers: Answers = {"pay_h": class_hours(seconds, CLASS_NAMES)}
    exempt = situation.circumstances.has(StatusKind.EXEMPT, situation.period.first)
    return answers if exempt else {**answers, "premium_h": class_hours(seconds, PREMIUM_NAMES)}


CALIFORNIA = Jurisdiction(
    packs=("US-CA",), consents=_consents, circumstances=circumstances, readings=readings, answers=_answers
)
