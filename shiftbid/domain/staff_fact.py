"""Dated facts about staff that some laws ask for, and that neither contract nor shifts tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from shiftbid.domain.settlement import Ground
from shiftbid.domain.staff import EVERYBODY, Employee
from shiftbid.domain.status import StatusKind


class FactKind(StrEnum):
    """What a fact is about; its value says the rest."""

    STATUS = "status"
    """The person has a `StatusKind`, such as a night worker's."""
    CYCLE = "cycle"
    """Averaged hours are counted over a week, month, quarter or year."""
    TIME_OFF = "time_off"
    """Work of a `Ground` is answered with time off instead of pay."""
    REFUSED = "refused"
    """The permission that a rule, named by its id, asks for was refused."""


CYCLES = ("week", "month", "quarter", "year")
HEALTH = frozenset({StatusKind.LATE_PREGNANCY.value, StatusKind.NURSING.value})
"""Statuses that tell of a person's health: used for planning, never published."""


@dataclass(frozen=True, slots=True)
class StaffFact:
    """One fact, from first to last day.

    Attributes
    ----------
    employee
        Whom it is about; `EVERYBODY` for the whole hall.
    value
        A status, a cycle, a ground of work or the id of a rule, by its kind.
    """

    employee: str
    kind: FactKind
    value: str
    first: date
    last: date

    @property
    def is_of_health(self) -> bool:
        """Whether it tells of the person's health."""
        return self.kind is FactKind.STATUS and self.value in HEALTH

    def holds(self, kind: FactKind, day: date) -> bool:
        """Whether it is a fact of that kind on that day."""
        return self.kind is kind and self.first <= day <= self.last


def values_of(kind: FactKind) -> tuple[str, ...]:
    """Values that a kind knows; empty for rules, whose ids the packs hold."""
    match kind:
        case FactKind.STATUS:
            return tuple(StatusKind)
        case FactKind.CYCLE:
            return CYCLES
        case FactKind.TIME_OFF:
            return tuple(Ground)
        case FactKind.REFUSED:
            return ()


def facts_by_name(facts: Iterable[StaffFact], employees: Iterable[Employee]) -> tuple[StaffFact, ...]:
    """Give everybody's facts by name: one for `EVERYBODY` once for each employee, in place of itself."""
    people = tuple(each.id for each in employees)
    return tuple(
        replace(fact, employee=employee)
        for fact in facts
        for employee in (people if fact.employee == EVERYBODY else (fact.employee,))
    )
