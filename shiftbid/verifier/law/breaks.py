"""Breaks inside a shift. Paid or unpaid, a break is a break; one shorter than a slice that counts is none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from shiftbid.verifier.clock import MINUTE, day_text, duration_text
from shiftbid.verifier.law.person import Breach, Person
from shiftbid.verifier.limits import BreakInDay, BreakInShift, UnbrokenStretch
from shiftbid.verifier.spells import Pause, Spell


def break_in_shift(person: Person, limit: BreakInShift) -> Iterator[Breach]:
    """Find rostered shifts whose breaks are too short together for their work."""
    for spell in person.rostered:
        taken = sum(each.end - each.start for each in _counted(spell, limit.slice_minutes)) // MINUTE
        if spell.paid_minutes > limit.above_minutes and taken < limit.break_minutes:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"works {duration_text(spell.paid_minutes)} in the shift on {day_text(spell.day)} with "
                f"{duration_text(taken)} of breaks; above {duration_text(limit.above_minutes)} of work "
                f"{duration_text(limit.break_minutes)} are required ({limit.article}).",
            )


def break_in_day(person: Person, limit: BreakInDay) -> Iterator[Breach]:
    """Find days on which one shift, or two of them, hold too short breaks for their work.

    The time between two shifts of a day is a break. A shift that lacks breaks by itself is not mended by another.
    """
    for day, spells in person.days():
        groups = [(spell,) for spell in spells]
        groups += [pair for pair in combinations(spells, 2) if pair[0].end <= pair[1].start]
        for group in groups:
            worked = sum(spell.paid_minutes for spell in group)
            taken = _break_minutes(group, limit.slice_minutes)
            rostered = any(spell.rostered for spell in group)
            if rostered and limit.above_minutes < worked <= limit.up_to_minutes and taken < limit.break_minutes:
                yield person.breach_on(
                    limit.rule,
                    day,
                    f"works {duration_text(worked)} on {day_text(day)} with {duration_text(taken)} of breaks of at "
                    f"least {limit.slice_minutes} min; above {duration_text(limit.above_minutes)} of work "
                    f"{duration_text(limit.break_minutes)} are required ({limit.article}).",
                )
                break


def unbroken_stretch(person: Person, limit: UnbrokenStretch) -> Iterator[Breach]:
    """Find rostered shifts with too long a stretch before, between or after breaks."""
    for spell in person.rostered:
        working_from, longest = spell.start, 0
        for pause in _counted(spell, limit.slice_minutes):
            longest = max(longest, pause.start - working_from)
            working_from = max(working_from, pause.end)
        longest = max(longest, spell.end - working_from) // MINUTE
        if longest > limit.minutes:
            yield person.breach_on(
                limit.rule,
                spell.day,
                f"works {duration_text(longest)} without a break in the shift on {day_text(spell.day)}; "
                f"{duration_text(limit.minutes)} at a stretch are allowed ({limit.article}).",
            )


def _break_minutes(group: tuple[Spell, ...], slice_minutes: int) -> int:
    between = (group[-1].start - group[0].end) // MINUTE if len(group) > 1 else 0
    inside = sum((pause.end - pause.start) // MINUTE for spell in group for pause in _counted(spell, slice_minutes))
    return inside + (between if between >= slice_minutes else 0)


def _counted(spell: Spell, slice_minutes: int) -> Iterator[Pause]:
    return (pause for pause in spell.pauses if pause.end - pause.start >= slice_minutes * MINUTE)
