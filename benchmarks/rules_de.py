"""How cases of Germany are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from benchmarks.rules_case import Case
from benchmarks.rules_europe import all_normal, derived_night_worker, window_weeks
from benchmarks.rules_jurisdiction import Jurisdiction
from benchmarks.rules_situation import PERSON
from benchmarks.rules_totals import UNDATED_MONDAY
from benchmarks.rules_values import day_of
from shiftbid.domain.staff import Consent, ConsentKind
from shiftbid.rules.book import load_pack
from shiftbid.rules.circumstances import Circumstances


def _consents(case: Case) -> Iterator[Consent]:
    for named in case.params.get("sunday_exception") or ():
        day = day_of(named)
        yield Consent(PERSON, "DE-SUNDAY", day, day, ConsentKind.AUTHORITY)


def _circumstances(case: Case, told: Circumstances) -> Circumstances:
    """Days before the first shift are not known to be free: no substitute day is found among them."""
    first: date | None = min((shift.start.day for shift in case.shifts), default=None)
    return replace(derived_night_worker(case, told, "DE", "DE-NIGHT-AVG"), known_from=first)


def _readings(case: Case) -> Mapping[str, str | int]:
    """Four weeks named for a night worker are those of § 6(2); the average of § 3 stays one of 24 weeks."""
    named = {**case.params, **window_weeks(case)}.get("reference_weeks")
    pack = load_pack("DE", UNDATED_MONDAY)
    if case.person.get("night_worker") and named == pack.rule("DE-NIGHT-AVG").number("reference_weeks"):
        return {"reference_weeks": pack.rule("DE-AVG-WEEK").number("reference_weeks")}
    return window_weeks(case)


GERMANY = Jurisdiction(
    packs=("DE",), consents=_consents, circumstances=_circumstances, readings=_readings, answers=all_normal
)
