"""Pay of a period by person and class, and what it changes against the last run. Qt-free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.pay import AWAY, WORKED, PayClass, PayLine
from shiftbid.domain.pay_run import PayRun
from shiftbid.domain.staff import Employee
from shiftbid.services.hall_view import HallView


@dataclass(frozen=True, slots=True)
class PayRecord:
    """A person's pay by class: minutes, or cents of fixed sums."""

    employee: str
    name: str
    amounts: Mapping[PayClass, int]

    @property
    def total_minutes(self) -> int:
        """Minutes worked and away; what comes on top of them, or is owed without work, is not added."""
        return sum(minutes for pay_class, minutes in self.amounts.items() if pay_class in WORKED | AWAY)


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What the pay as it stands adds to (or, negative, takes from) the last run: minutes, or cents of fixed sums."""

    name: str
    day: date
    pay_class: PayClass
    minutes_or_cents: int


@dataclass(frozen=True, slots=True)
class PaySheet:
    """The pay of a period.

    Attributes
    ----------
    classes
        Minutes, or cents, of everybody by class, those at zero left out, in the order of the classes.
    changes
        Against the last run; empty where there is none.
    missing, unplanned
        Planned shifts nobody clocked on clocked days, and clocked shifts nobody had planned.
    """

    people: tuple[PayRecord, ...]
    classes: Mapping[PayClass, int]
    changes: tuple[ChangeRecord, ...]
    last: PayRun | None
    missing: int
    unplanned: int

    @property
    def locked(self) -> bool:
        """Whether the period is closed."""
        return self.last is not None and self.last.is_locked


def pay_sheet(view: HallView) -> PaySheet | None:
    """Sum the pay by person and class; None where it cannot be reckoned."""
    pay = view.pay
    if pay is None:
        return None
    names = {each.id: each.name for each in view.publication.employees}
    # A closed period shows what was locked; what has changed since stands below it.
    lines = pay.last.lines if pay.last is not None and pay.last.is_locked else pay.lines
    totals = _by_class(lines)
    return PaySheet(
        people=_people(view.publication.employees, lines),
        classes={each: totals[each] for each in PayClass if totals.get(each)},
        changes=tuple(
            ChangeRecord(names.get(line.employee, line.employee), line.day, line.pay_class, line.minutes_or_cents)
            for line in (pay.changes if pay.last is not None else ())
        ),
        last=pay.last,
        missing=len(pay.missing),
        unplanned=len(pay.unplanned),
    )


def _people(employees: Sequence[Employee], lines: Sequence[PayLine]) -> tuple[PayRecord, ...]:
    own: dict[str, list[PayLine]] = {each.id: [] for each in employees}
    for line in lines:
        own.setdefault(line.employee, []).append(line)
    names = {each.id: each.name for each in employees}
    return tuple(PayRecord(who, names.get(who, who), _by_class(each)) for who, each in own.items())


def _by_class(lines: Sequence[PayLine]) -> Mapping[PayClass, int]:
    totals: dict[PayClass, int] = {}
    for line in lines:
        totals[line.pay_class] = totals.get(line.pay_class, 0) + line.minutes_or_cents
    return totals
