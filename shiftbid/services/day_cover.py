"""Heads needed and heads at the counter through a day, desk by desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Interval

HOUR_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class CoverSlot:
    """Heads needed and heads at the counter in a slot, all skills together.

    Attributes
    ----------
    missing_heads, surplus_heads
        Counted skill by skill: heads to spare at one desk are no help at another.
    """

    slot: Interval
    needed_heads: int
    present_heads: int
    missing_heads: int
    surplus_heads: int


def cover_of(demand: Iterable[DemandSlot], shifts: Sequence[tuple[Shift, int]]) -> tuple[CoverSlot, ...]:
    """Heads needed and at the counter, slot by slot; shifts come with the heads that work them."""
    slots: dict[Interval, list[tuple[int, int]]] = {}
    for each in demand:
        present = sum(heads for shift, heads in shifts if shift.skill == each.skill and shift.staffs(each.slot))
        slots.setdefault(each.slot, []).append((each.heads, present))
    return tuple(
        CoverSlot(
            slot,
            sum(needed for needed, _ in desks),
            sum(present for _, present in desks),
            sum(max(0, needed - present) for needed, present in desks),
            sum(max(0, present - needed) for needed, present in desks),
        )
        for slot, desks in sorted(slots.items())
    )


def hour_axis(spans: Sequence[Interval], whole_day: Interval) -> Interval:
    """Whole hours, counted from the day's start, that hold every span; the whole day where there is none."""
    start = min((span.start for span in spans), default=whole_day.start)
    end = max((span.end for span in spans), default=whole_day.end)
    first = whole_day.start + (start - whole_day.start) // HOUR_SECONDS * HOUR_SECONDS
    return Interval(first, first + -(-(end - first) // HOUR_SECONDS) * HOUR_SECONDS)
