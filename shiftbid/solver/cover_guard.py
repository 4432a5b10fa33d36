"""Whether templates already taken can still be completed to a set that covers the demand."""

from __future__ import annotations

from collections.abc import Sequence

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.adopted_set import Adopted, adopted_by
from shiftbid.solver.proof import ProofLimit, prove
from shiftbid.solver.template_cover import CoverModel, CoverProblem


class CoverGuard:
    """Answers which partial sets of templates can be extended to a full set that leaves few enough heads missing.

    The sets that can be extended are closed downwards: what cannot be extended never can be with more taken. Full sets
    once found are remembered and answer for all their parts.

    Attributes
    ----------
    allowed_missing_heads
        What a full set may leave missing.
    witnesses
        Full sets known or found, with heads; each is allowed.
    undecided
        Parts of which the limit of work left open whether they can be extended; they are treated as if they could not.
    """

    def __init__(
        self, cover: CoverProblem, allowed_missing_heads: int, limit: ProofLimit, known: Sequence[Adopted] = ()
    ) -> None:
        self.allowed_missing_heads = allowed_missing_heads
        self.witnesses: list[Adopted] = list(known)
        self.undecided: set[frozenset[str]] = set()
        self._cover = cover
        self._limit = limit

    def can_extend(self, taken: frozenset[str]) -> bool:
        """Whether some full set is shown to hold these templates and to be allowed."""
        return self.witness_of(taken) is not None

    def witness_of(self, taken: frozenset[str]) -> Adopted | None:
        """Give an allowed full set that holds these templates; None where there is none or none was found."""
        for witness in self.witnesses:
            if taken <= witness.templates:
                return witness
        if len(taken) > self._cover.adopted_count:
            return None
        model = CoverModel(self._cover)
        model.require(taken)
        model.model.add(model.missing_heads <= self.allowed_missing_heads)
        proof = prove(model.model, [*model.adopted, *model.heads], self._limit)
        if proof.status is SolveStatus.UNKNOWN:
            self.undecided.add(taken)
        found = adopted_by(self._cover, proof)
        if found is not None:
            self.witnesses.append(found)
        return found
