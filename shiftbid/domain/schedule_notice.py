"""When a schedule became known, and what was changed afterwards: what predictive-scheduling laws look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class SchedulePosting:
    """A schedule made known to the person.

    Attributes
    ----------
    posted, first_day
        Local days of posting and of the schedule's first day.
    notice_minutes
        Elapsed minutes from posting to the first shift, where clock times are known.
    """

    id: str
    posted: date
    first_day: date
    notice_minutes: int | None = None

    @property
    def notice_days(self) -> int:
        """Calendar days from posting to the first day."""
        return (self.first_day - self.posted).days


@dataclass(frozen=True, slots=True)
class ScheduleChange:
    """A change made after the schedule was posted.

    Attributes
    ----------
    notice_minutes
        Time from telling the person to the start of the shift as it was scheduled.
    added_minutes, moved_minutes, cancelled_minutes
        Time added to the schedule; by how much start or end moved without loss of hours; time taken away.
    day, hall
        Day and place of the shift as it was scheduled, or of one that was added; None where it is not told.
    """

    id: str
    notice_minutes: int
    added_minutes: int = 0
    moved_minutes: int = 0
    cancelled_minutes: int = 0
    day: date | None = None
    hall: str = ""
