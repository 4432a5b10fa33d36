from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.services.certification import certify_roster, recertify_roster
from shiftbid.services.hall_days import HallDay, hall_days
from shiftbid.services.progress import Progress

ZONE = "Europe/Berlin"
PERIOD = Period(date(2026, 1, 5), date(2026, 1, 7))
HALL = Hall("h", "Hall", ZONE, "DE", None, OpeningHours.parse("20:00-02:00"), Promise(), 6.0, counters=6)
LATE = ShiftTemplate("late", 20 * 60, 24 * 60)
NIGHT = ShiftTemplate("night", 22 * 60, 26 * 60)


class Heard:
    """Days of which a listener was told."""

    def __init__(self) -> None:
        self.days: list[str] = []

    def __call__(self, progress: Progress) -> None:
        self.days.append(progress.text)


def on(template: ShiftTemplate, day: int) -> Shift:
    return dated(template, "h", PERIOD.days[day], ZONE)


@pytest.fixture
def days() -> tuple[HallDay, ...]:
    forecast = [
        FootfallSlot("h", Interval(start, start + 3600), kind, mean, 0, 0, 0)
        for day in PERIOD.days
        for start in (instant(day, 20 * 60 + 60 * hour, ZONE) for hour in range(6))
        for kind, mean in (("vip", 3.0), ("regular", 9.0))
    ]
    return hall_days(HALL, forecast, PERIOD, 10.0)


@pytest.mark.parametrize(
    ("gone", "come", "solved"),
    [
        ([on(LATE, 0)], [on(LATE, 0)], []),
        ([on(NIGHT, 1)], [], [1]),
        ([], [on(LATE, 2)], [2]),
        ([on(LATE, 0)], [on(NIGHT, 2)], [0, 2]),
    ],
)
def test_only_days_whose_heads_change_are_solved_and_the_certificate_is_that_of_the_whole(
    days: tuple[HallDay, ...], gone: list[Shift], come: list[Shift], solved: list[int]
) -> None:
    before = [on(template, day) for day in range(3) for template in (LATE, LATE, NIGHT, NIGHT)]
    after = list(before)
    for shift in gone:
        after.remove(shift)
    after += come
    known = certify_roster(HALL, days, before, Heard())
    heard = Heard()
    assert recertify_roster(HALL, days, known, before, after, heard) == certify_roster(HALL, days, after, Heard())
    assert heard.days == [f"Hall, {PERIOD.days[day]}" for day in solved]
