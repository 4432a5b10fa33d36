"""The verifier's value table against the collected rule table, and dated values."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shiftbid.verifier.limits import (
    DayOvertime,
    MinimumAge,
    MonthOvertime,
    OvertimeConsent,
    RestBetweenShifts,
    RestInWeek,
    WeekAverage,
)
from shiftbid.verifier.packs import pack_of

TABLE = Path(__file__).parents[4] / "shared" / "rules" / "reference_rules.csv"
TODAY = date(2026, 11, 2)


def _hours(rule: str) -> float:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return next(float(row["value"]) for row in csv.DictReader(file) if row["rule_id"] == rule)


@pytest.mark.skipif(not TABLE.is_file(), reason="needs the rule table in ../shared")
def test_values_are_those_of_the_collected_texts() -> None:
    compared: set[str] = set()
    for pack_id in ("CN", "EU"):
        pack = pack_of(pack_id)
        assert pack is not None
        for limit in pack.in_force(TODAY):
            match limit:
                case RestBetweenShifts(rest_minutes=minutes) | RestInWeek(rest_minutes=minutes) if (
                    limit.rule[:2] == "EU"
                ):
                    assert minutes == 60 * _hours(limit.rule)
                case WeekAverage(minutes=minutes) | MonthOvertime(minutes=minutes) | DayOvertime(minutes=minutes):
                    assert minutes == 60 * _hours(limit.rule)
                case OvertimeConsent(normal_day_minutes=day, normal_week_minutes=week):
                    assert (day, week) == (60 * _hours("CN-DAILY-STD"), 60 * _hours("CN-WEEK-STD"))
                case MinimumAge(years=years):
                    assert years == _hours(limit.rule)
                case _:
                    continue
            compared.add(limit.rule)
    assert compared == {
        "CN-MIN-AGE",
        "CN-OT-CONSENT",
        "CN-OT-DAY-GENERAL",
        "CN-OT-DAY-SPECIAL",
        "CN-OT-MONTH",
        "EU-DAILY-REST",
        "EU-WEEKLY-REST",
        "EU-WEEK-AVG",
    }


def test_each_pack_names_each_rule_once() -> None:
    for pack_id in ("CN", "EU", "HOUSE"):
        pack = pack_of(pack_id)
        assert pack is not None
        rules = [limit.rule for limit in pack.limits]
        assert len(set(rules)) == len(rules)
    assert pack_of("MARS") is None


def test_the_latest_value_that_has_begun_is_in_force() -> None:
    pack = pack_of("EU")
    assert pack is not None
    later = RestBetweenShifts("EU-DAILY-REST", date(2030, 1, 1), "a law to come", rest_minutes=720)
    changed = replace(pack, limits=(later, *pack.limits))

    def rest_on(day: date) -> list[int]:
        return [each.rest_minutes for each in changed.in_force(day) if isinstance(each, RestBetweenShifts)]

    assert rest_on(TODAY) == [660]
    assert rest_on(date(2030, 1, 1)) == [720]
    assert rest_on(date(1990, 1, 1)) == []
