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
from shiftbid.domain.timeline import Period, local_day
from shiftbid.rules.book import RulePack, load_pack, pack_for_country
from shiftbid.services.announced_years import projected_years
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
    projected_years
        Of this year, the next and those of plans that are not over: years whose holidays are computed, since neither
        the country has announced them nor a notice was read.
    projected_plans
        Published periods that are not over and were planned on such years.
    """

    hall: Hall
    on: date
    accounts: tuple[Account, ...]
    people: Mapping[str, str]
    consents: tuple[Consent, ...]
    pack: RulePack
    notice: tuple[NoticeDay, ...]
    terms: HallTerms
    projected_years: tuple[int, ...] = ()
    projected_plans: tuple[Period, ...] = ()


def hall_settings(unit: UnitOfWork, hall_id: str, now: int) -> HallSettings | None:
    """Read the settings of a hall at an instant (UTC seconds); None where the hall is unknown."""
    hall = unit.halls.get(hall_id)
    if hall is None:
        return None
    staff = unit.staff.of_hall(hall.id)
    on = local_day(now, hall.zone)
    notice = unit.notices.of_place(hall.country, hall.subdivision)
    plans = [each for each in unit.publications.periods(hall.id) if each.last >= on]
    years = {on.year, on.year + 1, *(day.year for each in plans for day in (each.first, each.last))}
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
        notice=notice,
        terms=unit.agreements.terms_of(hall.id),
        projected_years=tuple(sorted(projected_years(hall.country, years - {each.day.year for each in notice}))),
        projected_plans=tuple(each for each in plans if _is_projected(unit, hall.id, each)),
    )


def _is_projected(unit: UnitOfWork, hall: str, period: Period) -> bool:
    context = unit.publications.context(hall, period, unit.publications.version(hall, period))
    return context is not None and any(day.year in context.calendar.projected_years for day in period.days)
