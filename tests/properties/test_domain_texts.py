"""What halls, templates and shifts write can be read back."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.hall import WEEKDAYS, OpeningHours
from shiftbid.domain.shift import (
    ShiftTemplate,
    TemplateBreak,
    dated,
    heads_present,
    parse_breaks,
    shift_breaks_text,
    template_breaks_text,
)
from shiftbid.domain.timeline import Interval, slots

ZONES = st.sampled_from(["Europe/Berlin", "Pacific/Auckland", "Asia/Shanghai"])
# Days around both clock changes of each zone.
DAYS = st.sampled_from([date(2026, 3, 26), date(2026, 4, 2), date(2026, 9, 24), date(2026, 10, 22)]).flatmap(
    lambda first: st.integers(0, 6).map(lambda n: first + timedelta(days=n))
)
OPEN = st.tuples(st.integers(0, 1439), st.integers(1, 1440)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.one_of(st.none(), OPEN), min_size=7, max_size=7).filter(any))
def test_opening_hours_read_back_as_written(by_weekday: list[tuple[int, int] | None]) -> None:
    opening = OpeningHours(tuple(by_weekday))
    assert OpeningHours.parse(str(opening)) == opening


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_range_of_weekdays_runs_forward_over_the_end_of_the_week(first: int, last: int) -> None:
    opening = OpeningHours.parse(f"{WEEKDAYS[first]}-{WEEKDAYS[last]} 09:00-17:00")
    opened = [weekday for weekday, span in enumerate(opening.by_weekday) if span]
    assert first in opened
    assert last in opened
    assert len(opened) == (last - first) % 7 + 1


@given(st.integers(0, 6), OPEN, DAYS, ZONES)
def test_a_hall_is_open_on_its_weekdays_only(weekday: int, span: tuple[int, int], day: date, zone: str) -> None:
    opening = OpeningHours(tuple(span if each == weekday else None for each in range(7)))
    assert (opening.on(day, zone) is not None) == (day.weekday() == weekday)
    assert OpeningHours(opening.by_weekday, frozenset({day})).on(day, zone) is None


@st.composite
def templates(draw: st.DrawFn) -> ShiftTemplate:
    """Templates by day and night, many about the hours of clock changes, with up to three breaks in order."""
    start = draw(st.one_of(st.integers(0, 240), st.integers(0, 1439)))
    end = start + draw(st.one_of(st.integers(1, 240), st.integers(1, 1440)))
    marks = sorted(draw(st.sets(st.integers(start, end), max_size=6)))
    breaks = [
        TemplateBreak(one, two - one, draw(st.booleans())) for one, two in zip(marks[::2], marks[1::2], strict=False)
    ]
    return ShiftTemplate("t", start, end, tuple(breaks))


@given(templates())
def test_breaks_read_back_as_written(template: ShiftTemplate) -> None:
    breaks = tuple(pause for pause in template.breaks if pause.start_minute < template.start_minute + 1440)
    assert parse_breaks(template_breaks_text(template), template.start_minute) == breaks


@given(templates(), DAYS, ZONES)
def test_a_dated_shift_keeps_its_breaks_inside_and_their_minutes(template: ShiftTemplate, day: date, zone: str) -> None:
    shift = dated(template, "hall", day, zone)
    assert shift.day == day
    for pause in shift.breaks:
        assert shift.span.covers(pause.span)
        assert pause.span.minutes > 0
    in_order = sorted(pause.span for pause in shift.breaks)
    assert all(one.end <= two.start for one, two in pairwise(in_order))
    assert 0 <= shift.paid_minutes <= shift.span.minutes


@given(templates(), ZONES)
def test_without_a_clock_change_the_shift_is_as_long_as_the_template(template: ShiftTemplate, zone: str) -> None:
    day = date(2026, 6, 15)
    shift = dated(template, "hall", day, zone)
    assert shift.span.minutes == template.end_minute - template.start_minute
    assert shift.paid_minutes == template.paid_minutes
    assert parse_breaks(shift_breaks_text(shift, zone), template.start_minute) == tuple(
        pause for pause in template.breaks if pause.start_minute < template.start_minute + 1440
    )


@given(templates(), st.integers(0, 2000), st.integers(1, 120))
def test_template_and_shift_agree_on_who_is_at_the_counter(
    template: ShiftTemplate, start_minute: int, minutes: int
) -> None:
    shift = dated(template, "hall", date(2026, 6, 15), "UTC")
    midnight = shift.span.start - template.start_minute * 60
    span = Interval(midnight + start_minute * 60, midnight + (start_minute + minutes) * 60)
    assert shift.staffs(span) == template.staffs(start_minute, start_minute + minutes)


@given(st.lists(templates(), min_size=1, max_size=4), DAYS, ZONES)
def test_heads_are_the_people_without_a_break_in_the_slot(some: list[ShiftTemplate], day: date, zone: str) -> None:
    shifts = [dated(template, "hall", day, zone) for template in some]
    for slot in list(slots(shifts[0].span, 30))[:6]:
        present = [
            shift
            for shift in shifts
            if shift.span.covers(slot) and not any(pause.span.overlaps(slot) for pause in shift.breaks)
        ]
        assert heads_present(shifts, slot) == len(present)
