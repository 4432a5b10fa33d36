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
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from ortools.sat.python import cp_model

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.tie_number import tie_number
from shiftbid.solver.adopted_set import Adopted, adopted_by
from shiftbid.solver.cover_guard import CoverGuard
from shiftbid.solver.fewest_missing import prove_fewest_missing
from shiftbid.solver.proof import Proof, ProofLimit, prove
from shiftbid.solver.template_cover import CoverModel, CoverProblem

ElectionProgress = Callable[[str], None]
"""Hears which stage begins; may raise to cancel."""

# Powers of two up to this many stay within CP-SAT's 64-bit sums.
_TEMPLATES_A_PASS = 50
_MOST_POINTS = 1 << 60
# Sets that a guard may refuse, or leave open, before a search ends unproven: limits of work.
_MOST_REFUSED, _MOST_UNDECIDED = 40, 3
_FEWEST, _HEADS = "missing demand", "heads, over all slots"
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
class LeastMissing:
    """The fewest missing heads: the set that shows them (None: none found), and the proven limit below them."""

    shown_by: Adopted | None
    bound: int
    stage: Stage


@dataclass(frozen=True, slots=True)
class Elected:
    """Which of the allowed sets is elected.

    Attributes
    ----------
    status
        Optimal: score and tie order are proven. Feasible: the adopted set is allowed, but not all of that is proven.
        Infeasible: there is no allowed set. Unknown: within the limit none was found; none is adopted.
    score, bound
        Points of the winners, and the proven limit above the points of every allowed set.
    """

    status: SolveStatus
    adopted: Adopted | None
    score: Fraction
    bound: Fraction
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an election ended whose cover limit was to be found first.

    Attributes
    ----------
    elected
        The winners leave at most ``least_missing.bound`` and the tolerance missing.
    """

    least_missing: LeastMissing
    elected: Elected

    @property
    def status(self) -> SolveStatus:
        """Optimal: fewest missing heads, score and tie order are all proven."""
        if self.elected.status is SolveStatus.OPTIMAL:
            return self.least_missing.stage.status
        return self.elected.status


def elect(election: Election, limit: ProofLimit, progress: ElectionProgress) -> Outcome:
    """Elect templates; a proven outcome does not depend on the order of templates or ballots.

    Raises InputError where so many seats are filled that points have no common unit within 64 bits.
    """
    ordered = in_tie_order(election)
    progress("fewest missing heads")
    least = least_missing(ordered.cover, frozenset(), limit.share(_COVER_SHARE))
    allowed = least.bound + ordered.tolerance_heads
    known = [least.shown_by] if least.shown_by and least.shown_by.missing_heads <= allowed else []
    guard = CoverGuard(ordered.cover, allowed, limit, known)
    elected = elect_within(ordered, guard, limit, progress)
    found = elected.adopted
    if found is not None:
        spread = least_missing(ordered.cover, found.templates, limit).shown_by
        if spread is not None and spread.missing_heads <= found.missing_heads:
            elected = replace(elected, adopted=spread)
    return Outcome(least, elected)


def elect_within(election: Election, guard: CoverGuard, limit: ProofLimit, progress: ElectionProgress) -> Elected:
    """Elect among the sets that a guard allows.

    The election's own cover problem may be easier than the guard's, never harder: what it elects is put before the
    guard, and forbidden where the guard refuses it. The search starts from the best of the sets that the guard knows,
    and none worse is elected.

    Raises InputError as `elect` does.
    """
    ordered = in_tie_order(election)
    progress("most points")
    search = _AllowedSets(ordered, guard, frozenset())
    best = search.best(limit.share(_POINTS_SHARE))
    if best.adopted is None:
        return best
    stages = best.stages
    if best.status is SolveStatus.OPTIMAL:
        progress("tie order")
        status, found, seconds = search.first_of(best.score, best.adopted, limit.share(_TIES_SHARE))
        stages = (*stages, Stage("tie order", "", status, None, None, seconds))
        return replace(best, status=status, adopted=found, stages=stages)
    return best


def best_with(election: Election, guard: CoverGuard, required: frozenset[str], limit: ProofLimit) -> Elected:
    """Find the most points of a set that a guard allows and that holds some templates; infeasible where there is none.

    Which of several such sets is given is left open.
    """
    return _AllowedSets(in_tie_order(election), guard, required).best(limit)


def least_missing(cover: CoverProblem, required: frozenset[str], limit: ProofLimit) -> LeastMissing:
    """Find the fewest heads missing with any set of templates that holds the required ones."""
    proof = prove_fewest_missing(cover, required, limit)
    shown_by = adopted_by(cover, proof)
    if shown_by is None:
        return LeastMissing(None, 0, Stage(_FEWEST, _HEADS, proof.status, None, 0, proof.seconds))
    bound = min(int(proof.bound), shown_by.missing_heads)
    status = SolveStatus.OPTIMAL if bound == shown_by.missing_heads else SolveStatus.FEASIBLE
    return LeastMissing(shown_by, bound, Stage(_FEWEST, _HEADS, status, shown_by.missing_heads, bound, proof.seconds))


def score_of(ballots: Iterable[Ballot], templates: frozenset[str]) -> Fraction:
    """Points of a set of templates: 1 + 1/2 + ... + 1/j for each ballot with j approved templates in it."""
    served = Counter(len(ballot.approved & templates) for ballot in ballots)
    return sum((count * _harmonic(approved) for approved, count in served.items()), Fraction(0))


def in_tie_order(election: Election) -> Election:
    """Put templates in the order of their tie numbers and ballots in that of their texts."""
    places = {
        template: place
        for place, template in enumerate(
            sorted(election.cover.templates, key=lambda template: tie_number(election.seed, template))
        )
    }
    uses = sorted(election.cover.uses, key=lambda use: (places[use.template], use.id))
    ballots = sorted(election.ballots, key=lambda ballot: (sorted(ballot.approved), ballot.voter))
    return replace(
        election, cover=replace(election.cover, templates=tuple(places), uses=tuple(uses)), ballots=tuple(ballots)
    )


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
        names = dict(zip(election.cover.templates, self.cover.adopted, strict=True))
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


class _AllowedSets:
    """Searches the sets that a guard allows; those that it refused are out for all searches after that."""

    def __init__(self, election: Election, guard: CoverGuard, required: frozenset[str]) -> None:
        self._election = election
        self._guard = guard
        self._required = required
        self._refused: list[frozenset[str]] = []
        self._open_score = Fraction(0)

    def best(self, limit: ProofLimit) -> Elected:
        """Find the set with the most points; some set with as many, where several have them."""
        ballots = self._election.ballots
        known = [each for each in self._guard.witnesses if self._required <= each.templates]
        start = max(known, key=lambda each: score_of(ballots, each.templates), default=None)
        points = self._model()
        seconds = 0.0
        while True:
            if start is not None:
                points.cover.hint(start.templates)
            proof = points.most(limit)
            seconds += proof.seconds
            found = adopted_by(self._election.cover, proof)
            winner = None if found is None else self._guard.witness_of(found.templates)
            if winner is not None or found is None or not limit.seconds_left or self._is_weary:
                break
            self._refuse(points, found)
        bound = max(points.limit(proof), self._open_score)
        known = [each for each in (winner, start) if each is not None]
        if not known:
            none = proof.status is SolveStatus.INFEASIBLE and not self._open_score
            status = SolveStatus.INFEASIBLE if none else SolveStatus.UNKNOWN
            return Elected(status, None, Fraction(0), bound, ())
        elected = max(known, key=lambda each: score_of(ballots, each.templates))
        score = score_of(ballots, elected.templates)
        status = SolveStatus.OPTIMAL if score == bound else SolveStatus.FEASIBLE
        stage = Stage("points", "points, negated", status, -float(score), -float(bound), seconds)
        return Elected(status, elected, score, bound, (stage,))

    def first_of(self, score: Fraction, start: Adopted, limit: ProofLimit) -> tuple[SolveStatus, Adopted, float]:
        """Find the first set in tie order among those with a score; gives status, set and seconds."""
        points = self._model()
        points.cover.model.add(points.total >= int(score * points.unit))
        found, seconds = start, 0.0
        names = self._election.cover.templates
        first = 0
        while first < len(names):
            columns = points.cover.adopted[first : first + _TEMPLATES_A_PASS]
            weights = [1 << place for place in reversed(range(len(columns)))]
            points.cover.hint(found.templates)
            points.cover.model.maximize(cp_model.LinearExpr.weighted_sum(columns, weights))
            proof = prove(points.cover.model, [*points.cover.adopted, *points.cover.heads], limit)
            seconds += proof.seconds
            better = adopted_by(self._election.cover, proof)
            winner = None if better is None else self._guard.witness_of(better.templates)
            if proof.status is not SolveStatus.OPTIMAL or self._guard.undecided:
                return SolveStatus.FEASIBLE, winner or found, seconds
            if better is not None and winner is None:
                if self._is_weary:
                    return SolveStatus.FEASIBLE, found, seconds
                self._refuse(points, better)
                continue
            found = winner or found
            for column, name in zip(columns, names[first:], strict=False):
                points.cover.model.add(column == (name in found.templates))
            first += _TEMPLATES_A_PASS
        return SolveStatus.OPTIMAL, found, seconds

    @property
    def _is_weary(self) -> bool:
        """Whether so many sets were refused, or left open, that the search ends with what is known."""
        return len(self._refused) >= _MOST_REFUSED or len(self._guard.undecided) >= _MOST_UNDECIDED

    def _model(self) -> PointsModel:
        points = PointsModel(self._election, self._guard.allowed_missing_heads)
        points.cover.require(self._required)
        for templates in self._refused:
            points.cover.forbid(templates)
        return points

    def _refuse(self, points: PointsModel, found: Adopted) -> None:
        self._refused.append(found.templates)
        if found.templates in self._guard.undecided:
            self._open_score = max(self._open_score, score_of(self._election.ballots, found.templates))
        points.cover.forbid(found.templates)


def _harmonic(count: int) -> Fraction:
    return sum((Fraction(1, place) for place in range(1, count + 1)), Fraction(0))
