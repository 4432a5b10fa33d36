"""Repair of a published roster: after an absence, cover the demand again with the fewest people touched, proven least.

Only days near the absence may change. Before the notice has run out nobody's shift is taken away or moved; a further
shift may still be offered there, which the person is free to refuse.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.solver.award_model import AwardColumns, AwardPerson, AwardProblem, cover_groups, write_award
from shiftbid.solver.cp_sat import CpSatAnswer, CpSatWork, solve_rows
from shiftbid.solver.emitter import Sum
from shiftbid.solver.progress import ProgressReport
from shiftbid.solver.rows import CpSatRows

STAGES = (("missing demand", "head half-hours"), ("people touched", "people"), ("shifts changed", "shifts"))


@dataclass(frozen=True, slots=True)
class RepairProblem:
    """A published roster and what has happened to it.

    Attributes
    ----------
    award
        Demand and people as they were when the roster was made; points and contracts play no part.
    published
        Ids of the shifts that each person has.
    lost
        (employee, shift id) of candidates that somebody cannot take any more, whether published or not.
    open_days
        Days on which anything may change; everything else stays.
    offer_days
        Days on which notice has run out: shifts may only be added.
    """

    award: AwardProblem
    published: Mapping[str, frozenset[str]]
    lost: frozenset[tuple[str, str]]
    open_days: frozenset[date]
    offer_days: frozenset[date]


@dataclass(frozen=True, slots=True)
class Change:
    """What changes for one person; shift ids in order."""

    employee: str
    dropped: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RepairResult:
    """The repaired roster's differences.

    Attributes
    ----------
    stages
        Missing demand, then people touched besides those with a loss, then their shifts changed; each with its bound
        given the stages before.
    changes
        Everybody whose shifts differ, those with a loss among them, in order of employee.
    """

    status: SolveStatus
    stages: tuple[Stage, ...]
    changes: tuple[Change, ...]

    @property
    def proven(self) -> bool:
        """Whether every stage is proven least."""
        return bool(self.stages) and all(stage.status is SolveStatus.OPTIMAL for stage in self.stages)


def repair(problem: RepairProblem, work: CpSatWork, progress: ProgressReport) -> RepairResult:
    """Find the roster that misses least demand, then touches fewest people, then changes fewest shifts.

    The same problem, seed and work give the same repair. Where the published roster breaks a rule outside the days that
    may change there is no repair (`SolveStatus.INFEASIBLE`).

    Parameters
    ----------
    work
        Limit of each of the three solves.
    """
    people = tuple(replace(each, points={}, day_off_points={}, contract_minutes=0) for each in problem.award.people)
    rows = CpSatRows()
    columns = write_award(rows, people, cover_groups(problem.award))
    fixed = _fixed_columns(problem, people, columns)
    touched, changed = _write_changes(rows, problem, people, columns, fixed)
    stages: list[Stage] = []
    answer: CpSatAnswer | None = None
    for (name, unit), total in zip(STAGES, (columns.missing, touched, changed), strict=True):
        progress(len(stages) / len(STAGES), name)
        began = time.perf_counter()
        rows.minimise(total.terms)
        found = solve_rows(rows.narrowed(fixed), work)
        if not found.values:
            return RepairResult(found.status, (*stages, Stage(name, unit, found.status, None, None, 0.0)), ())
        answer = found
        value = total.constant + sum(weight * answer.values[column] for column, weight in total.terms)
        bound = total.constant + round(answer.bound) if total.terms else value
        stages.append(Stage(name, unit, answer.status, value, bound, time.perf_counter() - began))
        rows.row(total.terms, None, value - total.constant)
        rows.hint(answer.values)
    optimal = all(stage.status is SolveStatus.OPTIMAL for stage in stages)
    changes = () if answer is None else _changes(problem, people, columns, answer)
    return RepairResult(SolveStatus.OPTIMAL if optimal else SolveStatus.FEASIBLE, tuple(stages), changes)


def _fixed_columns(problem: RepairProblem, people: Sequence[AwardPerson], columns: AwardColumns) -> dict[int, int]:
    fixed: dict[int, int] = {}
    for person, taken in zip(people, columns.taken, strict=True):
        mine = problem.published.get(person.employee, frozenset())
        for shift in person.candidates:
            if (person.employee, shift.id) in problem.lost:
                fixed[taken[shift.id]] = 0
            elif shift.day in problem.offer_days and shift.id in mine:
                fixed[taken[shift.id]] = 1
            elif shift.day not in problem.open_days | problem.offer_days:
                fixed[taken[shift.id]] = int(shift.id in mine)
    return fixed


def _write_changes(
    rows: CpSatRows,
    problem: RepairProblem,
    people: Sequence[AwardPerson],
    columns: AwardColumns,
    fixed: Mapping[int, int],
) -> tuple[Sum, Sum]:
    """Write who is touched, besides those with a loss, and how many shifts come and go."""
    losers = {employee for employee, _ in problem.lost}
    touched: list[tuple[int, int]] = []
    changed: list[tuple[int, int]] = []
    kept = 0
    for person, taken in zip(people, columns.taken, strict=True):
        mine = problem.published.get(person.employee, frozenset())
        free = [(shift, column) for shift, column in taken.items() if column not in fixed]
        if person.employee not in losers and free:
            mark = rows.whole(0, 1)
            touched.append((mark, 1))
            for shift, column in free:
                if shift in mine:
                    rows.row([(mark, 1), (column, 1)], 1, None)
                else:
                    rows.row([(mark, 1), (column, -1)], 0, None)
        changed += [(column, -1 if shift in mine else 1) for shift, column in free]
        kept += sum(shift in mine for shift, _ in free)
    return Sum(tuple(touched), 0), Sum(tuple(changed), kept)


def _changes(
    problem: RepairProblem, people: Sequence[AwardPerson], columns: AwardColumns, answer: CpSatAnswer
) -> tuple[Change, ...]:
    changes: list[Change] = []
    for person, taken in zip(people, columns.taken, strict=True):
        before = problem.published.get(person.employee, frozenset()) & taken.keys()
        after = frozenset(shift for shift, column in taken.items() if answer.values[column])
        if before != after:
            changes.append(Change(person.employee, tuple(sorted(before - after)), tuple(sorted(after - before))))
    return tuple(sorted(changes, key=lambda each: each.employee))
