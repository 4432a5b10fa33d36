"""Whether one person's row of days keeps every rule of a whole period, whose edges are free."""

from __future__ import annotations

import numpy as np

from shiftbid.solver.rosters.tables import OFF, BoolArray, Limits, Roster, RosterTables


def keeps_rules(tables: RosterTables, person: int, row: Roster) -> bool:
    """Whether a row, shape (days,), is legal for the person."""
    limits = tables.limits
    at_work = row != OFF
    worked = np.flatnonzero(at_work)
    if not tables.allowed[person, worked, row[worked]].all():
        return False
    both = np.flatnonzero(at_work[:-1] & at_work[1:])
    if tables.clashes[row[both], row[both + 1]].any():
        return False
    minutes = int(tables.minutes[row[worked]].sum())
    if not limits.least_minutes[person] <= minutes <= limits.most_minutes[person]:
        return False
    if (np.bincount(row[worked], minlength=tables.shifts) > limits.most_shifts[person]).any():
        return False
    if tables.weekends_worked(at_work[None])[0] > limits.most_weekends[person]:
        return False
    return _runs_fit(at_work, limits, person)


def _runs_fit(at_work: BoolArray, limits: Limits, person: int) -> bool:
    starts = np.concatenate([[0], np.flatnonzero(np.diff(at_work)) + 1])
    lengths = np.diff(np.concatenate([starts, [len(at_work)]]))
    work = at_work[starts]
    if (lengths[work] > limits.most_run_days[person]).any():
        return False
    # Runs and rests that touch an edge of the period may be short.
    inner, work = lengths[1:-1], work[1:-1]
    return bool(
        (inner[work] >= limits.least_run_days[person]).all() and (inner[~work] >= limits.least_rest_days[person]).all()
    )
