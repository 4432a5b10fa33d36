"""Keep a person's time off in lieu: statements, expiry, the end of employment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.staff import Employee
from shiftbid.domain.toil import EntryKind, ToilAccount
from shiftbid.payroll.toil_balances import known_at
from shiftbid.payroll.toil_ending import end_employment, expire_due
from shiftbid.payroll.toil_law import load_toil_law, toil_law_choices
from shiftbid.payroll.toil_ledger import Change, ToilLedger, moved_minutes
from shiftbid.payroll.toil_policy import ToilPolicy
from shiftbid.payroll.toil_statement import Statement, statement
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class PersonStatement:
    """A statement and whose it is."""

    name: str
    hall: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class EndedMinutes:
    """Minutes of a person that ended, by what became of them."""

    employee: str
    name: str
    minutes: Mapping[EntryKind, int]


class ToilDesk(Protocol):
    """Time off in lieu of a database. Every method raises InputError for an unknown hall or person."""

    def statement(self, employee: str, on: date | None, known_at: int | None) -> PersonStatement:
        """Statement of a person on a day (today where None), as it was known at an instant (now where None)."""
        ...

    def expire(self, hall: str, on: date, policy: Path | None) -> Sequence[EndedMinutes]:
        """Take the days off that began before a day, and end the lots whose last day lies before it.

        Again, it changes nothing.
        """
        ...

    def end_employment(self, employee: str, on: date, policy: Path | None) -> Sequence[EndedMinutes]:
        """Close the balance of a person who leaves on a day; again, it changes nothing."""
        ...


def lawful_policy(hall: Hall, on: date, given: ToilPolicy | None) -> ToilPolicy:
    """Policy of a hall on a day: the one given, where the law of its country allows it, else what the law starts from.

    Raises
    ------
    InputError
        The policy is under another country's law, or asks for what its law forbids; every fault with its article.
    """
    choices = toil_law_choices(hall.country)
    if given is None:
        return load_toil_law(choices[0], on).default
    law_id = given.law or choices[0]
    if law_id not in choices:
        allowed = " or ".join(choices)
        raise InputError(
            "TOIL policy", [f"law {law_id!r} is not one of {hall.country}, where hall {hall.id} is: {allowed}"]
        )
    policy = replace(given, law=law_id)
    load_toil_law(law_id, on).check(policy)
    return policy


def statement_of(
    units_of_work: UnitOfWorkFactory, employee: str, on: date, moment: int | None = None
) -> PersonStatement:
    """Statement of a person on a day; as it was known at an instant (UTC seconds), where one is given."""
    with units_of_work() as unit:
        hall, person = person_of(unit, employee)
        recorded = unit.journal.recorded(employee)
        lots = unit.journal.lots(employee)
    entries = tuple(each.entry for each in recorded) if moment is None else known_at(recorded, moment)
    return PersonStatement(person.name, hall.id, statement(employee, lots, entries, on))


def expire_of_hall(
    units_of_work: UnitOfWorkFactory, hall_id: str, on: date, given: ToilPolicy | None
) -> tuple[EndedMinutes, ...]:
    """End the lots of a hall's staff whose last day lies before a day, by the hall's policy."""
    with units_of_work() as unit:
        hall = unit.halls.get(hall_id)
        if hall is None:
            known = ", ".join(each.id for each in unit.halls.all()) or "none"
            raise InputError("hall", [f"there is no hall {hall_id!r}; known: {known}"])
        policy = lawful_policy(hall, on, given)
        ended = tuple(
            _posted(unit, person, expire_due(_ledger(unit, person.id), on, policy))
            for person in unit.staff.of_hall(hall_id).employees
        )
        unit.commit()
    return tuple(each for each in ended if each.minutes)


def end_of(
    units_of_work: UnitOfWorkFactory, employee: str, on: date, given: ToilPolicy | None
) -> tuple[EndedMinutes, ...]:
    """Close the balance of a person who leaves on a day, by the policy of their hall."""
    with units_of_work() as unit:
        hall, person = person_of(unit, employee)
        policy = lawful_policy(hall, on, given)
        change = end_employment(_ledger(unit, employee), f"leaving/{employee}", on, "employment ended", policy)
        ended = _posted(unit, person, change)
        unit.commit()
    return (ended,) if ended.minutes else ()


def person_of(unit: UnitOfWork, employee: str) -> tuple[Hall, Employee]:
    """Give a person and the hall on whose staff list they stand; InputError where there is none."""
    hall_id = unit.staff.hall_of(employee)
    hall = None if hall_id is None else unit.halls.get(hall_id)
    if hall is None:
        raise InputError("employee", [f"{employee!r} is on no staff list; add the person to one and import it"])
    return hall, next(person for person in unit.staff.of_hall(hall.id).employees if person.id == employee)


def _ledger(unit: UnitOfWork, employee: str) -> ToilLedger:
    return ToilLedger(employee, unit.journal.lots(employee), unit.journal.entries(employee))


def _posted(unit: UnitOfWork, person: Employee, change: Change) -> EndedMinutes:
    unit.journal.append(change.lots, change.entries)
    minutes = {
        EntryKind.PAYOUT: sum(moved_minutes(entry, ToilAccount.PAID_OUT) for entry in change.entries),
        EntryKind.EXPIRE: sum(moved_minutes(entry, ToilAccount.EXPIRED) for entry in change.entries),
        EntryKind.EXTEND: sum(lot.minutes for lot in change.lots),
    }
    return EndedMinutes(person.id, person.name, {kind: each for kind, each in minutes.items() if each})
