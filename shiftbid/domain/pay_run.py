"""Pay runs: what was paid for a hall and period, closed, and perhaps opened again."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.pay import PayLine
from shiftbid.domain.timeline import Period


@dataclass(frozen=True, slots=True)
class Reopening:
    """A closed run opened again: when (UTC seconds), by whom, and why."""

    at: int
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class PayRun:
    """The pay of a hall and period as it was closed; it never changes, a correction is the next run.

    Attributes
    ----------
    number
        1, 2, 3 … for each hall and period.
    closed_at
        Instant (UTC seconds).
    closed_by
        Who closed it.
    reopening
        Why it no longer holds; None while it is locked.
    """

    hall: str
    period: Period
    number: int
    closed_at: int
    closed_by: str
    lines: tuple[PayLine, ...]
    reopening: Reopening | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the run holds: nothing can be closed in its place before it is opened again."""
        return self.reopening is None
