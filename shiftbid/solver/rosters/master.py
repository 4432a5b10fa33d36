"""The linear master: the cheapest mix of personal rosters that covers the demand, and the prices it puts on heads.

HiGHS solves it. This module is imported only in processes that do not import OR-Tools: the two wheels carry libraries
of one name that do not go together.
"""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from shiftbid.domain.errors import BugError
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.tables import OFF, BoolArray, FloatArray, IntArray, RosterTables

NO_ROSTER_COST = 1e6
"""Cost of leaving a person without a roster, as a multiple of the dearest cell: only while few rosters are known."""


_DUAL, _PRIMAL = 1, 4
"""HiGHS's names of the simplex methods."""


@dataclass(frozen=True, slots=True)
class Mix:
    """A solved master.

    Attributes
    ----------
    value
        Cost of the mix, constant included.
    prices
        Of a head in each shift; shape (days, shifts).
    person_prices
        Of each person's choice of one roster; shape (people,).
    shares
        Of each roster in the master, in the order they were added.
    missing, surplus
        Heads missing and too many; shape (days, shifts).
    whole
        Whether every person has a roster in the mix.
    """

    value: float
    prices: FloatArray
    person_prices: FloatArray
    shares: FloatArray
    missing: FloatArray
    surplus: FloatArray
    whole: bool


class Master:
    """Rows: each cell with a need, then each person. Columns: heads missing, heads too many, no roster, rosters."""

    def __init__(self, tables: RosterTables, pool: RosterPool) -> None:
        self._tables = tables
        self._pool = pool
        self.numbers = np.zeros(0, dtype=np.int64)
        priced = (tables.missing_cost > 0) | (tables.surplus_cost > 0)
        self._cells = np.nonzero(priced)
        self._cell_number = np.full(priced.shape, -1, dtype=np.int64)
        self._cell_number[self._cells] = np.arange(len(self._cells[0]))
        self.highs = highspy.Highs()
        for option, setting in (("output_flag", False), ("threads", 1), ("presolve", "off")):
            self.highs.setOptionValue(option, setting)
        self._pass_model()

    @property
    def first_roster_column(self) -> int:
        """Column of the first roster."""
        return 2 * len(self._cells[0]) + self._tables.people

    def _pass_model(self) -> None:
        cells, people = len(self._cells[0]), self._tables.people
        model = highspy.HighsLp()
        columns = self.first_roster_column
        heads = self._tables.heads[self._cells].astype(np.float64)
        sides = np.concatenate([heads, np.ones(people)])
        missing, surplus = self._tables.missing_cost[self._cells], self._tables.surplus_cost[self._cells]
        alone = NO_ROSTER_COST * max(1, int(missing.max(initial=0)))
        model.num_col_, model.num_row_ = columns, cells + people
        model.col_cost_ = np.concatenate([missing, surplus, np.full(people, alone)]).astype(np.float64)
        model.col_lower_ = np.zeros(columns)
        model.col_upper_ = np.full(columns, highspy.kHighsInf)
        model.row_lower_ = sides
        model.row_upper_ = sides
        model.offset_ = float(self._tables.constant)
        model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        model.a_matrix_.start_ = np.arange(columns + 1)
        model.a_matrix_.index_ = np.concatenate([np.arange(cells), np.arange(cells), cells + np.arange(people)])
        model.a_matrix_.value_ = np.concatenate([np.ones(cells), -np.ones(cells), np.ones(people)])
        self.highs.passModel(model)

    def add(self, numbers: IntArray) -> None:
        """Add rosters of the pool."""
        if not len(numbers):
            return
        # New columns leave the last basis feasible for the primal simplex, new bounds for the dual one.
        self.highs.setOptionValue("simplex_strategy", _PRIMAL)
        person, rosters = self._pool.person[numbers], self._pool.rosters[numbers]
        days = np.arange(rosters.shape[1])
        cell = np.where(rosters != OFF, self._cell_number[days, np.maximum(rosters, 0)], -1)
        entries = np.concatenate([cell, (len(self._cells[0]) + person)[:, None]], axis=1)
        used = entries >= 0
        starts = np.concatenate([[0], np.cumsum(used.sum(axis=1))[:-1]])
        count = len(numbers)
        self.highs.addCols(
            count,
            self._pool.cost[numbers].astype(np.float64),
            np.zeros(count),
            np.full(count, highspy.kHighsInf),
            int(used.sum()),
            starts.astype(np.int32),
            entries[used].astype(np.int32),
            np.ones(int(used.sum())),
        )
        self.numbers = np.concatenate([self.numbers, numbers])

    def limit_shortage(self, cells: BoolArray, least: float, most: float) -> None:
        """Keep the heads missing in these cells together within limits; cells of shape (days, shifts)."""
        columns = np.flatnonzero(cells[self._cells]).astype(np.int32)
        self.highs.setOptionValue("simplex_strategy", _DUAL)
        self.highs.addRow(least, most, len(columns), columns, np.ones(len(columns)))

    def keep_only(self, kept: BoolArray) -> None:
        """Say which rosters may be in the mix, in the order of `numbers`; the others may not until said otherwise."""
        columns = (self.first_roster_column + np.arange(len(kept))).astype(np.int32)
        self.highs.setOptionValue("simplex_strategy", _DUAL)
        self.highs.changeColsBounds(
            len(columns), columns, np.zeros(len(columns)), np.where(kept, highspy.kHighsInf, 0.0)
        )

    def drop(self, unwanted: BoolArray) -> None:
        """Forget rosters, of shape (rosters,), that are not in the last mix; it stays as it was."""
        basis = self.highs.getBasis()
        status = basis.col_status
        idle = np.array([each != highspy.HighsBasisStatus.kBasic for each in status[self.first_roster_column :]])
        gone = unwanted & idle
        columns = (self.first_roster_column + np.flatnonzero(gone)).astype(np.int32)
        self.highs.deleteCols(len(columns), columns)
        # Columns outside the basis leave it a basis, which HiGHS forgets all the same.
        basis.col_status = [
            *status[: self.first_roster_column],
            *(status[self.first_roster_column + place] for place in np.flatnonzero(~gone)),
        ]
        self.highs.setBasis(basis)
        self.numbers = self.numbers[~gone]

    def solve(self) -> Mix | None:
        """Mix; None where limits leave nothing."""
        self.highs.run()
        status = self.highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise BugError(f"the roster master ended as {self.highs.modelStatusToString(status)}")
        solution = self.highs.getSolution()
        columns, rows = np.array(solution.col_value), np.array(solution.row_dual)
        cells, people = len(self._cells[0]), self._tables.people
        return Mix(
            value=float(self.highs.getInfo().objective_function_value),
            prices=self._on_grid(rows[:cells]),
            person_prices=rows[cells : cells + people],
            shares=columns[self.first_roster_column :],
            missing=self._on_grid(columns[:cells]),
            surplus=self._on_grid(columns[cells : 2 * cells]),
            whole=bool(columns[2 * cells : self.first_roster_column].max(initial=0.0) < 1e-6),
        )

    def _on_grid(self, values: FloatArray) -> FloatArray:
        grid = np.zeros(self._cell_number.shape)
        grid[self._cells] = values
        return grid
