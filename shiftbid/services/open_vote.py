"""Open a vote: find what each hall needs, which templates and menus cover it, and put the templates to the staff."""

from __future__ import annotations

from dataclasses import dataclass, field

from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.errors import InputError, Problem
from shiftbid.domain.poll import Poll, PollKind
from shiftbid.services.notice_dates import PublishedOn, notice_problems, notice_shortfalls
from shiftbid.services.plan import EXPECTED_SECONDS
from shiftbid.services.plan_needs import plan_needs
from shiftbid.services.plan_request import HallInputs
from shiftbid.services.plan_rosters import ballot_papers
from shiftbid.services.planning import PlanningGround, PlanningOrder, planning_ground
from shiftbid.services.poll_boxes import (
    BoxMaking,
    Keyholders,
    LockedBoxes,
    deadline_problems,
    lock_boxes,
    next_number,
    record_opening,
)
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener
from shiftbid.services.proposals import verdict_on, waiting_proposals
from shiftbid.services.stage_log import StageLog
from shiftbid.services.vote_paper import PlanTerms, VotePaper, planning_details

STAGES = ("forecast", "demand", "menus")


@dataclass(frozen=True, slots=True)
class VoteTerms:
    """Until when people vote (UTC seconds), with how many ballots the vote counts, and on what terms.

    Attributes
    ----------
    late_because
        The reason for which the roster will be known later than the hall has agreed; empty where it is not.
    """

    deadline: int
    quorum: int
    ballot: BallotTerms = field(default_factory=BallotTerms)
    late_because: str = ""


def open_vote(
    order: PlanningOrder,
    terms: VoteTerms,
    holders: Keyholders,
    units: UnitOfWorkFactory,
    making: BoxMaking,
    listener: ProgressListener,
) -> tuple[Poll, ...]:
    """Open a vote in each hall of an order; gives the votes in the order of the halls.

    Raises
    ------
    InputError
        A hall is unknown or cannot be planned, the deadline does not lie before the period or leaves too little notice,
        the quorum is larger than the staff, or a vote of the hall and period stands already; then nothing is opened.
    """
    with units() as unit:
        ground = planning_ground(unit, order)
        _refuse(unit, ground, terms)
        waiting = {hall: waiting_proposals(unit, hall) for hall in order.halls}
    proposed = {hall: [each.template for each in proposals] for hall, proposals in waiting.items()}
    log = StageLog(listener, {name: EXPECTED_SECONDS[name] for name in STAGES})
    needed = plan_needs(ground.request, ground.inputs, log)
    papers = ballot_papers(ground.request, ground.inputs, needed, terms.ballot, proposed, log)
    opened: list[Poll] = []
    with units() as unit:
        for inputs in ground.inputs:
            hall = inputs.hall
            boxes = lock_boxes(making.sealer, holders.trustee_pin, making.secret("vote", hall.id))
            paper = VotePaper(
                quorum=terms.quorum,
                nonce_commitment=boxes.nonce_commitment,
                terms=PlanTerms(
                    ground.request.pack.choice, order.seed, order.staff_to, order.credit, terms.late_because.strip()
                ),
                counted_until=max(each.hour.end for each in inputs.history),
                details=planning_details(hall),
                needed=needed[hall.id],
                ballot_paper=papers[hall.id],
                proposals=tuple(verdict_on(each, papers[hall.id]) for each in waiting[hall.id]),
            )
            opened.append(_opened(unit, order, terms, holders, boxes, inputs, paper))
        unit.commit()
    return tuple(opened)


def _opened(
    unit: UnitOfWork,
    order: PlanningOrder,
    terms: VoteTerms,
    holders: Keyholders,
    boxes: LockedBoxes,
    inputs: HallInputs,
    paper: VotePaper,
) -> Poll:
    poll = Poll(
        kind=PollKind.VOTE,
        hall=inputs.hall.id,
        period=order.period,
        number=next_number(unit, PollKind.VOTE, inputs.hall.id, order.period),
        opened_by=holders.manager.id,
        opened_at=unit.polls.now(),
        deadline=terms.deadline,
        trustee=holders.trustee.id,
        public_key=boxes.public_key,
        paper=paper.text(),
    )
    record_opening(unit, poll, boxes.locked_key)
    return poll


def _refuse(unit: UnitOfWork, ground: PlanningGround, terms: VoteTerms) -> None:
    problems: list[Problem | str] = []
    if terms.deadline <= unit.polls.now():
        problems.append("the deadline does not lie in the future: give a later one")
    for inputs in ground.inputs:
        next_number(unit, PollKind.VOTE, inputs.hall.id, ground.request.period)
        problems += deadline_problems(ground.request.period.interval(inputs.hall.zone).start, terms.deadline)
        # The roster comes after the vote: what its deadline leaves too little notice for, the award does not mend.
        first_known = PublishedOn(inputs.hall, ground.request.period, terms.deadline)
        agreed = unit.agreements.terms_of(inputs.hall.id)
        problems += notice_problems(notice_shortfalls(first_known, ground.request.pack, agreed), terms.late_because)
        if not inputs.history:
            problems.append(f"nothing was counted in {inputs.hall.name} before the period: import its footfall first")
        staff = len(inputs.staff.employees)
        if terms.quorum > staff:
            problems.append(f"a quorum of {terms.quorum} is more than the {staff} people of {inputs.hall.name}")
    if problems:
        raise InputError("vote", problems)
