"""What was asked of a counted vote, as a window tells it: data that loads no solver."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from shiftbid.domain.outcome import SolveStatus

if TYPE_CHECKING:
    from shiftbid.services.vote_inquiry import RejectedTemplate, VoteInquiry


class RejectedOutcome(StrEnum):
    """What adopting a rejected template would have meant."""

    NO_COVER = "no-cover"
    """No set with it covers the demand within the limits of the paper: templates, missing demand, paid hours."""
    UNDECIDED = "undecided"
    """The limit of work left it open."""
    DISPLACES = "displaces"
    """The best covering set with it lacks some winners."""


@dataclass(frozen=True, slots=True)
class RejectedChoice:
    """A rejected template.

    Attributes
    ----------
    approvals
        Ballots that approve it.
    displaced, joined
        Winners that the best covering set with it lacks, and what else it has in their place.
    points
        Of that set.
    """

    template: str
    approvals: int
    outcome: RejectedOutcome
    displaced: tuple[str, ...]
    joined: tuple[str, ...]
    points: float


@dataclass(frozen=True, slots=True)
class ShortGroup:
    """A group that EJR+ promises more: who approve a template left out, and whether cover excuses it."""

    template: str
    voters: int
    excused: bool


@dataclass(frozen=True, slots=True)
class ToldInquiry:
    """Answers about a counted vote.

    Attributes
    ----------
    free_points
        The most points of any set of so many templates, covering or not.
    """

    rejected: tuple[RejectedChoice, ...]
    short: tuple[ShortGroup, ...]
    free_points: float


def told_inquiry(inquiry: VoteInquiry) -> ToldInquiry:
    """Give the answers without the engines' own types."""
    return ToldInquiry(
        tuple(_choice(each) for each in inquiry.rejected),
        tuple(ShortGroup(each.violation.candidate, each.violation.voters, each.excused) for each in inquiry.short),
        float(inquiry.free_score),
    )


def _choice(rejected: RejectedTemplate) -> RejectedChoice:
    if rejected.status is SolveStatus.INFEASIBLE:
        outcome = RejectedOutcome.NO_COVER
    else:
        outcome = RejectedOutcome.DISPLACES if rejected.displaced else RejectedOutcome.UNDECIDED
    return RejectedChoice(
        rejected.template, rejected.approvals, outcome, rejected.displaced, rejected.joined, float(rejected.score)
    )
