"""Demand against coverage by slot. Qt-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval, local_day, minute_of_day
from shiftbid.services.publication import HallPublication


@dataclass(frozen=True, slots=True)
class CoverSlot:
    """Heads needed and heads on duty, breaks taken off, in one slot."""

    slot: Interval
    start_minute: int
    needed_heads: int
    present_heads: int

    @property
    def difference_heads(self) -> int:
        """Heads on duty less heads needed: negative where some are missing."""
        return self.present_heads - self.needed_heads


@dataclass(frozen=True, slots=True)
class DayCover:
    """A day's slots in order of time; empty where the hall is shut."""

    day: date
    slots: tuple[CoverSlot, ...]

    @property
    def missing_minutes(self) -> int:
        """Head-minutes needed and not on duty."""
        return sum(-each.difference_heads * each.slot.minutes for each in self.slots if each.difference_heads < 0)

    @property
    def spare_minutes(self) -> int:
        """Head-minutes on duty beyond the need."""
        return sum(each.difference_heads * each.slot.minutes for each in self.slots if each.difference_heads > 0)


@dataclass(frozen=True, slots=True)
class DemandSheet:
    """Demand and coverage of a period for one skill.

    Attributes
    ----------
    start_minutes
        Wall-clock minutes at which slots start on any day, in order: the rows of the heatmap. An hour that the clock
        change repeats shows its first pass.
    """

    zone: str
    days: tuple[DayCover, ...]
    start_minutes: tuple[int, ...]
    by_day_and_minute: Mapping[tuple[date, int], CoverSlot]

    @property
    def missing_minutes(self) -> int:
        """Head-minutes missing in the period."""
        return sum(day.missing_minutes for day in self.days)

    @property
    def spare_minutes(self) -> int:
        """Head-minutes to spare in the period."""
        return sum(day.spare_minutes for day in self.days)

    @property
    def needed_minutes(self) -> int:
        """Head-minutes needed in the period."""
        return sum(each.needed_heads * each.slot.minutes for day in self.days for each in day.slots)

    @property
    def most_heads(self) -> int:
        """Most heads needed or on duty in any slot, so that days can be drawn on one scale."""
        return max((max(s.needed_heads, s.present_heads) for day in self.days for s in day.slots), default=0)

    def slot_at(self, row: int, column: int) -> CoverSlot | None:
        """Give the slot of a heatmap cell, or None where the hall is shut."""
        return self.by_day_and_minute.get((self.days[column].day, self.start_minutes[row]))


def skills_of(publication: HallPublication) -> tuple[str, ...]:
    """Skills that the demand asks for, the general desk's first."""
    return tuple(dict.fromkeys(each.skill for each in publication.demand))


def demand_sheet(publication: HallPublication, skill: str) -> DemandSheet:
    """Set the heads on duty, breaks taken off, against the heads needed of one skill."""
    zone = publication.hall.zone
    shifts = _shifts_by_day(publication, skill)
    days: dict[date, list[CoverSlot]] = {day: [] for day in publication.roster.period.days}
    for need in sorted(publication.demand, key=lambda each: each.slot):
        day = local_day(need.slot.start, zone)
        if need.skill == skill and day in days:
            # A night shift that started the day before may still be on duty.
            around = [*shifts.get(day - timedelta(days=1), ()), *shifts.get(day, ())]
            days[day].append(
                CoverSlot(
                    slot=need.slot,
                    start_minute=minute_of_day(need.slot.start, zone),
                    needed_heads=need.heads,
                    present_heads=sum(shift.staffs(need.slot) for shift in around),
                )
            )
    covers = tuple(DayCover(day, tuple(slots)) for day, slots in days.items())
    first_pass: dict[tuple[date, int], CoverSlot] = {}
    for cover in covers:
        for each in cover.slots:
            first_pass.setdefault((cover.day, each.start_minute), each)
    return DemandSheet(
        zone=zone,
        days=covers,
        start_minutes=tuple(sorted({minute for _, minute in first_pass})),
        by_day_and_minute=first_pass,
    )


def _shifts_by_day(publication: HallPublication, skill: str) -> Mapping[date, Sequence[Shift]]:
    days: dict[date, list[Shift]] = {}
    for each in publication.roster.assignments:
        if each.shift.skill == skill:
            days.setdefault(each.shift.day, []).append(each.shift)
    return days
