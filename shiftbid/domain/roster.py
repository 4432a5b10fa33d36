"""Rosters: who takes which shift in a hall and period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period


class RosterState(StrEnum):
    """Where a roster stands: only a published or locked one binds anybody."""

    DRAFT = "draft"
    PUBLISHED = "published"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A person in a shift; a pinned one is kept by every later solve."""

    employee: str
    shift: Shift
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Roster:
    """The assignments of a hall and period; every publication is a version."""

    hall: str
    period: Period
    version: int
    state: RosterState
    assignments: tuple[Assignment, ...]

    @property
    def by_employee(self) -> Mapping[str, tuple[Shift, ...]]:
        """Shifts of each rostered person in order of start."""
        rows: dict[str, list[Shift]] = {}
        for assignment in sorted(self.assignments, key=lambda each: each.shift.span):
            rows.setdefault(assignment.employee, []).append(assignment.shift)
        return {employee: tuple(shifts) for employee, shifts in rows.items()}
