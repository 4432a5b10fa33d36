"""A first award: one person after the other, each placed exactly where most demand is still missing.

Simple on purpose: nobody is asked again. It is legal, quick and the point from which the search improves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.award_model import AwardPerson, AwardProblem, CoverGroup, write_award
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.rows import CpSatRows


@dataclass(frozen=True, slots=True)
class Placed:
    """One person's shifts, or the status with which none were found."""

    person: AwardPerson
    status: SolveStatus
    chosen: frozenset[str]


def place_one_by_one(problem: AwardProblem, groups: Sequence[CoverGroup], work: CpSatWork) -> Iterator[Placed]:
    """Place people in the order of the problem, each against what those before have left open.

    A person's shifts do not overlap, so the half-hours they would fill simply add up, and no cover rows are needed.
    Shifts that overlap where no clause forbids it are counted twice, which misjudges the gain and harms nothing else.
    """
    missing = [group.heads for group in groups]
    groups_of: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        for shift in group.shifts:
            groups_of.setdefault(shift, []).append(index)
    for person in problem.people:
        rows = CpSatRows()
        columns = write_award(rows, [person], ())
        weight = person.contract_minutes + 1
        gains = [
            (column, -weight * sum(groups[index].count for index in groups_of.get(shift, ()) if missing[index] > 0))
            for shift, column in columns.taken[0].items()
        ]
        rows.minimise([*gains, *columns.shortfall.terms])
        answer = solve_rows(rows.model, work)
        chosen = frozenset(
            shift for shift, column in columns.taken[0].items() if answer.values and answer.values[column]
        )
        for shift in chosen:
            for index in groups_of.get(shift, ()):
                missing[index] -= 1
        yield Placed(person, answer.status, chosen)
