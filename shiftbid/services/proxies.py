"""Bids by proxy: a colleague bids for somebody who has consented to it in writing, and that person can see it."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.account import User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.poll import Poll, PollEntry
from shiftbid.domain.proxy import ProxyConsent
from shiftbid.services.poll_boxes import participant
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class GivenBid:
    """A sealed bid that was given for somebody.

    Attributes
    ----------
    given_at
        Instant by the clock of the store, in UTC seconds.
    by
        Name of whoever gave it.
    by_proxy
        Whether that was somebody else.
    """

    given_at: int
    by: str
    by_proxy: bool


def consent_to_proxy(units: UnitOfWorkFactory, by: User, proxy: str | None) -> ProxyConsent:
    """Consent, in writing, that a colleague bids for oneself from now on; None takes the consent back.

    Raises
    ------
    AccessError
        The user is no employee.
    InputError
        The proxy is the person themself, or on no staff list.
    """
    if by.employee is None:
        raise AccessError(f"{by.name} is no employee, and so bids for no shifts.")
    if proxy == by.employee:
        raise InputError("proxy", ["name a colleague: everybody bids for themselves anyway"])
    with units() as unit:
        consent = unit.agreements.consent(by.employee, proxy, by.id)
        unit.commit()
    return consent


def represented(unit: UnitOfWork, poll: Poll, user: User, employee: str) -> str:
    """Give the employee for whom a user acts in a poll: themself, or a colleague who consented to it.

    Raises AccessError where there is no such consent, or where either of them holds the key to the poll's boxes: who
    could know the nonce gives nothing to the poll, neither in person nor through somebody else.
    """
    own = participant(unit, poll, user)
    if employee == own:
        return own
    if all(each.id != employee for each in unit.staff.of_hall(poll.hall).employees):
        raise AccessError(f"{employee} is not on the staff list of hall {poll.hall}, whose {poll.kind} this is.")
    consent = unit.agreements.proxies().get(employee)
    if consent is None or consent.proxy != own:
        raise AccessError(f"{employee} has not consented that {user.name} bids for them: `shiftbid round proxy` does.")
    if any(each.id == poll.trustee and each.employee == employee for each in unit.users.all()):
        raise AccessError(f"{employee} holds the key of {poll.kind} {poll.id}, and so gives nothing to it.")
    return employee


def is_by_proxy(unit: UnitOfWork, entry: PollEntry) -> bool:
    """Whether somebody else than the person gave an entry."""
    return all(each.employee != entry.employee for each in unit.users.all() if each.id == entry.given_by)


def given_bids(units: UnitOfWorkFactory, bidding: Poll, user: User) -> tuple[GivenBid, ...]:
    """When and by whom bids were given for a person in a round, the one that counts last; what they say stays sealed.

    Raises AccessError for users who take no part in the round.
    """
    with units() as unit:
        employee = participant(unit, bidding, user)
        names = {each.id: each.name for each in unit.users.all()}
        return tuple(
            GivenBid(entry.given_at, names.get(entry.given_by, entry.given_by), is_by_proxy(unit, entry))
            for entry in unit.polls.entries(bidding.id)
            if entry.employee == employee
        )
