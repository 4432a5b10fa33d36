"""Breaks inside a shift. Paid or unpaid, a break is a break; one shorter than a slice that counts is none."""

from __future__ import annotations

from collections.abc import Iterator

from shiftbid.verifier.clock import MINUTE, day_text, duration_text
from shiftbid.verifier.law.person import Breach, Person
from shiftbid.verifier.limits import BreakInShift, UnbrokenStretch
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


def _counted(spell: Spell, slice_minutes: int) -> Iterator[Pause]:
    return (pause for pause in spell.pauses if pause.end - pause.start >= slice_minutes * MINUTE)
