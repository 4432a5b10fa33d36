"""Templates and shifts: what is refused, and what clock changes do."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak, dated, parse_breaks, shift_breaks_text

SPRING, AUTUMN = date(2026, 3, 28), date(2026, 10, 24)


@pytest.mark.parametrize(
    ("start", "end", "breaks", "message"),
    [
        (600, 600, (), "must end after it starts and within 24 hours"),
        (600, 2041, (), "must end after it starts and within 24 hours"),
        (1440, 1500, (), "must start between 00:00 and 23:59"),
        (-1, 60, (), "must start between 00:00 and 23:59"),
        (540, 1020, (TemplateBreak(530, 30, paid=False),), "break 08:50/30/unpaid lies outside it"),
        (540, 1020, (TemplateBreak(1000, 30, paid=True),), "break 16:40/30/paid lies outside it"),
        (
            540,
            1020,
            (TemplateBreak(729, 30, paid=False), TemplateBreak(700, 30, paid=False)),
            "11:40/30/unpaid and 12:09/30",
        ),
    ],
)
def test_impossible_template_is_refused(start: int, end: int, breaks: tuple[TemplateBreak, ...], message: str) -> None:
    with pytest.raises(InputError, match=message):
        ShiftTemplate("t", start, end, breaks)


def test_breaks_may_touch() -> None:
    template = ShiftTemplate("t", 540, 1020, (TemplateBreak(700, 30, paid=False), TemplateBreak(730, 15, paid=True)))
    assert template.paid_minutes == 450


@pytest.mark.parametrize(
    "text", ["12:00", "12:00/30", "12:00/30/perhaps", "12:00/x/paid", "12:00/0/paid", "noon/30/paid"]
)
def test_faulty_breaks_are_refused(text: str) -> None:
    with pytest.raises(InputError):
        parse_breaks(text, 540)


def test_breaks_before_the_start_belong_to_the_next_day() -> None:
    assert parse_breaks("23:00/15/paid; 02:00/30/unpaid", 1320) == (
        TemplateBreak(1380, 15, paid=True),
        TemplateBreak(1560, 30, paid=False),
    )


@pytest.mark.parametrize(("day", "minutes"), [(SPRING, 420), (AUTUMN, 540), (date(2026, 6, 15), 480)])
def test_night_lasts_as_long_as_it_does(day: date, minutes: int) -> None:
    night = dated(ShiftTemplate("n", 1320, 1800), "hall", day, "Europe/Berlin")
    assert (night.id, night.span.minutes) == (f"hall/n/{day}", minutes)


@pytest.mark.parametrize("start_minute", [1500, 1530, 1560, 1570, 1585])
@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_break_lasts_its_minutes_through_a_clock_change(day: date, start_minute: int) -> None:
    template = ShiftTemplate("n", 1320, 1800, (TemplateBreak(start_minute, 45, paid=False),))
    night = dated(template, "hall", day, "Europe/Berlin")
    assert [pause.span.minutes for pause in night.breaks] == [45]


def test_break_in_the_skipped_hour_comes_after_it_and_before_the_next() -> None:
    template = ShiftTemplate(
        "n", 1320, 1800, (TemplateBreak(1590, 30, paid=False), TemplateBreak(1630, 30, paid=False))
    )
    night = dated(template, "hall", SPRING, "Europe/Berlin")
    assert shift_breaks_text(night, "Europe/Berlin") == "03:30/30/unpaid;04:00/30/unpaid"


def test_break_that_the_skipped_hour_moves_past_the_end_is_cut_off() -> None:
    night = dated(
        ShiftTemplate("n", 1320, 1620, (TemplateBreak(1590, 30, paid=False),)), "hall", SPRING, "Europe/Berlin"
    )
    assert (night.breaks, night.paid_minutes) == ((), 240)


def test_shift_in_the_skipped_hour_keeps_its_length() -> None:
    early = dated(ShiftTemplate("e", 150, 190), "hall", date(2026, 3, 29), "Europe/Berlin")
    assert early.span.minutes == 40
