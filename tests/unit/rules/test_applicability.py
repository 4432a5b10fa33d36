"""Rules that speak of people of some ages only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.timeline import local_day
from shiftbid.rules.applicability import ages_of, clauses_of
from shiftbid.rules.book import load_pack
from tests.rules.worked_case import situation_of

RULE = load_pack("HOUSE", date(2026, 3, 2)).rule("HOUSE-DAILY-HOURS")
LONG_DAYS = ["2026-03-02..2026-03-03 08:00-20:00"]


@pytest.mark.parametrize(
    ("bounds", "broken_days"),
    [
        ({}, [2, 3]),
        ({"below_age_years": 18}, [2]),
        ({"from_age_years": 18}, [3]),
        ({"from_age_years": 17, "below_age_years": 18}, [2]),
        ({"from_age_years": 19}, []),
    ],
)
def test_the_eighteenth_birthday_falls_on_the_second_day(bounds: dict[str, int], broken_days: list[int]) -> None:
    situation = situation_of({"shifts": LONG_DAYS, "person": {"born": date(2008, 3, 3)}}, "Europe/London")
    rule = replace(RULE, numbers={**RULE.numbers, **bounds})
    judged = [local_day(clause.scope.span.start, situation.zone).day for clause in clauses_of(rule, situation)]
    assert judged == broken_days


def test_a_rule_without_ages_speaks_of_everyone() -> None:
    assert all(age in ages_of(RULE) for age in (0, 16, 99))
