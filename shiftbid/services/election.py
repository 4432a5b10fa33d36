"""Hold the vote on menus: seal nothing but the names, count, adopt, put on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shiftbid.domain.ballot import Ballot, Menu
from shiftbid.domain.timeline import Period
from shiftbid.services.secrets import SecretSource
from shiftbid.voting.approval import count_approvals
from shiftbid.voting.election_record import election_record

BALLOT_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class HeldElection:
    """The menu adopted, how many voted, and the public record."""

    adopted: Menu
    ballots: int
    record: Mapping[str, Any]


def hold_election(
    hall: str,
    period: Period,
    menus: Sequence[Menu],
    approvals: Mapping[str, frozenset[str]],
    most_missing_half_hours: int,
    secret: SecretSource,
) -> HeldElection:
    """Count the ballots of a hall under random ids.

    Parameters
    ----------
    approvals
        Menu ids that each voter approves, by employee id.
    most_missing_half_hours
        Most missing half-hours a menu on the ballot may have.
    """
    ballots = [
        Ballot(secret("ballot", hall, period.first.isoformat(), voter)[:BALLOT_ID_LENGTH], approved)
        for voter, approved in approvals.items()
    ]
    return count_election(
        hall, period, menus, ballots, most_missing_half_hours, secret("election", hall, period.first.isoformat())
    )


def count_election(
    hall: str, period: Period, menus: Sequence[Menu], ballots: Sequence[Ballot], most_missing_half_hours: int, seed: str
) -> HeldElection:
    """Count ballots that stand under random ids already; equal menus are decided by tie numbers from `seed`."""
    outcome = count_approvals([menu.id for menu in menus], ballots, seed)
    record = election_record(hall, period, seed, menus, most_missing_half_hours, ballots, outcome)
    adopted = next(menu for menu in menus if menu.id == outcome.adopted)
    return HeldElection(adopted, len(ballots), record)
