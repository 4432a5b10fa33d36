"""The vote on templates: ballots elect one of the sets that are proven to cover the demand, by the hall's method."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from shiftbid.domain.ballot import ADOPTED_ID, ADOPTED_TITLE, Ballot, Menu, VoteMethod
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.solver.cover_guard import CoverGuard
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.election import Elected, Election, elect_within, score_of
from shiftbid.solver.period_cover import (
    PeriodNeed,
    adopted_menu,
    cheapest_menu,
    period_cover,
    relaxed_cover,
)
from shiftbid.solver.proof import ProofLimit
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.voting.ballot_paper import BallotPaper
from shiftbid.voting.contest import priced_seat_contest, seat_contest
from shiftbid.voting.elected_templates import ElectedTemplates
from shiftbid.voting.equal_shares_story import equal_shares_story
from shiftbid.voting.phragmen_story import Round, phragmen_story

ElectionProgress = Callable[[str], None]
"""Hears which stage begins; may raise to cancel."""
_SEED = 0


def elect_templates(
    paper: BallotPaper,
    need: PeriodNeed,
    ballots: Sequence[Ballot],
    seed: str,
    limit: WorkLimit,
    progress: ElectionProgress,
) -> ElectedTemplates:
    """Count ballots on the candidates of a paper; what nobody has answered is decided by tie numbers from `seed`.

    Where no ballot approves anything, the first menu of the paper is adopted as it stands.
    """
    if not any(ballot.approved for ballot in ballots):
        return ElectedTemplates(_as_adopted(paper.menus[0]), SolveStatus.OPTIMAL, Fraction(0), Fraction(0), (), ())
    cover = period_cover(need, paper.templates, paper.seats)
    known = [adopted_menu(menu, cover) for menu in paper.affordable_menus]
    proofs = ProofLimit(work=limit.vote_work)
    guard = CoverGuard(cover.problem, paper.most_missing_half_hours, proofs, known)
    bound: Fraction | None = None
    rounds: tuple[Round, ...] = ()
    if paper.method is VoteMethod.PROPORTIONAL:
        relaxed = relaxed_cover(need, paper.templates, paper.seats)
        elected = elect_within(Election(relaxed, 0, tuple(ballots), seed), guard, proofs, progress)
        bound = elected.bound
    else:
        elected, rounds = _by_rounds(paper, guard, ballots, seed)
    progress("cheapest heads")
    work = CpSatWork(limit.menu_work, _SEED)
    menu = cheapest_menu(cover, elected.adopted or known[0], paper.most_missing_half_hours, work)
    stages = (*elected.stages, _cost_stage(menu))
    return ElectedTemplates(menu, elected.status, elected.score, bound, stages, rounds)


def _by_rounds(
    paper: BallotPaper, guard: CoverGuard, ballots: Sequence[Ballot], seed: str
) -> tuple[Elected, tuple[Round, ...]]:
    """Fill the seats one by one; what is not proven to lead to an allowed set is skipped too."""
    names = [template.id for template in paper.templates]
    seats = min(paper.seats, len(names))
    if paper.method is VoteMethod.PHRAGMEN:
        rounds = phragmen_story(seat_contest(names, ballots, seats), seed, guard.can_extend)
    else:
        prices = {template.id: Fraction(template.paid_minutes, 60) for template in paper.templates}
        rounds = equal_shares_story(priced_seat_contest(prices, ballots, seats), seed, guard.can_extend)
    adopted = guard.witness_of(frozenset(each.taken.candidate for each in rounds))
    status = SolveStatus.FEASIBLE if guard.undecided else SolveStatus.OPTIMAL
    score = Fraction(0) if adopted is None else score_of(ballots, adopted.templates)
    return Elected(status, adopted, score, score, ()), rounds


def _as_adopted(menu: Menu) -> Menu:
    return replace(menu, id=ADOPTED_ID, title=ADOPTED_TITLE)


def _cost_stage(menu: Menu) -> Stage:
    proven = menu.objective <= menu.bound
    status = SolveStatus.OPTIMAL if proven else SolveStatus.FEASIBLE
    return Stage("paid time", "half-hours", status, menu.objective, menu.bound, 0.0)
