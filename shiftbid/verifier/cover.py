"""Cover: heads at the counter in each slot of the demand, breaks taken out, and what is missing or too much."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shiftbid.verifier.clock import MINUTE
from shiftbid.verifier.rows import DemandRow
from shiftbid.verifier.spells import Spell

HALF_HOUR = 30 * MINUTE


@dataclass(frozen=True, slots=True)
class Slot:
    """Heads needed in one slot at the desk of a skill."""

    start: int
    end: int
    skill: str
    heads: int


@dataclass(frozen=True, slots=True)
class Cover:
    """Head half-hours of demand left uncovered, and of presence beyond it within the slots of the demand."""

    missing_half_hours: float
    surplus_half_hours: float


def slots_of(demand: Iterable[DemandRow]) -> tuple[Slot, ...]:
    """Slots of one hall in order of start; rows of one slot and skill are added."""
    heads: dict[tuple[int, int, str], int] = {}
    for row in demand:
        slot = (row.start, row.end, row.skill)
        heads[slot] = heads.get(slot, 0) + row.heads
    return tuple(Slot(*slot, needed) for slot, needed in sorted(heads.items()))


def heads_present(slots: Sequence[Slot], spells: Iterable[tuple[Spell, int]]) -> list[int]:
    """Heads on shifts of the slot's skill who are at the counter for the whole of each slot.

    Parameters
    ----------
    slots
        In order of start.
    spells
        Each spell with the number of people on it.
    """
    starts = [slot.start for slot in slots]
    present = [0] * len(slots)
    for spell, heads in spells:
        # A spell staffs no slot that starts before it does.
        first = bisect_right(starts, spell.start - 1)
        for index in range(first, len(slots)):
            slot = slots[index]
            if slot.start >= spell.end:
                break
            if spell.skill == slot.skill and spell.staffs(slot.start, slot.end):
                present[index] += heads
    return present


def cover_of(slots: Sequence[Slot], spells: Iterable[tuple[Spell, int]]) -> Cover:
    """Compare presence with the demand, slot by slot."""
    missing = surplus = 0
    for slot, present in zip(slots, heads_present(slots, spells), strict=True):
        missing += max(0, slot.heads - present) * (slot.end - slot.start)
        surplus += max(0, present - slot.heads) * (slot.end - slot.start)
    return Cover(missing / HALF_HOUR, surplus / HALF_HOUR)
