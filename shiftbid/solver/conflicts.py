"""Conflicts: shifts of which a person takes at most one, gathered from pairs into groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from shiftbid.rules.clauses import AtMost


def is_conflict(clause: AtMost) -> bool:
    """Whether the clause says no more than that at most one of its shifts is taken, always."""
    ids = [term.shift for term in clause.terms]
    return (
        clause.cap == 1
        and not clause.when
        and len(set(ids)) == len(ids)
        and all(term.weight == 1 for term in clause.terms)
    )


class Conflicts:
    """Which of a person's candidates exclude each other.

    Parameters
    ----------
    order
        Candidate ids; groups keep this order, so the same problem gives the same rows.
    exclusive
        Sets of candidates of which at most one is taken.
    """

    def __init__(self, order: Sequence[str], exclusive: Iterable[Sequence[str]]) -> None:
        self._rank = {shift: rank for rank, shift in enumerate(order)}
        self._neighbours: dict[str, set[str]] = {shift: set() for shift in order}
        for group in exclusive:
            for shift in group:
                self._neighbours[shift].update(other for other in group if other != shift)

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Groups in which all exclude each other, such that each conflicting pair is in at least one."""
        open_pairs = {shift: set(others) for shift, others in self._neighbours.items()}
        groups: list[tuple[str, ...]] = []
        for shift in self._rank:
            while open_pairs[shift]:
                group = self._grown(shift, open_pairs)
                for member in group:
                    open_pairs[member].difference_update(group)
                groups.append(self._sorted(group))
        return tuple(groups)

    def partition(self, shifts: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Split shifts into few groups in which all exclude each other; each shift is in exactly one."""
        parts: list[list[str]] = []
        for shift in self._sorted(set(shifts)):
            neighbours = self._neighbours[shift]
            home = next((part for part in parts if neighbours.issuperset(part)), None)
            if home is None:
                parts.append([shift])
            else:
                home.append(shift)
        return tuple(tuple(part) for part in parts)

    def _grown(self, shift: str, open_pairs: dict[str, set[str]]) -> set[str]:
        # Members that close the most open pairs come first, so that a day's shifts end up in one group with the
        # next day's early ones rather than in many small groups.
        group = {shift}
        common = set(self._neighbours[shift])
        while common:
            best = max(
                common,
                key=lambda other: (len(open_pairs[other] & group), len(open_pairs[other] & common), -self._rank[other]),
            )
            group.add(best)
            common &= self._neighbours[best]
        return group

    def _sorted(self, shifts: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(shifts, key=self._rank.__getitem__))
