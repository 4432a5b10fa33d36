"""Plan stored halls and publish the outcome: what the command line and the window both do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from shiftbid.domain.calendar import Calendar, announced
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.staffing_level import EXPECTED, StaffingLevel
from shiftbid.domain.timeline import Interval, Period
from shiftbid.rules.book import RulePack, load_pack, pack_for_country
from shiftbid.services.holiday_calendar import calendar_for
from shiftbid.services.plan import plan_halls
from shiftbid.services.plan_request import HallInputs, PlanRequest
from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory
from shiftbid.services.progress import ProgressListener
from shiftbid.services.publication import Publication, WorkedShift
from shiftbid.services.publishing import publish_hall
from shiftbid.services.secrets import SecretSource
from shiftbid.services.staff_voice import StaffVoice
from shiftbid.services.time_off_requests import days_taken_in
from shiftbid.services.toil_return import ToilBooks
from shiftbid.solver.work_limit import WorkLimit

# The longest period over which a pack averages working time.
LONGEST_REFERENCE_WEEKS = 52


@dataclass(frozen=True, slots=True)
class PlanningOrder:
    """Halls and period to plan.

    Attributes
    ----------
    halls
        Ids of halls of one zone and country.
    pack
        Id of the rule pack; the country's own, or the house pack, where None.
    credit
        Whose counts the forecast is made from, and under which licence; empty where none is due.
    staff_to
        The footfall that heads are sized for; certified is always the expected one.
    workers
        Threads that learn the forecast, processes that size the demand and searches of an award that run side by side;
        the outcome does not depend on it.
    """

    halls: tuple[str, ...]
    period: Period
    seed: int
    limit: WorkLimit
    pack: str | None = None
    workers: int = 1
    credit: str = ""
    staff_to: StaffingLevel = EXPECTED


def plan_and_publish(
    order: PlanningOrder,
    units: UnitOfWorkFactory,
    voice: StaffVoice,
    secret: SecretSource,
    listener: ProgressListener,
) -> Publication:
    """Plan halls from what is stored and publish the outcome as each hall's next roster version.

    Publishing is one transaction: it is complete or it never happened, also where the run is cancelled or killed.
    Raises InputError where a hall is unknown or cannot be planned.
    """
    with units() as unit:
        ground = planning_ground(unit, order)
    publication = plan_halls(ground.request, ground.inputs, voice, secret, listener)
    with units() as unit:
        publish(unit, publication)
        unit.commit()
    return publication


@dataclass(frozen=True, slots=True)
class PlanningGround:
    """What an order asks for, and all that planning reads of its halls."""

    request: PlanRequest
    inputs: tuple[HallInputs, ...]


def planning_ground(unit: UnitOfWork, order: PlanningOrder) -> PlanningGround:
    """Read what planning stands on; InputError where a hall is unknown or the halls stand in different places."""
    inputs = tuple(_inputs(unit, hall, order.period) for hall in order.halls)
    country, subdivision = _common_place([each.hall for each in inputs])
    notice = unit.notices.of_place(country, subdivision)
    pack = load_pack(order.pack or pack_for_country(country, subdivision), order.period.first)
    calendar = announced(_calendar(country, subdivision, order.period, pack), notice)
    request = PlanRequest(
        order.period, calendar, pack, order.seed, order.limit, order.workers, order.credit, order.staff_to, notice
    )
    return PlanningGround(request, inputs)


def publish(unit: UnitOfWork, publication: Publication) -> None:
    """Store a publication as each hall's next version, post its time off in lieu and put its decisions on record."""
    for hall in publication.halls:
        publish_hall(unit, hall, publication.calendar, publication.settings)


def _inputs(unit: UnitOfWork, hall_id: str, period: Period) -> HallInputs:
    hall = unit.halls.get(hall_id)
    if hall is None:
        known = ", ".join(each.id for each in unit.halls.all()) or "none"
        raise InputError("hall", [f"there is no hall {hall_id!r}; known: {known}"])
    staff = unit.staff.of_hall(hall_id)
    clocked = frozenset(each.shift.day for each in staff.worked)
    rostered = tuple(each for each in _rostered_before(unit, hall_id, period) if each.shift.day not in clocked)
    return HallInputs(
        hall=hall,
        staff=replace(staff, worked=(*staff.worked, *rostered)),
        history=unit.footfall.of_hall(hall_id, Interval(0, period.interval(hall.zone).start)),
        books=ToilBooks(
            tuple(lot for each in staff.employees for lot in unit.journal.lots(each.id)),
            tuple(entry for each in staff.employees for entry in unit.journal.entries(each.id)),
        ).with_changes(tuple(days_taken_in(unit, staff, hall.zone, period))),
        version=unit.publications.version(hall_id, period) + 1,
        credits=_credits_before(unit, hall_id, period),
    )


def _credits_before(unit: UnitOfWork, hall_id: str, period: Period) -> Mapping[str, float]:
    """Credit that each person brings from the latest published round before the period."""
    earlier = [each for each in unit.publications.periods(hall_id) if each.last < period.first]
    published = unit.publications.latest(hall_id, max(earlier, key=lambda each: each.last)) if earlier else None
    outcomes = published.bidding_round.get("satisfaction", ()) if published else ()
    return {each["employee"]: each["credit_after"] for each in outcomes}


def _rostered_before(unit: UnitOfWork, hall_id: str, period: Period) -> Iterator[WorkedShift]:
    """Shifts of earlier published periods: they count as worked on days of which the time clock knows nothing."""
    earliest = period.first - timedelta(weeks=LONGEST_REFERENCE_WEEKS)
    for earlier in unit.publications.periods(hall_id):
        published = unit.publications.latest(hall_id, earlier) if earliest <= earlier.last < period.first else None
        for assignment in published.roster.assignments if published else ():
            yield WorkedShift(assignment.employee, assignment.shift)


def _common_place(halls: Sequence[Hall]) -> tuple[str, str | None]:
    places = {(hall.country, hall.subdivision, hall.zone) for hall in halls}
    if len(places) != 1:
        raise InputError("halls", ["halls planned together must share country, subdivision and time zone"])
    country, subdivision, _ = places.pop()
    return country, subdivision


def _calendar(country: str, subdivision: str | None, period: Period, pack: RulePack) -> Calendar:
    years = range(period.first.year - 1, period.last.year + 2)
    return calendar_for(country, subdivision, years, pack.weekly_rest_days)
