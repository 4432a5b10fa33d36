"""Cases: what people bring up about a published roster, from its opening to its end.

Somebody offers a shift, people exchange shifts, somebody appeals against an award. A case is what its opening and the
steps after it say; nothing of it is ever changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Period


class CaseKind(StrEnum):
    """What is brought up."""

    OFFER = "offer"
    """Somebody would give a shift away, or give it for another."""
    EXCHANGE = "exchange"
    """Shifts go from hand to hand among people who agree."""
    APPEAL = "appeal"
    """Somebody complains about an award."""


class CaseAct(StrEnum):
    """What moves a case on."""

    AGREE = "agree"
    """One of the people concerned agrees."""
    APPROVE = "approve"
    """A manager approves, where the hall wants that."""
    CARRY_OUT = "carry-out"
    """The roster is changed."""
    REFUSE = "refuse"
    """One of the people concerned, or a manager, refuses."""
    WITHDRAW = "withdraw"
    """Whoever opened it takes it back."""
    ANSWER = "answer"
    """The appeal is answered with the recomputed reason."""
    UPHOLD = "uphold"
    """The appeal is found right."""
    DISMISS = "dismiss"
    """The appeal is found wrong."""


class CaseState(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ANSWERED = "answered"
    UPHELD = "upheld"
    DISMISSED = "dismissed"


_AFTER: Mapping[CaseKind, Mapping[tuple[CaseState, CaseAct], CaseState]] = {
    CaseKind.OFFER: {
        (CaseState.OPEN, CaseAct.CARRY_OUT): CaseState.DONE,
        (CaseState.OPEN, CaseAct.WITHDRAW): CaseState.WITHDRAWN,
    },
    CaseKind.EXCHANGE: {
        (CaseState.OPEN, CaseAct.AGREE): CaseState.OPEN,
        (CaseState.OPEN, CaseAct.APPROVE): CaseState.OPEN,
        (CaseState.OPEN, CaseAct.CARRY_OUT): CaseState.DONE,
        (CaseState.OPEN, CaseAct.REFUSE): CaseState.REFUSED,
        (CaseState.OPEN, CaseAct.WITHDRAW): CaseState.WITHDRAWN,
    },
    CaseKind.APPEAL: {
        (CaseState.OPEN, CaseAct.ANSWER): CaseState.ANSWERED,
        (CaseState.OPEN, CaseAct.WITHDRAW): CaseState.WITHDRAWN,
        (CaseState.ANSWERED, CaseAct.UPHOLD): CaseState.UPHELD,
        (CaseState.ANSWERED, CaseAct.DISMISS): CaseState.DISMISSED,
        (CaseState.ANSWERED, CaseAct.WITHDRAW): CaseState.WITHDRAWN,
    },
}


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One act on a case.

    Attributes
    ----------
    by
        Id of the user who acted.
    at
        Instant by the clock of the store, in UTC seconds.
    content
        What was said, as canonical JSON.
    """

    act: CaseAct
    by: str
    at: int
    content: str


@dataclass(frozen=True, slots=True)
class Case:
    """Something brought up about the roster of a hall and period.

    Attributes
    ----------
    number
        1, 2, 3 … among the cases of one kind, hall and period.
    opened_by
        Id of the user who brought it up.
    opened_at
        Instant by the clock of the store, in UTC seconds.
    content
        What it is about, as canonical JSON.
    """

    kind: CaseKind
    hall: str
    period: Period
    number: int
    opened_by: str
    opened_at: int
    content: str
    steps: tuple[CaseStep, ...] = ()

    @property
    def id(self) -> str:
        """Name on record: hall, first day, last day, kind and number."""
        first, last = self.period.first.isoformat(), self.period.last.isoformat()
        return f"{self.hall}/{first}/{last}/{self.kind}/{self.number}"

    @property
    def state(self) -> CaseState:
        """Where the case stands after all its steps."""
        state = CaseState.OPEN
        for step in self.steps:
            state = _AFTER[self.kind][state, step.act]
        return state

    def after(self, step: CaseStep) -> Case:
        """Give the case with one more step; InputError where the step does not follow from where the case stands."""
        if (self.state, step.act) not in _AFTER[self.kind]:
            raise InputError(f"{self.kind} {self.number}", [f"is {self.state}; {step.act} does not follow"])
        return replace(self, steps=(*self.steps, step))

    def step(self, act: CaseAct) -> CaseStep | None:
        """The first step of an act; None where it has not been done."""
        return next((step for step in self.steps if step.act is act), None)
