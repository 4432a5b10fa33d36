"""Days of demand: what each day asks for, and which candidate staffs what; equal days are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.timeline import MINUTES_PER_DAY, local_day, minute_of_day, week_start


@dataclass(frozen=True, slots=True)
class DayKind:
    """Days that ask for the same heads and on which the same candidates staff the same half-hours.

    Attributes
    ----------
    needs
        Heads of each half-hour of the day.
    staffing
        For each half-hour the candidates (by number) that staff it.
    """

    days: tuple[date, ...]
    needs: tuple[int, ...]
    staffing: tuple[tuple[int, ...], ...]

    @property
    def candidates(self) -> tuple[int, ...]:
        """Candidates that staff at least one half-hour with demand."""
        useful = (number for need, staff in zip(self.needs, self.staffing, strict=True) if need > 0 for number in staff)
        return tuple(sorted(set(useful)))


def day_kinds(
    demand: Iterable[DemandSlot], candidates: Sequence[ShiftTemplate], hall: str, zone: str
) -> tuple[DayKind, ...]:
    """Sort the days of a hall's demand into kinds, in order of their first day.

    A candidate staffs a half-hour of its skill when it is at the counter throughout; it counts towards the business day
    on which it starts.
    """
    kinds: dict[tuple[tuple[int, ...], tuple[tuple[int, ...], ...]], list[date]] = {}
    known: dict[tuple[object, ...], tuple[tuple[int, ...], ...]] = {}
    for day, slots in _business_days(demand, hall, zone).items():
        first = slots[0].slot.start
        # Wall clock and elapsed time together tell days apart on which the clocks change.
        pattern = (
            day.weekday(),
            *(
                (minute_of_day(each.slot.start, zone), each.slot.start - first, each.slot.end - first, each.skill)
                for each in slots
            ),
        )
        if pattern not in known:
            known[pattern] = _staffing(slots, candidates, hall, day, zone)
        kinds.setdefault((tuple(each.heads for each in slots), known[pattern]), []).append(day)
    return tuple(DayKind(tuple(days), needs, staffing) for (needs, staffing), days in kinds.items())


def by_week(kinds: Iterable[DayKind]) -> tuple[DayKind, ...]:
    """Split kinds so that the days of each lie in one calendar week (from Monday)."""
    parts: list[DayKind] = []
    for kind in kinds:
        weeks: dict[date, list[date]] = {}
        for day in kind.days:
            weeks.setdefault(week_start(day, 0), []).append(day)
        parts += [replace(kind, days=tuple(days)) for days in weeks.values()]
    return tuple(parts)


def sketch(kinds: Sequence[DayKind], most: int) -> tuple[DayKind, ...]:
    """Merge the days most alike until there are at most `most` kinds, or none are left that the same shifts staff.

    A merged kind needs the mean of its days, rounded up: good enough to choose templates by, not to prove anything.
    """
    merged = list(kinds)
    while len(merged) > most:
        pairs = [
            (_distance(first, second), one, two)
            for one, first in enumerate(merged)
            for two, second in enumerate(merged[:one])
            if first.staffing == second.staffing
        ]
        if not pairs:
            break
        _, one, two = min(pairs)
        joined = _joined(merged[two], merged[one])
        merged = [kind for number, kind in enumerate(merged) if number not in (one, two)] + [joined]
    return tuple(merged)


def _distance(first: DayKind, second: DayKind) -> int:
    # Weighted by days, so that large kinds are not blurred for the sake of small ones.
    apart = sum(abs(one - two) for one, two in zip(first.needs, second.needs, strict=True))
    return apart * len(first.days) * len(second.days) // (len(first.days) + len(second.days))


def _joined(first: DayKind, second: DayKind) -> DayKind:
    days = len(first.days) + len(second.days)
    needs = tuple(
        -(-(one * len(first.days) + two * len(second.days)) // days)
        for one, two in zip(first.needs, second.needs, strict=True)
    )
    return DayKind(tuple(sorted((*first.days, *second.days))), needs, first.staffing)


def _business_days(demand: Iterable[DemandSlot], hall: str, zone: str) -> dict[date, list[DemandSlot]]:
    """Slots by the day on which their unbroken run starts, so that hours after midnight belong to the evening before.

    Simple: a run longer than a day, of a hall that never closes, is cut at midnight.
    """
    runs: list[list[DemandSlot]] = []
    for slot in sorted((each for each in demand if each.hall == hall), key=lambda each: (each.slot, each.skill)):
        if runs and slot.slot.start <= runs[-1][-1].slot.end:
            runs[-1].append(slot)
        else:
            runs.append([slot])
    days: dict[date, list[DemandSlot]] = {}
    for run in runs:
        one_day = run[-1].slot.end - run[0].slot.start <= MINUTES_PER_DAY * 60
        for slot in run:
            days.setdefault(local_day((run[0] if one_day else slot).slot.start, zone), []).append(slot)
    return days


def _staffing(
    slots: Iterable[DemandSlot], candidates: Sequence[ShiftTemplate], hall: str, day: date, zone: str
) -> tuple[tuple[int, ...], ...]:
    shifts = [
        (number, dated(template, hall, day, zone))
        for number, template in enumerate(candidates)
        if day.weekday() in template.weekdays
    ]
    return tuple(
        tuple(number for number, shift in shifts if shift.skill == slot.skill and shift.staffs(slot.slot))
        for slot in slots
    )
