from __future__ import annotations

from datetime import date

import pytest

from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import Poll, PollAct, PollKind, PollStep
from shiftbid.domain.timeline import Period
from shiftbid.services.vote import counted_election

PERIOD = Period(date(2026, 10, 5), date(2026, 11, 1))


@pytest.mark.parametrize(
    ("acts", "state"),
    [
        ((), "open"),
        ((PollAct.CLOSE,), "closed"),
        ((PollAct.WITHDRAW,), "withdrawn"),
        ((PollAct.CLOSE, PollAct.COUNT, PollAct.WITHDRAW), "withdrawn"),
    ],
)
def test_a_vote_that_is_not_counted_or_no_longer_stands_has_no_outcome(acts: tuple[PollAct, ...], state: str) -> None:
    steps = tuple(PollStep(act, "mere", 2_000 + number, "{}") for number, act in enumerate(acts))
    vote = Poll(PollKind.VOTE, "north", PERIOD, 1, "mere", 1_000, 2_000, "tama", "key", "{}", steps)
    with pytest.raises(InputError, match=f"is {state}: a counted vote is needed"):
        counted_election(vote)
