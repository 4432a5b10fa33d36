"""On what terms a hall votes: how ballots are counted, and which sets of templates may win."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.ballot import VoteMethod
from shiftbid.domain.errors import InputError

MOST_SEATS = 40


@dataclass(frozen=True, slots=True)
class BallotTerms:
    """Terms of a vote, fixed when it is opened.

    Attributes
    ----------
    seats
        Different templates that are adopted; None: seven for each desk.
    tolerance_percent
        Share of the demand's half-hours that an adopted set may leave missing beyond the fewest possible.
    most_extra_hours_percent
        Share by which the paid hours of an adopted set may exceed those of the cheapest menu.
    """

    method: VoteMethod = VoteMethod.PROPORTIONAL
    seats: int | None = None
    tolerance_percent: float = 2.0
    most_extra_hours_percent: float = 5.0

    def __post_init__(self) -> None:
        problems = [
            f"{name} of {share:g} %: give 0 to {most}"
            for name, share, most in (
                ("a tolerance", self.tolerance_percent, 100),
                ("extra paid hours", self.most_extra_hours_percent, 1000),
            )
            if not 0 <= share <= most
        ]
        if self.seats is not None and not 1 <= self.seats <= MOST_SEATS:
            problems.append(f"{self.seats} seats: give 1 to {MOST_SEATS} templates that are adopted")
        if problems:
            raise InputError("vote", problems)
