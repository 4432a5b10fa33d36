"""Plain checks of an election's answer: counted ballot by ballot, by other code than elected it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction

Loads = tuple[Fraction, ...]
Purchases = list[tuple[str, Loads]]


@dataclass(frozen=True, slots=True)
class PlainVote:
    """Approvals voter by voter, prices (1 each where seats are filled), the budget, and the seats or None."""

    ballots: Sequence[frozenset[str]]
    prices: Mapping[str, Fraction]
    budget: Fraction
    seats: int | None

    def open_candidates(self, taken: AbstractSet[str]) -> Iterator[tuple[str, list[int]]]:
        """Candidates not taken that somebody approves and the whole budget could pay for, with their supporters."""
        for name, price in self.prices.items():
            supporters = [voter for voter, approved in enumerate(self.ballots) if name in approved]
            if supporters and name not in taken and price <= self.budget:
                yield name, supporters

    def room(self, taken: AbstractSet[str]) -> Fraction:
        """What is left of the budget."""
        return self.budget - sum(self.prices[name] for name in taken)


def plain_score(vote: PlainVote, winners: AbstractSet[str]) -> Fraction:
    """Points of winners: 1 + 1/2 + 1/3 + ... over each voter's approved winners."""
    shares = (Fraction(1, rank) for approved in vote.ballots for rank in range(1, len(approved & winners) + 1))
    return sum(shares, Fraction(0))


def set_faults(vote: PlainVote, winners: AbstractSet[str], *, fills_seats: bool) -> list[str]:
    """What is not legal about a set of winners."""
    unknown = sorted(winners - vote.prices.keys())
    if unknown:
        return [f"{', '.join(unknown)}: no such candidate"]
    faults: list[str] = []
    if vote.room(winners) < 0:
        faults.append(f"winners cost {vote.budget - vote.room(winners)}, the budget is {vote.budget}")
    if fills_seats and vote.seats is not None and len(winners) != vote.seats:
        faults.append(f"{len(winners)} winners for {vote.seats} seats")
    return faults


def swap_faults(vote: PlainVote, winners: AbstractSet[str]) -> list[str]:
    """Exchanges of one winner that would score more: none where the score is the highest."""
    score = plain_score(vote, winners)
    others = sorted(vote.prices.keys() - winners)
    return [
        f"{new} in place of {old} would score more"
        for old in sorted(winners)
        for new in others
        if plain_score(vote, (winners - {old}) | {new}) > score
    ]


def phragmen_purchases(vote: PlainVote, taken: AbstractSet[str], loads: Loads) -> Purchases:
    """Candidates tied for the lowest equal load, with the loads after each; none where one no longer fits."""
    after = {
        name: ((sum((loads[voter] for voter in voters), Fraction(0)) + vote.prices[name]) / len(voters), voters)
        for name, voters in vote.open_candidates(taken)
    }
    lowest = min((load for load, _ in after.values()), default=Fraction(0))
    tied = {name: set(voters) for name, (load, voters) in after.items() if load == lowest}
    if any(vote.prices[name] > vote.room(taken) for name in tied):
        return []
    return [
        (name, tuple(lowest if voter in voters else load for voter, load in enumerate(loads)))
        for name, voters in tied.items()
    ]


def shares_purchases(vote: PlainVote, worth: Mapping[str, Fraction]) -> Callable[[AbstractSet[str], Loads], Purchases]:
    """Purchases of Equal Shares from equal parts of the budget, where a load is what a voter has spent."""
    share = vote.budget / len(vote.ballots)

    def tied_purchases(taken: AbstractSet[str], loads: Loads) -> Purchases:
        payments: dict[str, tuple[Fraction, list[int]]] = {}
        for name, voters in vote.open_candidates(taken):
            if sum(share - loads[voter] for voter in voters) >= vote.prices[name]:
                payments[name] = (_most_paid(vote.prices[name], [share - loads[voter] for voter in voters]), voters)
        best = min((paid / worth[name] for name, (paid, _) in payments.items()), default=Fraction(0))
        found: Purchases = []
        for name, (paid, voters) in payments.items():
            if paid / worth[name] == best:
                spent = list(loads)
                for voter in voters:
                    spent[voter] += min(paid, share - loads[voter])
                found.append((name, tuple(spent)))
        return found

    return tied_purchases


def _most_paid(price: Fraction, purses: Sequence[Fraction]) -> Fraction:
    """Raise the payment purse by purse until the price is met."""
    for emptied, purse in enumerate(ordered := sorted(purses)):
        paying = len(ordered) - emptied
        missing = price - sum(ordered[:emptied])
        if missing <= purse * paying:
            return missing / paying
    raise ValueError("the purses cannot pay the price")


def is_reached(
    vote: PlainVote,
    winners: AbstractSet[str],
    purchases: Callable[[AbstractSet[str], Loads], Purchases],
) -> bool:
    """Whether buying one tied candidate after another leads to the winners; those nobody approves come last."""
    wanted = frozenset(name for name in winners if any(name in approved for approved in vote.ballots))
    visited: set[tuple[frozenset[str], Loads]] = set()
    stack = [(frozenset[str](), (Fraction(0),) * len(vote.ballots))]
    while stack:
        taken, loads = stack.pop()
        found = [] if vote.seats is not None and len(taken) >= vote.seats else purchases(taken, loads)
        if not found and taken == wanted:
            return True
        for name, after in found:
            state = (taken | {name}, after)
            if name in wanted and state not in visited:
                visited.add(state)
                stack.append(state)
    return False
