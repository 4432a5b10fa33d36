"""What the staff say: their ballots and bids, wherever they were given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from shiftbid.domain.ballot import Answer
from shiftbid.domain.bid import Bid
from shiftbid.domain.shift import ShiftTemplate


class StaffVoice(Protocol):
    """Ballots and bids of a hall's staff, by employee id; people who said nothing are absent."""

    def answers(self, hall: str, templates: Sequence[ShiftTemplate]) -> Mapping[str, Mapping[str, Answer]]:
        """What each voter says of the templates put to the vote, by template id."""
        ...

    def bids(
        self, hall: str, templates: Sequence[ShiftTemplate], days: Sequence[date]
    ) -> Mapping[str, tuple[Bid, ...]]:
        """Bids of each bidder on the adopted templates and on days off."""
        ...


class SilentStaff:
    """Nobody has voted or bid: the first menu is adopted, and every wish is neutral."""

    def answers(self, hall: str, templates: Sequence[ShiftTemplate]) -> Mapping[str, Mapping[str, Answer]]:
        """No ballots."""
        del hall, templates
        return {}

    def bids(
        self, hall: str, templates: Sequence[ShiftTemplate], days: Sequence[date]
    ) -> Mapping[str, tuple[Bid, ...]]:
        """No bids."""
        del hall, templates, days
        return {}
