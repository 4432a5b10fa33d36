"""What a round came to, person by person. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.services.poll_sheets import HallPolls


@dataclass(frozen=True, slots=True)
class BidderRecord:
    """Points and satisfaction of a person, and how many of their wishes were kept and lost."""

    name: str
    points: float
    wished_points: float
    share: float
    kept: int
    lost: int


def bidders(polls: HallPolls) -> tuple[BidderRecord, ...]:
    """Everybody whose wishes counted, the least satisfied first; empty before the award."""
    outcome = polls.outcome
    if outcome is None:
        return ()
    records = [
        BidderRecord(
            polls.people.get(each.employee, each.employee),
            each.points,
            each.wished_points,
            each.share,
            sum(bid.employee == each.employee for bid in outcome.kept),
            sum(lost.bid.employee == each.employee for lost in outcome.lost),
        )
        for each in outcome.satisfaction
    ]
    return tuple(sorted(records, key=lambda each: (each.share, each.name)))
