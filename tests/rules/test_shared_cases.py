"""The published worked cases of China and the European Union, as far as they speak of rules that our packs have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.staff import Consent, ConsentKind, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant, week_start
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from tests.rules.worked_case import person

SHARED = Path(__file__).parents[3] / "shared" / "rules" / "cases.yaml"
# Readings of the law that our packs do not offer yet: the case's option is left out.
UNREAD_OPTIONS = [{"week_rest": "rolling_7_days"}]
DAY_CLASSES = {
    "statutory": DayClass.HOLIDAY,
    "days_off": DayClass.SWAPPED_DAY_OFF,
    "workdays": DayClass.SWAPPED_WORKDAY,
}


@dataclass(frozen=True, slots=True)
class SharedCase:
    """A published case with the option under which it is read."""

    raw: Mapping[str, Any]
    params: Mapping[str, Any]
    expect: Mapping[str, Any]


def _cases() -> Iterator[SharedCase]:
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with pre-commit")
    for raw in yaml.safe_load(SHARED.read_text(encoding="utf-8"))["cases"]:
        if raw["jurisdiction"] in ("CN", "EU"):
            params = raw.get("params", {})
            for expect in raw["expect"].get("by_option", [raw["expect"]]):
                if expect.get("option") not in UNREAD_OPTIONS:
                    yield SharedCase(raw, {**params, **expect.get("option", {})}, expect)


def _shifts(case: SharedCase) -> Iterator[Shift]:
    zone = case.raw["tz"]
    for number, row in enumerate(case.raw.get("shifts", ())):
        span = Interval(_moment(row["start"], zone), _moment(row["end"], zone))
        day = _wall(row["start"]).date()
        breaks: list[Break] = []
        for pause in row.get("breaks", ()):
            hours, minutes = pause["at"].split(":")
            start = instant(day, int(hours) * 60 + int(minutes), zone)
            breaks.append(Break(Interval(start, start + pause["min"] * 60), pause.get("paid", False)))
        yield Shift(f"shift-{number}", row.get("hall", "A"), "", day, span, tuple(breaks))
    for number, hours in enumerate(case.raw.get("weekly_hours", ())):
        if hours != "leave":
            yield from _week_of(hours, number, zone)


def _week_of(hours: float, number: int, zone: str) -> Iterator[Shift]:
    """Five equal shifts, each with a paid break, that come to the week's hours."""
    for weekday in range(5):
        day = date(2026, 3, 2) + timedelta(weeks=number, days=weekday)
        start = instant(day, 8 * 60, zone)
        pause = Break(Interval(start + 3 * 3600, start + 3 * 3600 + 1800), paid=True)
        span = Interval(start, start + round(hours * 3600 / 5))
        yield Shift(f"week-{number}-{weekday}", "A", "", day, span, (pause,))


def _leave(case: SharedCase) -> Iterator[Leave]:
    zone = case.raw["tz"]
    for number, hours in enumerate(case.raw.get("weekly_hours", ())):
        if hours == "leave":
            first = date(2026, 3, 2) + timedelta(weeks=number)
            yield Leave("ada", Period.of_weeks(first, 1).interval(zone), LeaveKind.ANNUAL)
    for row in case.raw.get("leave", ()):
        day = date.fromisoformat(row["date"])
        yield Leave("ada", Period(day, day).interval(zone), LeaveKind(row["type"]))


def _consents(case: SharedCase, period: Period) -> Iterator[Consent]:
    """A consent that a case does not mention counts as given; special reasons are on record where it names them."""
    if case.params.get("ot_agreed", True):
        yield Consent("ada", "CN-OT-CONSENT", period.first, period.last, ConsentKind.PERSON)
    if case.params.get("ot_reason") == "special":
        yield Consent("ada", "CN-OT-DAY-GENERAL", period.first, period.last, ConsentKind.AGREEMENT)


def _situation(case: SharedCase) -> Situation:
    shifts = tuple(_shifts(case))
    first, last = min(shift.day for shift in shifts), max(shift.day for shift in shifts)
    period = Period(week_start(first, 0), week_start(last, 0) + timedelta(days=6))
    days = {
        date.fromisoformat(day): day_class
        for key, day_class in DAY_CLASSES.items()
        for day in case.raw.get("calendar", {}).get(key, ())
    }
    return Situation(
        employee=person(system=case.raw.get("person", {}).get("system", "standard")),
        period=period,
        zone=case.raw["tz"],
        calendar=Calendar(days),
        candidates=shifts,
        leave=tuple(_leave(case)),
        consents=tuple(_consents(case, period)),
    )


def _wall(text: str | datetime) -> datetime:
    return text if isinstance(text, datetime) else datetime.fromisoformat(text)


def _moment(text: str | datetime, zone: str) -> int:
    wall = _wall(text)
    return instant(wall.date(), wall.hour * 60 + wall.minute, zone)


def _ids(rows: list[str | Mapping[str, Any]]) -> set[str]:
    return {row if isinstance(row, str) else row["rule"] for row in rows}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared worked cases are not beside this checkout")
def test_published_cases_are_judged_as_published() -> None:
    judged = 0
    for case in _cases():
        situation = _situation(case)
        pack = load_pack(case.raw["jurisdiction"], situation.period.first)
        ours = {rule.id for rule in pack.rules if not rule.id.startswith("HOUSE-")}
        findings = check(pack, situation, {shift.id for shift in situation.candidates})
        found = {finding.rule for finding in findings} & ours
        label = f"{case.raw['id']} {case.params}"
        if "violations" in case.expect:
            assert found == _ids(case.expect["violations"]) & ours, label
        assert found >= _ids(case.expect.get("violations_include", [])) & ours, label
        assert not found & _ids(case.expect.get("violations_exclude", [])), label
        judged += 1
    assert judged >= 20
