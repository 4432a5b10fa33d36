"""Audit of proportionality: which groups of voters agree on a candidate, could pay for it, and were left short.

EJR+ of Brill and Peters, "Robust and verifiable proportionality axioms for multiwinner voting" (2023). It implies
extended and proportional justified representation, and is checked in one pass over candidates and ballots.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction

from shiftbid.voting.contest import Contest
from shiftbid.voting.equal_shares import Utility


@dataclass(frozen=True, slots=True)
class Violation:
    """A group that could have had a candidate.

    Attributes
    ----------
    candidate
        Candidate that was left out and that everybody in the group approves.
    voters
        Size of the group: all supporters whose approved winners are worth ``most_worth`` or less.
    most_worth
        Worth of the approved winners of the best served voter of the group.
    share_of_budget
        The group's share of the budget; of the seats where seats are filled.
    """

    candidate: str
    voters: int
    most_worth: Fraction
    share_of_budget: Fraction


def ejr_plus_violations(contest: Contest, elected: AbstractSet[str], utility: Utility) -> tuple[Violation, ...]:
    """List the groups to which EJR+ promises more; none means that the set is proportional in this sense.

    A group of supporters of a candidate left out is short when its share of the budget would pay for the candidate and,
    at the same price for the worth, for as much as any of its members has: ``(worth of the best served + worth of the
    candidate) * price <= worth of the candidate * share``. For seats this reads: a group entitled to L seats in which
    nobody has L approved winners. For prices it is EJR+ up to the candidate itself, which Equal Shares with the same
    utility satisfies. Candidates above the whole budget are left out. In order of candidates, then of worth.
    """
    worth = {name: utility.worth(price) for name, price in contest.prices.items()}
    served = [sum((worth[name] for name in group.approved & elected), Fraction(0)) for group in contest.groups]
    share_of_one = contest.budget / contest.voters
    found: list[Violation] = []
    for name, groups in contest.contenders.items():
        if name in elected:
            continue
        for most in sorted({served[index] for index in groups}):
            voters = sum(contest.groups[index].voters for index in groups if served[index] <= most)
            share = voters * share_of_one
            if (most + worth[name]) * contest.prices[name] <= worth[name] * share:
                found.append(Violation(name, voters, most, share))
    return tuple(found)
