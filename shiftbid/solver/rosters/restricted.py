"""The restricted master in whole numbers: the best roster that can be put together from known personal rosters."""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np

from shiftbid.solver.rosters.master import Master
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.tables import IntArray, Roster, RosterTables


@dataclass(frozen=True, slots=True)
class RestrictedAnswer:
    """The best roster found, None where there was none better; `limit`: no mix of the rosters given costs less."""

    roster: Roster | None
    limit: float


def put_together(
    tables: RosterTables, pool: RosterPool, numbers: IntArray, value: int, seconds: float
) -> RestrictedAnswer:
    """Look for a roster of less than `value` among these personal rosters."""
    master = Master(tables, pool)
    master.add(numbers)
    highs = master.highs
    columns = np.arange(master.first_roster_column, master.first_roster_column + len(numbers), dtype=np.int32)
    highs.changeColsIntegrality(len(columns), columns, np.full(len(columns), highspy.HighsVarType.kInteger))
    highs.setOptionValue("presolve", "on")
    highs.setOptionValue("time_limit", seconds)
    highs.setOptionValue("mip_rel_gap", 0.0)
    # Costs are whole numbers: only a roster at least 1 cheaper is wanted.
    highs.setOptionValue("mip_abs_gap", 0.99)
    highs.setOptionValue("objective_bound", float(value) - 0.5)
    highs.run()
    info = highs.getInfo()
    if info.primal_solution_status != highspy.kSolutionStatusFeasible or info.objective_function_value > value - 0.5:
        return RestrictedAnswer(None, float(info.mip_dual_bound))
    shares = np.array(highs.getSolution().col_value)[master.first_roster_column :]
    chosen = numbers[np.flatnonzero(shares > 0.5)]
    if len(chosen) != tables.people:
        return RestrictedAnswer(None, float(info.mip_dual_bound))
    order = np.argsort(pool.person[chosen])
    return RestrictedAnswer(pool.rosters[chosen[order]], float(info.mip_dual_bound))
