"""How cases of China are read."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.rules_case import Case
from benchmarks.rules_jurisdiction import Jurisdiction, given
from shiftbid.domain.staff import Consent


def _consents(case: Case) -> Iterator[Consent]:
    if not case.refused("ot_agreed", "consent"):
        yield given("CN-OT-CONSENT")
    if case.params.get("ot_reason") == "special":
        yield given("CN-OT-DAY-GENERAL")


def _ignored(case: Case) -> Iterator[str]:
    # The limit for special reasons is asked only where there are special reasons.
    if case.params.get("ot_reason", "general") == "general":
        yield "CN-OT-DAY-SPECIAL"


CHINA = Jurisdiction(packs=("CN",), consents=_consents, ignored=_ignored)
