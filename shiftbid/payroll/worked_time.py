"""What was worked in a period: by the clock where it was read, else as planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.roster import Assignment


@dataclass(frozen=True, slots=True)
class WorkedTime:
    """The shifts of a hall that are to be paid, and where the clock and the plan differ.

    Attributes
    ----------
    paid
        Shifts that count as worked, in order of employee and start.
    clocked_days
        Days of which the clock knows: on them only clocked shifts count, for everybody.
    missing
        Planned shifts of people who clocked nothing on a clocked day.
    unplanned
        Clocked shifts of people who had none planned that day.
    """

    paid: tuple[Assignment, ...]
    clocked_days: frozenset[date]
    missing: tuple[Assignment, ...]
    unplanned: tuple[Assignment, ...]


def worked_time(planned: Sequence[Assignment], clocked: Sequence[Assignment]) -> WorkedTime:
    """Put planned and clocked shifts of a hall together.

    A day belongs to the clock as soon as anybody of the hall has a clocked shift on it, so that a shift which was not
    worked is not paid; who is missing is named, since a forgotten punch looks the same.
    """
    clocked_days = frozenset(each.shift.day for each in clocked)
    came = {(each.employee, each.shift.day) for each in clocked}
    expected = {(each.employee, each.shift.day) for each in planned}
    by_plan = [each for each in planned if each.shift.day not in clocked_days]
    return WorkedTime(
        paid=_in_order([*clocked, *by_plan]),
        clocked_days=clocked_days,
        missing=_in_order(
            [each for each in planned if each.shift.day in clocked_days and (each.employee, each.shift.day) not in came]
        ),
        unplanned=_in_order([each for each in clocked if (each.employee, each.shift.day) not in expected]),
    )


def _in_order(shifts: Sequence[Assignment]) -> tuple[Assignment, ...]:
    return tuple(sorted(shifts, key=lambda each: (each.employee, each.shift.span)))
