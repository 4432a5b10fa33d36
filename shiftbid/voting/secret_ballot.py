"""Secret ballots: what lies in a sealed box of a vote, and the ballots that count once the boxes are open."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.ballot import Answer, Ballot, approved

BALLOT_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class SecretBallot:
    """One person's answers.

    Attributes
    ----------
    id
        Random; only the voter knows whose it is, and finds the ballot under it when all are published.
    answers
        Answer to each template that the person spoke of.
    """

    id: str
    answers: Mapping[str, Answer]

    @property
    def approvals(self) -> Ballot:
        """The ballot as approval voting counts it: templates that the person wants or can live with."""
        return Ballot(self.id, approved(self.answers))


@dataclass(frozen=True, slots=True)
class OpenedBallots:
    """Ballots in order of their random ids, which says nothing of who gave them, and how many boxes held none."""

    ballots: tuple[SecretBallot, ...]
    spoiled: int


def ballot_text(poll: str, employee: str, ballot: SecretBallot) -> str:
    """What is sealed: the ballot with the vote and person it is for, so that a box copied elsewhere does not count."""
    answers = {template: answer.value for template, answer in ballot.answers.items()}
    return canonical_json({"poll": poll, "employee": employee, "ballot": ballot.id, "answers": answers})


def opened_ballots(poll: str, texts: Sequence[tuple[str, str | None]], templates: Collection[str]) -> OpenedBallots:
    """Read the opened boxes of a vote.

    Parameters
    ----------
    texts
        Employee id and what lay in the box; None where it did not open.
    """
    ballots: dict[str, SecretBallot] = {}
    spoiled = 0
    for employee, text in texts:
        ballot = _ballot(poll, employee, text, templates)
        if ballot is None or ballot.id in ballots:
            spoiled += 1
        else:
            ballots[ballot.id] = ballot
    return OpenedBallots(tuple(ballots[each] for each in sorted(ballots)), spoiled)


def answers_record(ballots: Sequence[SecretBallot]) -> list[Mapping[str, Any]]:
    """Ballots as records hold them."""
    return [
        {"id": each.id, "answers": {template: answer.value for template, answer in sorted(each.answers.items())}}
        for each in ballots
    ]


def _ballot(poll: str, employee: str, text: str | None, templates: Collection[str]) -> SecretBallot | None:
    try:
        found = json.loads(text or "")
        answers = {template: Answer(answer) for template, answer in found["answers"].items()}
        fits = (found["poll"], found["employee"]) == (poll, employee) and answers.keys() <= set(templates)
        name = str(found["ballot"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return SecretBallot(name, answers) if fits and BALLOT_ID.fullmatch(name) else None
