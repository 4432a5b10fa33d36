"""Cycles of people who exchange shifts: the set of them in which most people get what they ask for, proven.

Each person gives one shift and takes one, in cycles of a few people; nobody is in two. This is the exchange problem of
kidney donors, written with one column a cycle (Abraham, Blum, Sandholm 2007: Clearing algorithms for barter exchange
markets). The wishes of a hall are few enough to list every cycle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from shiftbid.solver.cp_sat import CpSatWork, solve_rows
from shiftbid.solver.rows import CpSatRows

Cycle = tuple[int, ...]
"""Numbers of the offers in a cycle: each takes what the next gives, the last what the first gives."""


def best_cycles(
    owners: Sequence[str], takes: Mapping[int, Sequence[int]], longest: int, work: CpSatWork
) -> tuple[Cycle, ...]:
    """Find the cycles that serve most people; among equal ones, the most cycles, which are the shortest.

    The same offers, seed and work give the same cycles.

    Parameters
    ----------
    owners
        Whose each offer is.
    takes
        Offers whose shift each offer's owner would, and may, take.
    longest
        Most people in a cycle.
    """
    cycles = tuple(cycles_of(owners, takes, longest))
    if not cycles:
        return ()
    rows = CpSatRows()
    columns = [rows.whole(0, 1) for _ in cycles]
    for owner in dict.fromkeys(owners):
        within = [(column, 1) for column, each in zip(columns, cycles, strict=True) if owner in _owners(each, owners)]
        rows.row(within, None, 1)
    # One more person served weighs more than any number of cycles.
    most_cycles = len(owners) + 1
    rows.minimise([(column, -(most_cycles * len(each) + 1)) for column, each in zip(columns, cycles, strict=True)])
    answer = solve_rows(rows.model, work)
    return tuple(each for column, each in zip(columns, cycles, strict=True) if answer.values and answer.values[column])


def cycles_of(owners: Sequence[str], takes: Mapping[int, Sequence[int]], longest: int) -> Iterator[Cycle]:
    """Every cycle of two to `longest` different people, each once, from its lowest offer on."""
    for first in range(len(owners)):
        yield from _from(first, (first,), owners, takes, longest)


def _from(
    first: int, path: Cycle, owners: Sequence[str], takes: Mapping[int, Sequence[int]], longest: int
) -> Iterator[Cycle]:
    for after in takes.get(path[-1], ()):
        if after == first and len(path) > 1:
            yield path
        elif after > first and len(path) < longest and owners[after] not in _owners(path, owners):
            yield from _from(first, (*path, after), owners, takes, longest)


def _owners(cycle: Cycle, owners: Sequence[str]) -> frozenset[str]:
    return frozenset(owners[offer] for offer in cycle)
