"""How well a set of shift templates can cover a demand: the model that elections and their guard share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model


@dataclass(frozen=True, slots=True)
class CoverUse:
    """Heads that stand together on a template: one number of them for all of these slots.

    Attributes
    ----------
    id
        Unique in its problem.
    template
        Template on the ballot that the heads work.
    slots
        Slots of the demand that each head covers, by number.
    """

    id: str
    template: str
    slots: frozenset[int]


@dataclass(frozen=True, slots=True)
class HeadsLimit:
    """What staff can take: heads times their weights, summed over the uses named, come to `most` at most."""

    weights: Mapping[str, int]
    most: int


@dataclass(frozen=True, slots=True)
class CoverProblem:
    """Demand, the templates that may staff it, and the staff at hand.

    Attributes
    ----------
    demand_heads
        Heads needed in each slot.
    templates
        Templates on the ballot, by id.
    uses
        Where their heads may stand.
    limits
        What the staff at hand can take.
    seats
        Templates that are adopted: this many, or all where there are fewer. One more never covers less.
    """

    demand_heads: tuple[int, ...]
    templates: tuple[str, ...]
    uses: tuple[CoverUse, ...]
    limits: tuple[HeadsLimit, ...]
    seats: int

    @property
    def adopted_count(self) -> int:
        """Number of templates that are adopted."""
        return min(self.seats, len(self.templates))


def week_cover(
    demand_heads: tuple[int, ...], templates: Mapping[str, frozenset[int]], staff_heads: int, seats: int
) -> CoverProblem:
    """A typical week: a head on a template works on each of its days, and each of the staff is on one template.

    Parameters
    ----------
    templates
        Slots of the week that a head covers, by template id.
    """
    uses = tuple(CoverUse(name, name, slots) for name, slots in templates.items())
    staff = HeadsLimit(dict.fromkeys(templates, 1), staff_heads)
    return CoverProblem(demand_heads, tuple(templates), uses, (staff,), seats)


class CoverModel:
    """Which templates are adopted, how many heads each use gets, and how many heads are missing.

    Attributes
    ----------
    model
        CP-SAT model to which more may be added.
    adopted
        0/1 column of each template, in the problem's order.
    heads
        Heads of each use, in the problem's order; 0 where its template is not adopted.
    missing_heads
        Sum over the slots of heads missing.
    """

    def __init__(self, problem: CoverProblem) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.adopted = [self.model.new_bool_var("") for _ in problem.templates]
        column_of = dict(zip(problem.templates, self.adopted, strict=True))
        self.heads = [self._heads(use, column_of[use.template]) for use in problem.uses]
        for limit in problem.limits:
            self.model.add(self.weighted_heads(limit.weights) <= limit.most)
        self.model.add(cp_model.LinearExpr.sum(self.adopted) == problem.adopted_count)
        self.missing_heads = self._missing_heads()

    def require(self, templates: frozenset[str]) -> None:
        """Keep to sets that hold these templates."""
        for template, column in zip(self.problem.templates, self.adopted, strict=True):
            if template in templates:
                self.model.add(column == 1)

    def forbid(self, templates: frozenset[str]) -> None:
        """Leave this full set out."""
        held = [
            column
            for template, column in zip(self.problem.templates, self.adopted, strict=True)
            if template in templates
        ]
        self.model.add(cp_model.LinearExpr.sum(held) <= len(held) - 1)

    def hint(self, templates: frozenset[str]) -> None:
        """Start the search from a set of templates."""
        self.model.clear_hints()
        for template, column in zip(self.problem.templates, self.adopted, strict=True):
            self.model.add_hint(column, template in templates)

    def weighted_heads(self, weights: Mapping[str, int]) -> cp_model.LinearExprT:
        """Heads times weights by use id, summed."""
        weighted = [
            (heads, weights[use.id])
            for use, heads in zip(self.problem.uses, self.heads, strict=True)
            if use.id in weights
        ]
        return cp_model.LinearExpr.weighted_sum([heads for heads, _ in weighted], [weight for _, weight in weighted])

    def _heads(self, use: CoverUse, adopted: cp_model.IntVar) -> cp_model.IntVar:
        most = most_heads(self.problem, use)
        heads = self.model.new_int_var(0, most, "")
        self.model.add(heads <= most * adopted)
        return heads

    def _missing_heads(self) -> cp_model.LinearExprT:
        """Slots with the same need and the same uses are counted together."""
        constant = 0
        columns: list[cp_model.IntVar] = []
        weights: list[int] = []
        for (need, staff), slots in distinct_slots(self.problem).items():
            if not staff:
                constant += need * slots
                continue
            short = self.model.new_int_var(0, need, "")
            present = cp_model.LinearExpr.sum([self.heads[number] for number in staff])
            self.model.add(present + short >= need)
            columns.append(short)
            weights.append(slots)
        return cp_model.LinearExpr.weighted_sum(columns, weights) + constant


def missing_heads(problem: CoverProblem, heads: Mapping[str, int]) -> int:
    """Heads missing over all slots when each use has these heads, counted slot by slot."""
    present = [0] * len(problem.demand_heads)
    for use in problem.uses:
        for slot in use.slots:
            present[slot] += heads.get(use.id, 0)
    return sum(max(0, need - there) for need, there in zip(problem.demand_heads, present, strict=True))


def most_heads(problem: CoverProblem, use: CoverUse) -> int:
    """Heads of a use that can be of any good: never more than any of its slots needs, nor than staff can take."""
    most = max((problem.demand_heads[slot] for slot in use.slots), default=0)
    for limit in problem.limits:
        if weight := limit.weights.get(use.id, 0):
            most = min(most, limit.most // weight)
    return most


def distinct_slots(problem: CoverProblem) -> Counter[tuple[int, tuple[int, ...]]]:
    """Slots with a need, by it and by the numbers of the uses that cover them, with how many are alike."""
    covering: list[list[int]] = [[] for _ in problem.demand_heads]
    for number, use in enumerate(problem.uses):
        for slot in use.slots:
            covering[slot].append(number)
    return Counter((need, tuple(staff)) for need, staff in zip(problem.demand_heads, covering, strict=True) if need > 0)
