"""A vote in which several candidates can win: what each costs, what there is to spend, and who approves what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.errors import InputError

# Beyond this the ballots decide next to nothing, and the list of tied sets helps nobody.
MOST_TIED_SETS = 20_000


@dataclass(frozen=True, slots=True)
class BallotGroup:
    """Voters whose ballots are the same. Every method here treats equal ballots alike, so they are counted once."""

    approved: frozenset[str]
    voters: int


@dataclass(frozen=True, slots=True)
class Contest:
    """An approval vote on sets of candidates.

    Attributes
    ----------
    prices
        Price of every candidate, above 0; each costs 1 where seats are filled.
    budget
        Most that the winners may cost together; the number of seats where seats are filled.
    seats
        Number of seats to fill, or None where winners are bought from a budget.
    groups
        Ballots, equal ones together; voters with empty ballots count.
    supporters
        Indices of the groups that approve a candidate, for the candidates that somebody approves.
    """

    prices: Mapping[str, Fraction]
    budget: Fraction
    seats: int | None
    groups: tuple[BallotGroup, ...]
    supporters: Mapping[str, tuple[int, ...]]

    @property
    def voters(self) -> int:
        """Number of voters, those with empty ballots included."""
        return sum(group.voters for group in self.groups)

    @property
    def contenders(self) -> Mapping[str, tuple[int, ...]]:
        """Supporters of the candidates that the whole budget could pay for."""
        return {name: groups for name, groups in self.supporters.items() if self.prices[name] <= self.budget}

    def cost(self, candidates: Iterable[str]) -> Fraction:
        """What candidates cost together."""
        return sum((self.prices[candidate] for candidate in candidates), Fraction(0))


def seat_contest(candidates: Sequence[str], ballots: Sequence[Ballot], seats: int) -> Contest:
    """Put candidates to a vote for a number of seats.

    Raises InputError where there is nobody to vote, a name stands twice or is unknown, or the seats cannot be filled.
    """
    problems = _ballot_problems(candidates, ballots)
    if not 1 <= seats <= len(candidates):
        problems.append(f"{seats} seats: give 1 to {len(candidates)}, the number of candidates")
    if problems:
        raise InputError("election", problems)
    return _contest(dict.fromkeys(candidates, Fraction(1)), Fraction(seats), seats, ballots)


def priced_seat_contest(prices: Mapping[str, Fraction], ballots: Sequence[Ballot], seats: int) -> Contest:
    """Put candidates with prices to a vote for a number of seats; the budget pays for so many of the mean price.

    Raises InputError where there is nobody to vote, a name is unknown, a price is not above 0, or the seats cannot be
    filled.
    """
    problems = _ballot_problems(list(prices), ballots)
    problems += _price_problems(prices)
    if not 1 <= seats <= len(prices):
        problems.append(f"{seats} seats: give 1 to {len(prices)}, the number of candidates")
    if problems:
        raise InputError("election", problems)
    return _contest(prices, seats * sum(prices.values(), Fraction(0)) / len(prices), seats, ballots)


def budget_contest(prices: Mapping[str, Fraction], ballots: Sequence[Ballot], budget: Fraction) -> Contest:
    """Put candidates with prices to a vote on how a budget is spent.

    Raises InputError where there is nobody to vote, a name is unknown, or a price or the budget is not above 0.
    """
    problems = _ballot_problems(list(prices), ballots)
    problems += _price_problems(prices)
    if budget <= 0:
        problems.append(f"budget {budget}: give one above 0")
    if problems:
        raise InputError("election", problems)
    return _contest(prices, budget, None, ballots)


def full_sets(contest: Contest, taken: frozenset[str]) -> list[frozenset[str]]:
    """Fill the seats that are left with candidates nobody approves: every choice of them is as good as another.

    Where winners are bought from a budget, nothing is spent on what nobody approves.
    """
    left = (contest.seats or 0) - len(taken)
    if left <= 0:
        return [taken]
    supported = contest.supporters
    spare = [candidate for candidate in contest.prices if candidate not in supported and candidate not in taken]
    filled: list[frozenset[str]] = []
    for chosen in combinations(spare, left):
        filled.append(taken.union(chosen))
        check_number_of_ties(len(filled))
    return filled


def check_number_of_ties(sets: int) -> None:
    """Raise InputError where more sets are tied than anybody can choose from."""
    if sets > MOST_TIED_SETS:
        message = f"more than {MOST_TIED_SETS} sets are tied: the ballots do not decide; vote on fewer seats or again"
        raise InputError("election", [message])


def _ballot_problems(candidates: Sequence[str], ballots: Sequence[Ballot]) -> list[str]:
    known = set(candidates)
    problems = [f"{name} stands {count} times" for name, count in Counter(candidates).items() if count > 1]
    if not candidates:
        problems.append("there is nothing to vote on")
    if not ballots:
        problems.append("there is no ballot")
    problems += [
        f"ballot {ballot.voter} approves {name!r}, which is not on the ballot"
        for ballot in ballots
        for name in sorted(ballot.approved - known)
    ]
    return problems


def _price_problems(prices: Mapping[str, Fraction]) -> list[str]:
    return [f"{name}: price {price}, give one above 0" for name, price in prices.items() if price <= 0]


def _contest(prices: Mapping[str, Fraction], budget: Fraction, seats: int | None, ballots: Sequence[Ballot]) -> Contest:
    counts = Counter(ballot.approved for ballot in ballots)
    groups = tuple(BallotGroup(approved, counts[approved]) for approved in sorted(counts, key=sorted))
    supporters = {name: tuple(i for i, group in enumerate(groups) if name in group.approved) for name in prices}
    return Contest(dict(prices), budget, seats, groups, {name: found for name, found in supporters.items() if found})
