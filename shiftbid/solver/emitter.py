"""The emitter: turns each kind of clause into linear rows over a person's candidate shifts, once per kind.

A row set allows exactly the choices that the checker finds nothing in: history counts as chosen; where it breaks a
clause by itself, the clause's candidates are forbidden (taking one would add to the breach) instead of the whole model.
Weights are at least 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shiftbid.rules.clauses import AnyFree, AtLeast, AtMost, Average, Clause, Excess, Part, Term, shifts_of
from shiftbid.solver.conflicts import Conflicts, is_conflict
from shiftbid.solver.rows import RowModel


@dataclass(frozen=True, slots=True)
class Sum:
    """A weighted sum of columns plus a constant."""

    terms: tuple[tuple[int, int], ...]
    constant: int


@dataclass(frozen=True, slots=True)
class _Guard:
    """Candidate columns that switch a clause on when all are chosen; none: it always binds."""

    columns: tuple[int, ...]

    def relaxing(self, amount: int) -> list[tuple[int, int]]:
        return [(column, amount) for column in self.columns]

    def slack(self, amount: int) -> int:
        return amount * len(self.columns)


class ClauseRows:
    """One person's clauses as rows of a model.

    Parameters
    ----------
    columns
        0/1 column of each candidate shift, in order of start.
    fixed
        Shifts of the history, chosen already.
    """

    def __init__(
        self, model: RowModel, columns: Mapping[str, int], fixed: frozenset[str], clauses: Iterable[Clause]
    ) -> None:
        self._model = model
        self._columns = columns
        self._fixed = fixed
        self._free: dict[tuple[str, ...], Sum] = {}
        kept = tuple(clauses)
        exclusive = [self._candidates(clause) for clause in kept if self._only_conflicts(clause)]
        self._conflicts = Conflicts(tuple(columns), exclusive)
        for group in self._conflicts.groups():
            model.row([(columns[shift], 1) for shift in group], None, 1)
        for clause in kept:
            if not self._only_conflicts(clause):
                self._emit(clause)

    def free(self, shifts: Iterable[str]) -> Sum:
        """Give a sum that is 1 where none of the candidates is chosen and 0 where one or more is."""
        block = tuple(shift for shift in self._columns if shift in set(shifts))
        known = self._free.get(block)
        if known is None:
            known = self._free[block] = self._free_sum(block)
        return known

    def _free_sum(self, block: tuple[str, ...]) -> Sum:
        parts = self._conflicts.partition(block)
        if len(parts) <= 1:
            return Sum(tuple((self._columns[shift], -1) for shift in block), 1)
        free = self._model.whole(0, 1)
        for part in parts:
            self._model.row([(free, 1), *((self._columns[shift], 1) for shift in part)], None, 1)
        self._model.row([(free, 1), *((self._columns[shift], 1) for shift in block)], 1, None)
        return Sum(((free, 1),), 0)

    def _emit(self, clause: Clause) -> None:
        if not all(shift in self._fixed or shift in self._columns for shift in clause.when):
            return
        guard = _Guard(tuple(self._columns[shift] for shift in dict.fromkeys(clause.when) if shift in self._columns))
        if not guard.columns and not self._candidates(clause):
            return
        match clause:
            case AtMost():
                self._at_most(clause, guard)
            case AtLeast():
                self._at_least(clause, guard)
            case AnyFree():
                self._any_free(clause, guard)
            case Excess():
                self._excess(clause, guard)
            case Average():
                self._average(clause, guard)

    def _at_most(self, clause: AtMost, guard: _Guard) -> None:
        self._cap(clause, guard, self._weighed(clause.terms), self._most(clause.terms), clause.cap)

    def _at_least(self, clause: AtLeast, guard: _Guard) -> None:
        total = self._weighed(clause.terms)
        needed = clause.floor - total.constant
        if needed > 0:
            self._model.row([*total.terms, *guard.relaxing(-needed)], needed - guard.slack(needed), None)

    def _any_free(self, clause: AnyFree, guard: _Guard) -> None:
        blocks = [frozenset(block) for block in clause.blocks if not self._fixed.intersection(block)]
        if len(blocks) < clause.least:
            self._forbid(clause, guard)
            return
        if clause.least == 1:
            # A block that contains another can only be free where the other is, so it adds nothing.
            blocks = [block for block in dict.fromkeys(blocks) if not any(other < block for other in blocks)]
        free = [self.free(block) for block in blocks]
        terms = [term for each in free for term in each.terms]
        needed = clause.least - sum(each.constant for each in free)
        self._model.row([*terms, *guard.relaxing(-clause.least)], needed - guard.slack(clause.least), None)

    def _excess(self, clause: Excess, guard: _Guard) -> None:
        parts = [self._above(part) for part in clause.parts]
        total = Sum(tuple(term for part, _ in parts for term in part.terms), sum(part.constant for part, _ in parts))
        self._cap(clause, guard, total, sum(most for _, most in parts), clause.cap)

    def _average(self, clause: Average, guard: _Guard) -> None:
        """Weigh each free block as the cap, so that only blocks in use leave room."""
        cap, limit = clause.cap, clause.cap * len(clause.blocks)
        every = tuple(term for block in clause.blocks for term in block)
        total, most = self._weighed(every), self._most(every)
        ids = [frozenset(term.shift for term in block) for block in clause.blocks]
        free = [self.free(block) for block in ids if not self._fixed.intersection(block)]
        terms = [*total.terms, *((column, cap * weight) for each in free for column, weight in each.terms)]
        constant = total.constant + cap * sum(each.constant for each in free)
        already = total.constant - cap * (len(ids) - len(free))
        if already > 0:
            # What the history breaks by itself is nobody's fault as long as nothing is added to it.
            untouched = self.free((*self._candidates(clause), *clause.when))
            terms += [(column, -already * weight) for column, weight in untouched.terms]
            constant -= already * untouched.constant
        over = most + cap * len(free) - limit
        if over > 0:
            self._model.row([*terms, *guard.relaxing(over)], None, limit - constant + guard.slack(over))

    def _cap(self, clause: Clause, guard: _Guard, total: Sum, most: int, cap: int) -> None:
        """Keep a sum, which never passes `most`, at or under a cap."""
        if total.constant > cap:
            self._forbid(clause, guard)
        elif most > cap:
            over = most - cap
            self._model.row([*total.terms, *guard.relaxing(over)], None, cap - total.constant + guard.slack(over))

    def _above(self, part: Part) -> tuple[Sum, int]:
        """Give the part above the threshold, and the most it can come to."""
        total = self._weighed(part.terms)
        most = max(0, self._most(part.terms) - part.threshold)
        already = max(0, total.constant - part.threshold)
        if len(self._conflicts.partition(self._candidates_of(part.terms))) <= 1:
            terms = tuple(
                (column, max(0, total.constant + weight - part.threshold) - already) for column, weight in total.terms
            )
            return Sum(terms, already), most
        above = self._model.whole(0, most - already)
        self._model.row(
            [(above, 1), *((column, -weight) for column, weight in total.terms)],
            total.constant - part.threshold - already,
            None,
        )
        return Sum(((above, 1),), already), most

    def _forbid(self, clause: Clause, guard: _Guard) -> None:
        """History breaks the clause: nothing may be added to the breach."""
        if guard.columns:
            self._model.row(guard.relaxing(1), None, len(guard.columns) - 1)
            return
        self._model.row([(self._columns[shift], 1) for shift in self._candidates(clause)], None, 0)

    def _weighed(self, terms: Iterable[Term]) -> Sum:
        weights: dict[int, int] = {}
        constant = 0
        for term in terms:
            if term.shift in self._fixed:
                constant += term.weight
            elif term.shift in self._columns and term.weight:
                column = self._columns[term.shift]
                weights[column] = weights.get(column, 0) + term.weight
        return Sum(tuple(weights.items()), constant)

    def _most(self, terms: tuple[Term, ...]) -> int:
        """Bound the weight of any choice from above: of shifts that exclude each other only the heaviest counts."""
        total = self._weighed(terms)
        weight_of = dict(total.terms)
        parts = self._conflicts.partition(self._candidates_of(terms))
        return total.constant + sum(max(weight_of.get(self._columns[shift], 0) for shift in part) for part in parts)

    def _candidates_of(self, terms: Iterable[Term]) -> list[str]:
        return [term.shift for term in terms if term.shift in self._columns]

    def _candidates(self, clause: Clause) -> tuple[str, ...]:
        involved = shifts_of(clause)
        return tuple(shift for shift in self._columns if shift in involved)

    def _only_conflicts(self, clause: Clause) -> bool:
        return isinstance(clause, AtMost) and is_conflict(clause) and not self._fixed.intersection(shifts_of(clause))
