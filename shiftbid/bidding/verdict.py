"""What a reason says: why a wish was not granted or an unwelcome shift given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from shiftbid.domain.bid import Bid

# Records of rounds are read where no solver is loaded.
if TYPE_CHECKING:
    from shiftbid.solver.day_moves import Effect


class Reason(StrEnum):
    """Why a wish was not granted."""

    LAW = "law"
    """A rule forbids it beside the person's other shifts."""
    COVER = "cover"
    """More of the demand would be missing."""
    TIME_OFF = "time_off"
    """A day off in lieu that is due could not be given back."""
    CONTRACT = "contract"
    """More of the contracts' minutes would be lacking."""
    PERSON = "person"
    """Somebody else would lose more by it."""
    WEIGHED = "weighed"
    """The person's own other wishes, or the even spread of the burden, weigh more."""
    CLAIMED = "claimed"
    """Somebody, or the person, took what it would undo before; only where wishes are taken one after the other."""
    UNCLAIMED = "unclaimed"
    """Nobody who could have the shift claimed it; only there."""
    TIE = "tie"
    """Equal in every stage; the tie numbers decide."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why an exchange was not made.

    Attributes
    ----------
    rule
        The rule that forbids it; only with `Reason.LAW`.
    effect
        What the exchange would add to each stage; None where it is against the law.
    other
        Who would have to change with the person; None: nobody.
    needs
        The least change that would have won it, where one was found.
    """

    reason: Reason
    rule: str | None
    effect: Effect | None
    other: str | None
    needs: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class LostBid:
    """A bid that was not honoured, with the reason."""

    bid: Bid
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class UnwelcomeShift:
    """A shift that a person has and did not wish for, with the reason."""

    bid: Bid
    verdict: Verdict
