"""What the law says of a shift template by itself, whoever takes it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation

LONGEST_WORK_MINUTES = 480


def breaches_of(
    template: ShiftTemplate, hall: Hall, period: Period, calendar: Calendar, pack: RulePack
) -> Iterator[Finding]:
    """Findings against a full-timer without history who takes the template alone on an ordinary day."""
    day = _ordinary_day(template, period, calendar)
    person = Employee(
        id="anybody",
        name="anybody",
        hall=hall.id,
        contract_minutes=DAYS_PER_WEEK * LONGEST_WORK_MINUTES,
        system=HoursSystem.STANDARD,
        skills=frozenset({template.skill}),
        born=date(day.year - 30, 1, 1),
        employed_from=day - timedelta(days=365),
        rate_cents=0,
    )
    shift = dated(template, hall.id, day, hall.zone)
    situation = Situation(person, period, hall.zone, calendar, (shift,), week_starts_on=pack.week_starts_on)
    return iter(check(pack, situation, {shift.id}))


def _ordinary_day(template: ShiftTemplate, period: Period, calendar: Calendar) -> date:
    """First working day of the period: what the law says of Sundays and holidays is no fault of a template.

    Of days on which the template runs, where it runs on a working day at all.
    """
    running = [day for day in period.days if day.weekday() in template.weekdays]
    return next((day for day in running or period.days if calendar.class_of(day) is DayClass.WORKDAY), period.first)
