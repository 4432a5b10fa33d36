"""Some people's days opened, the rest of the roster kept, as a CP-SAT model.

Days that stay are plain truth values: a rule that they keep already is not written at all. The period has free edges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from ortools.sat.python import cp_model

from shiftbid.solver.rosters.tables import OFF, BoolArray, Roster, RosterTables

Literal = cp_model.IntVar
Worked = Literal | bool
"""Whether something is worked: open, or known."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What may change.

    Attributes
    ----------
    days
        Shape (people, days).
    shifts
        Shifts that may be given in open days; shape (people, days, shifts). What the roster has may always stay.
    """

    days: BoolArray
    shifts: BoolArray


class OpenedRoster:
    """The model of an opening, and the roster that a solution of it means.

    Attributes
    ----------
    fixed_cost
        What the model leaves out of its objective: with it the objective is the roster's value.
    """

    def __init__(self, tables: RosterTables, roster: Roster, opening: Opening) -> None:
        self._tables = tables
        self._roster = roster
        self._opening = opening
        self.model = cp_model.CpModel()
        self.fixed_cost = 0
        self._people = np.flatnonzero(opening.days.any(axis=1)).tolist()
        self._shifts: dict[int, list[Mapping[int, Worked]]] = {}
        self._at_work: dict[int, list[Worked]] = {}
        self._heads: dict[tuple[int, int], list[Literal]] = {}
        self._columns: list[Literal] = []
        self._costs: list[int] = []
        for person in self._people:
            self._open_person(person)
            self._write_person(person)
        self._write_cover()
        self.model.minimize(cp_model.LinearExpr.weighted_sum(self._columns, self._costs))

    def read(self, solver: cp_model.CpSolver) -> Roster:
        """Give the roster that the solver found."""
        roster = self._roster.copy()
        for person in self._people:
            for day in np.flatnonzero(self._opening.days[person]).tolist():
                shifts = self._shifts[person][day]
                worked = [shift for shift, literal in shifts.items() if _is_true(solver, literal)]
                roster[person, day] = worked[0] if worked else OFF
        return roster

    def _open_person(self, person: int) -> None:
        shifts: list[Mapping[int, Worked]] = []
        at_work: list[Worked] = []
        for day, (kept, is_open) in enumerate(
            zip(self._roster[person].tolist(), self._opening.days[person].tolist(), strict=True)
        ):
            if not is_open:
                shifts.append({kept: True} if kept != OFF else {})
                at_work.append(kept != OFF)
                continue
            choice = self._open_day(person, day, kept)
            shifts.append(choice)
            at_work.append(self._some(choice, kept))
        self._shifts[person], self._at_work[person] = shifts, at_work

    def _open_day(self, person: int, day: int, kept: int) -> Mapping[int, Literal]:
        choice: dict[int, Literal] = {}
        useful = self._opening.shifts[person, day].copy()
        if kept != OFF:
            useful[kept] = True
        for shift in np.flatnonzero(useful).tolist():
            literal = self.model.new_bool_var("")
            self.model.add_hint(literal, shift == kept)
            self._heads.setdefault((day, shift), []).append(literal)
            self._charge(literal, int(self._tables.cost[person, day, shift]))
            choice[shift] = literal
        return choice

    def _some(self, choice: Mapping[int, Literal], kept: int) -> Worked:
        literals = list(choice.values())
        if len(literals) <= 1:
            return literals[0] if literals else False
        some = self.model.new_bool_var("")
        self.model.add_hint(some, kept != OFF)
        self.model.add_exactly_one([*literals, some.negated()])
        return some

    def _charge(self, column: Literal, cost: int) -> None:
        if cost:
            self._columns.append(column)
            self._costs.append(cost)

    def _write_person(self, person: int) -> None:
        limits = self._tables.limits
        line = self._at_work[person]
        self._write_successions(person)
        self._write_amounts(person)
        longest = int(limits.most_run_days[person])
        for first in range(len(line) - longest):
            self._forbid(line[first : first + longest + 1], [True] * (longest + 1))
        self._write_least(line, int(limits.least_run_days[person]), worked=True)
        self._write_least(line, int(limits.least_rest_days[person]), worked=False)
        self._write_weekends(person)

    def _write_successions(self, person: int) -> None:
        clashes = self._tables.clashes
        line = self._shifts[person]
        for today, tomorrow in pairwise(line):
            for shift, worked in today.items():
                barred = [other for following, other in tomorrow.items() if clashes[shift, following]]
                for other in barred if worked is True or any(each is True for each in barred) else ():
                    self._forbid([worked, other], [True, True])
                literals = [each for each in (worked, *barred) if not isinstance(each, bool)]
                if len(literals) == len(barred) + 1 and barred:
                    self.model.add_at_most_one(literals)

    def _write_amounts(self, person: int) -> None:
        limits = self._tables.limits
        open_shifts: dict[int, list[Literal]] = {}
        fixed = dict.fromkeys(range(self._tables.shifts), 0)
        for choice in self._shifts[person]:
            for shift, worked in choice.items():
                if isinstance(worked, bool):
                    fixed[shift] += 1
                else:
                    open_shifts.setdefault(shift, []).append(worked)
        for shift, literals in open_shifts.items():
            most = int(limits.most_shifts[person, shift]) - fixed[shift]
            if len(literals) > most:
                self.model.add(cp_model.LinearExpr.sum(literals) <= most)
        minutes = self._tables.minutes
        spent = sum(int(minutes[shift]) * count for shift, count in fixed.items())
        literals = [literal for each in open_shifts.values() for literal in each]
        lengths = [int(minutes[shift]) for shift, each in open_shifts.items() for _ in each]
        self.model.add_linear_constraint(
            cp_model.LinearExpr.weighted_sum(literals, lengths),
            int(limits.least_minutes[person]) - spent,
            int(limits.most_minutes[person]) - spent,
        )

    def _write_least(self, line: Sequence[Worked], least: int, *, worked: bool) -> None:
        """Forbid runs of `worked` that are too short and lie between two days that are known not to belong to them."""
        for length in range(1, least):
            pattern = [not worked, *[worked] * length, not worked]
            for first in range(len(line) - length - 1):
                self._forbid(line[first : first + length + 2], pattern)

    def _write_weekends(self, person: int) -> None:
        opens = np.flatnonzero(self._tables.opens_weekend).tolist()
        ends = self._tables.ends_weekend
        at_work = self._at_work[person]
        used: list[Literal] = []
        known = 0
        for first in opens:
            days = [at_work[first]]
            if first + 1 < len(at_work) and ends[first + 1]:
                days.append(at_work[first + 1])
            if any(day is True for day in days):
                known += 1
                continue
            literals = [day for day in days if not isinstance(day, bool)]
            if len(literals) > 1:
                weekend = self.model.new_bool_var("")
                for literal in literals:
                    self.model.add_implication(literal, weekend)
                used.append(weekend)
            else:
                used.extend(literals)
        most = int(self._tables.limits.most_weekends[person]) - known
        if len(used) > most:
            self.model.add(cp_model.LinearExpr.sum(used) <= most)

    def _forbid(self, line: Sequence[Worked], pattern: Sequence[bool]) -> None:
        """Forbid that all days of the line are as the pattern says; nothing is written where a known day differs."""
        literals: list[cp_model.LiteralT] = []
        for day, worked in zip(line, pattern, strict=True):
            if isinstance(day, bool):
                if day != worked:
                    return
            else:
                literals.append(day.negated() if worked else day)
        if literals:
            self.model.add_bool_or(literals)

    def _write_cover(self) -> None:
        """Charge heads missing and too many; where only one of them can happen, no column is needed."""
        tables = self._tables
        kept = np.where(self._opening.days, OFF, self._roster).astype(np.int16)
        fixed = tables.coverage(kept)
        untouched = tables.cover_costs(fixed)
        self.fixed_cost += tables.constant + int(tables.wish_costs(kept).sum())
        for (day, shift), literals in self._heads.items():
            wanted = int(tables.heads[day, shift] - fixed[day, shift])
            missing_cost, surplus_cost = int(tables.missing_cost[day, shift]), int(tables.surplus_cost[day, shift])
            untouched[day, shift] = 0
            self.fixed_cost += missing_cost * wanted if wanted >= len(literals) else -surplus_cost * wanted
            if wanted >= len(literals):
                for literal in literals:
                    self._charge(literal, -missing_cost)
                continue
            for literal in literals:
                self._charge(literal, surplus_cost)
            if wanted > 0 and missing_cost + surplus_cost > 0:
                missing = self.model.new_int_var(0, wanted, "")
                self.model.add(cp_model.LinearExpr.sum(literals) + missing >= wanted)
                self._charge(missing, missing_cost + surplus_cost)
        self.fixed_cost += int(untouched.sum())


def _is_true(solver: cp_model.CpSolver, worked: Worked) -> bool:
    return worked if isinstance(worked, bool) else bool(solver.boolean_value(worked))
