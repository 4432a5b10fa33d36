from __future__ import annotations

from fractions import Fraction

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.proof import ProofLimit
from shiftbid.solver.rejected_template import forced_in
from tests.unit.solver.small_elections import election

SHIFTS = {"a": "xx..", "b": "xxx.", "c": "..xx", "d": ".xx."}


def test_what_a_rejected_template_would_have_displaced() -> None:
    vote = election("2222", SHIFTS, "9*ab 2*c", staff=4, seats=2, tolerance=0)
    beside_c = forced_in(vote, 0, "c", ProofLimit())
    assert (beside_c.templates, beside_c.score, beside_c.missing_heads) == (frozenset("ac"), Fraction(11), 0)
    loose = forced_in(vote, 2, "b", ProofLimit())
    assert (loose.templates, loose.score) == (frozenset("ab"), Fraction(27, 2))
    assert forced_in(vote, 0, "d", ProofLimit()).status is SolveStatus.INFEASIBLE
    assert forced_in(vote, 0, "d", ProofLimit(ends_at=0.0)).status is SolveStatus.UNKNOWN
