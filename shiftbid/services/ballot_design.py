"""Draw up the paper of a vote: menus as points of reference, and the templates worth voting on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from shiftbid.domain.ballot import Candidate, Menu, Origin
from shiftbid.domain.ballot_terms import BallotTerms
from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import Stage
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.services.menu_design import MenuRequest, menu_problem
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.solver.menus import design_menus
from shiftbid.solver.useful_templates import useful_templates
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.voting.ballot_paper import BallotPaper

MENU_COUNT = 3
CANDIDATES_PER_SEAT = 3.5


@dataclass(frozen=True, slots=True)
class DesignedBallot:
    """A paper, and how well it was proven."""

    paper: BallotPaper
    stages: tuple[Stage, ...]


def design_ballot(
    request: MenuRequest, terms: BallotTerms, limit: WorkLimit, listener: ProgressListener
) -> DesignedBallot:
    """Design menus that cover the demand, and choose the templates that are put to the vote.

    On the ballot are the templates of every menu, every proposal, and as many more as cover well or widen the choice
    of times, some three or four for each seat.

    Raises InputError where the hall never opens, no template is legal, or no menu covers the demand.
    """
    problem = menu_problem(request)
    designed = design_menus(
        problem, MENU_COUNT, request.seed, limit, lambda share, text: listener(Progress("menus", share, text))
    )
    if not designed.menus:
        raise InputError(f"menus of {request.hall.name}", designed.reasons)
    proposed = {template.id for template in request.proposals}
    proposals = [template for template in problem.candidates if template.id in proposed]
    known = _by_id([*(template for menu in designed.menus for template in menu.templates), *proposals])
    more = round(CANDIDATES_PER_SEAT * problem.max_templates) - len(known)
    useful = useful_templates(problem, known, more)
    candidates = [_candidate(template, proposed, designed.menus) for template in (*known, *useful)]
    least = designed.stages[0]
    cheapest_minutes = min(menu.paid_minutes for menu in designed.menus)
    paper = BallotPaper(
        method=terms.method,
        seats=problem.max_templates,
        candidates=tuple(sorted(candidates, key=lambda each: _by_times(each.template))),
        menus=designed.menus,
        capacities=problem.capacities,
        least_missing_half_hours=round(least.objective or 0),
        least_missing_bound=round(least.bound or 0),
        most_missing_half_hours=designed.most_missing_half_hours,
        most_paid_minutes=int(cheapest_minutes * (1 + terms.most_extra_hours_percent / 100)),
    )
    return DesignedBallot(paper, designed.stages)


def _candidate(template: ShiftTemplate, proposed: set[str], menus: Sequence[Menu]) -> Candidate:
    holders = tuple(menu.id for menu in menus if template in menu.templates)
    if template.id in proposed:
        return Candidate(template, Origin.PROPOSAL, holders)
    return Candidate(template, Origin.MENU if holders else Origin.USEFUL, holders)


def _by_id(templates: Sequence[ShiftTemplate]) -> tuple[ShiftTemplate, ...]:
    return tuple({template.id: template for template in templates}.values())


def _by_times(template: ShiftTemplate) -> tuple[str, int, int, str]:
    return template.skill, template.start_minute, template.end_minute, template.id
