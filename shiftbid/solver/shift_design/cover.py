"""The problem of shift design: few templates whose duties cover the heads that each slot needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Duty:
    """One way to work a template on a day: where its breaks lie.

    Attributes
    ----------
    template
        Number of the template.
    slots
        Slots in which a head on this duty is present.
    """

    template: int
    day: int
    slots: frozenset[int]
    paid_minutes: int


@dataclass(frozen=True)
class CoverProblem:
    """Slots in need of heads, and the duties that may give them.

    Attributes
    ----------
    needs
        Heads that each slot of the horizon needs.
    previous
        The slot just before each, or None where nothing comes before it (a hall opens).
    spans
        Start and end of each template, in slots of its day: which templates are alike.
    missing_cost, surplus_cost
        Cost of a head too few, or too many, in one slot. Whole numbers, as all costs.
    template_cost
        Cost of each template in use.
    most_paid_minutes
        Paid minutes of all duties together at most; None for no limit.
    """

    needs: tuple[int, ...]
    previous: tuple[int | None, ...]
    spans: tuple[tuple[int, int], ...]
    duties: tuple[Duty, ...]
    missing_cost: int
    surplus_cost: int
    template_cost: int
    most_templates: int
    most_paid_minutes: int | None

    @cached_property
    def most_heads(self) -> tuple[int, ...]:
        """Heads that can be of use on each duty: beyond the highest need in its slots, one fewer costs no more."""
        return tuple(max((self.needs[slot] for slot in duty.slots), default=0) for duty in self.duties)

    @cached_property
    def cost_of_nobody(self) -> int:
        """Cost of leaving all needs unmet."""
        return self.missing_cost * sum(self.needs)


@dataclass(frozen=True, slots=True)
class Measure:
    """What heads on duties come to, by plain arithmetic.

    Attributes
    ----------
    missing, surplus
        Heads too few, and too many, summed over slots.
    """

    missing: int
    surplus: int
    templates: int
    paid_minutes: int
    cost: int


Heads = Mapping[int, int]
"""Heads on each duty, by its number; duties without heads may be left out."""


def measured(problem: CoverProblem, heads: Heads) -> Measure:
    """Count what heads on duties come to."""
    present = presence(problem, heads)
    gaps = [need - there for need, there in zip(problem.needs, present, strict=True)]
    missing, surplus = sum(max(0, gap) for gap in gaps), sum(max(0, -gap) for gap in gaps)
    templates = len({problem.duties[number].template for number, count in heads.items() if count})
    paid = sum(count * problem.duties[number].paid_minutes for number, count in heads.items())
    cost = missing * problem.missing_cost + surplus * problem.surplus_cost + templates * problem.template_cost
    return Measure(missing, surplus, templates, paid, cost)


def presence(problem: CoverProblem, heads: Heads) -> Sequence[int]:
    """Count the heads present in each slot."""
    present = [0] * len(problem.needs)
    for number, count in heads.items():
        for slot in problem.duties[number].slots:
            present[slot] += count
    return present


def is_allowed(problem: CoverProblem, measure: Measure) -> bool:
    """Tell whether a use keeps within the templates and paid minutes that the problem allows."""
    if measure.templates > problem.most_templates:
        return False
    return problem.most_paid_minutes is None or measure.paid_minutes <= problem.most_paid_minutes
