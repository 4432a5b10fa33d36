"""Whether somebody who bids for few shifts may come away with none of them, said before the bids are given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.bid import Bid
from shiftbid.domain.shift import Shift

ENOUGH_TENTHS = 15
"""Wishes for fifteen tenths of the contract leave the award a choice."""

_TENTHS = 10
_MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class NarrowBids:
    """Wishes for shifts that others can fill entirely, and for too few of them.

    Attributes
    ----------
    shifts
        Date and template of each shift wished for; other people can take all heads of every one.
    wished_minutes
        Paid minutes of the shifts wished for, the longest of each day.
    enough_minutes
        What wishes should come to for the award to have a choice: one and a half times the contract.
    """

    shifts: tuple[tuple[date, str], ...]
    wished_minutes: int
    enough_minutes: int

    def sentence(self) -> str:
        """Say it to the person."""
        named = ", ".join(f"{template} on {day}" for day, template in self.shifts)
        hours, enough = (minutes / _MINUTES_PER_HOUR for minutes in (self.wished_minutes, self.enough_minutes))
        return (
            f"If you bid only these, you can be awarded none of {named}: others can fill each of them. "
            f"You wish for {hours:g} hours; with {enough:g} or more your contract can be met from your wishes."
        )


def narrow_bids(
    bids: Sequence[Bid],
    shifts: Sequence[Shift],
    contract_minutes: int,
    heads: Mapping[tuple[date, str], int],
    rivals: Mapping[str, int],
) -> NarrowBids | None:
    """Find whether wishes are narrow; None where they are wide enough, or some shift wished for needs the person.

    Parameters
    ----------
    shifts
        Every shift of the round.
    contract_minutes
        Of the person in the period.
    heads
        Heads that the adopted menu puts on a template on a day.
    rivals
        Other people who could take a shift, by its id.
    """
    wished = {(bid.day, bid.template) for bid in bids if bid.level > 0 and bid.template is not None}
    wanted = sorted((each for each in shifts if (each.day, each.template) in wished), key=lambda each: each.span)
    longest: dict[date, int] = {}
    for shift in wanted:
        longest[shift.day] = max(longest.get(shift.day, 0), shift.paid_minutes)
    enough = contract_minutes * ENOUGH_TENTHS // _TENTHS
    is_needed = any(rivals[each.id] < heads.get((each.day, each.template), 0) for each in wanted)
    if not wanted or is_needed or sum(longest.values()) >= enough:
        return None
    return NarrowBids(tuple((each.day, each.template) for each in wanted), sum(longest.values()), enough)
