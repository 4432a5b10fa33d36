"""Staff: age and consents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind, consents_by_name
from tests.rules.worked_case import person


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2010, 3, 3), date(2026, 3, 2), 15),
        (date(2010, 3, 3), date(2026, 3, 3), 16),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 12, 31), date(2026, 1, 1), 17),
    ],
)
def test_age_is_completed_years(born: date, day: date, age: int) -> None:
    assert person(born=born).age_on(day) == age


def test_consent_holds_for_its_rule_from_first_to_last_day() -> None:
    consent = Consent("ada", "RULE", date(2026, 3, 2), date(2026, 3, 3), ConsentKind.PERSON)
    assert [consent.holds("RULE", date(2026, 3, day)) for day in (1, 2, 3, 4)] == [False, True, True, False]
    assert not consent.holds("OTHER", date(2026, 3, 2))


def test_a_record_for_everybody_is_each_employees_own() -> None:
    day = date(2026, 3, 2)
    own = Consent("bo", "RULE", day, day, ConsentKind.PERSON)
    of_hall = Consent(EVERYBODY, "DE-SUNDAY", day, day, ConsentKind.AUTHORITY)
    people = [replace(person(), id=name) for name in ("ada", "bo")]
    assert consents_by_name([of_hall, own], people) == (
        replace(of_hall, employee="ada"),
        replace(of_hall, employee="bo"),
        own,
    )
    assert consents_by_name([of_hall], []) == ()
