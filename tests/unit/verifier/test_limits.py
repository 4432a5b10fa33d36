"""The verifier's value table against the collected rule table, and dated values."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shiftbid.rules.book import pack_ids
from shiftbid.verifier.fact_limits import CycleOvertime, HazardousNight, HeavyLabourDay, PublicTimeOff
from shiftbid.verifier.limits import (
    AgreedOvertime,
    BreakInDay,
    BreakInShift,
    CutWeekHours,
    DayHours,
    DayOvertime,
    FreeSundays,
    Limit,
    MealPeriods,
    MinimumAge,
    MonthOvertime,
    NotPublished,
    OvertimeConsent,
    PaidRests,
    PartTimeDay,
    PartTimeWeek,
    ReferenceAverage,
    RestBetweenDays,
    RestBetweenShifts,
    RestInWeek,
    SubstituteDays,
    UnbrokenStretch,
    WeekAverage,
)
from shiftbid.verifier.packs import pack_of

ROOT = Path(__file__).parents[3]
TABLE = ROOT.parent / "shared" / "rules" / "reference_rules.csv"
TODAY = date(2026, 11, 2)
PACKS = pack_ids()


def _limits(pack_id: str) -> tuple[Limit, ...]:
    pack = pack_of(pack_id)
    assert pack is not None
    return tuple(pack.in_force(TODAY))


def _number(rule: str) -> float:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return next(float(row["value"]) for row in csv.DictReader(file) if row["rule_id"] == rule)


def _value(limit: Limit) -> float | None:
    """What the collected table says of a limit, in its own unit."""
    match limit:
        case RestBetweenShifts(rest_minutes=minutes) | RestBetweenDays(rest_minutes=minutes):
            return minutes / 60
        case RestInWeek(rest_minutes=minutes):
            # The table gives the British weekly rest without the daily rest that is added.
            return minutes / 60 - (11 if limit.rule == "UK-WEEKLY-REST" else 0)
        case ReferenceAverage(minutes=minutes):
            return minutes / 60 / (1 if limit.night is None else 6)
        case WeekAverage(minutes=minutes, status="night_worker"):
            return minutes / 60 / 6
        case (
            WeekAverage(minutes=minutes)
            | MonthOvertime(minutes=minutes)
            | AgreedOvertime(minutes=minutes)
            | DayOvertime(minutes=minutes)
            | DayHours(minutes=minutes)
            | CutWeekHours(minutes=minutes)
            | PartTimeDay(minutes=minutes)
            | PartTimeWeek(minutes=minutes)
            | UnbrokenStretch(minutes=minutes)
            | MealPeriods(after_minutes=minutes)
            | HazardousNight(minutes=minutes)
            | HeavyLabourDay(minutes=minutes)
            | CycleOvertime(minutes=minutes)
            | PublicTimeOff(balance_minutes=minutes)
        ):
            return minutes / 60
        case BreakInDay(break_minutes=minutes) | PaidRests(rest_minutes=minutes):
            return minutes
        case BreakInShift():
            return limit.break_minutes if limit.rule == "ES-BREAK" else limit.above_minutes / 60
        case MinimumAge(years=number) | FreeSundays(sundays=number) | SubstituteDays(within_days=number):
            return number
        case _:
            return None


@pytest.mark.skipif(not TABLE.is_file(), reason="needs the rule table in ../shared")
def test_values_are_those_of_the_collected_texts() -> None:
    compared: set[str] = set()
    for pack_id in PACKS:
        for limit in _limits(pack_id):
            if limit.rule.startswith("HOUSE-"):
                continue
            if isinstance(limit, OvertimeConsent):
                normal = (limit.normal_day_minutes / 60, limit.normal_week_minutes / 60)
                assert normal == (_number("CN-DAILY-STD"), _number("CN-WEEK-STD"))
            elif (value := _value(limit)) is not None:
                assert value == _number(limit.rule), limit.rule
                compared.add(limit.rule)
    # Days of rest and what is allowed are a 1 in the table, Sundays kept free a 0; the others need unpublished facts.
    rest = {limit.rule for pack_id in PACKS for limit in _limits(pack_id) if not isinstance(limit, NotPublished)}
    left = {rule for rule in rest - compared if not rule.startswith("HOUSE-")}
    assert left == {
        *("CN-WEEK-REST", "CN-OT-CONSENT", "DE-SUNDAY", "FR-WEEK-6DAYS", "CA-ONE-IN-SEVEN", "JP-RESTDAY"),
        *("CN-CWH-APPROVAL", "CN-TOIL-SCOPE", "US-COMP-PRIVATE"),
    }


@pytest.mark.parametrize("pack_id", PACKS)
def test_each_pack_names_each_rule_once(pack_id: str) -> None:
    rules = [limit.rule for limit in _limits(pack_id)]
    assert len(set(rules)) == len(rules)


def test_an_unknown_pack_is_none() -> None:
    assert pack_of("MARS") is None


@pytest.mark.parametrize("pack_id", PACKS)
def test_the_documentation_names_what_is_not_judged(pack_id: str) -> None:
    documented = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8").partition("## What is not checked")[2]
    unjudged = [limit.rule for limit in _limits(pack_id) if isinstance(limit, NotPublished)]
    assert [rule for rule in unjudged if f"`{rule}`" not in documented] == []


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
