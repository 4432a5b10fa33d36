"""Votes and bidding rounds as the command line and the window see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from shiftbid.domain.ballot import Answer, Menu
from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.bid import Bid
from shiftbid.domain.poll import Poll, PollKind, StandingWishes
from shiftbid.domain.proposal import Proposal
from shiftbid.domain.proxy import ProxyConsent
from shiftbid.domain.round_method import RoundMethod
from shiftbid.domain.staffing_level import StaffingLevel
from shiftbid.domain.timeline import Period
from shiftbid.services.poll_boxes import Credentials
from shiftbid.services.progress import ProgressListener
from shiftbid.services.proposal_text import JudgedProposal, TemplateText
from shiftbid.services.proxies import GivenBid
from shiftbid.services.vote_result import VoteResult
from shiftbid.voting.ballot_paper import BallotPaper, paper_object

if TYPE_CHECKING:
    from shiftbid.services.fairness_report import FairnessReport
    from shiftbid.services.plan_order import PlanOutcome
    from shiftbid.services.vote_inquiry import VoteInquiry


@dataclass(frozen=True, slots=True)
class PollName:
    """Which poll is meant: the latest of its kind in a hall, or that of the period that begins on a day."""

    kind: PollKind
    hall: str
    first_day: str | None


@dataclass(frozen=True, slots=True)
class NewPoll:
    """Who opens a poll, who holds its key, and until when it takes anything.

    Attributes
    ----------
    until
        ISO 8601; on the hall's clock where it names no offset.
    late_because
        The reason for which the roster will be known later than the hall has agreed; empty where it is not.
    """

    manager: Credentials
    trustee: Credentials
    until: str
    late_because: str = ""


@dataclass(frozen=True, slots=True)
class NewVote:
    """What is planned, with how many ballots the vote counts, on what terms; see `services.plan_order.PlanOrder`."""

    halls: tuple[str, ...]
    period: Period
    pack: str | None
    staff_to: StaffingLevel
    seed: int
    workers: int
    quorum: int
    ballot: BallotTerms = field(default_factory=BallotTerms)


@dataclass(frozen=True, slots=True)
class AwardTerms:
    """How a round is awarded.

    Attributes
    ----------
    folder
        Where the published files are written too; nowhere where None.
    late_because
        The reason for which the roster is published later than the hall has agreed; empty where it is not.
    """

    workers: int
    folder: Path | None
    late_because: str


@dataclass(frozen=True, slots=True)
class PollView:
    """What anybody may see of a poll: how many of the staff took part, never who said what before it is opened.

    Attributes
    ----------
    zone
        Zone of the hall's clock.
    paper
        What is put to the vote; None for a round.
    menus
        The reference menus of a vote; of a round, the one adopted.
    waits_for
        Name of the trustee where the deadline has passed and only the trustee can go on; else None.
    method
        How a round is awarded; None for a vote.
    """

    poll: Poll
    zone: str
    staff: int
    took_part: int
    paper: BallotPaper | None
    menus: tuple[Menu, ...]
    waits_for: str | None
    method: RoundMethod | None

    @property
    def offered(self) -> Mapping[str, Any]:
        """What is put to the vote, as its record holds it; of a round, how it is awarded."""
        if self.paper is None:
            return {"method": self.method.value} if self.method else {}
        return {"paper": paper_object(self.paper)}


class PollDesk(Protocol):
    """Votes and bidding rounds of a database; what raises InputError or AccessError is not done."""

    def open_vote(self, new: NewVote, opening: NewPoll, listener: ProgressListener) -> tuple[Poll, ...]:
        """Find the templates worth voting on and put them to the vote, hall by hall."""
        ...

    def open_round(self, name: PollName, opening: NewPoll, method: RoundMethod | None) -> Poll:
        """Open the bidding on the templates that a hall's vote adopted; awarded as the hall agreed where None."""
        ...

    def cast(self, name: PollName, voter: Credentials, answers: Mapping[str, Answer]) -> str:
        """Give a ballot; gives the receipt."""
        ...

    def bid(
        self, name: PollName, bidder: Credentials, wishes: Sequence[str], employee: str | None = None
    ) -> tuple[Bid, ...]:
        """Give bids, for a colleague where one is named; gives the dated ones that the wishes come to."""
        ...

    def given_bids(self, name: PollName, person: Credentials) -> tuple[GivenBid, ...]:
        """When and by whom bids were given for a person."""
        ...

    def consent_to_proxy(self, person: Credentials, proxy: str | None) -> ProxyConsent:
        """Consent that a colleague bids for oneself; None takes the consent back."""
        ...

    def keep_standing(self, person: Credentials, wishes: Sequence[str]) -> StandingWishes:
        """Keep wishes for every round in which the person gives no bid."""
        ...

    def election_file(self, name: PollName) -> bytes:
        """The record of a counted vote, as ``election.json`` holds it."""
        ...

    def result(self, name: PollName) -> VoteResult:
        """How a counted vote came out."""
        ...

    def inquire(self, name: PollName) -> VoteInquiry:
        """What a counted vote's rejected templates would have displaced, and which groups were left short."""
        ...

    def propose(self, hall: str, by: Credentials, text: TemplateText) -> JudgedProposal:
        """Propose a template for the next vote of a hall."""
        ...

    def comment(self, hall: str, number: int, by: Credentials, text: str) -> Proposal:
        """Say what one thinks of a proposal."""
        ...

    def proposals(self, hall: str) -> tuple[JudgedProposal, ...]:
        """Every proposal of a hall, and what became of it."""
        ...

    def close(self, name: PollName, trustee: Credentials) -> Poll:
        """Close a poll and open its boxes."""
        ...

    def withdraw(self, name: PollName, manager: Credentials, reason: str) -> Poll:
        """Withdraw a poll."""
        ...

    def award(self, name: PollName, manager: Credentials, terms: AwardTerms, listener: ProgressListener) -> PlanOutcome:
        """Award a closed round and publish the roster; written into a folder too where one is named."""
        ...

    def finish(self, name: PollName, manager: Credentials) -> Poll:
        """Declare an award final."""
        ...

    def fairness(self, name: PollName) -> FairnessReport:
        """How fair a published award is, by itself and with the rounds before it."""
        ...

    def view(self, name: PollName) -> PollView:
        """What anybody may see of a poll."""
        ...
