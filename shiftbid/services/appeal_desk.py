"""Appeals as the command line sees them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from shiftbid.domain.appeal import AppealCause, AppealStanding, CauseStatistics
from shiftbid.domain.case import Case
from shiftbid.services.exchange_desk import WrittenRoster
from shiftbid.services.poll_boxes import Credentials


class AppealDesk(Protocol):
    """Appeals of a database; what raises InputError or AccessError is not done. Appeals are named by their numbers."""

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        ...

    def zone(self, hall: str) -> str:
        """Zone of a hall's clock; InputError where the hall is unknown."""
        ...

    def raise_(self, name: WrittenRoster, who: Credentials, shift: str, cause: AppealCause, text: str) -> Case:
        """Complain about a shift, written ``TEMPLATE:DATE``."""
        ...

    def answer(self, name: WrittenRoster, who: Credentials, appeal: int, text: str) -> Case:
        """Answer as a manager; the reason is found anew."""
        ...

    def uphold(self, name: WrittenRoster, who: Credentials, appeal: int, reason: str) -> Case:
        """Find an appeal right."""
        ...

    def dismiss(self, name: WrittenRoster, who: Credentials, appeal: int, reason: str) -> Case:
        """Find an appeal wrong."""
        ...

    def withdraw(self, name: WrittenRoster, who: Credentials, appeal: int) -> Case:
        """Take one's own appeal back."""
        ...

    def all(self, name: WrittenRoster) -> Sequence[tuple[Case, AppealStanding]]:
        """Every appeal about a roster, with how it stands."""
        ...

    def statistics(self, hall: str) -> Mapping[AppealCause, CauseStatistics]:
        """What became of a hall's appeals, by cause."""
        ...
