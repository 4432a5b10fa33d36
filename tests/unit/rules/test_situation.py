"""The index of a person's shifts, and their pairs."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from shiftbid.domain.staff import ConsentKind
from shiftbid.domain.timeline import Interval
from shiftbid.rules.situation import Situation, shift_pairs
from tests.rules.random_weeks import Weeks, random_weeks
from tests.rules.worked_case import situation_of


@settings(max_examples=50, deadline=None)
@given(random_weeks(), st.integers(-400, 800), st.integers(0, 200))
def test_touching_finds_every_shift_of_the_span(weeks: Weeks, start_hour: int, hours: int) -> None:
    situation = weeks.situation
    start = situation.period.interval(situation.zone).start + start_hour * 3600
    span = Interval(start, start + hours * 3600)
    assert situation.touching(span) == tuple(shift for shift in situation.shifts if shift.span.overlaps(span))


@settings(max_examples=50, deadline=None)
@given(random_weeks())
def test_shifts_stand_in_order_and_under_their_day(weeks: Weeks) -> None:
    situation = weeks.situation
    assert list(situation.shifts) == sorted(situation.shifts, key=lambda shift: (shift.span, shift.id))
    assert set(situation.shifts) == set(situation.candidates) | set(situation.history)
    assert situation.by_day == {
        day: tuple(shift for shift in situation.shifts if shift.day == day)
        for day in {shift.day for shift in situation.shifts}
    }
    assert situation.fixed == {shift.id for shift in situation.history}


@settings(max_examples=50, deadline=None)
@given(random_weeks(), st.integers(0, 1500))
def test_pairs_are_those_that_start_within_reach(weeks: Weeks, reach_minutes: int) -> None:
    situation = weeks.situation
    near = {
        (one.id, two.id)
        for one, two in combinations(situation.shifts, 2)
        if two.span.start - one.span.end < reach_minutes * 60 and not {one.id, two.id} <= situation.fixed
    }
    assert {(one.id, two.id) for one, two in shift_pairs(situation, reach_minutes)} == near


@settings(max_examples=50, deadline=None)
@given(random_weeks(), st.integers(-10, 16), st.integers(-1, 20))
def test_worked_days_are_those_on_which_a_shift_starts(weeks: Weeks, offset: int, length: int) -> None:
    first = weeks.situation.period.first + timedelta(days=offset)
    last = first + timedelta(days=length)
    started = sorted({shift.day for shift in weeks.situation.shifts if first <= shift.day <= last})
    assert list(weeks.situation.worked_days_in(first, last)) == started


def test_a_consent_of_the_person_is_no_approval() -> None:
    case = {
        "shifts": ["2026-03-02 09:00-13:00"],
        "consents": ["person RULE 2026-03-02..2026-03-03", "authority RULE 2026-03-03..2026-03-04"],
    }
    situation = situation_of(case, "UTC")
    days = [date(2026, 3, day) for day in (1, 2, 3, 4, 5)]
    assert [situation.consented("RULE", day) for day in days] == [False, True, True, True, False]
    assert [situation.approved("RULE", day) for day in days] == [False, False, True, True, False]
    assert not situation.consented("OTHER", days[1])
    assert {each.kind for each in situation.consents} == {ConsentKind.PERSON, ConsentKind.AUTHORITY}


def test_what_is_derived_takes_no_part_in_equality_and_text() -> None:
    given = {each.name for each in fields(Situation) if each.init}
    assert {each.name for each in fields(Situation) if each.compare} == given
    assert {each.name for each in fields(Situation) if each.repr} == given


def test_the_shifts_of_a_day_are_all_that_touch_it() -> None:
    situation = situation_of(
        {
            "history": ["2026-03-01 22:00-06:00"],
            "shifts": ["2026-03-02 05:00-09:00", "2026-03-02 20:00-00:00", "2026-03-03 00:00-04:00"],
        },
        "Europe/Berlin",
    )
    by_day = {day: len(situation.ids_on(date(2026, 3, day))) for day in (1, 2, 3, 4)}
    assert by_day == {1: 1, 2: 3, 3: 1, 4: 0}
    first, *_ = situation.shifts
    assert situation.ids_on(date(2026, 3, 1)) == (first.id,)
    assert situation.ids_on(date(2026, 3, 2))[0] == first.id


def test_pairs_of_the_history_are_left_out_and_those_with_a_candidate_are_not() -> None:
    situation = situation_of(
        {
            "history": ["2026-03-01 18:00-23:00", "2026-03-01 22:00-02:00", "2026-03-02 06:00-10:00"],
            "shifts": ["2026-03-02 05:00-09:00"],
        },
        "Europe/Berlin",
    )
    candidate = situation.candidates[0].id
    found = [(first.id, second.id) for first, second in shift_pairs(situation, 4 * 60)]
    assert len(found) == 2
    assert [pair.index(candidate) for pair in found] == [1, 0]
