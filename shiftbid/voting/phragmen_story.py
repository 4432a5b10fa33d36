"""Sequential Phragmén that takes only what can still be completed, told round by round.

The next winner is the candidate whose supporters, bearing its cost together, end with the lowest equal load, provided
that what is then taken can be extended to an allowed set. What cannot is skipped, once and for all: sets that can be
extended are closed downwards, as theories of proportionality under constraints assume (Skowron, "A general theory of
proportionality with additive utilities", 2026). The rule itself: ``phragmen.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from shiftbid.domain.errors import InputError
from shiftbid.domain.tie_number import tie_number
from shiftbid.voting.contest import Contest
from shiftbid.voting.phragmen import equal_load

CanExtend = Callable[[frozenset[str]], bool]
"""Whether candidates taken can be completed to an allowed set."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A candidate whose turn came: its supporters and the load that each of them would end with."""

    candidate: str
    supporters: int
    load: Fraction


@dataclass(frozen=True, slots=True)
class Round:
    """One seat filled.

    Attributes
    ----------
    skipped
        Candidates whose turn came first, but with which no allowed set can be reached any more.
    taken
        Candidate that got the seat.
    ties
        Candidates with the same load that came later only by their tie number.
    """

    number: int
    skipped: tuple[Contender, ...]
    taken: Contender
    ties: tuple[str, ...]

    def sentence(self) -> str:
        """Tell the round in words."""
        skipped = "".join(
            f"{each.candidate} was next (load {float(each.load):.4f}), but with it and those already taken no full set"
            f" covers the demand. "
            for each in self.skipped
        )
        won = self.taken
        if won.supporters == 0:
            return f"Round {self.number}: {skipped}{won.candidate} fills the seat; nobody approves what is left."
        drawn = f", before {', '.join(self.ties)} by tie number" if self.ties else ""
        return (
            f"Round {self.number}: {skipped}{won.candidate} is taken: its {won.supporters} supporters carry"
            f" {float(won.load):.4f} each{drawn}."
        )


def phragmen_story(contest: Contest, seed: str, can_extend: CanExtend) -> tuple[Round, ...]:
    """Fill the seats one after the other; ties go to the lowest tie number.

    Raises
    ------
    InputError
        Winners are bought from a budget, or no set is allowed at all.
    """
    if not can_extend(frozenset()):
        raise InputError("election", ["no set of candidates is allowed"])
    return continue_story(contest, seed, can_extend, (), (Fraction(0),) * len(contest.groups))


def continue_story(
    contest: Contest, seed: str, can_extend: CanExtend, told: Sequence[Round], carried: Sequence[Fraction]
) -> tuple[Round, ...]:
    """Fill the seats that are left after some rounds, in which each voter of each ballot group has carried a load.

    Raises InputError where the number of seats is open.
    """
    if contest.seats is None:
        raise InputError("election", ["Phragmén under a cover limit fills seats; say how many"])
    loads = list(carried)
    rounds = list(told)
    taken = frozenset(each.taken.candidate for each in rounds)
    left = set(contest.prices) - taken - {skip.candidate for each in rounds for skip in each.skipped}
    while len(taken) < contest.seats and left:
        turns = _turns(contest, tuple(loads), left, seed)
        skips = list(takewhile(lambda turn, before=taken: not can_extend(before | {turn.candidate}), turns))
        left.difference_update(turn.candidate for turn in skips)
        if not left:
            break
        chosen, *later = turns[len(skips) :]
        left.remove(chosen.candidate)
        for index in contest.supporters.get(chosen.candidate, ()):
            loads[index] = chosen.load
        ties = [turn.candidate for turn in later if chosen.supporters and turn.load == chosen.load and turn.supporters]
        taken |= {chosen.candidate}
        rounds.append(Round(len(rounds) + 1, tuple(skips), chosen, tuple(ties)))
    return tuple(rounds)


def _turns(contest: Contest, loads: tuple[Fraction, ...], left: set[str], seed: str) -> list[Contender]:
    """Candidates left in the order of their turns: by load, then tie number; those nobody approves come last."""
    contenders: list[Contender] = []
    for name in left:
        groups = contest.supporters.get(name, ())
        load = equal_load(contest, contest.prices[name], groups, loads) if groups else Fraction(0)
        contenders.append(Contender(name, sum(contest.groups[index].voters for index in groups), load))
    return sorted(contenders, key=lambda each: (not each.supporters, each.load, tie_number(seed, each.candidate)))
