"""Working time known as a sum only: the hours of a week, of another hall, or the overtime of a past month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TotalKind(StrEnum):
    """What a total counts."""

    WORKED = "worked"
    """All working time of the span."""
    OVERTIME = "overtime"
    """Overtime alone; the normal time beside it is not told."""
    REST_DAY_WORK = "rest_day_work"
    """Work on statutory rest days, where the law counts it apart from overtime."""
    COMPENSATED_OVERTIME = "compensated_overtime"
    """The part of the span's overtime that was answered with time off in time."""


@dataclass(frozen=True, slots=True)
class WorkTotal:
    """Minutes worked from first to last day, told as a sum instead of as shifts.

    Attributes
    ----------
    id
        Unique among the totals and shifts of a situation; terms of clauses name it as they name shifts.
    hall
        Where they were worked; empty: in all halls of the employer together.
    """

    id: str
    kind: TotalKind
    first: date
    last: date
    minutes: int
    hall: str = ""

    @property
    def is_of_a_day(self) -> bool:
        """Whether it tells one day alone."""
        return self.first == self.last
