"""Puts on record who read whose data, so that people can see it: one row a reader, person, kind of data and day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from shiftbid.domain.account import Role, User
from shiftbid.domain.data_reading import (
    READINGS_KEPT_DAYS,
    DataKind,
    PersonalData,
    Reader,
    ReaderRole,
    Reading,
)
from shiftbid.domain.timeline import local_day

if TYPE_CHECKING:
    from shiftbid.services.appeal_sheets import AppealBoard
    from shiftbid.services.desk_view import DeskView
    from shiftbid.services.hall_matters import HallMatters
    from shiftbid.services.hall_view import HallView
    from shiftbid.services.ports import UnitOfWork, UnitOfWorkFactory

ROLES = {Role.MANAGER: ReaderRole.MANAGER, Role.PAYROLL: ReaderRole.PAYROLL, Role.STAFF: ReaderRole.STAFF}
OF_A_PLAN = (DataKind.STAFF_LIST, DataKind.SCHEDULE, DataKind.TIME_OFF, DataKind.TOIL)


@dataclass(frozen=True, slots=True)
class Sight:
    """What somebody was given to read.

    Attributes
    ----------
    zone
        Zone of the hall whose data it is; its clock says which day it is.
    """

    reader: Reader
    zone: str
    data: frozenset[PersonalData]


@dataclass(frozen=True, slots=True)
class DayReading:
    """Who read what of a person on one day, the first time at an instant (UTC seconds)."""

    name: str
    role: ReaderRole
    at: int
    kinds: tuple[DataKind, ...]


def reader_of(user: User) -> Reader:
    """The reader that a user is."""
    return Reader(user.id, ROLES[user.role])


def about(employees: Iterable[str], *kinds: DataKind) -> frozenset[PersonalData]:
    """Some kinds of data of each of some people."""
    return frozenset(PersonalData(employee, kind) for employee in employees for kind in kinds)


def sight_of(user: User, view: DeskView) -> Sight | None:
    """What a view gave somebody to read of others; None where it is nothing."""
    data = frozenset(each for each in _personal_data(view) if each.employee != user.employee)
    zone = _zone(view)
    return Sight(reader_of(user), zone, data) if data and zone is not None else None


def _zone(view: DeskView) -> str | None:
    """Zone of the hall that a view is about; None where it shows nothing of any hall."""
    if view.plan is not None:
        return view.plan.publication.hall.zone
    if view.entrusted is not None:
        return view.entrusted.zone
    return None if view.settings is None else view.settings.hall.zone


def _personal_data(view: DeskView) -> Iterator[PersonalData]:
    if view.plan is not None:
        yield from _of_plan(view.plan)
    if view.matters is not None:
        yield from _of_matters(view.matters)
    if view.entrusted is not None:
        yield from _of_appeals(view.entrusted)
    if view.polls is not None and view.polls.outcome is not None:
        yield from about((each.employee for each in view.polls.outcome.satisfaction), DataKind.WISHES)
    if view.settings is not None:
        yield from about(view.settings.people, DataKind.STAFF_LIST)


def _of_plan(plan: HallView) -> Iterator[PersonalData]:
    publication = plan.publication
    kinds = (*OF_A_PLAN, DataKind.PAY) if plan.pay is not None else OF_A_PLAN
    yield from about((each.id for each in publication.employees), *kinds)
    # People lent by another hall stand in the roster alone.
    yield from about((each.employee for each in publication.roster.assignments), DataKind.SCHEDULE)


def _of_matters(matters: HallMatters) -> Iterator[PersonalData]:
    yield from _of_appeals(matters.appeals)
    if matters.fairness is not None:
        yield from about((each["employee"] for each in matters.fairness.outcomes), DataKind.WISHES)


def _of_appeals(board: AppealBoard) -> Iterator[PersonalData]:
    yield from about((each.standing.appeal.employee for each in board.appeals), DataKind.APPEAL)


def record_sight(
    units_of_work: UnitOfWorkFactory, sight: Sight, kept_days: int = READINGS_KEPT_DAYS
) -> AbstractSet[PersonalData]:
    """Put on record what a reader has not yet read today, and forget readings that are too old; gives what was added.

    Nothing is written, and nobody waits for a turn to write, where the reader has read the same today.
    """
    with units_of_work() as unit:
        now = unit.readings.now()
        day = local_day(now, sight.zone)
        new = sight.data - unit.readings.of_reader(sight.reader, day)
        if new:
            unit.readings.add(sight.reader, day, now, new)
            unit.readings.forget_before(_first_kept(day, kept_days))
            unit.commit()
    return new


def readers_of(unit: UnitOfWork, employee: str, on: date, zone: str) -> tuple[DayReading, ...]:
    """Who read what of a person, a line a reader and day, the latest first; what is too old on a day is left out."""
    first = _first_kept(on, READINGS_KEPT_DAYS)
    days: dict[tuple[date, Reader], list[Reading]] = {}
    for each in unit.readings.of_employee(employee):
        day = local_day(each.at, zone)
        if day >= first:
            days.setdefault((day, each.reader), []).append(each)
    told = [
        DayReading(
            found[0].name,
            reader.role,
            min(each.at for each in found),
            tuple(kind for kind in DataKind if any(each.kind is kind for each in found)),
        )
        for (_, reader), found in days.items()
    ]
    return tuple(sorted(told, key=lambda each: -each.at))


def _first_kept(day: date, kept_days: int) -> date:
    return day - timedelta(days=kept_days)
