"""Votes and bidding rounds of a stored database (`shiftbid.services.poll_desk.PollDesk`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from shiftbid.bidding.wish_text import parse_wishes
from shiftbid.domain.account import Role, User
from shiftbid.domain.ballot import Answer
from shiftbid.domain.bid import Bid
from shiftbid.domain.poll import Poll, PollKind, StandingWishes
from shiftbid.domain.proposal import Proposal
from shiftbid.domain.proxy import ProxyConsent
from shiftbid.domain.round_method import RoundMethod
from shiftbid.exporters.folder import check_folder, write_publication
from shiftbid.exporters.json_records import canonical, elections_object, summary
from shiftbid.services.accounts import require
from shiftbid.services.award_round import award_round, finish_round
from shiftbid.services.bid_round import close_round, give_bids, keep_standing, known_hall, open_round
from shiftbid.services.count_vote import close_vote
from shiftbid.services.fairness_report import FairnessReport, fairness_report
from shiftbid.services.open_vote import VoteTerms, open_vote
from shiftbid.services.plan_order import PlanOutcome
from shiftbid.services.planning import PlanningOrder
from shiftbid.services.poll_boxes import BoxMaking, Credentials, keyholders, signed_in, standing_poll, withdraw_poll
from shiftbid.services.poll_desk import AwardTerms, NewPoll, NewVote, PollName, PollView
from shiftbid.services.poll_view import deadline_on, view_of
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener
from shiftbid.services.proposal_text import JudgedProposal, TemplateText
from shiftbid.services.proposals import comment_on, proposals_of, propose_template
from shiftbid.services.proxies import GivenBid, consent_to_proxy, given_bids
from shiftbid.services.secrets import entropy_secrets
from shiftbid.services.vote import cast_ballot, counted_election
from shiftbid.services.vote_inquiry import VoteInquiry, inquire
from shiftbid.services.vote_paper import read_vote_paper
from shiftbid.services.vote_result import VoteResult, vote_result
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.storage.pin_hashing import Argon2PinHasher
from shiftbid.storage.sealed_boxes import SodiumBoxSealer


class StoredPollDesk:
    """Each act on its own: signs in whoever acts, then does it."""

    def __init__(self, units: UnitOfWorkFactory) -> None:
        self._units = units
        self._hasher = Argon2PinHasher()
        self._making = BoxMaking(SodiumBoxSealer(), entropy_secrets)

    def open_vote(self, new: NewVote, opening: NewPoll, listener: ProgressListener) -> tuple[Poll, ...]:
        """Find the templates worth voting on and put them to the vote, hall by hall."""
        with self._units() as unit:
            zone = known_hall(unit, new.halls[0]).zone
        terms = VoteTerms(deadline_on(opening.until, zone), new.quorum, new.ballot, opening.late_because)
        # Each hall has to agree to the trustee, who must be none of its own managers.
        by = self._manager(opening.manager)
        holders = [keyholders(self._units, self._hasher, hall, by, opening.trustee) for hall in new.halls]
        order = PlanningOrder(
            halls=new.halls,
            period=new.period,
            seed=new.seed,
            limit=WorkLimit(),
            pack=new.pack,
            workers=new.workers,
            staff_to=new.staff_to,
        )
        return open_vote(order, terms, holders[0], self._units, self._making, listener)

    def open_round(self, name: PollName, opening: NewPoll, method: RoundMethod | None) -> Poll:
        """Open the bidding on the templates that a hall's vote adopted; awarded as the hall agreed where None."""
        vote = self._poll(PollName(PollKind.VOTE, name.hall, name.first_day))
        with self._units() as unit:
            deadline = deadline_on(opening.until, known_hall(unit, name.hall).zone)
        by = self._manager(opening.manager)
        holders = keyholders(self._units, self._hasher, name.hall, by, opening.trustee)
        return open_round(self._units, self._making, vote, holders, deadline, opening.late_because, method)

    def cast(self, name: PollName, voter: Credentials, answers: Mapping[str, Answer]) -> str:
        """Give a ballot; gives the receipt."""
        return cast_ballot(self._units, self._making, self._poll(name), self._signed_in(voter), answers)

    def bid(
        self, name: PollName, bidder: Credentials, wishes: Sequence[str], employee: str | None = None
    ) -> tuple[Bid, ...]:
        """Give bids, for a colleague where one is named; gives the dated ones that the wishes come to."""
        parsed = parse_wishes(wishes)
        return give_bids(self._units, self._making, self._poll(name), self._signed_in(bidder), parsed, employee)

    def given_bids(self, name: PollName, person: Credentials) -> tuple[GivenBid, ...]:
        """When and by whom bids were given for a person."""
        return given_bids(self._units, self._poll(name), self._signed_in(person))

    def consent_to_proxy(self, person: Credentials, proxy: str | None) -> ProxyConsent:
        """Consent that a colleague bids for oneself; None takes the consent back."""
        return consent_to_proxy(self._units, self._signed_in(person), proxy)

    def keep_standing(self, person: Credentials, wishes: Sequence[str]) -> StandingWishes:
        """Keep wishes for every round in which the person gives no bid."""
        return keep_standing(self._units, self._signed_in(person), wishes)

    def election_file(self, name: PollName) -> bytes:
        """The record of a counted vote, as ``election.json`` holds it."""
        return canonical(elections_object([counted_election(self._poll(name)).record]))

    def result(self, name: PollName) -> VoteResult:
        """How a counted vote came out."""
        return vote_result(counted_election(self._poll(name)).record)

    def inquire(self, name: PollName) -> VoteInquiry:
        """What a counted vote's rejected templates would have displaced, and which groups were left short."""
        vote = self._poll(name)
        with self._units() as unit:
            hall = known_hall(unit, vote.hall)
        demand = read_vote_paper(vote.paper, hall, vote.period).needed.demand.slots
        return inquire(counted_election(vote).record, hall, demand, WorkLimit())

    def propose(self, hall: str, by: Credentials, text: TemplateText) -> JudgedProposal:
        """Propose a template for the next vote of a hall."""
        return propose_template(self._units, hall, self._signed_in(by), text)

    def comment(self, hall: str, number: int, by: Credentials, text: str) -> Proposal:
        """Say what one thinks of a proposal."""
        return comment_on(self._units, hall, number, self._signed_in(by), text)

    def proposals(self, hall: str) -> tuple[JudgedProposal, ...]:
        """Every proposal of a hall, and what became of it."""
        return proposals_of(self._units, hall)

    def close(self, name: PollName, trustee: Credentials) -> Poll:
        """Close a poll and open its boxes."""
        close = close_vote if name.kind is PollKind.VOTE else close_round
        return close(self._units, self._making.sealer, self._poll(name), trustee)

    def withdraw(self, name: PollName, manager: Credentials, reason: str) -> Poll:
        """Withdraw a poll."""
        return withdraw_poll(self._units, self._poll(name), self._manager(manager), reason)

    def award(self, name: PollName, manager: Credentials, terms: AwardTerms, listener: ProgressListener) -> PlanOutcome:
        """Award a closed round and publish the roster; written into a folder too where one is named."""
        if terms.folder is not None:
            check_folder(terms.folder)
        by, bidding = self._manager(manager), self._poll(name)
        publication = award_round(self._units, bidding, by, WorkLimit(), terms.workers, listener, terms.late_because)
        if terms.folder is not None:
            write_publication(publication, terms.folder)
        return PlanOutcome(publication, canonical(summary(publication)).decode("utf-8"))

    def finish(self, name: PollName, manager: Credentials) -> Poll:
        """Declare an award final."""
        return finish_round(self._units, self._poll(name), self._manager(manager))

    def fairness(self, name: PollName) -> FairnessReport:
        """How fair a published award is, by itself and with the rounds before it."""
        first = date.fromisoformat(name.first_day) if name.first_day else None
        with self._units() as unit:
            return fairness_report(unit, known_hall(unit, name.hall).id, first)

    def view(self, name: PollName) -> PollView:
        """What anybody may see of a poll."""
        return view_of(self._units, name)

    def _poll(self, name: PollName) -> Poll:
        with self._units() as unit:
            return standing_poll(unit, name.kind, name.hall, name.first_day)

    def _signed_in(self, who: Credentials) -> User:
        return signed_in(self._units, self._hasher, who)

    def _manager(self, who: Credentials) -> User:
        user = self._signed_in(who)
        require(user, Role.MANAGER)
        return user
