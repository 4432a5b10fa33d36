"""Votes and bidding rounds as screens show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shiftbid.domain.ballot import Origin
from shiftbid.domain.bid import Bid
from shiftbid.domain.hall import Hall
from shiftbid.domain.poll import Poll
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.shift import Shift, ShiftTemplate

if TYPE_CHECKING:
    from shiftbid.services.vote_result import VoteResult


@dataclass(frozen=True, slots=True)
class Choice:
    """A template that people answer to, and why it is on the paper."""

    template: ShiftTemplate
    origin: Origin

    @property
    def id(self) -> str:
        """What an answer names."""
        return self.template.id


@dataclass(frozen=True, slots=True)
class Tally:
    """How many said what of a choice, and whether it is adopted."""

    choice: str
    want: int
    accept: int
    cannot: int
    adopted: bool


@dataclass(frozen=True, slots=True)
class VoteSheet:
    """A vote.

    Attributes
    ----------
    zone
        Zone of the hall's clock.
    took_part
        People of the staff who have given a ballot.
    tallies
        Of a counted vote, in the order of the choices; empty before.
    result
        How it came out; None before the count.
    """

    poll: Poll
    zone: str
    staff: int
    took_part: int
    quorum: int
    choices: tuple[Choice, ...]
    tallies: tuple[Tally, ...]
    result: VoteResult | None = None


@dataclass(frozen=True, slots=True)
class RoundSheet:
    """A bidding round; templates, shifts and days are what may be bid on, the method is that of its award."""

    poll: Poll
    zone: str
    staff: int
    took_part: int
    method: RoundMethod
    templates: tuple[ShiftTemplate, ...]
    shifts: tuple[Shift, ...]
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """What one bidder got.

    Attributes
    ----------
    points, wished_points
        Of what was awarded, and of everything wished for.
    share
        Satisfaction from 0, the least the person could have been awarded, to 1, the best.
    """

    employee: str
    points: float
    wished_points: float
    share: float


@dataclass(frozen=True, slots=True)
class LostWish:
    """A bid that was not honoured, or a shift given that was not wished for, and why.

    Attributes
    ----------
    needs
        The least change that would have won it, as a sentence; empty where none was found.
    """

    bid: Bid
    reason: str
    sentence: str
    needs: str

    @property
    def told(self) -> str:
        """Everything on record of the reason."""
        return f"{self.sentence} {self.needs}".rstrip()


@dataclass(frozen=True, slots=True)
class RoundOutcome:
    """What a round came to, as its public record says."""

    version: int
    satisfaction: tuple[Satisfaction, ...]
    lost: tuple[LostWish, ...]
    kept: tuple[Bid, ...]

    def of(self, employee: str) -> RoundOutcome:
        """The part of one person."""
        return RoundOutcome(
            self.version,
            tuple(each for each in self.satisfaction if each.employee == employee),
            tuple(each for each in self.lost if each.bid.employee == employee),
            tuple(each for each in self.kept if each.employee == employee),
        )


@dataclass(frozen=True, slots=True)
class HallPolls:
    """The latest vote and the latest round of a hall; None where there was none.

    Attributes
    ----------
    names
        Name of each user who opened or holds the key of one of them, by user id.
    people
        Name of each employee of the hall, by id.
    outcome
        What the latest round came to; None before its award.
    next_first
        First day of the period that would naturally be voted on next.
    round_method
        How rounds are awarded that are opened without naming another method, as the hall has agreed.
    now
        When all this was read, in UTC seconds by the clock of the store.
    """

    hall: Hall
    vote: VoteSheet | None
    round: RoundSheet | None
    names: Mapping[str, str]
    people: Mapping[str, str]
    outcome: RoundOutcome | None
    next_first: date
    round_method: RoundMethod
    now: int
