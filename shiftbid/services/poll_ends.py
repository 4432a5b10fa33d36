"""Votes and rounds whose deadline has passed: what they took is fixed on the hash chain, and whose turn it is is told.

Nobody but the trustee opens the boxes, so this is all that can be done without them.
"""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.poll import Poll, PollEntry, PollState, counting_entries
from shiftbid.domain.tie_number import sha256_hex
from shiftbid.services.poll_records import boxes_root
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class WaitingPoll:
    """A vote or round that takes nothing more and waits for its trustee.

    Attributes
    ----------
    trustee
        Name under which the trustee signs in.
    boxes
        Boxes that count.
    """

    poll: Poll
    trustee: str
    boxes: int


def end_overdue_polls(units: UnitOfWorkFactory) -> tuple[WaitingPoll, ...]:
    """Fix the boxes of every open vote and round whose deadline has passed; gives all that wait for their trustee.

    Run again, it changes nothing.
    """
    with units() as unit:
        overdue = [
            poll
            for hall in unit.halls.all()
            for poll in unit.polls.of_hall(hall.id)
            if is_overdue(poll, unit.polls.now())
        ]
    return tuple(_ended(units, poll) for poll in overdue)


def is_overdue(poll: Poll, now: int) -> bool:
    """Whether a poll's deadline has passed and nobody has closed it."""
    return poll.state is PollState.OPEN and now >= poll.deadline


def trustee_of(unit: UnitOfWork, poll: Poll) -> str:
    """Name under which the trustee of a poll signs in."""
    return next((each.name for each in unit.users.all() if each.id == poll.trustee), poll.trustee)


def end_record(poll: Poll, entries: tuple[PollEntry, ...]) -> tuple[str, str]:
    """Path and canonical JSON of the record that fixes the boxes of a poll at its deadline."""
    content = {"boxes": len(counting_entries(entries)), "boxes_root": boxes_root(entries)}
    return f"{poll.id}/end", canonical_json(content)


def _ended(units: UnitOfWorkFactory, overdue: Poll) -> WaitingPoll:
    with units() as unit:
        # Holding the poll lets no entry in that was begun before the deadline.
        poll = unit.polls.hold(overdue.id)
        entries = unit.polls.entries(poll.id)
        path, content = end_record(poll, entries)
        if all(record.path != path for record in unit.records.all()):
            unit.records.append(path, sha256_hex(content), unit.records.head())
            unit.commit()
        return WaitingPoll(poll, trustee_of(unit, poll), len(counting_entries(entries)))
