"""What anybody may see of a poll, and deadlines as people write them."""

from __future__ import annotations

from datetime import datetime

from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import PollKind, counting_entries
from shiftbid.domain.timeline import zone_info
from shiftbid.services.bid_round import agreed_method, known_hall, vote_of
from shiftbid.services.poll_boxes import standing_poll
from shiftbid.services.poll_desk import PollName, PollView
from shiftbid.services.poll_ends import is_overdue, trustee_of
from shiftbid.services.ports import UnitOfWorkFactory
from shiftbid.services.vote import counted_election
from shiftbid.services.vote_paper import ballot_paper_of


def view_of(units: UnitOfWorkFactory, name: PollName) -> PollView:
    """How a poll stands and how many took part; InputError where there is none."""
    with units() as unit:
        poll = standing_poll(unit, name.kind, name.hall, name.first_day)
        paper = ballot_paper_of(poll.paper) if poll.kind is PollKind.VOTE else None
        menus = paper.menus if paper else (counted_election(vote_of(unit, poll)).adopted,)
        return PollView(
            poll,
            known_hall(unit, poll.hall).zone,
            len(unit.staff.of_hall(poll.hall).employees),
            len(counting_entries(unit.polls.entries(poll.id))),
            paper,
            menus,
            trustee_of(unit, poll) if is_overdue(poll, unit.polls.now()) else None,
            agreed_method(poll) if poll.kind is PollKind.ROUND else None,
        )


def deadline_on(text: str, zone: str) -> int:
    """Read a deadline into UTC seconds; without an offset it is on the clock of `zone`."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise InputError("--until", [f"{text!r}: write date and time, such as 2026-01-05T18:00"]) from None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=zone_info(zone))).timestamp())
