"""Small elections and their answers by trying everything."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.tie_number import tie_number
from shiftbid.solver.election import Election
from shiftbid.solver.template_cover import CoverProblem, missing_heads, week_cover


def election(demand: str, templates: dict[str, str], profile: str, staff: int, seats: int, tolerance: int) -> Election:
    """Demand as digits; a template as one mark a slot, 'x' where covered; ballots as '3*ab *'."""
    groups = [word.rpartition("*") for word in profile.split()]
    approvals = [frozenset(letters) for count, _, letters in groups for _ in range(int(count or 1))]
    covers = {
        name: frozenset(slot for slot, mark in enumerate(marks) if mark == "x") for name, marks in templates.items()
    }
    cover = week_cover(tuple(map(int, demand)), covers, staff, seats)
    ballots = tuple(Ballot(str(voter), approved) for voter, approved in enumerate(approvals))
    return Election(cover, tolerance, ballots, "seed")


def fewest_missing(cover: CoverProblem, chosen: frozenset[str]) -> int:
    (staff,) = cover.limits
    spreads = product(range(staff.most + 1), repeat=len(chosen))
    return min(
        missing_heads(cover, dict(zip(sorted(chosen), heads, strict=True)))
        for heads in spreads
        if sum(heads) <= staff.most
    )


def full_sets(cover: CoverProblem) -> list[frozenset[str]]:
    return [frozenset(chosen) for chosen in combinations(cover.templates, cover.adopted_count)]


def by_trying_all(election: Election) -> tuple[int, Fraction, frozenset[str]]:
    """Fewest missing heads, best score, and the winners: the first in tie order."""
    missing = {chosen: fewest_missing(election.cover, chosen) for chosen in full_sets(election.cover)}
    least = min(missing.values())
    scores = {
        chosen: sum(
            (
                Fraction(1, place)
                for ballot in election.ballots
                for place in range(1, len(ballot.approved & chosen) + 1)
            ),
            Fraction(0),
        )
        for chosen, heads in missing.items()
        if heads <= least + election.tolerance_heads
    }
    best = max(scores.values())
    tied = [chosen for chosen, score in scores.items() if score == best]
    winners = min(tied, key=lambda chosen: sorted(tie_number(election.seed, name) for name in chosen))
    return least, best, winners
