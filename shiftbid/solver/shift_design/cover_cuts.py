"""Rows that every answer keeps and fractional ones break: they lift the limit that a linear relaxation proves.

Where the need rises by d from one slot to the next, either a template starts there, or somebody comes back from a
break, or the rise shows as missing heads after it or surplus heads before it (Di Gaspero et al., "The minimum shift
design problem", Annals of OR 155, 2007, state the problem; the rows are derived from the differences of cover).
The same holds backwards in time for falls and ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from shiftbid.solver.rows import RowModel
from shiftbid.solver.shift_design.cover import CoverProblem
from shiftbid.solver.shift_design.cover_model import CoverColumns

_WINDOW_SLOTS = 4
"""Longest stretch of slots over which a rise or fall is looked at."""
_MOST_LEAVING = 4
"""Where more duties than this leave, a row over all of them says little and makes each step of a solver dearer."""


@dataclass(frozen=True, slots=True)
class _Side:
    """What happens between a slot and its neighbour, seen in one direction of time.

    Attributes
    ----------
    before
        The neighbour of each slot: the slot before it, or, seen backwards, the slot after it.
    opening
        For each slot the templates whose every duty of a day begins there (seen backwards: ends), with those duties.
    entering, leaving
        For each slot the duties present there but not in the neighbour, and the reverse.
    """

    before: Sequence[int | None]
    opening: Sequence[Mapping[int, tuple[int, ...]]]
    entering: Sequence[frozenset[int]]
    leaving: Sequence[frozenset[int]]


def write_step_cuts(model: RowModel, problem: CoverProblem, columns: CoverColumns) -> None:
    """Write the rows of single steps from slot to slot: few, and much of what all of them give."""
    for side in _sides(problem, columns):
        _write_rises(model, problem, columns, side, 1)


def write_all_cuts(model: RowModel, problem: CoverProblem, columns: CoverColumns) -> None:
    """Write all families of rows."""
    _write_level_rows(model, problem, columns)
    for side in _sides(problem, columns):
        _write_rises(model, problem, columns, side, _WINDOW_SLOTS)
        _write_flow_rows(model, problem, columns, side)


def _write_level_rows(model: RowModel, problem: CoverProblem, columns: CoverColumns) -> None:
    """Hold a template's heads of a day to the lowest need in slots that all its duties staff, plus surplus there."""
    for (template, _), numbers in columns.groups(problem).items():
        shared = frozenset[int].intersection(*(problem.duties[number].slots for number in numbers))
        if shared:
            slot = min(shared, key=lambda each: (problem.needs[each], each))
            terms = [(columns.heads[number], 1) for number in numbers]
            adopted = (columns.adopted[template], -problem.needs[slot])
            model.row([*terms, adopted, (columns.surplus[slot], -1)], None, 0)


def _write_rises(model: RowModel, problem: CoverProblem, columns: CoverColumns, side: _Side, window_slots: int) -> None:
    """Demand an opening in each window that ends higher than it began, or heads missing after or surplus before."""
    for last, need in enumerate(problem.needs):
        opened: set[int] = set()
        entered: set[int] = set()
        slot = last
        for _ in range(window_slots):
            before = side.before[slot]
            if before is None or before == last:
                break
            whole = side.opening[slot]
            opened.update(whole)
            entered.update(side.entering[slot].difference(*whole.values()))
            rise = need - problem.needs[before]
            if rise > 0:
                terms = [(columns.adopted[template], rise) for template in sorted(opened)]
                terms += [(columns.heads[number], 1) for number in sorted(entered)]
                model.row([*terms, (columns.missing[last], 1), (columns.surplus[before], 1)], rise, None)
            slot = before


def _write_flow_rows(model: RowModel, problem: CoverProblem, columns: CoverColumns, side: _Side) -> None:
    """Hold the heads that open at a slot to the rise there, plus those who leave, surplus after and missing before."""
    for slot, openings in enumerate(side.opening):
        before = side.before[slot]
        if before is None or len(side.leaving[slot]) > _MOST_LEAVING:
            continue
        rise = max(0, problem.needs[slot] - problem.needs[before])
        rest = [(columns.surplus[slot], -1), (columns.missing[before], -1)]
        rest += [(columns.heads[number], -1) for number in sorted(side.leaving[slot])]
        for template, numbers in openings.items():
            terms = [(columns.heads[number], 1) for number in numbers]
            model.row([*terms, (columns.adopted[template], -rise), *rest], None, 0)


def _sides(problem: CoverProblem, columns: CoverColumns) -> Iterable[_Side]:
    after: list[int | None] = [None] * len(problem.needs)
    for slot, before in enumerate(problem.previous):
        if before is not None:
            after[before] = slot
    groups = columns.groups(problem)
    for neighbours in (problem.previous, after):
        yield _side(problem, groups, neighbours)


def _side(
    problem: CoverProblem, groups: Mapping[tuple[int, int], tuple[int, ...]], before: Sequence[int | None]
) -> _Side:
    present: list[set[int]] = [set() for _ in problem.needs]
    for numbers in groups.values():
        for number in numbers:
            for slot in problem.duties[number].slots:
                present[slot].add(number)
    opening: list[dict[int, tuple[int, ...]]] = [{} for _ in problem.needs]
    entering: list[frozenset[int]] = []
    leaving: list[frozenset[int]] = []
    for slot, neighbour in enumerate(before):
        there = present[slot] if neighbour is None else present[neighbour]
        entering.append(frozenset(present[slot] - there))
        leaving.append(frozenset(there - present[slot]))
        for key in {(problem.duties[number].template, problem.duties[number].day) for number in entering[slot]}:
            if entering[slot].issuperset(groups[key]):
                opening[slot][key[0]] = groups[key]
    return _Side(before, opening, entering, leaving)
