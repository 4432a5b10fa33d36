"""Proportional approval voting over exactly those sets of templates that are proven to cover the demand.

1. Find the fewest heads missing that any set of templates leaves, and prove it.
2. Among the sets that leave at most that and a tolerance, find one with the most points: 1 + 1/2 + ... + 1/j for each
   ballot with j approved templates in the set. Points are whole numbers of 1/lcm(1..seats), so the score is exact.
3. Of the sets with that score, adopt the first in the order of tie numbers: the one that holds the template with the
   lowest number, of those the one that holds the next lowest, and so on.
4. Put heads on the adopted templates so that the fewest are missing.

Thiele's rule (1895) under a constraint; a template more never harms cover or score, so all seats are filled.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from ortools.sat.python import cp_model

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.tie_number import tie_number
from shiftbid.solver.proof import Proof, ProofLimit, prove
from shiftbid.solver.template_cover import CoverModel, CoverProblem, missing_heads

ElectionProgress = Callable[[str], None]
"""Hears which stage begins; may raise to cancel."""

# Powers of two up to this many stay within CP-SAT's 64-bit sums.
_TEMPLATES_A_PASS = 50
_MOST_POINTS = 1 << 60
# Shares of the time left that a stage may take; the rest is kept for the stages after it.
_COVER_SHARE, _POINTS_SHARE, _TIES_SHARE = 0.6, 0.8, 0.8


@dataclass(frozen=True, slots=True)
class Election:
    """What is voted on.

    Attributes
    ----------
    cover
        Demand, templates and staff.
    tolerance_heads
        Heads, summed over the slots, that an adopted set may leave missing beyond the fewest possible.
    ballots
        Approvals by template id.
    seed
        Text from which the templates' tie numbers come.
    """

    cover: CoverProblem
    tolerance_heads: int
    ballots: tuple[Ballot, ...]
    seed: str


@dataclass(frozen=True, slots=True)
class Adopted:
    """A set of templates, the heads on each of them, and the heads missing with it over all slots."""

    templates: frozenset[str]
    heads: Mapping[str, int]
    missing_heads: int


@dataclass(frozen=True, slots=True)
class LeastMissing:
    """The fewest missing heads: the set that shows them (None: none found), and the proven limit below them."""

    shown_by: Adopted | None
    bound: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an election ended.

    Attributes
    ----------
    status
        Optimal: fewest missing heads, score and tie order are all proven. Feasible: the adopted set is allowed, but not
        all of that is proven. Unknown: within the limit no set was proven to be allowed, and none is adopted.
    adopted
        The winners; they leave at most ``least_missing.bound`` and the tolerance missing.
    score, bound
        Points of the winners, and the proven limit above the points of every allowed set.
    """

    status: SolveStatus
    least_missing: LeastMissing
    adopted: Adopted | None
    score: Fraction
    bound: Fraction
    stages: tuple[Stage, ...]


def elect(election: Election, limit: ProofLimit, progress: ElectionProgress) -> Outcome:
    """Elect templates; a proven outcome does not depend on the order of templates or ballots.

    Raises InputError where so many seats are filled that points have no common unit within 64 bits.
    """
    ordered = in_tie_order(election)
    progress("fewest missing heads")
    least = least_missing(ordered.cover, frozenset(), limit.share(_COVER_SHARE))
    allowed = least.bound + ordered.tolerance_heads
    progress("most points")
    points = PointsModel(ordered, allowed)
    if least.shown_by is not None:
        points.cover.hint(least.shown_by.templates)
    best = points.most(limit.share(_POINTS_SHARE))
    found = adopted_by(ordered.cover, best)
    bound = points.limit(best)
    if found is None:
        return Outcome(SolveStatus.UNKNOWN, least, None, Fraction(0), bound, (least.stage,))
    score = score_of(ordered.ballots, found.templates)
    stages = [
        least.stage,
        Stage("points", "points, negated", best.status, -float(score), -float(bound), best.seconds),
    ]
    status = SolveStatus.FEASIBLE
    if all(stage.status is SolveStatus.OPTIMAL for stage in stages):
        progress("tie order")
        status, found, seconds = _first_of_tied(ordered, allowed, score, found, limit.share(_TIES_SHARE))
        stages.append(Stage("tie order", "", status, None, None, seconds))
    winners = tuple(template for template in ordered.cover.templates if template.id in found.templates)
    spread = least_missing(replace(ordered.cover, templates=winners), frozenset(), limit)
    if spread.shown_by is not None and spread.shown_by.missing_heads <= found.missing_heads:
        found = spread.shown_by
    return Outcome(status, least, found, score, bound, tuple(stages))


def least_missing(cover: CoverProblem, required: frozenset[str], limit: ProofLimit) -> LeastMissing:
    """Find the fewest heads missing with any set of templates that holds the required ones."""
    model = CoverModel(cover)
    model.require(required)
    model.model.minimize(model.missing_heads)
    proof = prove(model.model, [*model.adopted, *model.heads], limit)
    shown_by = adopted_by(cover, proof)
    bound = max(0, math.ceil(proof.bound - 1e-6)) if shown_by is not None else 0
    objective = None if shown_by is None else shown_by.missing_heads
    stage = Stage("missing demand", "heads, over all slots", proof.status, objective, bound, proof.seconds)
    return LeastMissing(shown_by, bound, stage)


def adopted_by(cover: CoverProblem, proof: Proof) -> Adopted | None:
    """Read a set from the values of the columns for adopted templates and for heads; heads missing are counted anew."""
    if not proof.values:
        return None
    count = len(cover.templates)
    heads = proof.values[count:]
    chosen = [number for number in range(count) if proof.values[number]]
    return Adopted(
        frozenset(cover.templates[number].id for number in chosen),
        {cover.templates[number].id: heads[number] for number in chosen},
        missing_heads(cover, heads),
    )


def score_of(ballots: Iterable[Ballot], templates: frozenset[str]) -> Fraction:
    """Points of a set of templates: 1 + 1/2 + ... + 1/j for each ballot with j approved templates in it."""
    served = Counter(len(ballot.approved & templates) for ballot in ballots)
    return sum((count * _harmonic(approved) for approved, count in served.items()), Fraction(0))


def in_tie_order(election: Election) -> Election:
    """Put templates in the order of their tie numbers and ballots in that of their texts."""
    templates = sorted(election.cover.templates, key=lambda template: tie_number(election.seed, template.id))
    ballots = sorted(election.ballots, key=lambda ballot: (sorted(ballot.approved), ballot.voter))
    return replace(election, cover=replace(election.cover, templates=tuple(templates)), ballots=tuple(ballots))


class PointsModel:
    """Points of an allowed set as a model; equal ballots are counted together."""

    def __init__(self, election: Election, allowed_missing_heads: int) -> None:
        approvals = Counter(ballot.approved for ballot in election.ballots)
        self.cover = CoverModel(election.cover)
        self.cover.model.add(self.cover.missing_heads <= allowed_missing_heads)
        self._seats = election.cover.adopted_count
        self.unit = math.lcm(*range(1, min(self._seats, max(map(len, approvals), default=0)) + 1))
        if self.unit * (self._seats + 1) * len(election.ballots) > _MOST_POINTS:
            raise InputError("election", [f"points over {self._seats} seats have no common unit; vote on fewer seats"])
        self._most = Fraction(0)
        columns: list[cp_model.IntVar] = []
        weights: list[int] = []
        names = {
            template.id: column for template, column in zip(election.cover.templates, self.cover.adopted, strict=True)
        }
        for approved, voters in approvals.items():
            chosen = [names[name] for name in sorted(approved)]
            reached = [self.cover.model.new_bool_var("") for _ in range(min(self._seats, len(chosen)))]
            # No order among the levels of a ballot is needed: the dearer ones are worth reaching first anyway.
            self.cover.model.add(cp_model.LinearExpr.sum(reached) <= cp_model.LinearExpr.sum(chosen))
            columns += reached
            weights += [voters * (self.unit // level) for level in range(1, len(reached) + 1)]
            self._most += voters * _harmonic(len(reached))
        self.total = cp_model.LinearExpr.weighted_sum(columns, weights)

    def most(self, limit: ProofLimit) -> Proof:
        """Find the set with the most points."""
        self.cover.model.maximize(self.total)
        return prove(self.cover.model, [*self.cover.adopted, *self.cover.heads], limit)

    def limit(self, proof: Proof) -> Fraction:
        """Points that no allowed set exceeds, by a proof of the most."""
        if not proof.values:
            return self._most
        return min(self._most, Fraction(math.floor(proof.bound + 1e-6), self.unit))


def _first_of_tied(
    election: Election, allowed: int, score: Fraction, start: Adopted, limit: ProofLimit
) -> tuple[SolveStatus, Adopted, float]:
    """Find the first set in tie order among the allowed ones with a score; gives status, set and seconds."""
    points = PointsModel(election, allowed)
    points.cover.model.add(points.total >= int(score * points.unit))
    status, found, seconds = SolveStatus.OPTIMAL, start, 0.0
    columns = points.cover.adopted
    for first in range(0, len(columns), _TEMPLATES_A_PASS):
        part = columns[first : first + _TEMPLATES_A_PASS]
        weights = [1 << place for place in reversed(range(len(part)))]
        points.cover.hint(found.templates)
        points.cover.model.maximize(cp_model.LinearExpr.weighted_sum(part, weights))
        proof = prove(points.cover.model, [*columns, *points.cover.heads], limit)
        seconds += proof.seconds
        found = adopted_by(election.cover, proof) or found
        if proof.status is not SolveStatus.OPTIMAL:
            return SolveStatus.FEASIBLE, found, seconds
        for column, template in zip(part, election.cover.templates[first:], strict=False):
            points.cover.model.add(column == (template.id in found.templates))
    return status, found, seconds


def _harmonic(count: int) -> Fraction:
    return sum((Fraction(1, place) for place in range(1, count + 1)), Fraction(0))
