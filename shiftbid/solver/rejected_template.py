"""What adopting a rejected template would have cost: the best allowed set that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.cover_guard import CoverGuard
from shiftbid.solver.election import Election, best_with
from shiftbid.solver.proof import ProofLimit


@dataclass(frozen=True, slots=True)
class ForcedIn:
    """The best allowed set that holds a template.

    Attributes
    ----------
    status
        Infeasible: no allowed set holds it, so cover alone keeps it out. Unknown: the limit came first.
    templates
        The set; empty where there is none or none was found. What it lacks of the winners is what would be displaced.
    missing_heads, score
        Its missing heads and points.
    """

    status: SolveStatus
    templates: frozenset[str]
    missing_heads: int
    score: Fraction


def forced_in(election: Election, guard: CoverGuard, template: str, limit: ProofLimit) -> ForcedIn:
    """Find the best set that holds a template and that the guard allows."""
    best = best_with(election, guard, frozenset({template}), limit)
    if best.adopted is None:
        return ForcedIn(best.status, frozenset(), 0, Fraction(0))
    return ForcedIn(best.status, best.adopted.templates, best.adopted.missing_heads, best.score)
