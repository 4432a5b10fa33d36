"""Time off in place of pay can be put on record only where some law of the country allows it."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import EVERYBODY
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.domain.status import StatusKind
from shiftbid.services.lawful_time_off import forbidden_time_off

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


def time_off(ground: Ground, employee: str = "e1") -> StaffFact:
    return StaffFact(employee, FactKind.TIME_OFF, ground.value, FIRST, LAST)


def status(kind: StatusKind, employee: str) -> StaffFact:
    return StaffFact(employee, FactKind.STATUS, kind.value, FIRST, LAST)


@pytest.mark.parametrize(
    ("country", "ground", "rule"),
    [
        ("CN", Ground.WEEKDAY_OVERTIME, "CN-TOIL-SCOPE"),
        ("CN", Ground.HOLIDAY_WORK, "CN-TOIL-SCOPE"),
        ("US", Ground.WEEKDAY_OVERTIME, "US-COMP-PRIVATE"),
    ],
)
def test_what_the_law_forbids_is_named_with_its_article(country: str, ground: Ground, rule: str) -> None:
    (said,) = forbidden_time_off(country, [time_off(ground)], ())
    assert said.startswith(f"e1, {ground.value} from 2026-01-01: ")
    assert rule in said


@pytest.mark.parametrize(
    ("country", "ground"),
    [
        ("CN", Ground.REST_DAY_WORK),
        ("FR", Ground.WEEKDAY_OVERTIME),
        ("AU", Ground.WEEKDAY_OVERTIME),
        ("DE", Ground.WEEKDAY_OVERTIME),
    ],
)
def test_what_some_law_of_the_country_allows_passes(country: str, ground: Ground) -> None:
    assert list(forbidden_time_off(country, [time_off(ground)], ())) == []


def test_in_the_united_states_it_depends_on_who_works_for_a_public_agency() -> None:
    facts = [time_off(Ground.WEEKDAY_OVERTIME, each) for each in ("e1", "e2", "e3")]
    present = [status(StatusKind.PUBLIC_SECTOR, "e2"), status(StatusKind.EXEMPT, "e3")]
    (said,) = forbidden_time_off("US", facts, present)
    assert said.startswith("e1, ")
    assert list(forbidden_time_off("US", facts, [status(StatusKind.PUBLIC_SECTOR, EVERYBODY)])) == []


def test_other_facts_are_left_alone() -> None:
    assert list(forbidden_time_off("CN", [status(StatusKind.NURSING, "e1")], ())) == []
