"""A person's shifts and time off, month by month. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Leave
from shiftbid.domain.timeline import DAYS_PER_WEEK, day_interval
from shiftbid.services.own_view import OwnRoster, OwnView


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A day of the month sheet.

    Attributes
    ----------
    inside
        Whether the day is of the month shown, not of a neighbour that fills the first or last week.
    planned
        Whether a roster is published for the day.
    """

    day: date
    inside: bool
    planned: bool
    shifts: tuple[Shift, ...]
    leave: Leave | None
    holiday: str


@dataclass(frozen=True, slots=True)
class OwnShift:
    """A line of the list."""

    shift: Shift
    version: int
    is_next: bool


@dataclass(frozen=True, slots=True)
class ScheduleSheet:
    """What there is, and the month chosen as whole weeks."""

    months: tuple[date, ...]
    month: date
    weeks: tuple[tuple[OwnDay, ...], ...]
    shifts: tuple[OwnShift, ...]

    @property
    def paid_minutes(self) -> int:
        """Paid minutes of the month's shifts."""
        return sum(each.shift.paid_minutes for each in self.shifts)

    @property
    def next_shift(self) -> Shift | None:
        """The next shift from today on."""
        return next((each.shift for each in self.shifts if each.is_next), None)


def months_of(view: OwnView) -> tuple[date, ...]:
    """First days of the months that published rosters touch, and this month, in order."""
    firsts = {_first(day) for roster in view.rosters for day in roster.period.days}
    return tuple(sorted({*firsts, _first(view.on)}))


def schedule_sheet(view: OwnView, month: date, first_weekday: int) -> ScheduleSheet:
    """Lay a month out in weeks.

    Parameters
    ----------
    month
        First day of the month.
    first_weekday
        Weekday on which weeks begin, 0 for Monday.
    """
    start = month - timedelta(days=(month.weekday() - first_weekday) % DAYS_PER_WEEK)
    count = -(-((_following(month) - start).days) // DAYS_PER_WEEK)
    days = [start + timedelta(days=number) for number in range(count * DAYS_PER_WEEK)]
    laid_out = tuple(_own_day(view, day, month) for day in days)
    listed = sorted(
        ((shift, roster.version) for roster in _holding(view) for shift in roster.shifts), key=lambda each: each[0].span
    )
    coming = next((shift.id for shift, _ in listed if shift.day >= view.on), None)
    return ScheduleSheet(
        months=months_of(view),
        month=month,
        weeks=tuple(laid_out[at : at + DAYS_PER_WEEK] for at in range(0, len(laid_out), DAYS_PER_WEEK)),
        shifts=tuple(
            OwnShift(shift, version, shift.id == coming) for shift, version in listed if _first(shift.day) == month
        ),
    )


def _own_day(view: OwnView, day: date, month: date) -> OwnDay:
    roster = next((each for each in reversed(view.rosters) if day in each.period), None)
    span = day_interval(day, view.hall.zone)
    return OwnDay(
        day=day,
        inside=_first(day) == month,
        planned=roster is not None,
        shifts=tuple(shift for shift in roster.shifts if shift.day == day) if roster else (),
        leave=next((each for each in view.leave if each.span.overlaps(span)), None),
        holiday=roster.calendar.names.get(day, "") if roster else "",
    )


def _holding(view: OwnView) -> tuple[OwnRoster, ...]:
    """Rosters, each without days that a later period has taken over."""
    return tuple(
        OwnRoster(
            each.period,
            each.version,
            each.state,
            tuple(
                shift
                for shift in each.shifts
                if not any(shift.day in later.period for later in view.rosters[place + 1 :])
            ),
            each.calendar,
        )
        for place, each in enumerate(view.rosters)
    )


def _first(day: date) -> date:
    return day.replace(day=1)


def _following(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)
