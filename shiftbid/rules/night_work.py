"""Who does night work as a normal course, by the shifts that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.timeline import Period
from shiftbid.rules.rule import Rule
from shiftbid.rules.working_time import night_minutes

NIGHT_WORK_MINUTES = "night_work_minutes"
YEAR = timedelta(weeks=52)


def night_worker_statuses(
    rules: Iterable[Rule], history: Sequence[Shift], zone: str, period: Period
) -> tuple[Status, ...]:
    """Night worker for the period, where the shifts of the year before make one under a rule for night workers.

    Rules that do not say how much of a night is night work are left to a record of the status.
    """
    telling = [
        rule for rule in rules if rule.applies_to is StatusKind.NIGHT_WORKER and NIGHT_WORK_MINUTES in rule.numbers
    ]
    year = [shift for shift in history if telling and shift.day >= period.first - YEAR]
    if any(is_night_worker(year, zone, rule) for rule in telling):
        return (Status(StatusKind.NIGHT_WORKER, period.first, period.last),)
    return ()


def is_night_worker(shifts: Iterable[Shift], zone: str, rule: Rule) -> bool:
    """Whether most of the days worked hold night work, or as many as make a night worker in any case.

    A day holds night work where `night_work_minutes` or more are worked between `night_start_minute` and
    `night_end_minute`. `night_worker_days` of them make a night worker; a law that names no such number gives none.
    "As a normal course" is open in the law: most of the days worked is our reading.
    """
    known = tuple(shifts)
    start, end = rule.number("night_start_minute"), rule.number("night_end_minute")
    least_minutes = rule.number(NIGHT_WORK_MINUTES)
    nights = {shift.day for shift in known if night_minutes(shift, zone, start, end) >= least_minutes}
    days = {shift.day for shift in known}
    enough_days = rule.numbers.get("night_worker_days", len(days) + 1)
    return 2 * len(nights) > len(days) or len(nights) >= enough_days
