"""Which groups left short by EJR+ could not have been served without breaking cover."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from shiftbid.voting.contest import Contest
from shiftbid.voting.ejr_plus import Violation, ejr_plus_violations
from shiftbid.voting.equal_shares import Utility
from shiftbid.voting.phragmen_story import CanExtend


@dataclass(frozen=True, slots=True)
class AuditedViolation:
    """A group left short, and whether cover excuses it: no exchange of one winner for its candidate is allowed."""

    violation: Violation
    excused: bool


def audit(contest: Contest, elected: AbstractSet[str], can_extend: CanExtend) -> tuple[AuditedViolation, ...]:
    """Audit winners of seats under a cover limit by EJR+ (``ejr_plus.py``)."""
    violations = ejr_plus_violations(contest, elected, Utility.CARDINALITY)
    excused: dict[str, bool] = {}
    for violation in violations:
        candidate = violation.candidate
        if candidate not in excused:
            excused[candidate] = not any(
                can_extend(frozenset(elected - {winner}) | {candidate}) for winner in sorted(elected)
            )
    return tuple(AuditedViolation(each, excused[each.candidate]) for each in violations)
