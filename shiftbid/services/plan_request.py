"""What a planning run is asked for, and what it knows of each hall."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from shiftbid.domain.calendar import Calendar, NoticeDay
from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.hall import Hall
from shiftbid.domain.staffing_level import EXPECTED, StaffingLevel
from shiftbid.domain.timeline import Period
from shiftbid.rules.book import RulePack
from shiftbid.services.ports import StaffList
from shiftbid.services.toil_return import ToilBooks
from shiftbid.solver.work_limit import WorkLimit


@dataclass(frozen=True, slots=True)
class HallInputs:
    """What planning knows of one hall.

    Attributes
    ----------
    books
        TOIL that people bring into the period.
    version
        Number of the roster version that publishing will make.
    credits
        Credit of each person from the rounds before; absent: 0.
    """

    hall: Hall
    staff: StaffList
    history: tuple[FootfallCount, ...]
    books: ToilBooks
    version: int = 1
    credits: Mapping[str, float] = field(default_factory=dict[str, float])


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What to plan: a period under a calendar and a rule pack, reproducible by seed and work limit.

    Attributes
    ----------
    credit
        Whose counts the forecast is made from, and under which licence; empty where none is due.
    staff_to
        The footfall that heads are sized for; certified is always the expected one.
    notice
        Days of official notices, which the forecast knows besides the calendar.
    workers
        Threads that learn the forecast, processes that size the demand and searches of an award that run side by side;
        the outcome does not depend on it.
    """

    period: Period
    calendar: Calendar
    pack: RulePack
    seed: int
    limit: WorkLimit
    workers: int = 1
    credit: str = ""
    staff_to: StaffingLevel = EXPECTED
    notice: tuple[NoticeDay, ...] = ()
