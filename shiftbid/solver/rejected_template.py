"""What adopting a rejected template would have cost: the best allowed set that holds it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.adopted_set import adopted_by
from shiftbid.solver.election import Election, PointsModel, in_tie_order, score_of
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


def forced_in(election: Election, allowed_missing_heads: int, template: str, limit: ProofLimit) -> ForcedIn:
    """Find the best set that holds a template and leaves no more missing than allowed."""
    ordered = in_tie_order(election)
    points = PointsModel(ordered, allowed_missing_heads)
    points.cover.require(frozenset({template}))
    proof = points.most(limit)
    found = adopted_by(ordered.cover, proof)
    if found is None:
        return ForcedIn(proof.status, frozenset(), 0, Fraction(0))
    return ForcedIn(proof.status, found.templates, found.missing_heads, score_of(election.ballots, found.templates))
