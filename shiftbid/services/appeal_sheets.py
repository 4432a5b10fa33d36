"""Appeals as screens show them: who complains of what, how it was answered and decided, and by when it has to be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.appeal import AppealStanding
from shiftbid.domain.case import Case, CaseAct
from shiftbid.domain.shift import Shift


@dataclass(frozen=True, slots=True)
class AppealSheet:
    """An appeal.

    Attributes
    ----------
    name
        Of the person who raised it.
    shift
        What it is about.
    answer, found, recorded
        The manager's words, the reason found anew, and what the round's record says; empty before the answer, and
        where there is none.
    decision
        The reason of the decision; empty before.
    """

    standing: AppealStanding
    name: str
    shift: Shift
    answer: str
    found: str
    recorded: str
    decision: str


def appeal_sheet(
    case: Case, standing: AppealStanding, names: Mapping[str, str], shifts: Mapping[str, Shift]
) -> AppealSheet:
    """Read an appeal from its case."""
    answered = case.step(CaseAct.ANSWER)
    answer = json.loads(answered.content) if answered else {}
    decided = case.step(CaseAct.UPHOLD) or case.step(CaseAct.DISMISS)
    return AppealSheet(
        standing=standing,
        name=names[standing.appeal.employee],
        shift=shifts[standing.appeal.shift],
        answer=answer.get("text", ""),
        found=answer.get("sentence", ""),
        recorded=answer.get("recorded") or "",
        decision=json.loads(decided.content)["reason"] if decided else "",
    )
