"""What else can be asked of a counted vote: rejected templates, groups left short, the vote without a cover limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from shiftbid.domain.ballot import Ballot
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.outcome import SolveStatus
from shiftbid.services.vote_result import ballot_approvals
from shiftbid.solver.cover_guard import CoverGuard
from shiftbid.solver.election import Election, elect_within
from shiftbid.solver.period_cover import PeriodNeed, adopted_menu, period_cover, relaxed_cover
from shiftbid.solver.proof import ProofLimit
from shiftbid.solver.rejected_template import forced_in
from shiftbid.solver.template_cover import CoverProblem
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.voting.ballot_paper import BallotPaper, paper_of
from shiftbid.voting.contest import seat_contest
from shiftbid.voting.cover_audit import AuditedViolation, audit
from shiftbid.voting.election_record import adopted_menu_of


@dataclass(frozen=True, slots=True)
class RejectedTemplate:
    """What adopting a rejected template would have meant.

    Attributes
    ----------
    approvals
        Ballots that approve it.
    status
        Optimal: the set below is the best of those with it that cover. Infeasible: no set with it covers. Else the
        limit of work left it open.
    displaced, joined
        Winners that the best set with it lacks, and what else it has in their place.
    score
        Points of that set.
    """

    template: str
    approvals: int
    status: SolveStatus
    displaced: tuple[str, ...]
    joined: tuple[str, ...]
    score: Fraction

    def sentence(self) -> str:
        """Tell it in words."""
        if self.status is SolveStatus.INFEASIBLE:
            return f"{self.template} ({self.approvals} approve): no set with it covers the demand within the limits."
        if not self.displaced:
            return f"{self.template} ({self.approvals} approve): not decided within the limit of work."
        beside = f" and {', '.join(self.joined)}" if self.joined else ""
        return (
            f"{self.template} ({self.approvals} approve): it{beside} would have displaced {', '.join(self.displaced)},"
            f" for {float(self.score):.2f} points."
        )


@dataclass(frozen=True, slots=True)
class VoteInquiry:
    """Answers about a counted vote.

    Attributes
    ----------
    rejected
        Templates not adopted, those with most approvals first.
    short
        Groups that EJR+ promises more, each with whether cover excuses it.
    free_score
        The most points of any set of so many templates, covering or not.
    """

    rejected: tuple[RejectedTemplate, ...]
    short: tuple[AuditedViolation, ...]
    free_score: Fraction


def inquire(record: Mapping[str, Any], hall: Hall, demand: tuple[DemandSlot, ...], limit: WorkLimit) -> VoteInquiry:
    """Answer what can be asked of a vote's record and the demand that it had to cover; takes seconds."""
    paper = paper_of(record)
    ballots = tuple(Ballot(name, approvals) for name, approvals in ballot_approvals(record).items())
    need = PeriodNeed(hall.id, hall.zone, demand, paper.capacities, paper.most_paid_minutes)
    cover = period_cover(need, paper.templates, paper.seats)
    winners = adopted_menu_of(record)
    known = [adopted_menu(menu, cover) for menu in (winners, *paper.affordable_menus)]
    proofs = ProofLimit(work=limit.vote_work)
    guard = CoverGuard(cover.problem, paper.most_missing_half_hours, proofs, known)
    vote = Election(relaxed_cover(need, paper.templates, paper.seats), 0, ballots, record["seed"])
    elected = frozenset(template.id for template in winners.templates)
    rejected = [
        _rejected(vote, guard, template.id, elected, proofs)
        for template in paper.templates
        if template.id not in elected
    ]
    short = ()
    if ballots:
        names = [template.id for template in paper.templates]
        short = audit(seat_contest(names, ballots, min(paper.seats, len(names))), elected, guard.can_extend)
    return VoteInquiry(
        tuple(sorted(rejected, key=lambda each: (-each.approvals, each.template))),
        short,
        _free_score(paper, ballots, record["seed"], proofs),
    )


def _rejected(
    vote: Election, guard: CoverGuard, template: str, elected: frozenset[str], limit: ProofLimit
) -> RejectedTemplate:
    best = forced_in(vote, guard, template, limit)
    found = bool(best.templates)
    return RejectedTemplate(
        template=template,
        approvals=sum(template in ballot.approved for ballot in vote.ballots),
        status=best.status,
        displaced=tuple(sorted(elected - best.templates)) if found else (),
        joined=tuple(sorted(best.templates - elected - {template})),
        score=best.score,
    )


def _free_score(paper: BallotPaper, ballots: tuple[Ballot, ...], seed: str, limit: ProofLimit) -> Fraction:
    names = tuple(template.id for template in paper.templates)
    anything = CoverProblem((), names, (), (), paper.seats)
    free = elect_within(Election(anything, 0, ballots, seed), CoverGuard(anything, 0, limit), limit, lambda _: None)
    return free.score
