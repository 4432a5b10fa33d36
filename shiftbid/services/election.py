"""Hold the vote on templates: seal nothing but the names, count, adopt, put on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from shiftbid.domain.ballot import Answer
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.timeline import Period
from shiftbid.services.held_election import HeldElection
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.secrets import SecretSource
from shiftbid.solver.period_cover import PeriodNeed
from shiftbid.solver.work_limit import WorkLimit, solver_versions
from shiftbid.voting.ballot_paper import BallotPaper
from shiftbid.voting.election_record import Counting, election_record
from shiftbid.voting.secret_ballot import SecretBallot
from shiftbid.voting.template_election import elect_templates

BALLOT_ID_LENGTH = 16
_STEPS = ("most points", "tie order", "cheapest heads")


@dataclass(frozen=True, slots=True)
class ElectionGround:
    """What an election is held on.

    Attributes
    ----------
    demand
        The half-hours that the adopted set has to cover.
    """

    hall: Hall
    period: Period
    demand: tuple[DemandSlot, ...]
    paper: BallotPaper


def hold_election(
    ground: ElectionGround,
    answers: Mapping[str, Mapping[str, Answer]],
    secret: SecretSource,
    limit: WorkLimit,
    listener: ProgressListener,
) -> HeldElection:
    """Count the ballots of a hall under random ids.

    Parameters
    ----------
    answers
        What each voter says of the templates put to the vote, by employee id.
    """
    hall, first = ground.hall.id, ground.period.first.isoformat()
    ballots = [
        SecretBallot(secret("ballot", hall, first, voter)[:BALLOT_ID_LENGTH], given) for voter, given in answers.items()
    ]
    return count_election(ground, ballots, secret("election", hall, first), limit, listener)


def count_election(
    ground: ElectionGround, ballots: Sequence[SecretBallot], seed: str, limit: WorkLimit, listener: ProgressListener
) -> HeldElection:
    """Count ballots that stand under random ids already; equal sets are told apart by tie numbers from `seed`."""

    def hear(step: str) -> None:
        listener(Progress("vote", _STEPS.index(step) / len(_STEPS), step))

    hall, paper = ground.hall, ground.paper
    need = PeriodNeed(hall.id, hall.zone, ground.demand, paper.capacities, paper.most_paid_minutes)
    approvals = [ballot.approvals for ballot in ballots]
    elected = elect_templates(paper, need, approvals, seed, limit, hear)
    limits = {"mode": "work", "threads": 1, "vote_work": limit.vote_work, "menu_work": limit.menu_work}
    counting = Counting(seed, limits, solver_versions())
    record = election_record(hall.id, ground.period, paper, ballots, elected, counting)
    return HeldElection(elected.adopted, len(ballots), record, elected.stages)
