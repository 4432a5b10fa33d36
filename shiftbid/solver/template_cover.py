"""How well a set of shift templates can cover a week's demand: the model that elections and their guard share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model


@dataclass(frozen=True, slots=True)
class CoverTemplate:
    """A template on the ballot, and the slots of the demand that one head on it covers, by number."""

    id: str
    slots: frozenset[int]


@dataclass(frozen=True, slots=True)
class CoverProblem:
    """Demand, the templates that may staff it, and the staff at hand.

    Attributes
    ----------
    demand_heads
        Heads needed in each slot of the week.
    templates
        Templates on the ballot.
    staff_heads
        Most heads on all templates together.
    seats
        Templates that are adopted: this many, or all where there are fewer. One more never covers less.
    """

    demand_heads: tuple[int, ...]
    templates: tuple[CoverTemplate, ...]
    staff_heads: int
    seats: int

    @property
    def adopted_count(self) -> int:
        """Number of templates that are adopted."""
        return min(self.seats, len(self.templates))


class CoverModel:
    """Which templates are adopted, how many heads each gets, and how many heads are missing.

    Attributes
    ----------
    model
        CP-SAT model to which more may be added.
    adopted
        0/1 column of each template, in the problem's order.
    heads
        Heads on each template, 0 where it is not adopted.
    missing_heads
        Sum over the slots of heads missing.
    """

    def __init__(self, problem: CoverProblem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.adopted = [self.model.new_bool_var("") for _ in problem.templates]
        self.heads = [self._heads(number) for number in range(len(problem.templates))]
        self.model.add(cp_model.LinearExpr.sum(self.heads) <= problem.staff_heads)
        self.model.add(cp_model.LinearExpr.sum(self.adopted) == problem.adopted_count)
        self.missing_heads = self._missing_heads()

    def require(self, templates: frozenset[str]) -> None:
        """Keep to sets that hold these templates."""
        for template, column in zip(self.problem.templates, self.adopted, strict=True):
            if template.id in templates:
                self.model.add(column == 1)

    def hint(self, templates: frozenset[str]) -> None:
        """Start the search from a set of templates."""
        self.model.clear_hints()
        for template, column in zip(self.problem.templates, self.adopted, strict=True):
            self.model.add_hint(column, template.id in templates)

    def _heads(self, number: int) -> cp_model.IntVar:
        """Heads on a template: never more than any of its slots needs."""
        slots = self.problem.templates[number].slots
        most = min(self.problem.staff_heads, max((self.problem.demand_heads[slot] for slot in slots), default=0))
        heads = self.model.new_int_var(0, most, "")
        self.model.add(heads <= most * self.adopted[number])
        return heads

    def _missing_heads(self) -> cp_model.LinearExprT:
        """Slots with the same need and the same templates are counted together."""
        constant = 0
        columns: list[cp_model.IntVar] = []
        weights: list[int] = []
        for (need, staff), slots in _distinct_slots(self.problem).items():
            if not staff:
                constant += need * slots
                continue
            short = self.model.new_int_var(0, need, "")
            present = cp_model.LinearExpr.sum([self.heads[number] for number in staff])
            self.model.add(present + short >= need)
            columns.append(short)
            weights.append(slots)
        return cp_model.LinearExpr.weighted_sum(columns, weights) + constant


def missing_heads(problem: CoverProblem, heads: Sequence[int]) -> int:
    """Heads missing over all slots when each template has these heads, counted slot by slot."""
    present = [0] * len(problem.demand_heads)
    for template, count in zip(problem.templates, heads, strict=True):
        for slot in template.slots:
            present[slot] += count
    return sum(max(0, need - there) for need, there in zip(problem.demand_heads, present, strict=True))


def _distinct_slots(problem: CoverProblem) -> Counter[tuple[int, tuple[int, ...]]]:
    covering: list[list[int]] = [[] for _ in problem.demand_heads]
    for number, template in enumerate(problem.templates):
        for slot in template.slots:
            covering[slot].append(number)
    return Counter((need, tuple(staff)) for need, staff in zip(problem.demand_heads, covering, strict=True) if need > 0)
