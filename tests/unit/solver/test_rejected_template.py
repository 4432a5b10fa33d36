from __future__ import annotations

from fractions import Fraction

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.cover_guard import CoverGuard
from shiftbid.solver.election import Election
from shiftbid.solver.proof import ProofLimit
from shiftbid.solver.rejected_template import forced_in
from tests.unit.solver.small_elections import election

SHIFTS = {"a": "xx..", "b": "xxx.", "c": "..xx", "d": ".xx."}


def guard(vote: Election, missing: int, limit: ProofLimit) -> CoverGuard:
    return CoverGuard(vote.cover, missing, limit)


def test_what_a_rejected_template_would_have_displaced() -> None:
    vote, limit = election("2222", SHIFTS, "9*ab 2*c", staff=4, seats=2, tolerance=0), ProofLimit()
    strict = guard(vote, 0, limit)
    beside_c = forced_in(vote, strict, "c", limit)
    assert (beside_c.templates, beside_c.score, beside_c.missing_heads) == (frozenset("ac"), Fraction(11), 0)
    loose = forced_in(vote, guard(vote, 2, limit), "b", limit)
    assert (loose.status, loose.templates, loose.score) == (SolveStatus.OPTIMAL, frozenset("ab"), Fraction(27, 2))
    assert forced_in(vote, strict, "d", limit).status is SolveStatus.INFEASIBLE
    hurried = ProofLimit(ends_at=0.0)
    assert forced_in(vote, guard(vote, 0, hurried), "d", hurried).status is SolveStatus.UNKNOWN
