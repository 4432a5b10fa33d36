"""What a rule may ask about a person beside shifts, contract, leave and consents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from shiftbid.domain.schedule_notice import ScheduleChange, SchedulePosting
from shiftbid.domain.settlement import Ground, Settlement
from shiftbid.domain.status import Status, StatusKind
from shiftbid.domain.work_total import TotalKind, WorkTotal


class Cycle(StrEnum):
    """Span over which averaged hours are counted (China: 综合计算工时)."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Facts that only some laws ask for. Where nothing is known, the laws that need it stay silent.

    Attributes
    ----------
    totals
        Working time known as sums. Totals that end before the period are history; the others count as chosen.
    statuses
        Dated facts such as nursing or night work.
    postings, changes
        When schedules became known, and late changes to them.
    settlements
        How the hall answers work of each ground; pay where it is not told.
    refused
        Ids of rules whose permission was asked for and refused.
    cycle
        Cycle of averaged hours; None where none is recorded.
    judged_weeks
        First days of the weeks that weekly rules judge; None: every week of the period with a candidate shift.
    known_from
        First day of which it is known whether the person worked; None: the period's first day.
    """

    totals: tuple[WorkTotal, ...] = ()
    statuses: tuple[Status, ...] = ()
    postings: tuple[SchedulePosting, ...] = ()
    changes: tuple[ScheduleChange, ...] = ()
    settlements: Mapping[Ground, Settlement] = field(default_factory=dict[Ground, Settlement])
    refused: frozenset[str] = frozenset()
    cycle: Cycle | None = None
    judged_weeks: frozenset[date] | None = None
    known_from: date | None = None

    def has(self, kind: StatusKind, day: date) -> bool:
        """Whether the fact holds on that day."""
        return any(status.holds(kind, day) for status in self.statuses)

    def ever(self, kind: StatusKind) -> bool:
        """Whether the fact holds on any day."""
        return any(status.kind is kind for status in self.statuses)

    def settled_by_toil(self, ground: Ground) -> bool:
        """Whether the hall answers this work with time off."""
        return self.settlements.get(ground) is Settlement.TOIL

    def totals_of(self, kind: TotalKind, first: date, last: date) -> tuple[WorkTotal, ...]:
        """Totals of a kind whose span lies wholly inside first to last."""
        if not self.totals:
            return ()
        return tuple(each for each in self.totals if each.kind is kind and first <= each.first and each.last <= last)

    @property
    def record_ids(self) -> frozenset[str]:
        """Ids of totals, postings and changes: facts that are chosen already."""
        return frozenset(each.id for each in (*self.totals, *self.postings, *self.changes))
