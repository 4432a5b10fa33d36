"""Rows: the small language in which models are written, and its two readers, CP-SAT and linear models."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model

WeightedColumns = Iterable[tuple[int, int]]
"""Columns of a model with their weights in a sum."""


class RowModel(Protocol):
    """A model of whole-numbered columns, named by index from 0, and linear rows over them."""

    def whole(self, lower: int, upper: int) -> int:
        """Add a column that takes whole numbers from lower to upper; gives its index."""
        ...

    def row(self, terms: WeightedColumns, lower: int | None, upper: int | None) -> int:
        """Keep the weighted sum of columns between lower and upper; None leaves a side open. Gives its index."""
        ...

    def minimise(self, terms: WeightedColumns) -> None:
        """Set the objective, replacing any before it."""
        ...


class CpSatRows:
    """Rows written into a CP-SAT model."""

    def __init__(self) -> None:
        self.model = cp_model.CpModel()
        self._columns: list[cp_model.IntVar] = []
        self._ranges: list[tuple[int, int]] = []

    def range_of(self, terms: WeightedColumns) -> tuple[int, int]:
        """Least and most that the columns' own ranges let a weighted sum come to."""
        edges = [sorted(weight * edge for edge in self._ranges[column]) for column, weight in terms]
        return sum(low for low, _ in edges), sum(high for _, high in edges)

    def whole(self, lower: int, upper: int) -> int:
        """Add a column (see RowModel)."""
        self._columns.append(self.model.new_int_var(lower, upper, ""))
        self._ranges.append((lower, upper))
        return len(self._columns) - 1

    def row(self, terms: WeightedColumns, lower: int | None, upper: int | None) -> int:
        """Add a row (see RowModel)."""
        constraint = self.model.add_linear_constraint(
            self._sum(terms),
            cp_model.INT_MIN if lower is None else lower,
            cp_model.INT_MAX if upper is None else upper,
        )
        return constraint.index

    def minimise(self, terms: WeightedColumns) -> None:
        """Set the objective (see RowModel)."""
        self.model.minimize(self._sum(terms))

    def narrowed(self, values: Mapping[int, int]) -> cp_model.CpModel:
        """Copy the model with some columns held at a value."""
        model = self.model.clone()
        variables = model.proto.variables
        for column, value in values.items():
            domain = variables[column].domain
            domain[0] = domain[1] = value
        return model

    def hint(self, values: Sequence[int]) -> None:
        """Start searches from these values of the first columns."""
        hint_into(self.model, values)

    def _sum(self, terms: WeightedColumns) -> cp_model.LinearExpr:
        pairs = list(terms)
        return cp_model.LinearExpr.weighted_sum(
            [self._columns[column] for column, _ in pairs], [weight for _, weight in pairs]
        )


def hint_into(model: cp_model.CpModel, values: Sequence[int]) -> None:
    """Start a model's search from these values of its first columns."""
    model.clear_hints()
    model.proto.solution_hint.vars.extend(range(len(values)))
    model.proto.solution_hint.values.extend(values)


class LinearRows:
    """Rows written into a linear model for MathOpt; its columns are whole numbers, or any where `relaxed`."""

    def __init__(self, *, relaxed: bool) -> None:
        self.model = mathopt.Model()
        self.columns: list[mathopt.Variable] = []
        self.rows: list[mathopt.LinearConstraint] = []
        self._relaxed = relaxed

    def whole(self, lower: int, upper: int) -> int:
        """Add a column (see RowModel)."""
        self.columns.append(self.model.add_variable(lb=lower, ub=upper, is_integer=not self._relaxed))
        return len(self.columns) - 1

    def row(self, terms: WeightedColumns, lower: int | None, upper: int | None) -> int:
        """Add a row (see RowModel)."""
        constraint = self.model.add_linear_constraint(
            lb=-float("inf") if lower is None else lower, ub=float("inf") if upper is None else upper
        )
        weights: dict[int, int] = {}
        for column, weight in terms:
            weights[column] = weights.get(column, 0) + weight
        for column, weight in weights.items():
            constraint.set_coefficient(self.columns[column], weight)
        self.rows.append(constraint)
        return len(self.rows) - 1

    def minimise(self, terms: WeightedColumns) -> None:
        """Set the objective (see RowModel)."""
        objective = self.model.objective
        objective.clear()
        objective.is_maximize = False
        weights: dict[int, int] = {}
        for column, weight in terms:
            weights[column] = weights.get(column, 0) + weight
        for column, weight in weights.items():
            objective.set_linear_coefficient(self.columns[column], weight)
