"""Polls of a hall's staff: a vote on menus or a bidding round, from its opening to its end, and who may say what when.

A poll is what its opening and the steps after it say; nothing of it is ever changed. Whether a moment lies before or
after the deadline is for whoever holds the clock to say: every function here takes the instant as an argument.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from shiftbid.domain.errors import InputError
from shiftbid.domain.timeline import Period


class PollKind(StrEnum):
    """What the staff are asked."""

    VOTE = "vote"
    """Which menu of shift templates is adopted."""
    ROUND = "round"
    """Which shifts and days off they wish for."""


class PollAct(StrEnum):
    """What moves a poll on."""

    CLOSE = "close"
    """The boxes that count are fixed."""
    LAPSE = "lapse"
    """Too few took part: the boxes stay sealed for good."""
    COUNT = "count"
    """The ballots are opened and counted."""
    REVEAL = "reveal"
    """The bids are opened, and the nonce is published."""
    AWARD = "award"
    """The shifts are awarded and published."""
    FINISH = "finish"
    """The award is final."""
    WITHDRAW = "withdraw"
    """The poll does not count, for a reason that everybody can read."""


class PollState(StrEnum):
    """Where a poll stands."""

    OPEN = "open"
    CLOSED = "closed"
    LAPSED = "lapsed"
    COUNTED = "counted"
    REVEALED = "revealed"
    AWARDED = "awarded"
    FINAL = "final"
    WITHDRAWN = "withdrawn"


_AFTER: Mapping[PollKind, Mapping[tuple[PollState, PollAct], PollState]] = {
    PollKind.VOTE: {
        (PollState.OPEN, PollAct.CLOSE): PollState.CLOSED,
        (PollState.OPEN, PollAct.LAPSE): PollState.LAPSED,
        (PollState.OPEN, PollAct.WITHDRAW): PollState.WITHDRAWN,
        (PollState.CLOSED, PollAct.COUNT): PollState.COUNTED,
        (PollState.COUNTED, PollAct.WITHDRAW): PollState.WITHDRAWN,
    },
    PollKind.ROUND: {
        (PollState.OPEN, PollAct.CLOSE): PollState.CLOSED,
        (PollState.OPEN, PollAct.WITHDRAW): PollState.WITHDRAWN,
        (PollState.CLOSED, PollAct.REVEAL): PollState.REVEALED,
        (PollState.REVEALED, PollAct.AWARD): PollState.AWARDED,
        (PollState.REVEALED, PollAct.WITHDRAW): PollState.WITHDRAWN,
        (PollState.AWARDED, PollAct.FINISH): PollState.FINAL,
    },
}
AFTER_DEADLINE_ONLY = frozenset({PollAct.CLOSE, PollAct.LAPSE})
DEAD_STATES = frozenset({PollState.LAPSED, PollState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class PollStep:
    """One act on a poll.

    Attributes
    ----------
    by
        Id of the user who acted.
    at
        Instant by the clock of the store, in UTC seconds.
    content
        What it made public, as canonical JSON.
    """

    act: PollAct
    by: str
    at: int
    content: str


@dataclass(frozen=True, slots=True)
class Poll:
    """A vote or a bidding round of a hall and period.

    Attributes
    ----------
    number
        1, 2, 3 … among the polls of one kind, hall and period.
    deadline
        Instant in UTC seconds from which nothing more is taken.
    trustee
        Id of the user under whose PIN the key to the boxes lies.
    public_key
        Key that everybody seals with, in base64.
    paper
        What is put to the staff, as canonical JSON.
    """

    kind: PollKind
    hall: str
    period: Period
    number: int
    opened_by: str
    opened_at: int
    deadline: int
    trustee: str
    public_key: str
    paper: str
    steps: tuple[PollStep, ...] = ()

    @property
    def id(self) -> str:
        """Name on record: hall, first day, last day, kind and number."""
        first, last = self.period.first.isoformat(), self.period.last.isoformat()
        return f"{self.hall}/{first}/{last}/{self.kind}/{self.number}"

    @property
    def state(self) -> PollState:
        """Where the poll stands after all its steps."""
        state = PollState.OPEN
        for step in self.steps:
            state = _AFTER[self.kind][state, step.act]
        return state

    def refusal_of_entry_at(self, now: int) -> str | None:
        """Why a ballot or bid given at an instant is not taken; None where it is."""
        if self.state is not PollState.OPEN:
            return f"{self.kind} {self.id} is {self.state}; nothing more is taken"
        if now >= self.deadline:
            return f"the deadline of {self.kind} {self.id} has passed; nothing more is taken"
        return None

    def after(self, step: PollStep) -> Poll:
        """Give the poll with one more step; InputError where the step does not follow from where the poll stands."""
        problems: list[str] = []
        if (self.state, step.act) not in _AFTER[self.kind]:
            problems.append(f"is {self.state}; {step.act} does not follow")
        if step.act in AFTER_DEADLINE_ONLY and step.at < self.deadline:
            problems.append(f"takes entries until its deadline; {step.act} has to wait for it")
        if step.at < self.latest_at:
            problems.append("its latest step lies in the future: the clock of the store was put back")
        if problems:
            raise InputError(f"{self.kind} {self.id}", problems)
        return replace(self, steps=(*self.steps, step))

    def content_of(self, act: PollAct) -> str | None:
        """What an act made public, as canonical JSON; None where it has not been done."""
        return next((step.content for step in self.steps if step.act is act), None)

    @property
    def latest_at(self) -> int:
        """Instant of the latest step, or of the opening."""
        return self.steps[-1].at if self.steps else self.opened_at


@dataclass(frozen=True, slots=True)
class PollEntry:
    """A sealed ballot or bid of one person; a later one takes the place of those before it.

    Attributes
    ----------
    position
        0, 1, 2 … among the entries of one person in one poll.
    given_by
        Id of the user who gave it.
    given_at
        Instant by the clock of the store, in UTC seconds.
    box
        The sealed box in base64.
    """

    employee: str
    position: int
    given_by: str
    given_at: int
    box: str


@dataclass(frozen=True, slots=True)
class StandingWishes:
    """What a person wishes in every round in which they give no bid; a later set takes the place of those before it.

    Attributes
    ----------
    given_at
        Instant by the clock of the store, in UTC seconds.
    wishes
        The wishes as they were written.
    """

    employee: str
    given_by: str
    given_at: int
    wishes: tuple[str, ...]


def counting_entries(entries: Sequence[PollEntry]) -> tuple[PollEntry, ...]:
    """The last entry of each person, in order of employee id; those before it are superseded."""
    last: dict[str, PollEntry] = {}
    for entry in sorted(entries, key=lambda each: (each.employee, each.position)):
        last[entry.employee] = entry
    return tuple(last.values())
