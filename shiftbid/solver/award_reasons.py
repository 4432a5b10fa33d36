"""Why a person has no legal roster at all: the fewest rules that cannot be kept together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from shiftbid.domain.outcome import SolveStatus
from shiftbid.solver.award_model import AwardPerson, write_award
from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.rows import CpSatRows

_PINNED = "pinned shifts"


@dataclass(frozen=True, slots=True)
class NoRoster:
    """Why a person has no roster; not `proven` where the search merely found none within its work."""

    sentence: str
    proven: bool


def why_no_roster(person: AwardPerson, work: CpSatWork) -> NoRoster:
    """Name rules (and pinned shifts) that clash; leaving out any one of those named resolves the clash.

    Rules are dropped one by one as long as what remains still clashes (deletion filter), so the set is minimal by
    inclusion, not the smallest there is.
    """

    def clashes(kept: Iterable[str]) -> bool:
        return _status(_reduced(person, frozenset(kept)), work) is SolveStatus.INFEASIBLE

    named = [*dict.fromkeys(clause.scope.rule for clause in person.clauses), *([_PINNED] if person.pinned else [])]
    if not clashes(named):
        return NoRoster(f"{person.employee}: no legal roster was found within the work limit", proven=False)
    return NoRoster(f"{person.employee}: no roster keeps {_listed(_minimal(named, clashes))}", proven=True)


def _minimal(named: Iterable[str], clashes: Callable[[Iterable[str]], bool]) -> list[str]:
    kept = list(named)
    for rule in tuple(kept):
        without = [other for other in kept if other != rule]
        if clashes(without):
            kept = without
    return kept


def _reduced(person: AwardPerson, kept: frozenset[str]) -> AwardPerson:
    return replace(
        person,
        clauses=tuple(clause for clause in person.clauses if clause.scope.rule in kept),
        pinned=person.pinned if _PINNED in kept else frozenset(),
    )


def _status(person: AwardPerson, work: CpSatWork) -> SolveStatus:
    rows = CpSatRows()
    write_award(rows, [person], ())
    return solve_rows(rows.model, work).status


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]} together"
