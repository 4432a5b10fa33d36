"""Claims, swaps and the terms of a hall as the command line sees them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from shiftbid.domain.case import Case, CaseKind
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.services.poll_boxes import Credentials

if TYPE_CHECKING:
    from shiftbid.services.exchange_board import ExchangeBoard


@dataclass(frozen=True, slots=True)
class WrittenRoster:
    """Whose roster is meant: the latest published of a hall, or that of the period that begins on a day."""

    hall: str
    first_day: str | None


class ExchangeDesk(Protocol):
    """Claims and swaps of a database; what raises InputError or AccessError is not done.

    Shifts are written ``TEMPLATE:DATE``; exchanges and offers are named by their numbers.
    """

    def board(self, name: WrittenRoster) -> ExchangeBoard:
        """What anybody may see."""
        ...

    def offer(self, name: WrittenRoster, who: Credentials, gives: str, takes: Sequence[str]) -> Case:
        """Offer a shift, given away or for another."""
        ...

    def claim(self, name: WrittenRoster, who: Credentials, shift: str) -> Case:
        """Claim a shift that is given away or lacks heads."""
        ...

    def propose(self, name: WrittenRoster, who: Credentials, gives: str, takes: str, other: str) -> Case:
        """Propose a swap to the colleague who has the other shift."""
        ...

    def find(self, name: WrittenRoster, who: Credentials) -> tuple[Case, ...]:
        """Find pairs and cycles in what people offer, and propose them."""
        ...

    def agree(self, name: WrittenRoster, who: Credentials, exchange: int) -> Case:
        """Agree to an exchange."""
        ...

    def approve(self, name: WrittenRoster, who: Credentials, exchange: int) -> Case:
        """Approve an exchange as a manager."""
        ...

    def refuse(self, name: WrittenRoster, who: Credentials, exchange: int, reason: str) -> Case:
        """Refuse an exchange."""
        ...

    def withdraw(self, name: WrittenRoster, who: Credentials, kind: CaseKind, number: int) -> Case:
        """Take an offer or a proposed exchange back."""
        ...

    def terms(self, hall: str) -> HallTerms:
        """Terms that hold in a hall."""
        ...

    def set_terms(self, hall: str, who: Credentials, terms: HallTerms) -> None:
        """Set the terms of a hall as a manager."""
        ...
