"""A poll moves on only as its kind allows, never takes anything after its deadline, and keeps all it was."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import DEAD_STATES, Poll, PollAct, PollEntry, PollKind, PollState, PollStep, counting_entries
from shiftbid.domain.timeline import Period

OPENED, DEADLINE = 1_000, 2_000
ENDS = {PollState.LAPSED, PollState.WITHDRAWN, PollState.FINAL}
CHAINS = {
    PollKind.VOTE: (PollAct.CLOSE, PollAct.COUNT),
    PollKind.ROUND: (PollAct.CLOSE, PollAct.REVEAL, PollAct.AWARD, PollAct.FINISH),
}
KINDS = st.sampled_from(PollKind)
ACTS = st.lists(st.tuples(st.sampled_from(PollAct), st.integers(OPENED - 100, DEADLINE + 500)), max_size=12)


def opened(kind: PollKind) -> Poll:
    period = Period(date(2026, 3, 2), date(2026, 3, 29))
    return Poll(kind, "north", period, 1, "m", OPENED, DEADLINE, "t", "key", "{}")


@given(KINDS, ACTS)
def test_whatever_is_tried_a_poll_stays_in_order(kind: PollKind, tried: list[tuple[PollAct, int]]) -> None:
    poll = opened(kind)
    for act, at in tried:
        before = poll
        try:
            poll = poll.after(PollStep(act, "u", at, "{}"))
        except InputError:
            assert poll is before
            continue
        assert poll.steps[:-1] == before.steps
        assert before.state not in ENDS
    acts = [step.act for step in poll.steps]
    moments = [step.at for step in poll.steps]
    assert moments == sorted(moments)
    assert len(set(acts)) == len(acts)
    assert all(step.at >= DEADLINE for step in poll.steps if step.act in {PollAct.CLOSE, PollAct.LAPSE})
    through = tuple(act for act in acts if act not in {PollAct.LAPSE, PollAct.WITHDRAW})
    assert through == CHAINS[kind][: len(through)]
    assert (poll.state in DEAD_STATES) == bool(acts and acts[-1] in {PollAct.LAPSE, PollAct.WITHDRAW})


@given(KINDS, st.integers(OPENED, DEADLINE + 100))
def test_entries_are_taken_until_the_deadline_and_from_then_on_refused(kind: PollKind, now: int) -> None:
    refusal = opened(kind).refusal_of_entry_at(now)
    assert (refusal is None) == (now < DEADLINE)


@given(KINDS, st.integers(OPENED, DEADLINE - 1))
def test_a_closed_poll_takes_nothing_even_where_a_clock_is_put_back(kind: PollKind, now: int) -> None:
    closed = opened(kind).after(PollStep(PollAct.CLOSE, "t", DEADLINE, "{}"))
    assert "closed" in (closed.refusal_of_entry_at(now) or "")


@pytest.mark.parametrize("kind", list(PollKind))
def test_the_whole_way(kind: PollKind) -> None:
    poll = opened(kind)
    for number, act in enumerate(CHAINS[kind]):
        assert poll.content_of(act) is None
        poll = poll.after(PollStep(act, "u", DEADLINE + number, f"[{number}]"))
        assert poll.content_of(act) == f"[{number}]"
    assert poll.state is {PollKind.VOTE: PollState.COUNTED, PollKind.ROUND: PollState.FINAL}[kind]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=3)), max_size=20), st.randoms())
def test_the_last_entry_of_each_person_counts(given_boxes: list[tuple[str, str]], rng: random.Random) -> None:
    entries: list[PollEntry] = []
    last: dict[str, str] = {}
    for employee, box in given_boxes:
        position = sum(entry.employee == employee for entry in entries)
        entries.append(PollEntry(employee, position, employee, OPENED, box))
        last[employee] = box
    rng.shuffle(entries)
    assert [(each.employee, each.box) for each in counting_entries(entries)] == sorted(last.items())
