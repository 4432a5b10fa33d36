"""Papers and records of votes on few templates, as plans and publications hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from shiftbid.domain.ballot import Answer, Candidate, Menu, Origin, VoteMethod
from shiftbid.domain.capacity import Capacity
from shiftbid.domain.outcome import SolveStatus
from shiftbid.domain.shift import ShiftTemplate
from shiftbid.domain.timeline import Period
from shiftbid.voting.ballot_paper import BallotPaper
from shiftbid.voting.elected_templates import ElectedTemplates
from shiftbid.voting.election_record import Counting, election_record
from shiftbid.voting.secret_ballot import SecretBallot


def small_paper(templates: Sequence[ShiftTemplate], menus: Sequence[Menu], seats: int, missing: int = 9) -> BallotPaper:
    """A paper on templates, with so many half-hours that may be missing."""
    candidates = tuple(
        Candidate(template, Origin.MENU, tuple(menu.id for menu in menus if template in menu.templates))
        for template in templates
    )
    skills = frozenset(template.skill for template in templates)
    capacities = (Capacity(skills, 100, 100_000),)
    return BallotPaper(VoteMethod.PROPORTIONAL, seats, candidates, tuple(menus), capacities, 0, 0, missing)


def small_record(
    hall: str, period: Period, paper: BallotPaper, adopted: Menu, answers: Mapping[str, Mapping[str, Answer]]
) -> Mapping[str, Any]:
    """The record of a vote in which a menu won, whatever was answered."""
    ballots = [SecretBallot(name, given) for name, given in answers.items()]
    elected = ElectedTemplates(adopted, SolveStatus.OPTIMAL, Fraction(3, 2), Fraction(3, 2), (), ())
    return election_record(hall, period, paper, ballots, elected, Counting("seed", {"vote_work": 6}, {"ortools": "9"}))
