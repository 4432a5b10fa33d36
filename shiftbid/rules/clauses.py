"""Clauses: what a working-time rule says about one person's shifts, in five forms that every reader shares.

A clause speaks of shift ids. Shifts of the situation's history are chosen already; its candidates may be chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shiftbid.domain.timeline import Interval


@dataclass(frozen=True, slots=True)
class Scope:
    """What a clause is about.

    Attributes
    ----------
    rule
        Id of the rule in its pack, such as ``CN-WEEK-REST``.
    span
        The day, week, window or pair of shifts that the clause judges.
    facts
        Minutes and counts that the rule's sentence names, such as ``rest_minutes``.
    """

    rule: str
    span: Interval
    facts: Mapping[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True, slots=True)
class Term:
    """A shift and what it weighs in a sum: minutes, or 1 where shifts are counted."""

    shift: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class AtMost:
    """The chosen terms weigh at most `cap` together.

    Attributes
    ----------
    when
        Shifts that switch the clause on: it binds only where all of them are chosen. Empty: always.
    """

    scope: Scope
    terms: tuple[Term, ...]
    cap: int
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The chosen terms weigh at least `floor` together (`when` as in AtMost)."""

    scope: Scope
    terms: tuple[Term, ...]
    floor: int
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyFree:
    """At least `least` of `blocks` hold no chosen shift (`when` as in AtMost)."""

    scope: Scope
    blocks: tuple[tuple[str, ...], ...]
    when: tuple[str, ...] = ()
    least: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """A sum of which only the part above `threshold` counts."""

    terms: tuple[Term, ...]
    threshold: int


@dataclass(frozen=True, slots=True)
class Excess:
    """The parts above their thresholds weigh at most `cap` together: overtime caps."""

    scope: Scope
    parts: tuple[Part, ...]
    cap: int
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Average:
    """Blocks that hold a chosen shift weigh at most `cap` each on average (`when` as in AtMost)."""

    scope: Scope
    blocks: tuple[tuple[Term, ...], ...]
    cap: int
    when: tuple[str, ...] = ()


Clause = AtMost | AtLeast | AnyFree | Excess | Average


def shifts_of(clause: Clause) -> frozenset[str]:
    """Every shift id the clause weighs (those of `when` left out)."""
    match clause:
        case AtMost(terms=terms) | AtLeast(terms=terms):
            return frozenset(term.shift for term in terms)
        case AnyFree(blocks=blocks):
            return frozenset(shift for block in blocks for shift in block)
        case Excess(parts=parts):
            return frozenset(term.shift for part in parts for term in part.terms)
        case Average(blocks=blocks):
            return frozenset(term.shift for block in blocks for term in block)
