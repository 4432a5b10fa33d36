from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from shiftbid.domain.hall import Hall
from shiftbid.domain.staff import HoursSystem, LeaveKind
from shiftbid.domain.timeline import Period, day_interval
from shiftbid.importers.staff_generator import contract_minutes_a_week, generate_staff
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.services.holiday_calendar import calendar_for

PLACES = [
    ("NZ", "Pacific/Auckland", "09:00-19:00", "HOUSE"),
    ("CN", "Asia/Shanghai", "08:30-18:30", "CN"),
    ("DE", "Europe/Berlin", "mon-fri 08:00-20:00, sat 10:00-14:00", "EU"),
    ("GB", "Europe/London", "00:00-24:00", "HOUSE"),
    ("NZ", "Pacific/Auckland", "20:00-04:00", "HOUSE"),
    ("NZ", "Pacific/Auckland", "10:00-13:00", "HOUSE"),
]


def test_thirty_people_have_contracts_and_skills_as_documented(make_hall: Callable[..., Hall], period: Period):
    made = generate_staff(make_hall(), period, 30, seed=1)
    assert Counter(each.contract_minutes for each in made.employees) == {2400: 21, 1200: 3, 1500: 3, 1800: 3}
    assert contract_minutes_a_week(made.employees) == 21 * 2400 + 3 * 4500
    assert sum("vip" in each.skills for each in made.employees) == 8
    assert all("counter" in each.skills for each in made.employees)
    assert len({each.id for each in made.employees}) == len({each.name for each in made.employees}) == 30
    assert all(18 <= each.age_on(period.first) < 65 and each.employed_from < period.first for each in made.employees)
    assert all((each.system is HoursSystem.PART_TIME) == (each.contract_minutes < 2400) for each in made.employees)


def test_chinese_staff_have_chinese_names_and_no_part_time_in_the_legal_sense(
    make_hall: Callable[..., Hall], period: Period
):
    made = generate_staff(make_hall("CN", "Asia/Shanghai"), period, 30, seed=1)
    assert all("\u4e00" <= letter <= "\u9fff" for each in made.employees for letter in each.name)
    assert {each.system for each in made.employees} == {HoursSystem.STANDARD}
    assert {consent.rule for consent in made.consents} == {"CN-OT-CONSENT"}


def test_leave_lies_in_the_period_in_whole_days_one_span_a_person(make_hall: Callable[..., Hall], period: Period):
    made = generate_staff(make_hall(), period, 30, seed=1)
    assert len(made.leave) == 6
    assert len({each.employee for each in made.leave}) == 6
    midnights = {day_interval(day, "Pacific/Auckland").start for day in period.days}
    span = period.interval("Pacific/Auckland")
    for leave in made.leave:
        assert span.covers(leave.span)
        assert leave.span.start in midnights
        assert 1 <= round(leave.span.minutes / 1440) <= 3
        assert leave.kind is LeaveKind.ANNUAL


def test_opening_toil_outlasts_the_period_and_is_one_lot_a_holder(make_hall: Callable[..., Hall], period: Period):
    made = generate_staff(make_hall(), period, 30, seed=1)
    assert len(made.opening_lots) == 12
    assert all(30 <= lot.minutes <= 600 and lot.expires > period.last for lot in made.opening_lots)


@pytest.mark.parametrize(("country", "zone", "opening", "pack_id"), PLACES)
def test_past_shifts_break_no_rule_of_the_pack(
    make_hall: Callable[..., Hall], period: Period, country: str, zone: str, opening: str, pack_id: str
):
    hall = make_hall(country, zone, opening)
    made = generate_staff(hall, period, 12, seed=3)
    past = Period(period.days[0].replace(day=1, month=2), period.first)
    pack = load_pack(pack_id, period.first)
    calendar = calendar_for(country, None, [past.first.year], pack.weekly_rest_days)
    assert len(made.worked) >= 2 * 12 * 3
    for employee in made.employees:
        shifts = tuple(each.shift for each in made.worked if each.employee == employee.id)
        situation = Situation(employee, past, zone, calendar, shifts, week_starts_on=pack.week_starts_on)
        assert list(check(pack, situation, {shift.id for shift in shifts})) == []
        for shift in shifts:
            opened = hall.opening.on(shift.day, zone)
            assert opened
            assert opened.covers(shift.span)
            assert shift.day < period.first


def test_the_same_seed_makes_the_same_staff_and_another_one_other_people(
    make_hall: Callable[..., Hall], period: Period
):
    first, again, other = (generate_staff(make_hall(), period, 30, seed) for seed in (1, 1, 2))
    assert first == again
    assert first.employees != other.employees
    assert first.wishes != other.wishes


def test_staff_of_any_size_are_made(make_hall: Callable[..., Hall], period: Period):
    for count in (1, 2, 3, 7):
        assert len(generate_staff(make_hall(), period, count, seed=1).employees) == count


def test_wishes_lie_within_the_opening_hours(make_hall: Callable[..., Hall], period: Period):
    made = generate_staff(make_hall(opening="mon-fri 09:00-19:00"), period, 60, seed=1)
    assert {wish.start_minute for wish in made.wishes} > {540}
    for wish in made.wishes:
        assert 540 <= wish.start_minute < 1140
        assert 240 <= wish.paid_minutes <= 600
        assert wish.free_days <= set(period.days)
