"""Completing Equal Shares: what becomes of money that no group can spend together.

The method alone may leave seats empty or money unspent, because each group's rest is too small for anything more.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from shiftbid.voting.contest import Contest, check_number_of_ties, full_sets
from shiftbid.voting.equal_shares import Purses, Utility, buy_with_shares
from shiftbid.voting.phragmen import Carried, continue_phragmen


class Completion(StrEnum):
    """How the rest is spent: not at all, by sequential Phragmén, or by raising everybody's share step by step."""

    NONE = "none"
    SEQ_PHRAGMEN = "seq-phragmen"
    ADD1 = "add1"


def equal_shares_sets(contest: Contest, utility: Utility, completion: Completion) -> frozenset[frozenset[str]]:
    """Elect by Equal Shares and complete: all sets that some breaking of ties leads to.

    Raises InputError where more than ``MOST_TIED_SETS`` sets are tied.
    """
    if completion is Completion.ADD1:
        return _raised_shares(contest, utility)
    share = contest.budget / contest.voters
    ends = buy_with_shares(contest, share, utility)
    if completion is Completion.NONE:
        return frozenset(end.taken for end in ends)
    return continue_phragmen(contest, (_spent(share, end) for end in ends))


def _spent(share: Fraction, end: Purses) -> Carried:
    """What was spent is the load with which Phragmén goes on; what is left is a lead (Peters and Skowron 2020)."""
    return Carried(end.taken, tuple(share - left for left in end.left))


def _raised_shares(contest: Contest, utility: Utility) -> frozenset[frozenset[str]]:
    """Run again with everybody's share raised by one unit until the budget is used up or would be overdrawn.

    The rule of equalshares.net (the Add1 completion of Assen 2024): a run that leaves no room for any contender stands;
    where the next run would overdraw the budget, the run before it stands. Raised shares are whole units. A seat costs
    as many units as there are voters, so that one step pays for one seat more, and a run stops when the seats are full.
    Ties are broken afresh in every run; every set that can stand is reported.
    """
    standing: set[frozenset[str]] = set()
    waiting: set[frozenset[str]] = set()
    for share in _shares(contest):
        taken = {end.taken for end in buy_with_shares(contest, share, utility)}
        affordable = {each for each in taken if contest.cost(each) <= contest.budget}
        if affordable != taken:
            standing |= waiting
        complete = {each for each in affordable if _is_exhaustive(contest, each)}
        standing.update(filled for each in complete for filled in full_sets(contest, each))
        check_number_of_ties(len(standing))
        waiting = affordable - complete
        if not waiting:
            break
    return frozenset(standing)


def _shares(contest: Contest) -> Iterator[Fraction]:
    share = contest.budget / contest.voters
    unit = Fraction(1) if contest.seats is None else Fraction(1, contest.voters)
    while True:
        yield share
        share = (share // unit + 1) * unit


def _is_exhaustive(contest: Contest, taken: frozenset[str]) -> bool:
    """Whether no contender that was left out would still fit."""
    room = contest.budget - contest.cost(taken)
    return all(name in taken or contest.prices[name] > room for name in contest.contenders)
