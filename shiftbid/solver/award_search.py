"""Large neighbourhood search on the award: opens some people and days at a time and solves them exactly."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from shiftbid.domain.errors import BugError
from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.award_costs import PersonCosts
from shiftbid.solver.award_model import AwardProblem, CoverGroup, Total, write_award
from shiftbid.solver.award_totals import AwardTotals
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.neighbourhoods import BoolArray, Neighbourhoods
from shiftbid.solver.rows import CpSatRows

_WHOLE_COLUMNS = 1000
"""Most columns of an award that is opened as a whole."""
_FIRST_COLUMNS = 500
"""Columns that the first steps of a larger award open."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What a run of steps improves.

    Attributes
    ----------
    weights
        Weight of each total in the objective.
    kept
        The most that other totals may come to.
    goals
        Proven limits: the run ends where every total named has reached its own. Empty: it does not end by that.
    """

    weights: Mapping[Total, int]
    kept: Mapping[Total, int]
    goals: Mapping[Total, int]


@dataclass(frozen=True, slots=True)
class Improvement:
    """How a run of steps ended.

    Attributes
    ----------
    proven
        Whether a step that opened everything proved that no award is better.
    work
        Deterministic seconds spent.
    """

    proven: bool
    work: float


class AwardSearch:
    """An award and the model in which it is improved.

    Parameters
    ----------
    chosen
        Each person's shifts in a legal award.

    Attributes
    ----------
    visited
        Every award that was the best for a time, each person's shifts in it; all legal.
    """

    def __init__(
        self,
        problem: AwardProblem,
        groups: Sequence[CoverGroup],
        costs: Sequence[PersonCosts],
        chosen: Sequence[frozenset[str]],
        seed: int,
        step_work: float,
    ) -> None:
        rows = CpSatRows()
        columns = write_award(rows, problem.people, groups)
        self._totals = AwardTotals(rows, problem, columns, costs)
        self._model = rows.model
        self._taken = columns.taken
        self._step_work = step_work
        days = {shift.id: shift.day for person in problem.people for shift in person.candidates}
        day_number = {day: number for number, day in enumerate(sorted(set(days.values())))}
        cells = [
            (person, day_number[days[shift]], column)
            for person, taken in enumerate(columns.taken)
            for shift, column in taken.items()
        ]
        self._columns = np.array([column for _, _, column in cells], dtype=np.int64)
        self._chance = random.Random(seed)
        self._neighbourhoods = Neighbourhoods(
            np.array([person for person, _, _ in cells], dtype=np.int64),
            np.array([day for _, day, _ in cells], dtype=np.int64),
            _WHOLE_COLUMNS if self.small else _FIRST_COLUMNS,
            self._chance,
        )
        self._values = self._completed(chosen)
        self.visited = [self.chosen]

    @property
    def chosen(self) -> tuple[frozenset[str], ...]:
        """Each person's shifts in the best award so far."""
        return tuple(
            frozenset(shift for shift, column in taken.items() if self._values[column]) for taken in self._taken
        )

    @property
    def small(self) -> bool:
        """Whether a single step can open the whole award."""
        return len(self._columns) <= _WHOLE_COLUMNS

    def widest(self, total: Total) -> int:
        """Give the width of the range in which a total can lie."""
        return self._totals.widest(total)

    def total(self, total: Total) -> int:
        """Give a total of the best award so far."""
        return self._totals.value(total, self._values)

    def improve(self, aim: Aim, work: float, steps: int, report: Callable[[float], None]) -> Improvement:
        """Take steps until the aim is proven, its goal is reached, or the work or the steps are spent.

        `report` hears the share of the work that is spent before each step, and may raise to cancel.
        """
        spent = 0.0
        for step in range(steps):
            report(max(spent / work if work > 0 else 1.0, step / steps))
            if spent >= work or self._reached(aim):
                break
            shape, opened = self._neighbourhoods.draw()
            # Nothing is left to try after a step that opens everything.
            step_work = work - spent if opened.all() else self._step_work
            answer = solve_rows(self._opened_model(opened, aim), CpSatWork(step_work, self._chance.randrange(1 << 31)))
            spent += answer.work
            if answer.status is SolveStatus.INFEASIBLE:
                raise BugError("a step of the award's search lost the award it started from")
            if answer.values:
                self._accept(answer.values[: len(self._values)], aim)
            proven = answer.status is SolveStatus.OPTIMAL
            if proven and opened.all():
                return Improvement(proven=True, work=spent)
            self._neighbourhoods.learn(shape, proven=proven)
        return Improvement(proven=False, work=spent)

    def _reached(self, aim: Aim) -> bool:
        return bool(aim.goals) and all(self.total(total) <= goal for total, goal in aim.goals.items())

    def _accept(self, values: Sequence[int], aim: Aim) -> None:
        kept = all(self._totals.value(total, values) <= most for total, most in aim.kept.items())
        if kept and self._weighed(values, aim) <= self._weighed(self._values, aim):
            self._values = values
            self.visited.append(self.chosen)

    def _weighed(self, values: Sequence[int], aim: Aim) -> int:
        return sum(weight * self._totals.value(total, values) for total, weight in aim.weights.items())

    def _opened_model(self, opened: BoolArray, aim: Aim) -> cp_model.CpModel:
        model = self._model.clone()
        variables = model.proto.variables
        for column in self._columns[~opened].tolist():
            domain = variables[column].domain
            domain[0] = domain[1] = self._values[column]
        # Where everything is open an answer may be proven best, so costs have to be exact.
        near = None if opened.all() else self._values
        for total, most in aim.kept.items():
            self._totals.keep(model, total, most, near)
        for total, weight in aim.weights.items():
            self._totals.strive(model, total, weight, near)
        hint = model.proto.solution_hint
        hint.vars.extend(range(len(self._values)))
        hint.values.extend(self._values)
        return model

    def _completed(self, chosen: Sequence[frozenset[str]]) -> Sequence[int]:
        """Give every column's value for an award; raises BugError where it is not legal."""
        model = self._model.clone()
        for taken, ids in zip(self._taken, chosen, strict=True):
            for shift, column in taken.items():
                domain = model.proto.variables[column].domain
                domain[0] = max(domain[0], int(shift in ids))
                domain[1] = int(shift in ids)
        for total in (Total.MISSING, Total.SHORTFALL):
            self._totals.strive(model, total, 1, None)
        answer = solve_rows(model, CpSatWork(self._step_work, 0))
        if not answer.values:
            raise BugError("the first award breaks a clause")
        return answer.values
