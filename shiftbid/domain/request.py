"""Requests for time off: asked by a person, answered with a reason, taken or cancelled; each step is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import Interval


class RequestAct(StrEnum):
    """What somebody does with a request."""

    ASK = "ask"
    GRANT = "grant"
    REFUSE = "refuse"
    TAKE = "take"
    """The time off has begun and stands in the roster."""
    CANCEL = "cancel"


class RequestState(StrEnum):
    """How a request stands."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"
    TAKEN = "taken"
    CANCELLED = "cancelled"


NEXT: Mapping[RequestState, Mapping[RequestAct, RequestState]] = {
    RequestState.ASKED: {
        RequestAct.GRANT: RequestState.GRANTED,
        RequestAct.REFUSE: RequestState.REFUSED,
        RequestAct.CANCEL: RequestState.CANCELLED,
    },
    RequestState.GRANTED: {RequestAct.TAKE: RequestState.TAKEN, RequestAct.CANCEL: RequestState.CANCELLED},
    RequestState.TAKEN: {RequestAct.CANCEL: RequestState.CANCELLED},
    RequestState.REFUSED: {},
    RequestState.CANCELLED: {},
}
"""What may be done in each state, and the state it leads to."""

NEEDS_REASON = (RequestAct.REFUSE,)


@dataclass(frozen=True, slots=True)
class RequestStep:
    """One act: by whom (user id), when (UTC seconds), and why."""

    act: RequestAct
    by: str
    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class TimeOffRequest:
    """A person asks to be away in a span: leave, time off in lieu, or not available.

    Attributes
    ----------
    steps
        What was done with it, in order; the first is the asking.
    """

    id: str
    employee: str
    kind: LeaveKind
    span: Interval
    steps: tuple[RequestStep, ...]

    @property
    def state(self) -> RequestState:
        """How it stands after its steps; BugError where they do not follow one another."""
        if not self.steps or self.steps[0].act is not RequestAct.ASK:
            raise BugError(f"request {self.id} does not begin with its asking")
        state = RequestState.ASKED
        for step in self.steps[1:]:
            following = NEXT[state].get(step.act)
            if following is None:
                raise BugError(f"request {self.id} is {state.value} and has the step {step.act.value}")
            state = following
        return state

    @property
    def open(self) -> bool:
        """Whether it still stands for time off: asked, granted or taken."""
        return self.state in (RequestState.ASKED, RequestState.GRANTED, RequestState.TAKEN)

    def after(self, step: RequestStep) -> TimeOffRequest:
        """The request with one more step; raises InputError where its state or a missing reason forbids it."""
        problems: list[str] = []
        if step.act not in NEXT[self.state]:
            possible = ", ".join(NEXT[self.state]) or "nothing more"
            problems.append(f"it is {self.state.value}: {step.act.value} is not possible, only {possible}")
        if step.act in NEEDS_REASON and not step.reason.strip():
            problems.append(f"give a reason to {step.act.value} it")
        if problems:
            raise InputError(f"request {self.id}", problems)
        return replace(self, steps=(*self.steps, step))
