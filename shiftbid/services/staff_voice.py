"""What the staff say: their ballots and bids, wherever they were given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from shiftbid.domain.ballot import Menu
from shiftbid.domain.bid import Bid
from shiftbid.domain.shift import ShiftTemplate


class StaffVoice(Protocol):
    """Ballots and bids of a hall's staff, by employee id; people who said nothing are absent."""

    def approvals(self, hall: str, menus: Sequence[Menu]) -> Mapping[str, frozenset[str]]:
        """Menus that each voter approves."""
        ...

    def bids(
        self, hall: str, templates: Sequence[ShiftTemplate], days: Sequence[date]
    ) -> Mapping[str, tuple[Bid, ...]]:
        """Bids of each bidder on the adopted templates and on days off."""
        ...


class SilentStaff:
    """Nobody has voted or bid: menus are drawn by tie number, and every wish is neutral."""

    def approvals(self, hall: str, menus: Sequence[Menu]) -> Mapping[str, frozenset[str]]:
        """No ballots."""
        del hall, menus
        return {}

    def bids(
        self, hall: str, templates: Sequence[ShiftTemplate], days: Sequence[date]
    ) -> Mapping[str, tuple[Bid, ...]]:
        """No bids."""
        del hall, templates, days
        return {}
