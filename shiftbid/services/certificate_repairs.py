"""What one more person would repair: every adopted template tried on every day that misses its promise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.services.hall_days import HallDay
from shiftbid.staffing.certificate import certify_day


@dataclass(frozen=True, slots=True)
class Repair:
    """One more person on one template of one day, at the desk whose skill the template asks for.

    Attributes
    ----------
    missed_before, missed_after
        Clock hours of that day in which the desk misses the promise for either class, without and with the person.
    paid_minutes
        What the shift costs.
    """

    day: date
    template: str
    missed_before: int
    missed_after: int
    paid_minutes: int


def repairs_by_one_person(
    hall: Hall, days: Sequence[HallDay], shifts: Sequence[Shift], adopted: Sequence[ShiftTemplate]
) -> tuple[Repair, ...]:
    """Best single shift of each day and desk that misses the promise; most hours repaired first, then the cheapest.

    Days that no single shift improves are left out. Every answer is the exact model's for that day.
    """
    found = [repair for day in days for repair in _best_of_day(hall, day, shifts, adopted)]
    return tuple(sorted(found, key=lambda each: (each.missed_after - each.missed_before, each.paid_minutes, each.day)))


def _best_of_day(
    hall: Hall, day: HallDay, shifts: Sequence[Shift], adopted: Sequence[ShiftTemplate]
) -> Iterator[Repair]:
    before = _missed_hours(hall, day, shifts)
    if not before:
        return
    tried: list[Repair] = []
    for template in adopted:
        if template.skill == day.desk.skill and day.day.weekday() in template.weekdays:
            extra = dated(template, hall.id, day.day, hall.zone)
            after = _missed_hours(hall, day, [*shifts, extra])
            tried.append(Repair(day.day, template.id, before, after, template.paid_minutes))
    best = min(tried, key=lambda each: (each.missed_after, each.paid_minutes, each.template), default=None)
    if best is not None and best.missed_after < before:
        yield best


def _missed_hours(hall: Hall, day: HallDay, shifts: Sequence[Shift]) -> int:
    kept = certify_day(day.queue, day.heads(shifts), hall.promise).kept.all(axis=0)
    return len(set(np.asarray(day.queue.hours)[~kept].tolist()))
