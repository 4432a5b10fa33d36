"""An absence as screens show it: who could step in, and the repair that touches fewest people.

Loads no solver, so that a window can receive the answer from another process without loading one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift

if TYPE_CHECKING:
    from shiftbid.services.absence import AbsenceAnswer


@dataclass(frozen=True, slots=True)
class StandInRecord:
    """Somebody who could take a shift; `problem` is the first rule it would newly break, empty where there is none."""

    shift: Shift
    name: str
    problem: str
    problems: int
    week_minutes: int
    toil_minutes: int
    cost_cents: int


@dataclass(frozen=True, slots=True)
class ChangeRecord:
    """What the repair changes for a person."""

    name: str
    dropped: tuple[Shift, ...]
    added: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class RepairSheet:
    """The answer to an absence.

    Attributes
    ----------
    found
        Whether there is a repair.
    proven
        Whether it is proven that none misses less, touches fewer people or changes fewer shifts.
    missing_half_hours
        Head half-hours that stay missing in the repaired days.
    """

    found: bool
    proven: bool
    missing_half_hours: int
    stand_ins: tuple[StandInRecord, ...]
    changes: tuple[ChangeRecord, ...]


def repair_sheet(answer: AbsenceAnswer, published: Iterable[Assignment]) -> RepairSheet:
    """Name people and shifts of an answer, given the roster as published."""
    plan = answer.plan
    shifts = _shifts(published) | _shifts(plan.assignments)
    repair = plan.repair
    return RepairSheet(
        found=repair.status in (SolveStatus.OPTIMAL, SolveStatus.FEASIBLE),
        proven=repair.proven,
        missing_half_hours=round(repair.stages[0].objective or 0) if repair.stages else 0,
        stand_ins=tuple(
            StandInRecord(
                shift=each.shift,
                name=answer.names[one.employee],
                problem=one.findings[0].sentence if one.findings else "",
                problems=len(one.findings),
                week_minutes=one.week_minutes,
                toil_minutes=one.toil_minutes,
                cost_cents=one.cost_cents,
            )
            for each in plan.open_shifts
            for one in each.stand_ins
        ),
        changes=tuple(
            ChangeRecord(
                answer.names[each.employee],
                tuple(shifts[shift] for shift in each.dropped),
                tuple(shifts[shift] for shift in each.added),
            )
            for each in repair.changes
        ),
    )


def _shifts(assignments: Iterable[Assignment]) -> dict[str, Shift]:
    return {each.shift.id: each.shift for each in assignments}
