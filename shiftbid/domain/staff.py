"""Staff: contracts, skills, leave and consents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from shiftbid.domain.timeline import Interval


class HoursSystem(StrEnum):
    """How working time is counted under the contract."""

    STANDARD = "standard"
    COMPREHENSIVE = "comprehensive"
    """Approved averaging over a cycle (China: 综合计算工时)."""
    PART_TIME = "part_time"


class LeaveKind(StrEnum):
    """Why a person is away."""

    ANNUAL = "annual"
    SICK = "sick"
    TOIL = "toil"
    UNPAID = "unpaid"
    UNAVAILABLE = "unavailable"
    """Not to be rostered; no leave is spent."""


@dataclass(frozen=True, slots=True)
class Employee:
    """A person who serves customers.

    Attributes
    ----------
    contract_minutes
        Contracted working minutes a week.
    rate_cents
        Pay for an hour of normal time, in hundredths of the hall's currency.
    """

    id: str
    name: str
    hall: str
    contract_minutes: int
    system: HoursSystem
    skills: frozenset[str]
    born: date
    employed_from: date
    rate_cents: int

    def age_on(self, day: date) -> int:
        """Completed years of age on a day."""
        had_birthday = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (0 if had_birthday else 1)


@dataclass(frozen=True, slots=True)
class Leave:
    """A span in which a person is away."""

    employee: str
    span: Interval
    kind: LeaveKind


class ConsentKind(StrEnum):
    """What stands behind a permission that a rule asks for."""

    PERSON = "person"
    AUTHORITY = "authority"
    AGREEMENT = "agreement"


EVERYBODY = "*"
"""In place of an employee: everybody on the hall's staff list, today's and later ones."""


@dataclass(frozen=True, slots=True)
class Consent:
    """A recorded agreement or approval that a rule asks for, valid from first to last day.

    Attributes
    ----------
    employee
        Whom it is for; `EVERYBODY` where an authority has approved, or an agreement allows, something for a whole hall.
    """

    employee: str
    rule: str
    first: date
    last: date
    kind: ConsentKind

    def holds(self, rule: str, day: date) -> bool:
        """Whether this record answers the rule on that day."""
        return self.rule == rule and self.first <= day <= self.last


def consents_by_name(consents: Iterable[Consent], employees: Iterable[Employee]) -> tuple[Consent, ...]:
    """Give what people have by name: a record for `EVERYBODY` once for each employee, in place of itself."""
    people = tuple(employees)
    return tuple(
        replace(consent, employee=employee)
        for consent in consents
        for employee in ([each.id for each in people] if consent.employee == EVERYBODY else [consent.employee])
    )
