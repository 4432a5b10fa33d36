"""The public record of an election: all that anybody needs to count it again (docs/formats/records.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shiftbid.domain.ballot import Answer, Menu
from shiftbid.domain.outcome import Stage
from shiftbid.domain.timeline import Period
from shiftbid.voting.ballot_paper import BallotPaper, menu_object, menu_of, paper_object, paper_of
from shiftbid.voting.elected_templates import ElectedTemplates
from shiftbid.voting.phragmen_story import Contender, Round
from shiftbid.voting.secret_ballot import SecretBallot, answers_record


@dataclass(frozen=True, slots=True)
class Counting:
    """Under what an election was counted.

    Attributes
    ----------
    seed
        Text from which the templates' tie numbers come.
    limits, versions
        Limits of the solver, in work, and the versions it ran on.
    """

    seed: str
    limits: Mapping[str, Any]
    versions: Mapping[str, str]


def election_record(
    hall: str,
    period: Period,
    paper: BallotPaper,
    ballots: Sequence[SecretBallot],
    elected: ElectedTemplates,
    counting: Counting,
) -> Mapping[str, Any]:
    """Put an election on record. Ballots are ordered by their random ids, so nothing shows who cast them."""
    return {
        "hall": hall,
        "period": {"first": period.first.isoformat(), "last": period.last.isoformat()},
        **paper_object(paper),
        "seed": counting.seed,
        "ballots": answers_record(sorted(ballots, key=lambda each: each.id)),
        "tally": [_tally(template.id, ballots) for template in paper.templates],
        "adopted": menu_object(elected.adopted),
        "status": elected.status.value,
        "score": str(elected.score),
        "bound": None if elected.bound is None else str(elected.bound),
        "stages": [_stage(stage) for stage in elected.stages],
        "rounds": [_round(each) for each in elected.rounds],
        "limits": dict(counting.limits),
        "versions": dict(counting.versions),
    }


def adopted_menu_of(record: Mapping[str, Any]) -> Menu:
    """The menu that an election's record says is adopted."""
    return menu_of(record["adopted"], {template.id: template for template in paper_of(record).templates})


def _tally(template: str, ballots: Sequence[SecretBallot]) -> Mapping[str, Any]:
    said = [ballot.answers.get(template) for ballot in ballots]
    return {"template": template, **{answer.value: said.count(answer) for answer in Answer}}


def _stage(stage: Stage) -> Mapping[str, Any]:
    return {
        "name": stage.name,
        "unit": stage.unit,
        "status": stage.status.value,
        "objective": stage.objective,
        "bound": stage.bound,
    }


def _round(each: Round) -> Mapping[str, Any]:
    return {
        "number": each.number,
        "skipped": [_contender(skip) for skip in each.skipped],
        "taken": _contender(each.taken),
        "ties": list(each.ties),
        "sentence": each.sentence(),
    }


def _contender(each: Contender) -> Mapping[str, Any]:
    return {"template": each.candidate, "supporters": each.supporters, "load": str(each.load)}
