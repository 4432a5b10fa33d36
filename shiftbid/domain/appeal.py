"""Appeals against an award: what for, until when, and what has become of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from shiftbid.domain.case import CaseState

URGENT_WITHIN_SECONDS = 72 * 3600
"""An appeal about a shift that starts sooner than this is urgent."""


class AppealCause(StrEnum):
    """What somebody complains about."""

    LOST_WISH = "lost-wish"
    """A wish was not honoured, and the reason does not convince."""
    UNWISHED_SHIFT = "unwished-shift"
    """A shift was given that nobody should have been given against their wish."""
    BURDEN = "burden"
    """Late, weekend or peak shifts are spread unfairly."""
    RULES = "rules"
    """A rule of law or of the house is thought to be broken."""
    RECORD = "record"
    """Leave, skills, contract or bids are not recorded as they are."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Appeal:
    """An appeal as it was raised.

    Attributes
    ----------
    shift
        Id of the shift it is about, whether awarded to the person or not.
    urgent
        Whether the shift starts soon.
    due_at
        Instant (UTC seconds) by which it is to be decided.
    """

    employee: str
    shift: str
    cause: AppealCause
    text: str
    urgent: bool
    due_at: int


@dataclass(frozen=True, slots=True)
class AppealStanding:
    """An appeal and how it stands.

    Attributes
    ----------
    raised_at, decided_at
        Instants in UTC seconds; None while it is not decided.
    """

    case: str
    number: int
    appeal: Appeal
    state: CaseState
    raised_at: int
    decided_at: int | None

    def is_late(self, now: int) -> bool:
        """Whether its deadline passed, or has passed, without a decision; what was withdrawn is never late."""
        if self.state is CaseState.WITHDRAWN:
            return False
        return (now if self.decided_at is None else self.decided_at) > self.appeal.due_at


@dataclass(frozen=True, slots=True)
class CauseStatistics:
    """Appeals of one cause.

    Attributes
    ----------
    waiting
        Neither decided nor withdrawn.
    late
        Decided, or still waiting, after the deadline.
    median_minutes
        From raising to decision; None where none is decided.
    """

    raised: int
    waiting: int
    upheld: int
    dismissed: int
    withdrawn: int
    late: int
    median_minutes: float | None


def statistics_of(appeals: Sequence[AppealStanding], now: int) -> Mapping[AppealCause, CauseStatistics]:
    """What became of appeals, by cause; every cause is named."""
    return {cause: _of_cause([each for each in appeals if each.appeal.cause is cause], now) for cause in AppealCause}


def _of_cause(appeals: Sequence[AppealStanding], now: int) -> CauseStatistics:
    def count(*states: CaseState) -> int:
        return sum(each.state in states for each in appeals)

    minutes = [(each.decided_at - each.raised_at) / 60 for each in appeals if each.decided_at is not None]
    return CauseStatistics(
        raised=len(appeals),
        waiting=count(CaseState.OPEN, CaseState.ANSWERED),
        upheld=count(CaseState.UPHELD),
        dismissed=count(CaseState.DISMISSED),
        withdrawn=count(CaseState.WITHDRAWN),
        late=sum(each.is_late(now) for each in appeals),
        median_minutes=median(minutes) if minutes else None,
    )
