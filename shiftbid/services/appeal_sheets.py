"""Appeals as screens show them: who complains of what, how it was answered and decided, and by when it has to be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from shiftbid.domain.appeal import AppealCause, AppealStanding, CauseStatistics
from shiftbid.domain.case import Case, CaseAct
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.shift import Shift


class AppealDuty(StrEnum):
    """What an appeal waits for from whoever looks at it."""

    ANSWER = "answer"
    DECIDE = "decide"


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
    duty
        What whoever looks at it may do about it now; None for nothing.
    """

    standing: AppealStanding
    name: str
    shift: Shift
    answer: str
    found: str
    recorded: str
    decision: str
    duty: AppealDuty | None = None


@dataclass(frozen=True, slots=True)
class AppealBoard:
    """The appeals that somebody may see who answers or decides them.

    Attributes
    ----------
    statistics
        What became of all appeals of the hall, by cause; None for a trustee of the staff, who sees single appeals.
    now
        When all this was read, in UTC seconds by the clock of the store.
    """

    zone: str
    appeals: tuple[AppealSheet, ...]
    statistics: Mapping[AppealCause, CauseStatistics] | None
    terms: HallTerms
    now: int

    def of_duty(self, duty: AppealDuty) -> tuple[AppealSheet, ...]:
        """Appeals that wait for one thing from whoever looks at them."""
        return tuple(each for each in self.appeals if each.duty is duty)


def appeal_sheet(
    case: Case,
    standing: AppealStanding,
    names: Mapping[str, str],
    shifts: Mapping[str, Shift],
    duty: AppealDuty | None = None,
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
        duty=duty,
    )
