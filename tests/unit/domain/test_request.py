from itertools import product

import pytest

from shiftbid.domain.errors import BugError, InputError
from shiftbid.domain.request import NEXT, RequestAct, RequestState, RequestStep, TimeOffRequest
from shiftbid.domain.staff import LeaveKind
from shiftbid.domain.timeline import Interval


def step(act: RequestAct, reason: str = "because") -> RequestStep:
    return RequestStep(act, "m", 100, reason)


def request(*acts: RequestAct) -> TimeOffRequest:
    steps = tuple(step(act) for act in (RequestAct.ASK, *acts))
    return TimeOffRequest("r1", "e1", LeaveKind.ANNUAL, Interval(0, 60), steps)


WAYS = {
    RequestState.ASKED: request(),
    RequestState.GRANTED: request(RequestAct.GRANT),
    RequestState.REFUSED: request(RequestAct.REFUSE),
    RequestState.TAKEN: request(RequestAct.GRANT, RequestAct.TAKE),
    RequestState.CANCELLED: request(RequestAct.CANCEL),
}
POSSIBLE = {
    ("asked", "grant"): "granted",
    ("asked", "refuse"): "refused",
    ("asked", "cancel"): "cancelled",
    ("granted", "take"): "taken",
    ("granted", "cancel"): "cancelled",
    ("taken", "cancel"): "cancelled",
}


@pytest.mark.parametrize(("state", "act"), list(product(RequestState, RequestAct)))
def test_every_act_leads_where_the_table_says_or_is_refused(state: RequestState, act: RequestAct) -> None:
    before = WAYS[state]
    assert before.state is state
    following = POSSIBLE.get((state.value, act.value))
    if following is None:
        with pytest.raises(InputError, match=f"it is {state.value}: {act.value} is not possible, only "):
            before.after(step(act))
    else:
        after = before.after(step(act))
        assert (after.state.value, after.steps[:-1], after.steps[-1]) == (following, before.steps, step(act))


def test_what_still_stands_for_time_off() -> None:
    assert {state for state, made in WAYS.items() if made.open} == {
        RequestState.ASKED,
        RequestState.GRANTED,
        RequestState.TAKEN,
    }
    assert set(NEXT) == set(RequestState)


def test_a_refusal_needs_a_reason_and_a_grant_does_not() -> None:
    with pytest.raises(InputError, match="give a reason to refuse it"):
        request().after(step(RequestAct.REFUSE, " "))
    assert request().after(step(RequestAct.GRANT, "")).state is RequestState.GRANTED


@pytest.mark.parametrize("steps", [(), (step(RequestAct.GRANT),), (step(RequestAct.ASK), step(RequestAct.TAKE))])
def test_steps_that_do_not_follow_one_another_are_our_mistake(steps: tuple[RequestStep, ...]) -> None:
    with pytest.raises(BugError, match="request r1"):
        _ = TimeOffRequest("r1", "e1", LeaveKind.ANNUAL, Interval(0, 60), steps).state
