"""What a sample hands to the planner: halls with their staff, history and wishes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from shiftbid.domain.demand import FootfallCount
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Duties, Hall, OpeningHours
from shiftbid.domain.promise import Promise
from shiftbid.domain.staff import Consent, Employee, Leave
from shiftbid.domain.timeline import Interval, Period
from shiftbid.domain.toil import Lot
from shiftbid.services.publication import WorkedShift


@dataclass(frozen=True, slots=True)
class SampleOptions:
    """How large a sample is wanted, and what to assume where the data say nothing.

    Attributes
    ----------
    start
        First day of the period; the sample's own default where None.
    sites
        Sites to take as halls, by name or id; the sample's own choice where empty.
    vip_share
        Share of VIP customers where the counts do not tell them apart, 0 to 1.
    visits_per_day
        Customers a hall serves on a mean open day. Where None, the sample scales its counts to the staff.
    visits_per_count
        Customers for each person counted; 1 takes the counts as customers. Excludes `visits_per_day`.
    opening
        Opening hours of every hall; the sample's own where None.
    """

    halls: int = 1
    weeks: int = 4
    start: date | None = None
    seed: int = 1
    sites: tuple[str, ...] = ()
    staff_per_hall: int = 30
    vip_share: float = 0.15
    visits_per_day: float | None = None
    visits_per_count: float | None = None
    opening: OpeningHours | None = None
    service_minutes: float = 6.0
    duties: Duties = field(default_factory=Duties)
    promise: Promise = field(default_factory=Promise)

    def __post_init__(self) -> None:
        limits = (
            ("number of halls", self.halls, 1, 1000),
            ("number of weeks", self.weeks, 1, 26),
            ("staff of a hall", self.staff_per_hall, 1, 500),
            ("VIP share", self.vip_share, 0, 1),
            ("visits per day", self.visits_per_day, 1, 100_000),
            ("visits per count", self.visits_per_count, 1e-6, 1000),
            ("service minutes", self.service_minutes, 0.1, 240),
        )
        problems = [
            f"{name} {value:g} is out of range; give {lowest:g} to {highest:g}"
            for name, value, lowest, highest in limits
            if value is not None and not lowest <= value <= highest
        ]
        if self.visits_per_day is not None and self.visits_per_count is not None:
            problems.append("visits per day and visits per count exclude each other; give one of them")
        if problems:
            raise InputError("sample", problems)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person likes, in general; ballots and bids are drawn from it.

    Attributes
    ----------
    start_minute
        Start of the shift they like best, minutes after midnight.
    paid_minutes
        Paid length of the shift they like best.
    free_weekdays
        Weekdays (0 is Monday) they would rather have off.
    free_days
        Single days of the period they want off.
    flexible
        Share of the shifts on offer that they would take gladly, 0 to 1.
    """

    employee: str
    start_minute: int
    paid_minutes: int
    free_weekdays: frozenset[int]
    free_days: frozenset[date]
    flexible: float


@dataclass(frozen=True, slots=True)
class SampleHall:
    """One hall of a sample with everything a planning run starts from.

    Attributes
    ----------
    history
        Hourly counts by customer class inside opening hours, all before the period; a missing reading is None.
    opening_lots
        TOIL minutes that people bring into the period, with their expiry.
    """

    hall: Hall
    employees: tuple[Employee, ...]
    leave: tuple[Leave, ...]
    consents: tuple[Consent, ...]
    worked: tuple[WorkedShift, ...]
    history: tuple[FootfallCount, ...]
    opening_lots: tuple[Lot, ...]
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """A network of halls to plan.

    Attributes
    ----------
    credit
        Whose data they are and under which licence, to be shown wherever the data are.
    """

    name: str
    credit: str
    period: Period
    country: str
    subdivision: str | None
    zone: str
    halls: tuple[SampleHall, ...]


class SampleSource(Protocol):
    """Makes a sample. Same options, same sample."""

    def __call__(self, options: SampleOptions) -> Sample:
        """Make the sample; raises InputError where the options ask for what it does not have."""
        ...


@dataclass(frozen=True, slots=True)
class HourlySeries:
    """Hourly counts of one site, read from anybody's file.

    Attributes
    ----------
    zone
        IANA zone of the site.
    customer_class
        Class counted; empty where the file does not tell classes apart.
    counts
        Hours that start on a full local hour, in order, with the people counted; None: no reading.
        Hours in which the site was closed are left out.
    """

    site: str
    zone: str
    counts: tuple[tuple[Interval, float | None], ...]
    customer_class: str = ""
