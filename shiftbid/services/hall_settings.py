"""What is settled for a hall, as its manager sees it: accounts, consents, the calendar, the promise, the terms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.account import Role
from shiftbid.domain.calendar import NoticeDay
from shiftbid.domain.hall import Hall
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.staff import Consent
from shiftbid.domain.timeline import local_day
from shiftbid.rules.book import RulePack, load_pack, pack_for_country
from shiftbid.services.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in; the PIN's hash stays where it is stored."""

    name: str
    role: Role
    employee: str | None


@dataclass(frozen=True, slots=True)
class HallSettings:
    """Settings of a hall, whether or not anything is planned there.

    Attributes
    ----------
    accounts
        Of the whole installation, in order of name.
    people
        Name of everybody on the hall's staff list, by id.
    pack
        Rules of the hall's country in force today.
    notice
        Days of the official notices that were taken in for the hall's place.
    terms
        What the hall has agreed beyond the law.
    """

    hall: Hall
    on: date
    accounts: tuple[Account, ...]
    people: Mapping[str, str]
    consents: tuple[Consent, ...]
    pack: RulePack
    notice: tuple[NoticeDay, ...]
    terms: HallTerms


def hall_settings(unit: UnitOfWork, hall_id: str, now: int) -> HallSettings | None:
    """Read the settings of a hall at an instant (UTC seconds); None where the hall is unknown."""
    hall = unit.halls.get(hall_id)
    if hall is None:
        return None
    staff = unit.staff.of_hall(hall.id)
    on = local_day(now, hall.zone)
    return HallSettings(
        hall=hall,
        on=on,
        accounts=tuple(
            Account(each.name, each.role, each.employee)
            for each in sorted(unit.users.all(), key=lambda user: user.name.casefold())
        ),
        people={each.id: each.name for each in staff.employees},
        consents=tuple(sorted(staff.consents, key=lambda each: (each.rule, each.employee, each.first))),
        pack=load_pack(pack_for_country(hall.country, hall.subdivision), on),
        notice=unit.notices.of_place(hall.country, hall.subdivision),
        terms=unit.agreements.terms_of(hall.id),
    )
