"""Equal Shares that buys only what can still be completed to an allowed set, told round by round.

Everyone gets the same share of the budget. Each round buys the candidate that its supporters can have for the least
money each, provided that what is then taken can be extended to an allowed set; what cannot is skipped for good. When no
group can pay for anything more, Phragmén fills the seats left: what a voter has spent is the load already carried. The
rule itself: ``equal_shares.py`` with the worth of one for every winner.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from shiftbid.domain.errors import InputError
from shiftbid.domain.tie_number import tie_number
from shiftbid.voting.contest import Contest
from shiftbid.voting.equal_shares import equal_payment
from shiftbid.voting.phragmen_story import CanExtend, Contender, Round, continue_story


@dataclass(frozen=True, slots=True)
class Purchase(Round):
    """One seat bought; a contender's load is the most that any of its supporters pays."""

    def sentence(self) -> str:
        """Tell the round in words."""
        skipped = "".join(
            f"{each.candidate} was next ({float(each.load):.1f} each), but with it and those already taken no full set"
            f" covers the demand. "
            for each in self.skipped
        )
        drawn = f", before {', '.join(self.ties)} by tie number" if self.ties else ""
        return (
            f"Round {self.number}: {skipped}{self.taken.candidate} is bought: its {self.taken.supporters} supporters"
            f" pay {float(self.taken.load):.1f} at most each{drawn}."
        )


def equal_shares_story(contest: Contest, seed: str, can_extend: CanExtend) -> tuple[Round, ...]:
    """Buy candidates for the seats one after the other, then fill up; ties go to the lowest tie number.

    Raises
    ------
    InputError
        The number of seats is open, or no set is allowed at all.
    """
    if not can_extend(frozenset()):
        raise InputError("election", ["no set of candidates is allowed"])
    share = contest.budget / contest.voters
    purses = [share] * len(contest.groups)
    left = set(contest.prices)
    taken: frozenset[str] = frozenset()
    rounds: list[Round] = []
    while contest.seats is not None and len(taken) < contest.seats:
        turns = _affordable(contest, purses, left, seed)
        skips = list(takewhile(lambda turn, before=taken: not can_extend(before | {turn.candidate}), turns))
        left.difference_update(turn.candidate for turn in skips)
        if len(skips) == len(turns):
            break
        chosen, *later = turns[len(skips) :]
        left.remove(chosen.candidate)
        for index in contest.supporters[chosen.candidate]:
            purses[index] -= min(purses[index], chosen.load)
        ties = tuple(turn.candidate for turn in later if turn.load == chosen.load)
        taken |= {chosen.candidate}
        rounds.append(Purchase(len(rounds) + 1, tuple(skips), chosen, ties))
    return continue_story(contest, seed, can_extend, rounds, [share - purse for purse in purses])


def _affordable(contest: Contest, purses: list[Fraction], left: set[str], seed: str) -> list[Contender]:
    """Candidates left that their supporters can pay for, the cheapest for each of them first, then by tie number."""
    contenders: list[Contender] = []
    for name in left & contest.supporters.keys():
        groups = contest.supporters[name]
        payment = equal_payment(
            contest.prices[name], sorted((purses[index], contest.groups[index].voters) for index in groups)
        )
        if payment is not None:
            supporters = sum(contest.groups[index].voters for index in groups)
            contenders.append(Contender(name, supporters, payment))
    return sorted(contenders, key=lambda each: (each.load, tie_number(seed, each.candidate)))
