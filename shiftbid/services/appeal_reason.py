"""Why somebody has a shift or has it not, found anew from what is published: law first, then cover, then people.

Simple: the award is not solved again. What the round's record says stands beside it, so that whoever decides sees
whether the two agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shiftbid.domain.exchange import Move
from shiftbid.domain.shift import Shift
from shiftbid.services.exchange_effect import effect_of, refusing
from shiftbid.services.exchange_ground import PublishedRoster, shift_text
from shiftbid.services.progress import ProgressListener


class FoundReason(StrEnum):
    """What decides about the shift."""

    HELD = "held"
    """The person has it, and cover needs it."""
    NOT_NEEDED = "not-needed"
    """The person has it, though cover would hold without it."""
    LAW = "law"
    """A rule forbids it."""
    COVER = "cover"
    """Demand would go uncovered where the person works instead."""
    PEOPLE = "people"
    """Others have every place on it."""
    FREE = "free"
    """Neither law nor cover nor anybody stands in its way."""


@dataclass(frozen=True, slots=True)
class RecomputedReason:
    """A reason found anew.

    Attributes
    ----------
    recorded
        What the round's record says of this person and shift; None where it says nothing.
    """

    reason: FoundReason
    sentence: str
    recorded: str | None


def recomputed_reason(
    roster: PublishedRoster, employee: str, shift: str, listener: ProgressListener
) -> RecomputedReason:
    """Find why a person has a shift, or has it not.

    Parameters
    ----------
    shift
        Id of a shift of the roster or of the adopted templates.
    """
    wanted = roster.shifts[shift]
    reason, sentence = (
        _why_held(roster, employee, wanted, listener)
        if roster.holds(employee, shift)
        else _why_not(roster, employee, wanted, listener)
    )
    return RecomputedReason(reason, sentence, _recorded(roster, employee, wanted))


def _why_held(
    roster: PublishedRoster, employee: str, shift: Shift, listener: ProgressListener
) -> tuple[FoundReason, str]:
    told = shift_text(shift, roster.publication.hall)
    name = roster.names[employee]
    without = effect_of(roster, [Move(employee, shift.id, None)], listener)
    if without.missing_half_hours > 0:
        return (
            FoundReason.HELD,
            f"Without {name} on {told}, {without.missing_half_hours} more half-hours would be uncovered.",
        )
    return FoundReason.NOT_NEEDED, f"Cover would hold without {name} on {told}."


def _why_not(
    roster: PublishedRoster, employee: str, shift: Shift, listener: ProgressListener
) -> tuple[FoundReason, str]:
    published, told = roster.publication.roster, shift_text(shift, roster.publication.hall)
    name = roster.names[employee]
    instead = [
        each.shift for each in published.assignments if each.employee == employee and each.shift.day == shift.day
    ]
    # The person's other shift of that day would make room for this one.
    moves = [Move(employee, instead[0].id if instead else None, shift.id)]
    effect = effect_of(roster, moves, listener)
    forbidding = refusing(effect.findings)
    if forbidding:
        return FoundReason.LAW, f"{forbidding[0].sentence} ({forbidding[0].article})"
    if effect.missing_half_hours > 0:
        return (
            FoundReason.COVER,
            f"With {name} on {told} instead of {instead[0].template}, {effect.missing_half_hours} more half-hours "
            "would be uncovered.",
        )
    holders = [roster.names[each.employee] for each in published.assignments if each.shift.id == shift.id]
    if holders and effect.missing_half_hours == 0:
        return FoundReason.PEOPLE, f"{', '.join(holders)} have {told}, and no further head is missing on it."
    return FoundReason.FREE, f"Neither law nor cover keeps {name} from {told}: it may be claimed."


def _recorded(roster: PublishedRoster, employee: str, shift: Shift) -> str | None:
    record = roster.publication.bidding_round
    said: Sequence[Mapping[str, Any]] = (*record.get("reasons", ()), *record.get("given", ()))
    key = (employee, shift.day.isoformat(), shift.template)
    return next(
        (each["sentence"] for each in said if (each["employee"], each["date"], each["template"]) == key),
        None,
    )
