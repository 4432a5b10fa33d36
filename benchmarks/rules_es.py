"""How cases of Spain are read, and the time off that answers overtime."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from benchmarks.rules_case import Case
from benchmarks.rules_europe import all_normal, overtime_told, time_off, week_minutes, window_weeks
from benchmarks.rules_jurisdiction import Answers, Jurisdiction, given
from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import Consent
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation


def _consents(case: Case) -> Iterator[Consent]:
    # The nine hours are the law unless an agreement distributes the hours otherwise, so it has to be told.
    if case.params.get("agreement_in_writing"):
        yield given("ES-DAILY")


def _answers(case: Case, situation: Situation, pack: RulePack) -> Answers:
    return {**all_normal(case, situation, pack), **time_off(case, _overtime(situation, pack), "ES")}


def _overtime(situation: Situation, pack: RulePack) -> Mapping[date, int]:
    """Overtime told by the day, or, where the case answers it with rest, what weeks hold above the ordinary hours."""
    told = overtime_told(situation)
    if told or not situation.circumstances.settled_by_toil(Ground.WEEKDAY_OVERTIME):
        return told
    ordinary_minutes = pack.rule("ES-WEEK-AVG").number("limit_minutes")
    return {week.last: max(0, minutes - ordinary_minutes) for week, minutes in week_minutes(situation).items()}


SPAIN = Jurisdiction(packs=("ES",), consents=_consents, readings=window_weeks, answers=_answers)
