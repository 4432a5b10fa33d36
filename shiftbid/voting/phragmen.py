"""Sequential Phragmén: money trickles to everyone alike, and a group buys what it can first pay for together.

Phragmén 1894; with exact loads as in Brill, Freeman, Janson and Lackner, "Phragmén's voting methods and justified
representation" (2024); with prices as in Los, Christoff and Grossi, "Proportional budget allocations" (2022).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from shiftbid.voting.contest import Contest, check_number_of_ties, full_sets


@dataclass(frozen=True, slots=True)
class Carried:
    """A set under way and what each voter of each ballot group has carried of its price."""

    taken: frozenset[str]
    loads: tuple[Fraction, ...]


def phragmen_sets(contest: Contest) -> frozenset[frozenset[str]]:
    """Elect by sequential Phragmén: all sets that some order of breaking ties leads to.

    The next winner is the candidate whose supporters, bearing its price, would have the lowest equal load. Bought from
    a budget, the method stops when a candidate that is next (or tied for it) no longer fits.

    Raises InputError where more than ``MOST_TIED_SETS`` sets are tied.
    """
    return continue_phragmen(contest, [Carried(frozenset(), (Fraction(0),) * len(contest.groups))])


def continue_phragmen(contest: Contest, starts: Iterable[Carried]) -> frozenset[frozenset[str]]:
    """Go on from sets already under way, whose loads have been carried."""
    contenders = contest.contenders
    finished: set[frozenset[str]] = set()
    under_way = set(starts)
    while under_way:
        grown: set[Carried] = set()
        for carried in under_way:
            successors = _successors(contest, contenders, carried)
            grown.update(successors)
            if not successors:
                finished.update(full_sets(contest, carried.taken))
        check_number_of_ties(max(len(grown), len(finished)))
        under_way = grown
    return frozenset(finished)


def _successors(contest: Contest, contenders: Mapping[str, tuple[int, ...]], carried: Carried) -> list[Carried]:
    """Sets with one candidate more, one for each candidate tied for the lowest load; none where the method stops."""
    room = contest.budget - contest.cost(carried.taken)
    loads = {
        name: equal_load(contest, contest.prices[name], groups, carried.loads)
        for name, groups in contenders.items()
        if name not in carried.taken
    }
    if not loads:
        return []
    lowest = min(loads.values())
    tied = [name for name, load in loads.items() if load == lowest]
    if any(contest.prices[name] > room for name in tied):
        return []
    return [
        Carried(
            carried.taken | {name},
            tuple(lowest if index in groups else load for index, load in enumerate(carried.loads)),
        )
        for name, groups in ((name, frozenset(contenders[name])) for name in tied)
    ]


def equal_load(contest: Contest, price: Fraction, groups: tuple[int, ...], loads: tuple[Fraction, ...]) -> Fraction:
    """Load of each supporter after bearing a price together so that all supporters end with the same load."""
    carried = sum((loads[index] * contest.groups[index].voters for index in groups), price)
    return carried / sum(contest.groups[index].voters for index in groups)
