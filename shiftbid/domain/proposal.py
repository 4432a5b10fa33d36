"""Templates that people propose for the next vote of their hall, and what is said of them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from shiftbid.domain.shift import ShiftTemplate, TemplateBreak
from shiftbid.domain.timeline import DAYS_PER_WEEK, format_minute


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody says of a proposal.

    Attributes
    ----------
    by
        Id of the user.
    at
        Instant by the clock of the store, in UTC seconds.
    """

    by: str
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template proposed for the next vote of a hall.

    Attributes
    ----------
    number
        1, 2, 3 … among the proposals of the hall.
    by
        Id of the user.
    at
        Instant by the clock of the store, in UTC seconds.
    """

    hall: str
    number: int
    by: str
    at: int
    template: ShiftTemplate
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalVerdict:
    """What became of a proposal when a vote was opened: put to the vote or not, and why."""

    number: int
    template: str
    is_put_to_vote: bool
    reason: str


def proposed_template(
    start_minute: int, end_minute: int, breaks: tuple[TemplateBreak, ...], weekdays: Collection[int], skill: str
) -> ShiftTemplate:
    """Name a template by its times, breaks and days, so that two alike have one name; InputError for what is none.

    Ids read as those of designed templates; days are added where it does not run on all.
    """
    parts = [f"{_clock(start_minute)}-{_clock(end_minute)}"]
    unpaid_half_hours = all(not pause.paid and pause.minutes == 30 for pause in breaks)
    marks = [
        _clock(pause.start_minute)
        if unpaid_half_hours
        else f"{_clock(pause.start_minute)}.{pause.minutes}{'p' * pause.paid}"
        for pause in sorted(breaks, key=lambda pause: pause.start_minute)
    ]
    if marks:
        parts.append("@" + "-".join(marks))
    if len(set(weekdays)) < DAYS_PER_WEEK:
        parts.append("-d" + "".join(str(weekday + 1) for weekday in sorted(set(weekdays))))
    return ShiftTemplate("".join(parts), start_minute, end_minute, breaks, frozenset(weekdays), skill)


def _clock(minute: int) -> str:
    return format_minute(minute).replace(":", "")
