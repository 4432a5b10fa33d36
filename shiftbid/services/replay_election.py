"""Replay of a vote: its ballots counted again from the public record, and whatever differs."""

from __future__ import annotations

from shiftbid.domain.ballot import Answer
from shiftbid.domain.errors import InputError
from shiftbid.services.election import ElectionGround, count_election
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication, JsonObject
from shiftbid.services.replay import Replay, Replayed
from shiftbid.services.replay_comparison import differences, other_versions
from shiftbid.solver.work_limit import WorkLimit
from shiftbid.voting.ballot_paper import paper_object, paper_of
from shiftbid.voting.secret_ballot import SecretBallot


def replay_election(record: JsonObject, publication: HallPublication, listener: ProgressListener) -> Replay:
    """Count a vote again on its own ballots, seed and limits, and compare the records byte for byte.

    What the count starts from (paper, ballots, seed) is compared with what was published.

    Parameters
    ----------
    record
        One election of ``election.json``.
    publication
        What was published with it: demand and paper are read from here, the outcome is not.

    Raises
    ------
    InputError
        The record does not name the limits of its solver, or is of another hall or period.
    """
    hall, period = publication.hall, publication.roster.period
    stated = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    if (record["hall"], record["period"]) != (hall.id, stated):
        raise InputError(
            "election",
            [f"is of {record['hall']}, {record['period']}; the inputs are of {hall.id}, {stated}"],
        )
    paper = paper_of(publication.election)
    ballots = [
        SecretBallot(each["id"], {template: Answer(said) for template, said in each["answers"].items()})
        for each in record["ballots"]
    ]
    ground = ElectionGround(hall, period, publication.demand, paper)
    counted = count_election(ground, ballots, record["seed"], _limit(record), listener).record
    given = {"seed": publication.election["seed"], "ballots": publication.election["ballots"]}
    again = {**counted, **paper_object(paper), **given}
    return Replay(Replayed.VOTE, hall.id, other_versions(record), differences(record, again))


def _limit(record: JsonObject) -> WorkLimit:
    limits = record["limits"]
    missing = sorted({"vote_work", "menu_work"} - limits.keys())
    if missing:
        raise InputError(
            "election.json", [f"limits lack {', '.join(missing)}: this vote was counted by another version"]
        )
    return WorkLimit(vote_work=limits["vote_work"], menu_work=limits["menu_work"])
