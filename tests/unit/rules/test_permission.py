"""Which record lifts a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.rules.book import load_pack
from shiftbid.rules.finding import Severity
from shiftbid.rules.permission import lifted
from tests.rules.worked_case import situation_of

RULE = load_pack("HOUSE", date(2026, 3, 2)).rule("HOUSE-DAILY-HOURS")
DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("severity", "kind", "expected"),
    [
        (Severity.HOUSE_RULE, "person", True),
        (Severity.HOUSE_RULE, "agreement", True),
        (Severity.NEEDS_CONSENT, "person", True),
        (Severity.ILLEGAL, "person", False),
        (Severity.ILLEGAL, "agreement", True),
        (Severity.ILLEGAL, "authority", True),
    ],
)
def test_the_law_is_not_lifted_by_the_person_alone(severity: Severity, kind: str, expected: bool) -> None:
    case = {"shifts": ["2026-03-02 08:00-20:00"], "consents": [f"{kind} HOUSE-DAILY-HOURS 2026-03-02..2026-03-02"]}
    situation = situation_of(case, "Europe/London")
    rule = replace(RULE, severity=severity)
    assert lifted(situation, rule, DAY) is expected
    assert not lifted(situation, rule, date(2026, 3, 3))
