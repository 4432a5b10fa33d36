"""The checker: evaluates clauses on chosen shifts and makes findings. One reader for each kind of clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from shiftbid.rules.applicability import clauses_of
from shiftbid.rules.book import RulePack
from shiftbid.rules.clauses import AnyFree, AtLeast, AtMost, Average, Clause, Excess, Part, Term, shifts_of
from shiftbid.rules.finding import Finding
from shiftbid.rules.situation import Situation
from shiftbid.rules.wording import sentence


@dataclass(frozen=True, slots=True)
class Breach:
    """A clause that the chosen shifts break.

    Attributes
    ----------
    measured, limit
        What the chosen shifts come to and what is allowed, in the clause's own unit.
    """

    clause: Clause
    measured: int
    limit: int


def weight(terms: Iterable[Term], chosen: Set[str]) -> int:
    """Sum of the weights of the chosen terms."""
    return sum(term.weight for term in terms if term.shift in chosen)


def excess(parts: Iterable[Part], chosen: Set[str]) -> int:
    """Sum of what each part's chosen terms weigh above its threshold."""
    return sum(max(0, weight(part.terms, chosen) - part.threshold) for part in parts)


def breach_of(clause: Clause, chosen: Set[str]) -> Breach | None:
    """Say how the chosen shifts break the clause, or None where they keep it."""
    if not all(shift in chosen for shift in clause.when):
        return None
    match clause:
        case AtMost(terms=terms, cap=cap):
            measured, limit, kept = weight(terms, chosen), cap, weight(terms, chosen) <= cap
        case AtLeast(terms=terms, floor=floor):
            measured, limit, kept = weight(terms, chosen), floor, weight(terms, chosen) >= floor
        case AnyFree(blocks=blocks, least=least):
            free = sum(not any(shift in chosen for shift in block) for block in blocks)
            measured, limit, kept = free, least, free >= least
        case Excess(parts=parts, cap=cap):
            measured, limit, kept = excess(parts, chosen), cap, excess(parts, chosen) <= cap
        case Average(blocks=blocks, cap=cap):
            used = sum(any(term.shift in chosen for term in block) for block in blocks)
            total = sum(weight(block, chosen) for block in blocks)
            # The mean that is shown is rounded up, so that a breach by less than a minute shows as one.
            measured, limit, kept = -(-total // max(used, 1)), cap, total <= cap * used
    return None if kept else Breach(clause, measured, limit)


def check(pack: RulePack, situation: Situation, chosen: Set[str], language: str = "en") -> Iterator[Finding]:
    """Findings of one person's chosen shifts under a pack, in the pack's reading order.

    Parameters
    ----------
    chosen
        Ids of the candidate shifts that the person takes; history and records count as chosen.
    language
        Language of the sentences, ``en`` or ``zh``.
    """
    everything = frozenset(chosen) | situation.fixed
    for rule in pack.rules:
        for clause in clauses_of(rule, situation):
            breach = breach_of(clause, everything)
            if breach:
                involved = (shifts_of(clause) | set(clause.when)) & everything
                # What the history alone breaks was found when it was planned; it is not this roster's fault.
                if involved and involved <= situation.before:
                    continue
                yield Finding(
                    rule=rule.id,
                    employee=situation.employee.id,
                    span=clause.scope.span,
                    severity=rule.severity,
                    shifts=tuple(sorted(involved)),
                    sentence=sentence(rule, breach.clause, breach.measured, breach.limit, situation, language),
                    article=rule.article,
                )
