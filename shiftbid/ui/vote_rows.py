"""The choices of a vote as rows, with one's own answer and the count. Qt-free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.ballot import Answer
from shiftbid.services.poll_sheets import Choice, Tally, VoteSheet


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A choice; `answer` is one's own so far, `tally` None until the vote is counted."""

    choice: Choice
    answer: Answer | None
    tally: Tally | None


def vote_rows(sheet: VoteSheet, answers: Mapping[str, Answer]) -> tuple[VoteRow, ...]:
    """Rows in the order of the paper."""
    tallies = {each.choice: each for each in sheet.tallies}
    return tuple(VoteRow(choice, answers.get(choice.id), tallies.get(choice.id)) for choice in sheet.choices)
