"""Appeals of a stored database (`shiftbid.services.appeal_desk.AppealDesk`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from shiftbid.domain.account import User
from shiftbid.domain.appeal import AppealCause, AppealStanding, CauseStatistics
from shiftbid.domain.case import Case, CaseKind
from shiftbid.services.appeals import (
    answer_appeal,
    appeal_statistics,
    appeals_of,
    dismiss_appeal,
    raise_appeal,
    uphold_appeal,
)
from shiftbid.services.bid_round import known_hall
from shiftbid.services.case_names import case_id, roster_named
from shiftbid.services.exchange_desk import WrittenRoster
from shiftbid.services.exchange_steps import RosterName
from shiftbid.services.exchanges import withdraw
from shiftbid.services.poll_boxes import Credentials, signed_in
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import unheard
from shiftbid.services.shift_names import shift_id
from shiftbid.storage.pin_hashing import Argon2PinHasher


class StoredAppealDesk:
    """Each act on its own: signs in whoever acts, then does it."""

    def __init__(self, units: UnitOfWorkFactory) -> None:
        self._units = units
        self._hasher = Argon2PinHasher()

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        with self._units() as unit:
            return unit.cases.now()

    def zone(self, hall: str) -> str:
        """Zone of a hall's clock; InputError where the hall is unknown."""
        with self._units() as unit:
            return known_hall(unit, hall).zone

    def raise_(self, name: WrittenRoster, who: Credentials, shift: str, cause: AppealCause, text: str) -> Case:
        """Complain about a shift, written ``TEMPLATE:DATE``."""
        about = shift_id(name.hall, shift)
        return raise_appeal(self._units, self._roster(name), self._user(who), about, cause, text)

    def answer(self, name: WrittenRoster, who: Credentials, appeal: int, text: str) -> Case:
        """Answer as a manager; the reason is found anew."""
        return answer_appeal(self._units, self._case(name, appeal), self._user(who), text, unheard)

    def uphold(self, name: WrittenRoster, who: Credentials, appeal: int, reason: str) -> Case:
        """Find an appeal right."""
        return uphold_appeal(self._units, self._case(name, appeal), self._user(who), reason)

    def dismiss(self, name: WrittenRoster, who: Credentials, appeal: int, reason: str) -> Case:
        """Find an appeal wrong."""
        return dismiss_appeal(self._units, self._case(name, appeal), self._user(who), reason)

    def withdraw(self, name: WrittenRoster, who: Credentials, appeal: int) -> Case:
        """Take one's own appeal back."""
        return withdraw(self._units, self._case(name, appeal), self._user(who))

    def all(self, name: WrittenRoster) -> Sequence[tuple[Case, AppealStanding]]:
        """Every appeal about a roster, with how it stands."""
        roster = self._roster(name)
        with self._units() as unit:
            return appeals_of(unit, roster)

    def statistics(self, hall: str) -> Mapping[AppealCause, CauseStatistics]:
        """What became of a hall's appeals, by cause."""
        with self._units() as unit:
            return appeal_statistics(unit, known_hall(unit, hall).id)

    def _roster(self, name: WrittenRoster) -> RosterName:
        with self._units() as unit:
            return roster_named(unit, name.hall, name.first_day)

    def _case(self, name: WrittenRoster, number: int) -> str:
        return case_id(self._roster(name), CaseKind.APPEAL, number)

    def _user(self, who: Credentials) -> User:
        return signed_in(self._units, self._hasher, who)
