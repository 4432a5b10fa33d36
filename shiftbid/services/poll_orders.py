"""What managers and trustees ask to have done with votes and rounds, and with requests for time off."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.poll import PollKind
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.timeline import Period
from shiftbid.services.poll_boxes import Credentials


@dataclass(frozen=True, slots=True)
class OpenVote:
    """Find the templates worth voting on and put them to the vote; gives the `Poll`.

    Attributes
    ----------
    until
        A time on the hall's clock, ISO 8601.
    late_because
        Why the roster will be known later than agreed, where that is so; goes on record.
    """

    hall: str
    period: Period
    until: str
    quorum: int
    ballot: BallotTerms
    trustee: Credentials
    late_because: str


@dataclass(frozen=True, slots=True)
class OpenRound:
    """Open the bidding on what a vote adopted, with the method of its award; gives the `Poll`; see `OpenVote`."""

    vote: str
    until: str
    method: RoundMethod
    trustee: Credentials
    late_because: str


@dataclass(frozen=True, slots=True)
class ClosePoll:
    """Close a poll after its deadline and open its boxes with the trustee's PIN; gives the `Poll`."""

    kind: PollKind
    poll: str
    trustee: Credentials


@dataclass(frozen=True, slots=True)
class WithdrawPoll:
    """Withdraw a poll, for a reason that everybody can read; gives the `Poll`."""

    poll: str
    reason: str


@dataclass(frozen=True, slots=True)
class AwardRound:
    """Award a closed round and publish the roster; gives the number of its version. For the rest see `OpenVote`."""

    bidding: str
    late_because: str


@dataclass(frozen=True, slots=True)
class FinishRound:
    """Declare an award final; gives the `Poll`."""

    bidding: str


@dataclass(frozen=True, slots=True)
class InquireVote:
    """Say what rejected templates would have displaced, and who was left short; gives the `ToldInquiry`."""

    vote: str


PollOrder = OpenVote | OpenRound | ClosePoll | WithdrawPoll | AwardRound | FinishRound | InquireVote


@dataclass(frozen=True, slots=True)
class GrantTimeOff:
    """Grant a request; gives the `TimeOffRequest`."""

    hall: str
    request: str


@dataclass(frozen=True, slots=True)
class RefuseTimeOff:
    """Refuse a request, with a reason; gives the `TimeOffRequest`."""

    hall: str
    request: str
    reason: str


TimeOffAnswer = GrantTimeOff | RefuseTimeOff
