"""A window of the demand as one model whose needs, rules and pins can be switched on and off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.shift import Shift
from shiftbid.rules.clauses import AtMost, Clause
from shiftbid.solver.award_model import AwardPerson
from shiftbid.solver.cp_sat import CpSatAnswer, CpSatWork, solve_rows
from shiftbid.solver.emitter import ClauseRows
from shiftbid.solver.explanation.clause_index import ClauseIndex
from shiftbid.solver.explanation.elements import Element, Need, Pin, Relaxation, RuleOf
from shiftbid.solver.rows import CpSatRows, WeightedColumns


class SwitchedRows:
    """Rows that hold only while a 0/1 column is 1 (`shiftbid.solver.rows.RowModel`)."""

    def __init__(self, rows: CpSatRows, switch: int) -> None:
        self._rows = rows
        self._switch = switch

    def whole(self, lower: int, upper: int) -> int:
        """Add a column (see RowModel)."""
        return self._rows.whole(lower, upper)

    def row(self, terms: WeightedColumns, lower: int | None, upper: int | None) -> int:
        """Add a row that the switch turns on (see RowModel)."""
        index = self._rows.row(terms, lower, upper)
        self._rows.model.proto.constraints[index].enforcement_literal.append(self._switch)
        return index

    def minimise(self, terms: WeightedColumns) -> None:
        """Set the objective (see RowModel); the switch has no say in it."""
        self._rows.minimise(terms)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A rule's clauses on a person, with the person's columns and the shifts they have already."""

    clauses: tuple[Clause, ...]
    columns: Mapping[str, int]
    fixed: frozenset[str]


class WindowModel:
    """Slots of the demand with everything that could stand in the way of covering them.

    Shifts that staff none of the slots are left out, pinned ones apart: nobody needs them, and without them every rule
    is easier to keep.

    Parameters
    ----------
    slots
        The window, with heads above 0.
    """

    def __init__(self, slots: Sequence[DemandSlot], people: Sequence[ClauseIndex]) -> None:
        self._rows = CpSatRows()
        self._switches: dict[Element, int] = {}
        self._able: dict[Need, int] = {}
        self._bound: dict[RuleOf, _Bound] = {}
        staffing = [_seen_from(index, slots) for index in people]
        taken = [self._write_person(person) for person in staffing]
        self._missing = [self._write_need(slot, staffing, taken) for slot in slots]

    @property
    def elements(self) -> tuple[Element, ...]:
        """Needs first, then rules, then pins; each in the order of the demand and the people."""
        order = (Need, RuleOf, Pin)
        return tuple(sorted(self._switches, key=lambda element: order.index(type(element))))

    def clashes(self, kept: Iterable[Element], work: CpSatWork) -> bool | None:
        """Whether elements are proven impossible together (or possible); None where the work did not suffice."""
        answer = self._solved(kept, work)
        match answer.status:
            case SolveStatus.INFEASIBLE:
                return True
            case SolveStatus.UNKNOWN:
                return None
            case SolveStatus.OPTIMAL | SolveStatus.FEASIBLE:
                return False

    def least_missing(self, kept: Iterable[Element], work: CpSatWork) -> int:
        """Proven least head-slots missing, over all needs kept, while the rules and pins kept hold."""
        elements = list(kept)
        needs = {each for each in elements if isinstance(each, Need)}
        objective = [column for need, column in self._missing if need in needs]
        answer = self._solved([each for each in elements if each not in needs], work, objective)
        return max(0, round(answer.bound)) if answer.status is not SolveStatus.INFEASIBLE else 0

    def least_relaxation(self, kept: Iterable[Element], rules: Iterable[RuleOf], work: CpSatWork) -> Relaxation | None:
        """How far rules have to be relaxed at least for the elements kept to be possible; None where that is not known.

        Simple: only caps on sums that always bind are measured, not free days, averages or sums above a threshold.
        """
        bound = [self._bound[rule] for rule in rules]
        caps = [(each, clause) for each in bound for clause in each.clauses]
        model = self._narrowed(kept)
        over: list[cp_model.IntVar] = []
        in_minutes = False
        for each, clause in caps:
            if not isinstance(clause, AtMost) or clause.when:
                return None
            in_minutes = in_minutes or any(term.weight > 1 for term in clause.terms)
            most = sum(term.weight for term in clause.terms)
            over.append(model.new_int_var(0, max(0, most - clause.cap), ""))
            terms = [term for term in clause.terms if term.shift in each.columns]
            columns = [model.get_int_var_from_proto_index(each.columns[term.shift]) for term in terms]
            known = sum(term.weight for term in clause.terms if term.shift in each.fixed)
            weighed = cp_model.LinearExpr.weighted_sum(columns, [term.weight for term in terms])
            model.add(weighed - over[-1] <= clause.cap - known)
        model.minimize(cp_model.LinearExpr.sum(over))
        answer = solve_rows(model, work)
        if answer.status is not SolveStatus.OPTIMAL:
            return None
        least = round(answer.bound)
        return Relaxation(minutes=least, shifts=0) if in_minutes else Relaxation(minutes=0, shifts=least)

    def able(self, need: Need) -> int:
        """People with a candidate shift that staffs a need, whatever the rules."""
        return self._able[need]

    def _solved(self, kept: Iterable[Element], work: CpSatWork, objective: Sequence[int] = ()) -> CpSatAnswer:
        model = self._narrowed(kept)
        if objective:
            columns = [model.get_int_var_from_proto_index(column) for column in objective]
            model.minimize(cp_model.LinearExpr.sum(columns))
        return solve_rows(model, work)

    def _narrowed(self, kept: Iterable[Element]) -> cp_model.CpModel:
        on = set(kept)
        return self._rows.narrowed({switch: int(element in on) for element, switch in self._switches.items()})

    def _write_person(self, person: AwardPerson) -> Mapping[str, int]:
        columns = {
            shift.id: self._rows.whole(0, 1)
            for shift in sorted(person.candidates, key=lambda each: (each.span, each.id))
        }
        by_rule: dict[str, list[Clause]] = {}
        for clause in person.clauses:
            by_rule.setdefault(clause.scope.rule, []).append(clause)
        for rule, clauses in by_rule.items():
            switched = SwitchedRows(self._rows, self._switch(RuleOf(rule, person.employee)))
            self._bound[RuleOf(rule, person.employee)] = _Bound(tuple(clauses), columns, person.fixed)
            ClauseRows(switched, columns, person.fixed, clauses)
        for shift in sorted(person.pinned):
            SwitchedRows(self._rows, self._switch(Pin(person.employee, shift))).row([(columns[shift], 1)], 1, None)
        return columns

    def _write_need(
        self, slot: DemandSlot, people: Sequence[AwardPerson], taken: Sequence[Mapping[str, int]]
    ) -> tuple[Need, int]:
        need = Need(slot.hall, slot.skill, slot.slot, slot.heads)
        missing = self._rows.whole(0, slot.heads)
        useful = [
            [columns[shift.id] for shift in person.candidates if _staffs(shift, slot)]
            for person, columns in zip(people, taken, strict=True)
        ]
        there = [column for columns in useful for column in columns]
        self._able[need] = sum(bool(columns) for columns in useful)
        self._rows.row([(missing, 1), *((column, 1) for column in there)], slot.heads, None)
        SwitchedRows(self._rows, self._switch(need)).row([(missing, 1)], None, 0)
        return need, missing

    def _switch(self, element: Element) -> int:
        self._switches[element] = self._rows.whole(0, 1)
        return self._switches[element]


def _staffs(shift: Shift, slot: DemandSlot) -> bool:
    return shift.hall == slot.hall and shift.skill == slot.skill and shift.staffs(slot.slot)


def _seen_from(index: ClauseIndex, slots: Sequence[DemandSlot]) -> AwardPerson:
    person = index.person
    spans = [slot.slot for slot in slots]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    near = (shift for shift in person.candidates if shift.span.start < last and first < shift.span.end)
    useful = {shift.id for shift in near if any(_staffs(shift, slot) for slot in slots)}
    return index.narrowed(useful | person.pinned)
