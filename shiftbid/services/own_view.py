"""What one person may see of their own: shifts, time off, the hall they belong to, and what its staff bring up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.hall import Hall
from shiftbid.domain.request import TimeOffRequest
from shiftbid.domain.roster import RosterState
from shiftbid.domain.shift import Shift
from shiftbid.domain.staff import Employee, Leave
from shiftbid.domain.timeline import Period
from shiftbid.payroll.toil_statement import Statement
from shiftbid.services.poll_sheets import RoundOutcome, RoundSheet, VoteSheet
from shiftbid.services.proposal_text import JudgedProposal
from shiftbid.services.reading_record import DayReading

if TYPE_CHECKING:
    from shiftbid.services.hall_matters import OwnMatters


@dataclass(frozen=True, slots=True)
class OwnRoster:
    """A person's shifts in the latest published version of a period, in order of start."""

    period: Period
    version: int
    state: RosterState
    shifts: tuple[Shift, ...]
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class OwnVote:
    """The hall's latest vote, and when (UTC seconds) the person last gave a ballot in it."""

    sheet: VoteSheet
    gave_at: int | None


@dataclass(frozen=True, slots=True)
class OwnRound:
    """The hall's latest round, when (UTC seconds) the person last bid in it, and what it came to for them."""

    sheet: RoundSheet
    gave_at: int | None
    outcome: RoundOutcome | None


@dataclass(frozen=True, slots=True)
class OwnView:
    """A person's own matters.

    Attributes
    ----------
    account
        Id under which the person is signed in.
    on
        Today on the hall's clock.
    rosters
        Published periods that end no more than three months ago, in order of time.
    leave
        When the person is away, as the staff list says.
    standing
        Wishes that stand for every round in which the person gives no bid, as they were written.
    matters
        Claims, swaps and appeals on rosters that have not ended, in order of time.
    proposals
        Templates proposed for the hall's next vote, with what was said of them.
    commenters
        Name of everybody who may have said it, by user id.
    now
        When all this was read, in UTC seconds by the clock of the store.
    readers
        Who else read the person's data, a line a reader and day, the latest first.
    """

    person: Employee
    account: str
    hall: Hall
    on: date
    rosters: tuple[OwnRoster, ...]
    leave: tuple[Leave, ...]
    statement: Statement
    requests: tuple[TimeOffRequest, ...]
    vote: OwnVote | None
    bidding: OwnRound | None
    standing: tuple[str, ...]
    matters: tuple[OwnMatters, ...]
    proposals: tuple[JudgedProposal, ...]
    commenters: Mapping[str, str]
    now: int
    readers: tuple[DayReading, ...]
