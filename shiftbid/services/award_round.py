"""Award a closed round and publish the roster; declare it final."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shiftbid.bidding.round_record import ClosedRound
from shiftbid.canonical_json import canonical_json
from shiftbid.domain.account import User
from shiftbid.domain.ballot import Menu
from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import Poll, PollAct, PollState
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.services.bid_round import closed_bids, known_hall, vote_of
from shiftbid.services.notice_dates import refuse_late_publication
from shiftbid.services.plan import EXPECTED_SECONDS, publication_of
from shiftbid.services.plan_request import HallInputs
from shiftbid.services.plan_rosters import Voted, award_halls
from shiftbid.services.planning import PlanningGround, PlanningOrder, planning_ground, publish
from shiftbid.services.poll_boxes import record_step
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import Publication
from shiftbid.services.stage_log import StageLog
from shiftbid.services.vote import counted_election
from shiftbid.services.vote_paper import VotePaper, planning_details, read_vote_paper
from shiftbid.solver.work_limit import WorkLimit

STAGES = ("award", "findings", "certificate", "second opinion", "TOIL and pay")


@dataclass(frozen=True, slots=True)
class _Standing:
    """All that an award rests on."""

    ground: PlanningGround
    vote: Poll
    paper: VotePaper
    closed: ClosedRound


def award_round(
    units: UnitOfWorkFactory,
    bidding: Poll,
    by: User,
    limit: WorkLimit,
    workers: int,
    listener: ProgressListener,
    late_because: str = "",
) -> Publication:
    """Award the shifts of a closed round and publish the roster as the hall's next version.

    The demand and the menus are those that were voted on; staff, leave and calendar are those of today. Publishing and
    the round's step are one transaction.

    Parameters
    ----------
    late_because
        The reason for which the roster is published later than the hall has agreed; empty where it is not.

    Raises
    ------
    InputError
        The round is not closed or is awarded already, the hall's details or staff list no longer fit it, too little
        notice is left, or pinned shifts and rules leave somebody no legal roster.
    """
    with units() as unit:
        standing = _standing(unit, bidding, limit, workers)
        request, halls = standing.ground.request, [each.hall for each in standing.ground.inputs]
        refuse_late_publication(unit, halls, request.period, request.pack, late_because)
    ground, paper = standing.ground, standing.paper
    log = StageLog(listener, {name: EXPECTED_SECONDS[name] for name in STAGES})
    needed = {bidding.hall: paper.needed}
    voted = {bidding.hall: Voted(paper.ballot_paper, counted_election(standing.vote))}

    def closed_round(_inputs: HallInputs, _menu: Menu) -> ClosedRound:
        return standing.closed

    rostered = award_halls(ground.request, ground.inputs, needed, voted, closed_round, log)
    publication = publication_of(ground.request, ground.inputs, needed, rostered, log)
    (hall,) = publication.halls
    content = {
        "version": hall.roster.version,
        "round_sha256": sha256_hex(canonical_json(hall.bidding_round)),
        "late_because": late_because.strip(),
    }
    with units() as unit:
        held = unit.polls.hold(bidding.id)
        publish(unit, publication)
        record_step(unit, held, PollAct.AWARD, by.id, canonical_json(content))
        unit.commit()
    return publication


def finish_round(units: UnitOfWorkFactory, bidding: Poll, by: User) -> Poll:
    """Declare the award of a round final; InputError where it is not awarded."""
    with units() as unit:
        held = unit.polls.hold(bidding.id)
        content = canonical_json({"version": unit.publications.version(bidding.hall, bidding.period)})
        final = record_step(unit, held, PollAct.FINISH, by.id, content)
        unit.commit()
    return final


def _standing(unit: UnitOfWork, bidding: Poll, limit: WorkLimit, workers: int) -> _Standing:
    if bidding.state is not PollState.REVEALED:
        raise InputError(f"round {bidding.id}", [f"is {bidding.state}: only a closed round is awarded, once"])
    vote = vote_of(unit, bidding)
    hall = known_hall(unit, bidding.hall)
    paper, closed = read_vote_paper(vote.paper, hall, bidding.period), closed_bids(bidding)
    terms = paper.terms
    order = PlanningOrder(
        halls=(hall.id,),
        period=bidding.period,
        seed=terms.seed,
        limit=limit,
        pack=terms.pack,
        workers=workers,
        credit=terms.credit,
        staff_to=terms.staff_to,
    )
    ground = planning_ground(unit, order)
    problems = list(_changed(paper, planning_details(hall)))
    problems += _gone(closed, ground.inputs)
    if problems:
        raise InputError(f"round {bidding.id}", problems)
    known = replace(ground, inputs=tuple(_as_counted(each, paper.counted_until) for each in ground.inputs))
    return _Standing(known, vote, paper, closed)


def _changed(paper: VotePaper, present: object) -> Sequence[str]:
    if dict(paper.details) == present:
        return ()
    return ("the hall's details were changed since the vote: change them back, or withdraw the vote and open another",)


def _gone(closed: ClosedRound, inputs: Sequence[HallInputs]) -> Sequence[str]:
    present = {employee.id for each in inputs for employee in each.staff.employees}
    return [
        f"{each.employee} bid, but is on the staff list no more: put them back, with the day on which they leave"
        for each in closed.sealed
        if each.employee not in present
    ]


def _as_counted(inputs: HallInputs, until: int) -> HallInputs:
    """The hall with the counts that its forecast was made from, without those that came in since."""
    return replace(inputs, history=tuple(each for each in inputs.history if each.hour.end <= until))
