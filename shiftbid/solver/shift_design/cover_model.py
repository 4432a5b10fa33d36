"""Shift design as rows: which templates are in use, heads on their duties, and what slots lack or have too many."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from shiftbid.solver.rows import RowModel
from shiftbid.solver.shift_design.cover import CoverProblem


@dataclass(frozen=True, slots=True)
class CoverColumns:
    """Where a shift design stands in a model.

    Attributes
    ----------
    adopted
        0/1 column of each template that may be used.
    heads
        Column of each duty on which heads can be of use.
    missing, surplus
        Columns of each slot.
    cost
        The objective.
    """

    adopted: Mapping[int, int]
    heads: Mapping[int, int]
    missing: Sequence[int]
    surplus: Sequence[int]
    cost: Sequence[tuple[int, int]]

    def groups(self, problem: CoverProblem) -> Mapping[tuple[int, int], tuple[int, ...]]:
        """Duties in the model by their template and day."""
        groups: dict[tuple[int, int], list[int]] = {}
        for number in self.heads:
            duty = problem.duties[number]
            groups.setdefault((duty.template, duty.day), []).append(number)
        return {key: tuple(numbers) for key, numbers in groups.items()}


def write_columns(
    model: RowModel, problem: CoverProblem, templates: Collection[int], most_cost: int | None
) -> CoverColumns:
    """Write the columns over some of the templates, and the rows that bind heads to adopted templates.

    With `most_cost` only answers of at most that cost are allowed.
    """
    adopted = {number: model.whole(0, 1) for number in sorted(templates)}
    heads = {
        number: model.whole(0, problem.most_heads[number])
        for number, duty in enumerate(problem.duties)
        if duty.template in adopted and problem.most_heads[number]
    }
    for number, column in heads.items():
        model.row([(column, 1), (adopted[problem.duties[number].template], -problem.most_heads[number])], None, 0)
    worst = problem.cost_of_nobody if most_cost is None else most_cost
    missing = [model.whole(0, _within(need, worst, problem.missing_cost)) for need in problem.needs]
    surplus = [model.whole(0, _within(most, worst, problem.surplus_cost)) for most in _most_surplus(problem, heads)]
    cost = [
        *((column, problem.template_cost) for column in adopted.values()),
        *((column, problem.missing_cost) for column in missing),
        *((column, problem.surplus_cost) for column in surplus),
    ]
    model.minimise(cost)
    if most_cost is not None:
        model.row(cost, None, most_cost)
    if problem.most_templates < len(adopted):
        model.row([(column, 1) for column in adopted.values()], None, problem.most_templates)
    if problem.most_paid_minutes is not None:
        paid = [(column, problem.duties[number].paid_minutes) for number, column in heads.items()]
        model.row(paid, None, problem.most_paid_minutes)
    return CoverColumns(adopted, heads, missing, surplus, cost)


def write_cover_sums(model: RowModel, problem: CoverProblem, columns: CoverColumns) -> None:
    """Count each slot's heads: present + missing - surplus = need."""
    for slot, terms in enumerate(_presence_terms(problem, columns)):
        _write_count(model, problem, columns, slot, terms)


def write_cover_changes(model: RowModel, problem: CoverProblem, columns: CoverColumns) -> None:
    """Count heads by their changes from slot to slot, which takes two entries a duty and stretch of work.

    One slot of each unbroken run is counted whole; the same answers are allowed as by `write_cover_sums`.
    """
    sums = _presence_terms(problem, columns)
    anchors = _anchors(problem.previous)
    changes: list[dict[int, int]] = [{} for _ in problem.needs]
    for slot, before in enumerate(problem.previous):
        if before is None or slot in anchors:
            _write_count(model, problem, columns, slot, sums[slot])
            continue
        change = changes[slot]
        here, there = set(sums[slot]), set(sums[before])
        change.update(dict.fromkeys(here - there, 1))
        change.update(dict.fromkeys(there - here, -1))
        change.update({columns.missing[slot]: 1, columns.missing[before]: -1})
        change.update({columns.surplus[slot]: -1, columns.surplus[before]: 1})
        step = problem.needs[slot] - problem.needs[before]
        model.row(change.items(), step, step)


def _most_surplus(problem: CoverProblem, numbers: Collection[int]) -> list[int]:
    """Most surplus heads that each slot need ever have; the smaller, the easier the model.

    A head who is surplus in every slot of a duty may as well stay away, so each head has a slot that is not in surplus.
    Where all duties are unbroken, take a slot t and, of the heads with such a slot before t, the one with the slot
    nearest to t: they are all present there, hence at most its need of them. After t likewise: no more heads than twice
    the highest need around are present at t.
    """
    present = [0] * len(problem.needs)
    peak = [0] * len(problem.needs)
    for number in numbers:
        for slot in problem.duties[number].slots:
            present[slot] += problem.most_heads[number]
            peak[slot] = max(peak[slot], problem.most_heads[number])
    if all(_is_unbroken(problem, number) for number in numbers):
        present = [min(most, 2 * high) for most, high in zip(present, peak, strict=True)]
        return [max(0, most - need) for most, need in zip(present, problem.needs, strict=True)]
    return present


def _is_unbroken(problem: CoverProblem, number: int) -> bool:
    slots = problem.duties[number].slots
    return sum(1 for slot in slots if problem.previous[slot] not in slots) <= 1


def _within(most: int, worst: int, cost: int) -> int:
    """Most of something that an answer no worse than `worst` can have."""
    return min(most, worst // cost) if cost else most


def _presence_terms(problem: CoverProblem, columns: CoverColumns) -> list[list[int]]:
    terms: list[list[int]] = [[] for _ in problem.needs]
    for number, column in columns.heads.items():
        for slot in problem.duties[number].slots:
            terms[slot].append(column)
    return terms


def _write_count(
    model: RowModel, problem: CoverProblem, columns: CoverColumns, slot: int, present: Sequence[int]
) -> None:
    terms = [(column, 1) for column in present]
    need = problem.needs[slot]
    model.row([*terms, (columns.missing[slot], 1), (columns.surplus[slot], -1)], need, need)


def _anchors(previous: Sequence[int | None]) -> set[int]:
    """One slot of each endless round of slots; other runs begin where nothing comes before."""
    reached: set[int] = set()
    after = {before: slot for slot, before in enumerate(previous) if before is not None}
    for first, before in enumerate(previous):
        slot: int | None = first if before is None else None
        while slot is not None:
            reached.add(slot)
            slot = after.get(slot)
    anchors: set[int] = set()
    for first in range(len(previous)):
        if first not in reached:
            anchors.add(first)
            slot = first
            while slot not in reached:
                reached.add(slot)
                slot = after[slot]
    return anchors
