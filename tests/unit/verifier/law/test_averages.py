"""Averages over whole reference periods: night workers by their nights, new starters, leave, and overtime of a year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from shiftbid.verifier.law.averages import is_night_worker
from shiftbid.verifier.limits import NightWork
from shiftbid.verifier.rows import ConsentRow, LeaveRow
from shiftbid.verifier.spells import Spell
from tests.unit.verifier.people_at_work import MONDAY, broken, days, moment, person, spell

GERMANY = NightWork(start_minute=1380, end_minute=360, least_minutes=121, enough_days=48)
KINGDOM = NightWork(start_minute=1380, end_minute=360, least_minutes=180, enough_days=None)
BERLIN, LONDON = "Europe/Berlin", "Europe/London"


def _evenings(count: int, end: str, *, zone: str = BERLIN) -> list[Spell]:
    """One shift from 17:00 on each of some days before the period."""
    first = MONDAY - timedelta(days=count)
    return [
        spell(f"{first + timedelta(days=n)} 17:00", f"{first + timedelta(days=n + 1)} {end}", zone=zone, rostered=False)
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("end", "night", "expected"),
    [
        ("01:00", GERMANY, False),
        ("01:01", GERMANY, True),
        ("01:59", KINGDOM, False),
        ("02:00", KINGDOM, True),
    ],
)
def test_most_days_with_night_work_make_a_night_worker(end: str, night: NightWork, expected: bool) -> None:
    assert is_night_worker(person(*_evenings(2, end)), night) is expected


@pytest.mark.parametrize(("nights", "expected"), [(47, False), (48, True)])
def test_forty_eight_nights_make_one_in_germany_alone(nights: int, expected: bool) -> None:
    by_day = days(MONDAY - timedelta(days=200), 100, 300, rostered=False)
    who = person(*by_day, *_evenings(nights, "06:00"))
    assert is_night_worker(who, GERMANY) is expected
    assert not is_night_worker(who, KINGDOM)


def test_nights_longer_ago_than_a_year_make_none() -> None:
    long_ago = spell("2025-11-02 22:00", "2025-11-03 06:00", rostered=False)
    within = spell("2025-11-03 22:00", "2025-11-04 06:00", rostered=False)
    assert not is_night_worker(person(long_ago), GERMANY)
    assert is_night_worker(person(within), GERMANY)


@pytest.mark.parametrize(("minutes", "found"), [(480, []), (481, ["2026-06-01"])])
def test_german_night_workers_average_48_hours_over_four_weeks(minutes: int, found: list[str]) -> None:
    # 18 nights of 8 h are three weeks of 48 h; six days of 8 h make the fourth.
    first, last_week = date(2026, 6, 1), date(2026, 6, 22)
    evenings = [first + timedelta(days=7 * week + n) for week in range(3) for n in range(6)]
    nights = [spell(f"{day} 22:00", f"{day + timedelta(days=1)} 06:00", rostered=False) for day in evenings]
    week = [*days(last_week, 5, 480), *days(last_week + timedelta(days=5), 1, minutes)]
    assert broken(person(*nights, *week, first=last_week, weeks=1), "DE", "DE-NIGHT-AVG") == found
    by_day = days(first, 21, 600, rostered=False)
    assert broken(person(*by_day, *week, first=last_week, weeks=1), "DE", "DE-NIGHT-AVG") == []


@pytest.mark.parametrize(
    ("system", "kind", "lifted"),
    [
        ("UK", "person", True),
        ("UK", "agreement", True),
        ("FR", "person", False),
        ("FR", "agreement", True),
    ],
)
def test_who_may_lift_an_average(system: str, kind: str, lifted: bool) -> None:
    rule = f"{system}-WEEK-AVG"
    busy = days(date(2026, 7, 13), 16 * 7, 600, rostered=False)
    record = (ConsentRow("E1", rule, date(2026, 11, 8), date(2026, 11, 8), kind),)
    who = person(*busy, *days(MONDAY, 7, 600), weeks=1, consents=record)
    assert bool(broken(person(*busy, *days(MONDAY, 7, 600), weeks=1), system, rule)) is True
    assert bool(broken(who, system, rule)) is not lifted


@pytest.mark.parametrize(("minutes", "found"), [(576, []), (577, ["2026-11-02"])])
def test_new_starters_are_averaged_over_the_weeks_since(minutes: int, found: list[str]) -> None:
    # Employed from Monday of the only week: 5 x 9 h 36 min are 48 h.
    assert broken(person(*days(MONDAY, 5, minutes), zone=LONDON, weeks=1), "UK", "UK-WEEK-AVG") == found


@pytest.mark.parametrize(("away_from", "found"), [("2027-02-28", ["2026-11-02"]), ("2027-03-08", [])])
def test_the_day_after_a_reference_period_stands_in_for_a_day_of_leave(away_from: str, found: list[str]) -> None:
    # Seventeen weeks of 48 h since the start, the last Sunday on leave: an hour on the next Monday is too much.
    after = MONDAY + timedelta(weeks=17)
    weeks = [days(MONDAY + timedelta(weeks=n), 6, 480, rostered=False) for n in range(17)]
    day = date.fromisoformat(away_from)
    away = LeaveRow("E1", moment(f"{day} 00:00", LONDON), moment(f"{day + timedelta(days=1)} 00:00", LONDON), "annual")
    spells = [*(each for week in weeks for each in week), *days(after, 1, 60)]
    who = person(*spells, zone=LONDON, first=after, weeks=1, leave=(away,))
    assert broken(who, "UK", "UK-WEEK-AVG") == found


@pytest.mark.parametrize(("minutes", "found"), [(480, []), (481, ["2026-01-01"])])
def test_japanese_overtime_of_a_year(minutes: int, found: list[str]) -> None:
    # 180 days of 10 h have 360 h of overtime above 8 h a day, two of them a week so that no week exceeds 40 h.
    weeks = [days(date(2025, 12, 29) + timedelta(weeks=n), 4, 1020, rostered=False) for n in range(1, 11)]
    assert sum(len(week) for week in weeks) * (1020 - 480) == 360 * 60
    who = person(*(each for week in weeks for each in week), *days(MONDAY, 1, minutes), weeks=1)
    assert broken(who, "JP", "JP-36-YEAR") == found
