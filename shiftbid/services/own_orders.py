"""What people ask to have done for themselves; whoever asks does so as the employee of their account."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from shiftbid.domain.ballot import Answer
from shiftbid.domain.timeline import Period

if TYPE_CHECKING:
    from shiftbid.services.time_off_requests import NewRequest


@dataclass(frozen=True, slots=True)
class ExportOwnCalendar:
    """Write one's own shifts of a period as an iCalendar file that speaks ``en`` or ``zh``; gives the file."""

    hall: str
    period: Period
    file: Path
    language: str


@dataclass(frozen=True, slots=True)
class CastBallot:
    """Give a ballot in a vote, in place of an earlier one; gives the receipt."""

    vote: str
    answers: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class JudgeWishes:
    """Say what wishes come to before they are given; gives the `WishJudgement`."""

    bidding: str
    wishes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GiveBids:
    """Give bids in a round, in place of earlier ones; gives how many dated bids they come to."""

    bidding: str
    wishes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeepStanding:
    """Keep wishes for every round in which no bid is given; gives the `StandingWishes`."""

    wishes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskTimeOff:
    """Ask for time off; gives the `TimeOffRequest`."""

    hall: str
    new: NewRequest


@dataclass(frozen=True, slots=True)
class CancelTimeOff:
    """Take a request of one's own back; gives the `TimeOffRequest`."""

    hall: str
    request: str


@dataclass(frozen=True, slots=True)
class ChangeOwnPin:
    """Change one's own PIN; gives nothing."""

    old_pin: str
    new_pin: str


@dataclass(frozen=True, slots=True)
class ExportOwnData:
    """Write everything that is stored about oneself, and who read it, into a JSON file; gives the file."""

    file: Path


OwnOrder = (
    ExportOwnCalendar
    | CastBallot
    | JudgeWishes
    | GiveBids
    | KeepStanding
    | AskTimeOff
    | CancelTimeOff
    | ChangeOwnPin
    | ExportOwnData
)
