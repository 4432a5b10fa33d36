"""Second half of the chain: what the staff choose and are awarded, from menus to assignments, a stage at a time.

The stages are functions of their own, because between them people may take days to vote and to bid.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from shiftbid.bidding.round_record import ClosedRound
from shiftbid.domain.ballot import Menu
from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.outcome import Stage
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.services.ballot_design import design_ballot
from shiftbid.services.bidding_round import HeldRound, RoundRequest, close_round, hold_round
from shiftbid.services.demand_from_footfall import HallDemand
from shiftbid.services.election import ElectionGround, hold_election
from shiftbid.services.held_election import HeldElection
from shiftbid.services.menu_design import MenuRequest
from shiftbid.services.plan_needs import Needed
from shiftbid.services.plan_request import HallInputs, PlanRequest
from shiftbid.services.ports import StaffList
from shiftbid.services.secrets import SecretSource
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.services.staff_voice import StaffVoice
from shiftbid.services.stage_log import StageLog
from shiftbid.services.toil_return import (
    ToilBooks,
    days_off_due,
    edition_of,
    give_back,
    post_accruals,
    without_earlier_version,
)
from shiftbid.voting.ballot_paper import BallotPaper

RoundCloser = Callable[[HallInputs, Menu], ClosedRound]
"""Gives the closed bids of a hall on the menu adopted there."""


@dataclass(frozen=True, slots=True)
class Rostered:
    """What the staff chose and were awarded."""

    staff: StaffList
    paper: BallotPaper
    election: HeldElection
    held_round: HeldRound
    books: ToilBooks


@dataclass(frozen=True, slots=True)
class Voted:
    """What was put to the vote, and how it ended."""

    paper: BallotPaper
    election: HeldElection


def plan_rosters(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    voice: StaffVoice,
    secret: SecretSource,
    log: StageLog,
) -> Mapping[str, Rostered]:
    """Draw up the ballot papers, hold the vote, hold the bidding round; by hall id."""

    def closed_round(inputs: HallInputs, menu: Menu) -> ClosedRound:
        hall, period = inputs.hall, request.period
        bids = voice.bids(hall.id, menu.templates, hall.open_days(period.first, period.last))
        return close_round(hall.id, period, bids, secret)

    papers = ballot_papers(request, halls, needed, BallotTerms(), {}, log)
    voted = hold_votes(request, halls, needed, papers, voice, secret, log)
    return award_halls(request, halls, needed, voted, closed_round, log)


def ballot_papers(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    terms: BallotTerms,
    proposals: Mapping[str, Sequence[ShiftTemplate]],
    log: StageLog,
) -> Mapping[str, BallotPaper]:
    """Templates that each hall votes on, with menus that cover what it needs; by hall id.

    Parameters
    ----------
    proposals
        Templates proposed in a hall, by its id; absent where none is.

    Raises InputError where no menu of a hall covers its demand.
    """
    papers: dict[str, BallotPaper] = {}
    stages: list[Stage] = []
    with log.stage("menus") as note:
        for each in halls:
            proposed = tuple(proposals.get(each.hall.id, ()))
            menu_request = _menu_request(request, each, needed[each.hall.id].demand, terms, proposed)
            designed = design_ballot(menu_request, terms, request.limit, log.hear)
            papers[each.hall.id] = designed.paper
            stages += designed.stages
        note.counts = {
            "menus": sum(len(paper.menus) for paper in papers.values()),
            "templates": sum(len(paper.candidates) for paper in papers.values()),
        }
        note.stages = stages
        note.outcome = (
            f"{note.counts['menus']} menus proven to cover the demand, {note.counts['templates']} templates to vote on"
        )
    return papers


def hold_votes(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    papers: Mapping[str, BallotPaper],
    voice: StaffVoice,
    secret: SecretSource,
    log: StageLog,
) -> Mapping[str, Voted]:
    """Let the staff of each hall vote on its templates at once; by hall id."""
    voted: dict[str, Voted] = {}
    with log.stage("vote") as note:
        for each in halls:
            hall, paper = each.hall, papers[each.hall.id]
            ground = ElectionGround(hall, request.period, needed[hall.id].demand.slots, paper)
            answers = voice.answers(hall.id, paper.templates)
            voted[hall.id] = Voted(paper, hold_election(ground, answers, secret, request.limit, log.hear))
        elections = [each.election for each in voted.values()]
        note.counts = {
            "ballots": sum(each.ballots for each in elections),
            "adopted_templates": sum(len(each.adopted.templates) for each in elections),
        }
        note.stages = [stage for each in elections for stage in each.stages]
        hours = sum(_extra_minutes(each) for each in voted.values()) / 60
        note.outcome = (
            f"{note.counts['ballots']} ballots adopt {note.counts['adopted_templates']} templates, "
            f"{hours:+,.0f} paid hours against the cheapest menu"
        )
    return voted


def award_halls(
    request: PlanRequest,
    halls: Sequence[HallInputs],
    needed: Mapping[str, Needed],
    voted: Mapping[str, Voted],
    closed_round: RoundCloser,
    log: StageLog,
) -> Mapping[str, Rostered]:
    """Award the shifts of the adopted menus on the closed bids; by hall id."""
    rostered: dict[str, Rostered] = {}
    with log.stage("award") as note:
        for each in halls:
            demand, choice = needed[each.hall.id].demand, voted[each.hall.id]
            closed = closed_round(each, choice.election.adopted)
            rostered[each.hall.id] = _award(request, each, demand, choice, closed, log)
        rounds = [each.held_round for each in rostered.values()]
        note.stages = [stage for each in rounds for stage in each.stages]
        note.counts = {
            "bids": sum(each.bids for each in rounds),
            "assignments": sum(len(each.assignments) for each in rounds),
            "bids_lost_with_reason": sum(each.lost for each in rounds),
            "days_off_in_lieu": sum(len(each.days_off) for each in rounds),
        }
        note.outcome = (
            f"{note.counts['assignments']} shifts awarded on {note.counts['bids']} bids, "
            f"{note.counts['days_off_in_lieu']} days off given back"
        )
    return rostered


def _menu_request(
    request: PlanRequest,
    inputs: HallInputs,
    demand: HallDemand,
    terms: BallotTerms,
    proposals: tuple[ShiftTemplate, ...],
) -> MenuRequest:
    return MenuRequest(
        hall=inputs.hall,
        period=request.period,
        demand=demand.slots,
        employees=inputs.staff.employees,
        calendar=request.calendar,
        pack=request.pack,
        seed=request.seed,
        tolerance_half_hours=round(terms.tolerance_percent / 100 * sum(slot.heads for slot in demand.slots)),
        seats=terms.seats,
        proposals=proposals,
    )


def _extra_minutes(voted: Voted) -> int:
    """What the vote costs: paid minutes of the adopted set beyond those of the cheapest menu."""
    return voted.election.adopted.paid_minutes - min(menu.paid_minutes for menu in voted.paper.menus)


def _award(
    request: PlanRequest, inputs: HallInputs, demand: HallDemand, voted: Voted, closed: ClosedRound, log: StageLog
) -> Rostered:
    hall, staff = inputs.hall, inputs.staff
    edition = edition_of(hall.id, request.period, inputs.version)
    books = without_earlier_version(inputs.books, hall.id, request.period, inputs.version)
    shifts = candidate_shifts(voted.election.adopted.templates, hall, request.period.days)
    held_round = hold_round(
        RoundRequest(
            hall=hall,
            period=request.period,
            demand=demand.slots,
            shifts=shifts,
            situations=situations_of(staff, hall, request.period, request.calendar, request.pack, shifts),
            closed=closed,
            pack=request.pack,
            credits=inputs.credits,
            time_off=days_off_due(books, hall, request.period, demand.slots, staff.employees, staff.leave),
        ),
        replace(request.limit, workers=request.workers),
        log.hear,
    )
    paid, days_off = give_back(books, edition, hall.zone, held_round.days_off)
    staff = replace(staff, leave=(*staff.leave, *days_off))
    accrued = post_accruals(paid, edition, held_round.assignments)
    return Rostered(staff, voted.paper, voted.election, held_round, accrued)
