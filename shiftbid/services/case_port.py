"""What the use cases ask of storage for cases about a roster, for the terms of halls, and for proxies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from shiftbid.domain.case import Case, CaseAct, CaseKind
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.proxy import ProxyConsent
from shiftbid.domain.timeline import Period


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """One place on a roster: a shift and who holds it, or a number among its empty places.

    Attributes
    ----------
    place
        Employee id, or ``open/1``, ``open/2`` … where nobody holds it.
    """

    shift: str
    place: str


class CaseRepository(Protocol):
    """Cases: they and their steps are added, never changed or removed; the instant of each is the store's.

    A case may hold seats of the roster while it is open. Each seat is held by one case at most, whoever asks.
    """

    def now(self) -> int:
        """Present instant by the clock of the store, in UTC seconds."""
        ...

    def hold(self, hall: str) -> None:
        """Let no other change of a hall in until the unit of work ends; InputError where the hall is unknown.

        Whoever rests a change on the roster or on other cases reads them after this.
        """
        ...

    def open(self, case: Case, seats: Sequence[Seat]) -> None:
        """Add a case that holds seats.

        Raises
        ------
        InputError
            The hall or the user is unknown.
        StorageError
            Its number is not the next, or another case holds one of the seats: somebody was first.
        """
        ...

    def add_step(self, before: Case, act: CaseAct, by: str, content: str) -> Case:
        """Add a step behind those that the caller saw; gives the case after it. A case that ends lets its seats go.

        Raises
        ------
        InputError
            The step does not follow.
        StorageError
            Somebody else acted meanwhile.
        """
        ...

    def get(self, case: str) -> Case | None:
        """Give the case of an id, or None."""
        ...

    def of_roster(self, hall: str, period: Period) -> tuple[Case, ...]:
        """Every case of a hall and period, in order of kind and number."""
        ...

    def of_hall(self, hall: str, kind: CaseKind) -> tuple[Case, ...]:
        """Every case of a kind in a hall, in order of period and number."""
        ...

    def held_seats(self, hall: str, period: Period) -> Mapping[Seat, str]:
        """Id of the case that holds each seat."""
        ...


class AgreementRepository(Protocol):
    """What halls and people have agreed: added to, never changed or removed; the latest holds."""

    def terms_of(self, hall: str) -> HallTerms:
        """Terms that hold in a hall."""
        ...

    def set_terms(self, hall: str, terms: HallTerms, by: str) -> int:
        """Put new terms of a hall on record; gives their number. InputError where the hall is unknown."""
        ...

    def consent(self, employee: str, proxy: str | None, given_by: str) -> ProxyConsent:
        """Put a consent, or its end, on record; InputError where somebody is on no staff list."""
        ...

    def proxies(self) -> Mapping[str, ProxyConsent]:
        """The consent that holds for each person who has ever given one."""
        ...
