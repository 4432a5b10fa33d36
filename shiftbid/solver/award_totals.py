"""The totals of an award in the model of its search: counted from a step's answer, kept to a limit, or striven for.

Costs that are not linear are written into a step's own model, as chords near where each person stands: a step that
does not ask for them is not slowed down by them, and one that does meets few rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from shiftbid.solver.award_costs import PersonCosts
from shiftbid.solver.award_model import AwardColumns, AwardProblem, Total
from shiftbid.solver.convex_cost import Chord, CostTable
from shiftbid.solver.emitter import Sum
from shiftbid.solver.rows import CpSatRows

_NEAR = 4
"""Amounts on either side of where a person stands within which every chord is written."""
_FARTHER = 4
"""Of the chords beyond, one in so many is written."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A column that holds a person's amount, and what the amount costs."""

    column: int
    table: CostTable
    chords: tuple[Chord, ...]


class AwardTotals:
    """Totals over the columns of an award.

    Columns of each person's points and burden are added to the model.

    Parameters
    ----------
    rows
        The model that `columns` were written into.
    """

    def __init__(
        self, rows: CpSatRows, problem: AwardProblem, columns: AwardColumns, costs: Sequence[PersonCosts]
    ) -> None:
        self._rows = rows
        self._tables: dict[Total, list[_Counted]] = {Total.FLOOR: [], Total.WELFARE: [], Total.BURDEN: []}
        lacking: list[tuple[int, int]] = []
        most = 0
        for person, cost, points, taken in zip(problem.people, costs, columns.points, columns.taken, strict=True):
            if cost.floor and cost.welfare:
                column = _column(rows, points)
                self._count(Total.FLOOR, column, cost.floor)
                self._count(Total.WELFARE, column, cost.welfare)
                lacking.append((column, -cost.rate))
                most += cost.rate * cost.welfare.last
            burdens = tuple((taken[shift], weight) for shift, weight in person.burdens.items() if shift in taken)
            if burdens:
                self._count(Total.BURDEN, _column(rows, Sum(burdens, 0)), cost.burden)
        self._sums: Mapping[Total, Sum] = {
            Total.MISSING: Sum(((_column(rows, columns.missing), 1),), 0),
            Total.TIME_OFF: Sum(((_column(rows, _time_off_due(problem, columns.taken)), 1),), 0),
            Total.SHORTFALL: Sum(((_column(rows, columns.shortfall), 1),), 0),
            Total.DISSATISFACTION: Sum(tuple(lacking), most),
            Total.TIES: _tie_sum(problem, columns.taken),
        }

    def value(self, total: Total, values: Sequence[int]) -> int:
        """Count a total from the columns' values; costs exactly, whatever chords were written."""
        if total in self._tables:
            return sum(counted.table.at(values[counted.column]) for counted in self._tables[total])
        parts = self._sums[total]
        return parts.constant + sum(weight * values[column] for column, weight in parts.terms)

    def widest(self, total: Total) -> int:
        """Give the width of the range in which a linear total can lie."""
        lowest, highest = self._rows.range_of(self._sums[total].terms)
        return highest - lowest

    def strive(self, model: cp_model.CpModel, total: Total, weight: int, near: Sequence[int] | None) -> None:
        """Add a total to the objective of a copy of the model; chords near the values, or all of them."""
        objective = model.proto.objective
        for column, each in self._written(model, total, near).terms:
            objective.vars.append(column)
            objective.coeffs.append(weight * each)

    def keep(self, model: cp_model.CpModel, total: Total, most: int, near: Sequence[int] | None) -> None:
        """Keep a total to a limit in a copy of the model."""
        parts = self._written(model, total, near)
        columns = [model.get_int_var_from_proto_index(column) for column, _ in parts.terms]
        weights = [weight for _, weight in parts.terms]
        model.add(cp_model.LinearExpr.weighted_sum(columns, weights) <= most - parts.constant)

    def _count(self, total: Total, column: int, table: CostTable) -> None:
        self._tables[total].append(_Counted(column, table, table.chords()))

    def _written(self, model: cp_model.CpModel, total: Total, near: Sequence[int] | None) -> Sum:
        if total not in self._tables:
            return self._sums[total]
        terms: list[tuple[int, int]] = []
        for counted in self._tables[total]:
            amount = model.get_int_var_from_proto_index(counted.column)
            chords = counted.chords if near is None else _near(counted.chords, near[counted.column])
            cost = model.new_int_var(min(counted.table.costs), _most(counted, chords, self._rows), "")
            for chord in chords:
                model.add(chord.run * cost - chord.rise * amount >= chord.offset)
            terms.append((cost.index, 1))
        return Sum(tuple(terms), 0)


def _near(chords: Sequence[Chord], amount: int) -> list[Chord]:
    return [
        chord
        for number, chord in enumerate(chords)
        if number % _FARTHER == 0 or number == len(chords) - 1 or abs(chord.first - amount) <= _NEAR
    ]


def _most(counted: _Counted, chords: Sequence[Chord], rows: CpSatRows) -> int:
    lowest, highest = rows.range_of(((counted.column, 1),))
    return max([*counted.table.costs, *(chord.at(edge) for chord in chords for edge in (lowest, highest))])


def _column(rows: CpSatRows, parts: Sum) -> int:
    """Add a column that holds a sum."""
    lowest, highest = (parts.constant + edge for edge in rows.range_of(parts.terms))
    column = rows.whole(lowest, highest)
    rows.row([*parts.terms, (column, -1)], -parts.constant, -parts.constant)
    return column


def _time_off_due(problem: AwardProblem, taken: Sequence[Mapping[str, int]]) -> Sum:
    return Sum(
        tuple(
            (mine[day_off], -weight)
            for person, mine in zip(problem.people, taken, strict=True)
            for day_off, weight in person.time_off.items()
        ),
        sum(person.time_off_due for person in problem.people),
    )


def _tie_sum(problem: AwardProblem, taken: Sequence[Mapping[str, int]]) -> Sum:
    numbers = problem.tie_numbers or {}
    return Sum(
        tuple(
            (column, numbers[person.employee, shift])
            for person, mine in zip(problem.people, taken, strict=True)
            for shift, column in mine.items()
            if numbers.get((person.employee, shift))
        ),
        0,
    )
