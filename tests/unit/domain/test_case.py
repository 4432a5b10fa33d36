"""Cases: what may be done in which state, for each kind."""

from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.case import Case, CaseAct, CaseKind, CaseState, CaseStep
from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Period

WEEK = Period.of_weeks(date(2026, 1, 5), 1)
FOLLOWING = {
    CaseKind.OFFER: {CaseState.OPEN: {CaseAct.CARRY_OUT: CaseState.DONE, CaseAct.WITHDRAW: CaseState.WITHDRAWN}},
    CaseKind.EXCHANGE: {
        CaseState.OPEN: {
            CaseAct.AGREE: CaseState.OPEN,
            CaseAct.APPROVE: CaseState.OPEN,
            CaseAct.CARRY_OUT: CaseState.DONE,
            CaseAct.REFUSE: CaseState.REFUSED,
            CaseAct.WITHDRAW: CaseState.WITHDRAWN,
        }
    },
    CaseKind.APPEAL: {
        CaseState.OPEN: {CaseAct.ANSWER: CaseState.ANSWERED, CaseAct.WITHDRAW: CaseState.WITHDRAWN},
        CaseState.ANSWERED: {
            CaseAct.UPHOLD: CaseState.UPHELD,
            CaseAct.DISMISS: CaseState.DISMISSED,
            CaseAct.WITHDRAW: CaseState.WITHDRAWN,
        },
    },
}


def opened(kind: CaseKind) -> Case:
    return Case(kind, "north", WEEK, 2, "u", 100, "{}")


def reached(kind: CaseKind) -> dict[CaseState, Case]:
    """A case in every state of its kind."""
    found = {CaseState.OPEN: opened(kind)}
    waiting = [CaseState.OPEN]
    while waiting:
        before = waiting.pop()
        for act, state in FOLLOWING[kind].get(before, {}).items():
            if state not in found:
                found[state] = found[before].after(CaseStep(act, "u", 100, "{}"))
                waiting.append(state)
    return found


@pytest.mark.parametrize("kind", CaseKind)
def test_every_act_follows_exactly_where_it_may(kind: CaseKind) -> None:
    for state, case in reached(kind).items():
        assert case.state is state
        for act in CaseAct:
            expected = FOLLOWING[kind].get(state, {}).get(act)
            step = CaseStep(act, "u", 101, "{}")
            if expected is None:
                with pytest.raises(InputError, match=f"{kind} 2: is {state}; {act} does not follow"):
                    case.after(step)
            else:
                assert case.after(step).state is expected
                assert case.after(step).step(act) is not None


def test_a_case_is_named_by_what_it_is_about() -> None:
    assert opened(CaseKind.APPEAL).id == "north/2026-01-05/2026-01-11/appeal/2"
    assert opened(CaseKind.APPEAL).step(CaseAct.ANSWER) is None
