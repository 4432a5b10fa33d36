"""What a round came to, person by person. Qt-free."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.services.poll_sheets import HallPolls


@dataclass(frozen=True, slots=True)
class BidderRecord:
    """Points of a person, and how many of their wishes were kept and lost."""

    name: str
    points: float
    wished_points: float
    kept: int
    lost: int

    @property
    def share(self) -> float:
        """Points awarded of the points wished for; 1 where nothing was wished for."""
        return self.points / self.wished_points if self.wished_points else 1.0


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
            sum(bid.employee == each.employee for bid in outcome.kept),
            sum(lost.bid.employee == each.employee for lost in outcome.lost),
        )
        for each in outcome.satisfaction
    ]
    return tuple(sorted(records, key=lambda each: (each.share, each.name)))
