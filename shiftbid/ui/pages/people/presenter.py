"""The staff list as rows. Qt-free."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.staff import Employee
from shiftbid.domain.timeline import DAYS_PER_WEEK
from shiftbid.services.hall_view import HallView


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person in the period.

    Attributes
    ----------
    contract_minutes
        Contracted minutes of as many days as the period has.
    toil_minutes
        Balance of time off in lieu on the view's day.
    """

    employee: Employee
    planned_minutes: int
    contract_minutes: int
    shifts: int
    toil_minutes: int
    findings: int

    @property
    def difference_minutes(self) -> int:
        """Planned less contracted minutes."""
        return self.planned_minutes - self.contract_minutes


@dataclass(frozen=True, slots=True)
class StaffSheet:
    """Everybody on the list, and the day on which balances stand."""

    on: date
    people: tuple[PersonRecord, ...]

    @property
    def contract_minutes(self) -> int:
        """Contracted minutes of everybody in the period."""
        return sum(each.contract_minutes for each in self.people)

    @property
    def planned_minutes(self) -> int:
        """Planned minutes of everybody in the period."""
        return sum(each.planned_minutes for each in self.people)

    @property
    def toil_minutes(self) -> int:
        """Balances of everybody together."""
        return sum(each.toil_minutes for each in self.people)


def staff_sheet(view: HallView) -> StaffSheet:
    """Set contract, plan, time off in lieu and findings of everybody side by side."""
    publication = view.publication
    days = len(publication.roster.period.days)
    planned: Counter[str] = Counter()
    shifts: Counter[str] = Counter()
    for each in publication.roster.assignments:
        planned[each.employee] += each.shift.paid_minutes
        shifts[each.employee] += 1
    findings = Counter(each.employee for each in publication.findings)
    balances = {each.statement.employee: each.statement.balance.minutes for each in view.statements}
    return StaffSheet(
        view.on,
        tuple(
            PersonRecord(
                employee=each,
                planned_minutes=planned[each.id],
                contract_minutes=each.contract_minutes * days // DAYS_PER_WEEK,
                shifts=shifts[each.id],
                toil_minutes=balances.get(each.id, 0),
                findings=findings[each.id],
            )
            for each in publication.employees
        ),
    )
