"""How cases of Spain are read, and the time off that answers overtime."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.rules_case import Case
from benchmarks.rules_europe import all_normal, time_off_for_overtime, window_weeks
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, given
from shiftbid.domain.staff import Consent
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation


def _consents(case: Case) -> Iterator[Consent]:
    # The nine hours are the law unless an agreement distributes the hours otherwise, so it has to be told.
    if case.params.get("agreement_in_writing"):
        yield given("ES-DAILY")


def _answers(case: Case, situation: Situation, pack: RulePack) -> Answers:
    return {**all_normal(case, situation, pack), **time_off_for_overtime(situation, "ES")}


SPAIN = Jurisdiction(packs=("ES",), consents=_consents, readings=window_weeks, answers=_answers)
