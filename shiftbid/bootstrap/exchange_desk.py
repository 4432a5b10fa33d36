"""Claims and swaps of a stored database (`shiftbid.services.exchange_desk.ExchangeDesk`)."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.domain.account import User
from shiftbid.domain.case import Case, CaseKind
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.services.bid_round import known_hall
from shiftbid.services.case_names import case_id, roster_named
from shiftbid.services.case_port import Seat
from shiftbid.services.exchange_board import ExchangeBoard, exchange_board
from shiftbid.services.exchange_desk import WrittenRoster
from shiftbid.services.exchange_search import find_swaps
from shiftbid.services.exchange_steps import RosterName
from shiftbid.services.exchanges import agree, approve, claim_shift, offer_shift, propose_swap, refuse, withdraw
from shiftbid.services.hall_agreements import set_terms
from shiftbid.services.poll_boxes import Credentials, signed_in
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import unheard
from shiftbid.services.shift_names import shift_id
from shiftbid.storage.pin_hashing import Argon2PinHasher


class StoredExchangeDesk:
    """Each act on its own: signs in whoever acts, then does it."""

    def __init__(self, units: UnitOfWorkFactory) -> None:
        self._units = units
        self._hasher = Argon2PinHasher()

    def board(self, name: WrittenRoster) -> ExchangeBoard:
        """What anybody may see."""
        roster = self._roster(name)
        with self._units() as unit:
            return exchange_board(unit, roster)

    def offer(self, name: WrittenRoster, who: Credentials, gives: str, takes: Sequence[str]) -> Case:
        """Offer a shift, given away or for another."""
        asked = [shift_id(name.hall, each) for each in takes]
        return offer_shift(self._units, self._roster(name), self._user(who), shift_id(name.hall, gives), asked)

    def claim(self, name: WrittenRoster, who: Credentials, shift: str) -> Case:
        """Claim a shift that is given away or lacks heads."""
        wanted = shift_id(name.hall, shift)
        return claim_shift(self._units, self._roster(name), self._user(who), wanted, unheard)

    def propose(self, name: WrittenRoster, who: Credentials, gives: str, takes: str, other: str) -> Case:
        """Propose a swap to the colleague who has the other shift."""
        wanted = Seat(shift_id(name.hall, takes), other)
        own = shift_id(name.hall, gives)
        return propose_swap(self._units, self._roster(name), self._user(who), own, wanted, unheard)

    def find(self, name: WrittenRoster, who: Credentials) -> tuple[Case, ...]:
        """Find pairs and cycles in what people offer, and propose them."""
        return find_swaps(self._units, self._roster(name), self._user(who), unheard)

    def agree(self, name: WrittenRoster, who: Credentials, exchange: int) -> Case:
        """Agree to an exchange."""
        return agree(self._units, self._exchange(name, exchange), self._user(who), unheard)

    def approve(self, name: WrittenRoster, who: Credentials, exchange: int) -> Case:
        """Approve an exchange as a manager."""
        return approve(self._units, self._exchange(name, exchange), self._user(who), unheard)

    def refuse(self, name: WrittenRoster, who: Credentials, exchange: int, reason: str) -> Case:
        """Refuse an exchange."""
        return refuse(self._units, self._exchange(name, exchange), self._user(who), reason)

    def withdraw(self, name: WrittenRoster, who: Credentials, kind: CaseKind, number: int) -> Case:
        """Take an offer or a proposed exchange back."""
        return withdraw(self._units, case_id(self._roster(name), kind, number), self._user(who))

    def terms(self, hall: str) -> HallTerms:
        """Terms that hold in a hall."""
        with self._units() as unit:
            return unit.agreements.terms_of(known_hall(unit, hall).id)

    def set_terms(self, hall: str, who: Credentials, terms: HallTerms) -> None:
        """Set the terms of a hall as a manager."""
        set_terms(self._units, hall, terms, self._user(who))

    def _roster(self, name: WrittenRoster) -> RosterName:
        with self._units() as unit:
            return roster_named(unit, name.hall, name.first_day)

    def _exchange(self, name: WrittenRoster, number: int) -> str:
        return case_id(self._roster(name), CaseKind.EXCHANGE, number)

    def _user(self, who: Credentials) -> User:
        return signed_in(self._units, self._hasher, who)
