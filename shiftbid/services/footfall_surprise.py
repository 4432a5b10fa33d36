"""What to do when more or fewer customers come than forecast: heads anew, and the fewest people asked for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot, FootfallSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period, local_day
from shiftbid.rules.book import RulePack
from shiftbid.services.absence import StandIn, stand_in
from shiftbid.services.demand_from_footfall import demand_of
from shiftbid.services.exchange_ground import missing_heads
from shiftbid.services.hall_days import hall_days
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import HallPublication
from shiftbid.services.roster_repair import RepairCause, RosterGround, repaired_roster, roster_ground
from shiftbid.solver.repair import RepairResult


@dataclass(frozen=True, slots=True)
class FootfallSurprise:
    """Customers expected now, as a multiple of the forecast, from first to last day; known on a day.

    Until `notice_days` after that day nobody's shift is taken away or moved; further shifts may be offered.
    """

    first: date
    last: date
    multiple: float
    known: date
    notice_days: int = 0


@dataclass(frozen=True, slots=True)
class AskedPerson:
    """Somebody whose shifts the repair changes; with each shift added what it would mean for them."""

    employee: str
    dropped: tuple[Shift, ...]
    added: tuple[tuple[Shift, StandIn], ...]


@dataclass(frozen=True, slots=True)
class SurprisePlan:
    """Heads that are needed now, and the repair.

    Attributes
    ----------
    needed_half_hours, needed_before
        Head half-hours of the days, now and as published.
    missing_now
        Head half-hours of the period that the published roster would leave missing.
    asked
        Those whose shifts change, the fewest; those with the least pay first.
    """

    needed_half_hours: int
    needed_before: int
    missing_now: int
    repair: RepairResult
    asked: tuple[AskedPerson, ...]


@dataclass(frozen=True, slots=True)
class SurpriseOrder:
    """A footfall surprise in the latest plan of a hall in a database."""

    url: str | None
    hall: str
    surprise: FootfallSurprise


@dataclass(frozen=True, slots=True)
class SurpriseAnswer:
    """A plan with the names of the people in it."""

    plan: SurprisePlan
    names: Mapping[str, str]
    zone: str


class SurprisePlanner(Protocol):
    """Plans for a footfall surprise, changing nothing."""

    def __call__(self, order: SurpriseOrder, listener: ProgressListener) -> SurpriseAnswer:
        """Raises InputError where the hall is unknown, or nothing is published for the days."""
        ...


def plan_surprise(
    publication: HallPublication,
    calendar: Calendar,
    pack: RulePack,
    surprise: FootfallSurprise,
    seed: int,
    listener: ProgressListener,
) -> SurprisePlan:
    """Reckon the heads of the days anew by the queue model, and repair the roster with the fewest people touched.

    Hours that were busy stay busy: the promise that was published is kept. Raises InputError where the multiple is not
    above 0 or the days lie outside the published period.
    """
    period = publication.roster.period
    problems = [
        text
        for text, wrong in (
            (
                f"{surprise.multiple:g} times the forecast is not above 0; 1.2 means a fifth more",
                surprise.multiple <= 0,
            ),
            (f"{surprise.first} is after {surprise.last}", surprise.first > surprise.last),
            (
                f"the roster is published from {period.first} to {period.last}; choose days among these",
                surprise.first not in period or surprise.last not in period,
            ),
        )
        if wrong
    ]
    if problems:
        raise InputError("footfall surprise", problems)
    ground = roster_ground(publication, calendar, pack)
    days = Period(surprise.first, surprise.last)
    demand = _demand_now(publication, days, surprise.multiple, listener)
    cause = RepairCause(surprise.first, surprise.last, surprise.known, surprise.notice_days, demand=demand)
    found = repaired_roster(ground, cause, seed, listener)
    zone = publication.hall.zone
    return SurprisePlan(
        needed_half_hours=_heads(demand, days, zone),
        needed_before=_heads(publication.demand, days, zone),
        missing_now=_missing(ground, demand),
        repair=found.result,
        asked=_asked(ground, found.result),
    )


def _demand_now(
    publication: HallPublication, days: Period, multiple: float, listener: ProgressListener
) -> tuple[DemandSlot, ...]:
    hall = publication.hall
    busy_as_published = hall_days(hall, publication.forecast, days, publication.busy_threshold_per_hour)
    more = hall_days(
        hall, tuple(_times(slot, multiple) for slot in publication.forecast), days, publication.busy_threshold_per_hour
    )
    surprised = [
        replace(now, queue=replace(now.queue, busy=before.queue.busy))
        for now, before in zip(more, busy_as_published, strict=True)
    ]
    anew = demand_of(hall, surprised, 1, listener).slots
    kept = (slot for slot in publication.demand if local_day(slot.slot.start, hall.zone) not in days)
    return (*kept, *anew)


def _times(slot: FootfallSlot, multiple: float) -> FootfallSlot:
    return replace(
        slot, mean=slot.mean * multiple, q10=slot.q10 * multiple, q50=slot.q50 * multiple, q90=slot.q90 * multiple
    )


def _heads(demand: tuple[DemandSlot, ...], days: Period, zone: str) -> int:
    return sum(slot.heads for slot in demand if local_day(slot.slot.start, zone) in days)


def _missing(ground: RosterGround, demand: tuple[DemandSlot, ...]) -> int:
    shifts = [each.shift for each in ground.publication.roster.assignments]
    return sum(missing_heads(slot, shifts) for slot in demand)


def _asked(ground: RosterGround, found: RepairResult) -> tuple[AskedPerson, ...]:
    own: dict[str, list[Shift]] = {}
    for each in ground.publication.roster.assignments:
        own.setdefault(each.employee, []).append(each.shift)
    asked: list[AskedPerson] = []
    for change in found.changes:
        kept = [shift for shift in own.get(change.employee, ()) if shift.id not in change.dropped]
        situation = ground.situations[change.employee]
        added = [ground.shifts[shift] for shift in change.added]
        told = tuple((shift, stand_in(shift, kept, situation, ground.pack, "en")) for shift in added)
        asked.append(AskedPerson(change.employee, tuple(ground.shifts[each] for each in change.dropped), told))
    return tuple(sorted(asked, key=lambda each: (sum(one.cost_cents for _, one in each.added), each.employee)))
