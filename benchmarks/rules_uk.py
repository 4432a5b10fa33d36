"""How cases of the United Kingdom are read, and the time off of its health service."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.rules_case import Case
from benchmarks.rules_europe import all_normal, derived_night_worker, overtime_told, time_off, window_weeks
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, given
from benchmarks.rules_totals import UNDATED_MONDAY
from shiftbid.domain.staff import Consent, ConsentKind
from shiftbid.rules.book import RulePack, load_pack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.situation import Situation


def _consents(case: Case) -> Iterator[Consent]:
    if case.person.get("optout"):
        yield given("UK-WEEK-AVG", ConsentKind.PERSON)


def _circumstances(case: Case, told: Circumstances) -> Circumstances:
    return derived_night_worker(case, told, "UK", "UK-NIGHT-AVG")


def _regulations(_case: Case) -> Iterator[str]:
    """Rules of the regulations: the handbook's own rows speak of time off only."""
    return (rule.id for rule in load_pack("UK", UNDATED_MONDAY).rules)


def _agenda_for_change(case: Case, situation: Situation, pack: RulePack) -> Answers:
    return {**all_normal(case, situation, pack), **time_off(case, overtime_told(situation), "UK-NHS")}


UNITED_KINGDOM = Jurisdiction(
    packs=("UK",), consents=_consents, circumstances=_circumstances, readings=window_weeks, answers=all_normal
)
HEALTH_SERVICE = Jurisdiction(packs=("UK-NHS",), ignored=_regulations, answers=_agenda_for_change)
