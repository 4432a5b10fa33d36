"""Whether templates already taken can still be completed to a set that covers the demand."""

from __future__ import annotations

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.election import Adopted, adopted_by
from shiftbid.solver.proof import ProofLimit, prove
from shiftbid.solver.template_cover import CoverModel, CoverProblem


class CoverGuard:
    """Answers which partial sets of templates can be extended to a full set that leaves few enough heads missing.

    The sets that can be extended are closed downwards: what cannot be extended never can be with more taken. Full sets
    once found are remembered and answer for all their parts.

    Attributes
    ----------
    witnesses
        Full sets found, with heads; each leaves at most ``allowed_missing_heads`` missing.
    """

    def __init__(self, cover: CoverProblem, allowed_missing_heads: int, limit: ProofLimit) -> None:
        self.witnesses: list[Adopted] = []
        self._cover = cover
        self._allowed = allowed_missing_heads
        self._limit = limit

    def can_extend(self, taken: frozenset[str]) -> bool:
        """Whether some full set holds these templates and is allowed.

        Raises
        ------
        TimeoutError
            The limit was reached before either was proven.
        """
        if any(taken <= witness.templates for witness in self.witnesses):
            return True
        if len(taken) > self._cover.adopted_count:
            return False
        model = CoverModel(self._cover)
        model.require(taken)
        model.model.add(model.missing_heads <= self._allowed)
        proof = prove(model.model, [*model.adopted, *model.heads], self._limit)
        if proof.status is SolveStatus.UNKNOWN:
            raise TimeoutError("not proven within the limit whether the templates taken can still cover the demand")
        witness = adopted_by(self._cover, proof)
        if witness is not None:
            self.witnesses.append(witness)
        return witness is not None
