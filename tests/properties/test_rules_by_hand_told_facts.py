"""Rules that ask for facts which plain random weeks do not tell, against plain arithmetic.

Time off in place of overtime pay (United States), and the special clause of an overtime agreement (Japan).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import local_day
from shiftbid.domain.work_total import TotalKind, WorkTotal
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.circumstances import Circumstances
from tests.rules.by_hand import DAY, WEEK, starting, work
from tests.rules.random_weeks import Spell, Weeks, local_midnight, random_weeks

ON = date(2026, 1, 1)
TOIL = {Ground.WEEKDAY_OVERTIME: Settlement.TOIL}


def _minutes_between(spell: Spell, start: datetime, end: datetime) -> int:
    """Working minutes of a spell inside a span: elapsed, less the unpaid breaks inside."""
    spans = [(spell.start, spell.end, 1)]
    spans += [(at, at + timedelta(minutes=minutes), -1) for at, minutes, paid in spell.breaks if not paid]
    inside = ((max(timedelta(0), min(last, end) - max(first, start)), sign) for first, last, sign in spans)
    return sum(sign * (elapsed // timedelta(minutes=1)) for elapsed, sign in inside)


def _workweeks(weeks: Weeks, start_minute: int) -> Iterator[tuple[date, int, bool]]:
    """First day, overtime and whether a shift of the period lies in it, for each workweek of the known shifts."""
    zone, lead = weeks.situation.zone, timedelta(minutes=start_minute)
    monday = min((spell.day for spell in weeks.spells), default=weeks.situation.period.first)
    monday -= timedelta(days=monday.weekday()) + WEEK
    while monday <= weeks.situation.period.last:
        start, end = (_at_clock(day, lead, zone) for day in (monday, monday + WEEK))
        inside = [spell for spell in weeks.spells if spell.start < end and start < spell.end]
        minutes = sum(_minutes_between(spell, start, end) for spell in inside)
        yield monday, max(0, minutes - 2400), any(not spell.before for spell in inside)
        monday += WEEK


def _at_clock(day: date, lead: timedelta, zone: str) -> datetime:
    """Noon, or midnight, of a day; clocks change between the two, so noon is told from the midnight after."""
    return local_midnight(day + DAY, zone) - (DAY - lead) if lead else local_midnight(day, zone)


@pytest.mark.parametrize("start_minute", [0, 720])
@settings(max_examples=75, deadline=None)
@given(weeks=random_weeks())
def test_private_employers_have_no_week_of_overtime_answered_with_time_off(weeks: Weeks, start_minute: int) -> None:
    situation = replace(weeks.situation, circumstances=Circumstances(settlements=TOIL))
    pack = load_pack("US", ON).read_as({"workday_start_minute": start_minute})
    found = sorted(
        local_day(each.span.start, situation.zone)
        for each in check(pack, situation, weeks.chosen)
        if each.rule == "US-COMP-PRIVATE"
    )
    by_hand = [day for day, overtime, of_period in _workweeks(weeks, start_minute) if overtime and of_period]
    assert found == by_hand


@settings(max_examples=50, deadline=None)
@given(weeks=random_weeks(), overtime_before=st.integers(6000, 9700))
def test_compensatory_time_of_public_agencies_is_capped(weeks: Weeks, overtime_before: int) -> None:
    public = (Status(StatusKind.PUBLIC_SECTOR, date.min, date.max),)
    last_year = WorkTotal("last year", TotalKind.OVERTIME, date(2025, 1, 1), date(2025, 12, 31), overtime_before)
    facts = Circumstances(settlements=TOIL, statuses=public, totals=(last_year,))
    situation = replace(weeks.situation, circumstances=facts)
    found = any(each.rule == "US-COMP-PUBLIC-CAP" for each in check(load_pack("US", ON), situation, weeks.chosen))
    overtime = overtime_before + sum(minutes for _, minutes, _ in _workweeks(weeks, 0))
    assert found == (overtime * 3 > 240 * 60 * 2 and bool(weeks.chosen))


@settings(max_examples=75, deadline=None)
@given(weeks=random_weeks(), weekday=st.integers(0, 6))
def test_special_clause_counts_rest_day_work_and_overtime(weeks: Weeks, weekday: int) -> None:
    names = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    pack = load_pack("JP", ON).read_as({"special_clause": "agreed", "statutory_rest_day": names[weekday]})
    found = [
        local_day(each.span.start, weeks.situation.zone)
        for each in check(pack, weeks.situation, weeks.chosen)
        if each.rule == "JP-36-SPECIAL-MONTH"
    ]
    months = sorted({spell.day.replace(day=1) for spell in weeks.spells if not spell.before})
    assert found == [first for first in months if _overtime_and_rest(weeks, first, weekday) >= 6000]


def _overtime_and_rest(weeks: Weeks, first: date, weekday: int) -> int:
    minutes, day = 0, first
    while day.month == first.month:
        of_day = work(starting(weeks, day, 1))
        minutes += of_day if day.weekday() == weekday else max(0, of_day - 480)
        if day.weekday() == 6:
            of_week = [each for each in starting(weeks, day - 6 * DAY, 7) if each.day.weekday() != weekday]
            minutes += max(0, sum(min(each.work_minutes, 480) for each in of_week) - 2400)
        day += DAY
    return minutes
