"""How cases of the predictive-scheduling laws are read, and what they pay: Oregon, Seattle, Chicago, New York City."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, class_hours, given, paid_parts
from benchmarks.rules_us import circumstances, federal_answers, readings, sector_of
from shiftbid.domain.pay import PayClass
from shiftbid.domain.staff import Consent
from shiftbid.payroll.paid_part import seconds_by_class
from shiftbid.payroll.predictability_pay import (
    PredictabilityPay,
    chicago_pay,
    new_york_fast_food_cents,
    oregon_pay,
    seattle_pay,
)
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.pay_book import load_pay
from shiftbid.rules.situation import Situation

REFUSALS = ("consent", "written_consent", "consent_agreed", "rest_agreed", "employee_agreed")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whom a law covers, where a case tells trade or staff instead of ``covered``.

    Attributes
    ----------
    trades
        How the names of covered trades begin.
    from_heads
        Least number of staff of the employer.
    """

    trades: tuple[str, ...]
    from_heads: int

    def holds(self, case: Case) -> bool:
        """Whether the case's employer is covered; silence means it is."""
        told: Any = case.params.get("covered")
        if told is not None:
            return bool(told)
        trade = sector_of(case)
        in_trade = not trade or trade == "private" or trade.startswith(self.trades)
        return in_trade and int(case.params.get("employees", self.from_heads)) >= self.from_heads


# ORS 653.412; SMC 14.22 and MCC 6-110 as their offices' pages say; NYC Admin. Code 20-1201.
OREGON_COVERAGE = Coverage(("retail", "hospitality", "hotel", "food", "fast_food", "restaurant"), 500)
SEATTLE_COVERAGE = Coverage(("retail", "food", "fast_food", "restaurant"), 500)
CHICAGO_COVERAGE = Coverage(
    ("building", "health", "hotel", "manufactur", "restaurant", "retail", "warehouse", "food", "fast_food"), 100
)
RETAIL_COVERAGE = Coverage(("retail",), 20)
FAST_FOOD_COVERAGE = Coverage(("fast",), 1)


@dataclass(frozen=True, slots=True)
class Place:
    """One place with a law of its own.

    Attributes
    ----------
    consent_rules
        Rules that a consent lifts.
    change_pay
        Minutes of pay due for one late change.
    rest_class
        Pay class of short rests, and what the cases call it.
    """

    pack: str
    coverage: Coverage
    consent_rules: tuple[str, ...]
    change_pay: PredictabilityPay
    rest_class: tuple[PayClass, str]

    def jurisdiction(self) -> Jurisdiction:
        """How the place's cases are read."""
        return Jurisdiction(
            packs=(self.pack,),
            consents=self._consents,
            circumstances=circumstances,
            ignored=self._ignored,
            readings=readings,
            answers=self._answers,
        )

    def _consents(self, case: Case) -> Iterator[Consent]:
        return _consents(case, self.consent_rules)

    def _ignored(self, case: Case) -> Iterator[str]:
        return _ignored(case, self.pack, self.coverage)

    def _answers(self, case: Case, situation: Situation, pack: RulePack) -> Answers:
        answers: dict[str, Any] = dict(federal_answers(case, situation, pack))
        pay = load_pay(self.pack, situation.period.first)
        covered = self.coverage.holds(case)
        if situation.shifts:
            pay_class, name = self.rest_class
            extra = paid_parts(situation, pack) if covered else ()
            answers["pay_h_extra"] = class_hours(seconds_by_class(extra), {pay_class: name})
        if situation.circumstances.changes:
            answers["predictability_pay_h"] = {
                change.id: self.change_pay(change, pay).minutes / 60 if covered else Fraction(0)
                for change in situation.circumstances.changes
            }
        return answers


def _consents(case: Case, rules: tuple[str, ...]) -> Iterator[Consent]:
    return iter(()) if case.refused(*REFUSALS) else map(given, rules)


def _ignored(case: Case, pack_id: str, coverage: Coverage) -> Iterator[str]:
    """Rules of a pack that does not cover the employer; federal rules stay."""
    own = RULES_OF[pack_id]
    return iter(()) if coverage.holds(case) else iter(own)


RULES_OF = {
    "US-NYC": ("NYC-RETAIL-NOTICE", "NYC-RETAIL-ONCALL"),
    "US-NYC-FF": ("NYC-FF-NOTICE", "NYC-FF-CLOPEN"),
    "US-OR": ("OR-NOTICE", "OR-REST"),
    "US-SEA": ("SEA-NOTICE",),
    "US-CHI": ("CHI-NOTICE", "CHI-REST"),
}


def _new_york_consents(case: Case) -> Iterator[Consent]:
    return _consents(case, ("NYC-RETAIL-ONCALL", "NYC-FF-CLOPEN"))


def _new_york_ignored(case: Case) -> Iterator[str]:
    yield from _ignored(case, "US-NYC", RETAIL_COVERAGE)
    yield from _ignored(case, "US-NYC-FF", FAST_FOOD_COVERAGE)


def _new_york_answers(case: Case, situation: Situation, pack: RulePack) -> Answers:
    answers: dict[str, Any] = dict(federal_answers(case, situation, pack))
    if FAST_FOOD_COVERAGE.holds(case):
        pay = load_pay("US-NYC-FF", situation.period.first)
        fast_food = load_pack("US-NYC-FF", situation.period.first)
        cents = sum(each.cents for each in paid_parts(situation, fast_food))
        cents += sum(new_york_fast_food_cents(change, pay) for change in situation.circumstances.changes)
        answers["premium_usd"] = Fraction(cents, 100)
    return answers


HALF, QUARTER = (PayClass.SHORT_REST_HALF, "rest_1.5x"), (PayClass.SHORT_REST_QUARTER, "rest_1.25x")
OREGON = Place("US-OR", OREGON_COVERAGE, ("OR-REST",), oregon_pay, HALF).jurisdiction()
SEATTLE = Place("US-SEA", SEATTLE_COVERAGE, (), seattle_pay, HALF).jurisdiction()
CHICAGO = Place("US-CHI", CHICAGO_COVERAGE, ("CHI-REST",), chicago_pay, QUARTER).jurisdiction()
NEW_YORK_CITY = Jurisdiction(
    packs=("US-NYC", "US-NYC-FF"),
    consents=_new_york_consents,
    circumstances=circumstances,
    ignored=_new_york_ignored,
    readings=readings,
    answers=_new_york_answers,
)
