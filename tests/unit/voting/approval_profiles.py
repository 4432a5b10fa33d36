"""Small votes written as strings of one-letter candidates."""

from __future__ import annotations

from shiftbid.domain.ballot import Ballot
from shiftbid.voting.contest import Contest, seat_contest


def ballots_of(profile: str) -> list[Ballot]:
    """Read '3*abc 2*d *' as three voters for a, b and c, two for d, and one empty ballot."""
    groups = [word.rpartition("*") for word in profile.split()]
    approvals = [frozenset(letters) for count, _, letters in groups for _ in range(int(count or 1))]
    return [Ballot(str(voter), approved) for voter, approved in enumerate(approvals)]


def seats(candidates: str, profile: str, count: int) -> Contest:
    return seat_contest(list(candidates), ballots_of(profile), count)


def words(sets: frozenset[frozenset[str]]) -> list[str]:
    return sorted("".join(sorted(names)) for names in sets)
