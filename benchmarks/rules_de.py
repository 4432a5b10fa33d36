"""How cases of Germany are read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from benchmarks.rules_case import Case
from benchmarks.rules_europe import all_normal, derived_night_worker, window_weeks
from benchmarks.rules_jurisdiction import Jurisdiction
from benchmarks.rules_situation import PERSON
from benchmarks.rules_values import day_of
from shiftbid.domain.staff import Consent, ConsentKind
from shiftbid.rules.circumstances import Circumstances


def _consents(case: Case) -> Iterator[Consent]:
    for named in case.params.get("sunday_exception") or ():
        day = day_of(named)
        yield Consent(PERSON, "DE-SUNDAY", day, day, ConsentKind.AUTHORITY)


def _circumstances(case: Case, told: Circumstances) -> Circumstances:
    """Days before the first shift are not known to be free: no substitute day is found among them."""
    first: date | None = min((shift.start.day for shift in case.shifts), default=None)
    return replace(derived_night_worker(case, told, "DE", "DE-NIGHT-AVG"), known_from=first)


GERMANY = Jurisdiction(
    packs=("DE",), consents=_consents, circumstances=_circumstances, readings=window_weeks, answers=all_normal
)
