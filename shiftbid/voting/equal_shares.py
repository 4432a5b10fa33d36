"""Method of Equal Shares: everyone gets the same share of the budget and pays only for what they approve.

Peters and Skowron, "Proportionality and the limits of welfarism" (2020); Peters, Pierczyński and Skowron,
"Proportional participatory budgeting with additive utilities" (2021).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import gcd, lcm
from typing import NamedTuple

from shiftbid.voting.contest import Contest, check_number_of_ties


class Utility(StrEnum):
    """What an approved winner is worth to a voter: its price, or one. The same where seats are filled."""

    COST = "cost"
    CARDINALITY = "cardinality"

    def worth(self, price: Fraction) -> Fraction:
        """Worth of an approved winner to each of its supporters."""
        return price if self is Utility.COST else Fraction(1)


@dataclass(frozen=True, slots=True)
class Purses:
    """Candidates bought, and the money that each voter of each ballot group has left."""

    taken: frozenset[str]
    left: tuple[Fraction, ...]


class _Round(NamedTuple):
    """Whole-number money, ``scale`` pieces to the unit: exact, and much faster than fractions."""

    taken: frozenset[str]
    left: tuple[int, ...]
    scale: int


def buy_with_shares(contest: Contest, endowment: Fraction, utility: Utility) -> frozenset[Purses]:
    """Run the method from an endowment of each voter: all ends that some order of breaking ties leads to.

    Each round buys the candidate that gives its supporters most worth for the money, where every supporter pays the
    same or all that they have left; it ends when nothing can be paid for, or all seats are filled.

    Raises InputError where more than ``MOST_TIED_SETS`` ends are tied.
    """
    contenders = contest.contenders
    coarsest = lcm(endowment.denominator, *(price.denominator for price in contest.prices.values()))
    start = _Round(frozenset(), (int(endowment * coarsest),) * len(contest.groups), coarsest)
    # A candidate's cost per worth never falls as purses empty, so an old value is a limit below the new one.
    limits = dict.fromkeys(contenders, Fraction(0))
    ends: set[Purses] = set()
    seen: set[_Round] = {start}
    under_way = [(start, limits)]
    while under_way:
        now, limits = under_way.pop()
        full = contest.seats is not None and len(now.taken) >= contest.seats
        tied, limits = (list[str](), limits) if full else _best_value(contest, contenders, utility, now, limits)
        if not tied:
            ends.add(Purses(now.taken, tuple(Fraction(pieces, now.scale) for pieces in now.left)))
        for name in tied:
            payment = limits[name] * utility.worth(contest.prices[name]) * now.scale
            after = _paid(now, name, frozenset(contenders[name]), payment, coarsest)
            if after not in seen:
                seen.add(after)
                under_way.append((after, {other: limit for other, limit in limits.items() if other != name}))
        check_number_of_ties(max(len(ends), len(under_way)))
    return frozenset(ends)


def _best_value(
    contest: Contest,
    contenders: Mapping[str, tuple[int, ...]],
    utility: Utility,
    now: _Round,
    limits: dict[str, Fraction],
) -> tuple[list[str], dict[str, Fraction]]:
    """Candidates tied for the lowest cost per worth, and the limits below all that can still be paid for."""
    lowest: Fraction | None = None
    tied: list[str] = []
    updated: dict[str, Fraction] = {}
    for name in sorted(limits, key=lambda each: limits[each]):
        if lowest is not None and limits[name] > lowest:
            updated[name] = limits[name]
            continue
        price = contest.prices[name]
        payment = equal_payment(
            int(price * now.scale),
            sorted((now.left[index], contest.groups[index].voters) for index in contenders[name]),
        )
        if payment is None:
            continue
        rate = payment / (now.scale * utility.worth(price))
        updated[name] = rate
        if lowest is None or rate < lowest:
            lowest, tied = rate, [name]
        elif rate == lowest:
            tied.append(name)
    return tied, updated


def equal_payment(price: int | Fraction, purses: Sequence[tuple[int | Fraction, int]]) -> Fraction | None:
    """Most that anyone pays towards a price when all pay alike or all they have; None where it cannot be paid.

    ``purses`` are money left and number of voters, the emptiest first.
    """
    payers = sum(voters for _, voters in purses)
    for left, voters in purses:
        if left * payers >= price:
            return Fraction(price, payers)
        price -= left * voters
        payers -= voters
    return None


def _paid(now: _Round, name: str, groups: frozenset[int], payment: Fraction, coarsest: int) -> _Round:
    """Purses after a purchase, in the fewest pieces that keep every sum whole, so that equal purses compare equal."""
    finer = payment.denominator
    left = [
        pieces * finer - min(pieces * finer, payment.numerator) if index in groups else pieces * finer
        for index, pieces in enumerate(now.left)
    ]
    common = gcd(now.scale * finer // coarsest, *left)
    return _Round(now.taken | {name}, tuple(pieces // common for pieces in left), now.scale * finer // common)
