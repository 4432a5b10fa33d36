"""What a hall has agreed for votes, rounds, exchanges and appeals, beyond the law."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.errors import InputError
from shiftbid.domain.round_method import RoundMethod

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class HallTerms:
    """Terms of a hall; a hall that has set none has these.

    Attributes
    ----------
    manager_approves
        Whether an exchange that everybody concerned agreed to waits for a manager.
    urgent_appeal_minutes, appeal_minutes
        From raising an appeal to its decision; urgent are those about a shift that starts soon.
    notice_days
        Days before the period on which its roster is published at the latest; 0 where nothing is agreed.
    round_method
        How bidding rounds are awarded that are opened without naming a method.
    """

    manager_approves: bool = False
    urgent_appeal_minutes: int = 3 * MINUTES_PER_HOUR
    appeal_minutes: int = 48 * MINUTES_PER_HOUR
    notice_days: int = 0
    round_method: RoundMethod = RoundMethod.NASH

    def __post_init__(self) -> None:
        problems: list[str] = []
        if self.urgent_appeal_minutes < 1 or self.appeal_minutes < self.urgent_appeal_minutes:
            problems.append("appeals: give at least a minute for urgent ones, and no less for the others")
        if self.notice_days < 0:
            problems.append(f"notice of {self.notice_days} days: give 0 or more")
        if problems:
            raise InputError("hall terms", problems)
