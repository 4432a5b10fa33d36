"""Ask for time off, answer, cancel: each in one transaction with the journal and the hall's list of leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from shiftbid.domain.account import Role, User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.request import RequestAct, RequestState, RequestStep, TimeOffRequest
from shiftbid.domain.staff import Employee, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, day_interval, format_instant, local_day
from shiftbid.payroll.toil_ledger import Change, ToilLedger
from shiftbid.payroll.toil_requests import day_minutes, give_days_back, hold_days, take_days, working_days
from shiftbid.services.ports import StaffList, UnitOfWork, UnitOfWorkFactory
from shiftbid.services.toil_return import house_policy

CLOCK = "clock"
"""Who takes a step that the passing of time takes."""


@dataclass(frozen=True, slots=True)
class NewRequest:
    """What a person asks for; the id is chosen by whoever asks, so that asking twice is one request."""

    id: str
    employee: str
    kind: LeaveKind
    span: Interval
    reason: str = ""


def ask(units_of_work: UnitOfWorkFactory, hall: str, new: NewRequest, by: User, now: int) -> TimeOffRequest:
    """Ask for time off; time off in lieu is held in the journal until it is answered.

    Parameters
    ----------
    now
        The present instant in UTC seconds.

    Raises
    ------
    AccessError
        Staff ask for themselves only.
    InputError
        The person is not on the hall's list, the span overlaps other time off, or the balance does not hold it.
    """
    _refuse_other_people(by, new.employee)
    request = TimeOffRequest(
        new.id, new.employee, new.kind, new.span, (RequestStep(RequestAct.ASK, by.id, now, new.reason),)
    )
    with units_of_work() as unit:
        known = unit.requests.get(new.id)
        if known is not None and replace(known, steps=()) == replace(request, steps=()):
            return known
        place, staff = _hall(unit, hall), unit.staff.of_hall(hall)
        person = _person(staff, new.employee, hall)
        _refuse_overlaps(unit, staff, request, place.zone)
        if request.kind is LeaveKind.TOIL:
            days = working_days(request.span, place.zone)
            minutes, asked_on = day_minutes(person.contract_minutes), local_day(now, place.zone)
            _append(unit, hold_days(_ledger(unit, person.id), request.id, days, minutes, asked_on))
        unit.requests.add(request)
        unit.commit()
    return request


def grant(
    units_of_work: UnitOfWorkFactory, hall: str, request: str, by: User, now: int, reason: str = ""
) -> TimeOffRequest:
    """Grant a request: the person is away, and rosters are planned around it.

    Raises AccessError where somebody other than a manager answers, InputError where the request is answered already.
    """
    _refuse_all_but_managers(by)
    with units_of_work() as unit:
        before, place, staff = _found(unit, hall, request)
        after = _step(unit, before, RequestStep(RequestAct.GRANT, by.id, now, reason))
        away = Leave(before.employee, before.span, before.kind)
        unit.staff.replace(place.id, replace(staff, leave=(*staff.leave, away)))
        unit.commit()
    return after


def refuse(
    units_of_work: UnitOfWorkFactory, hall: str, request: str, by: User, now: int, reason: str
) -> TimeOffRequest:
    """Refuse a request, with a reason; minutes that were held are free again.

    Raises AccessError where somebody other than a manager answers, InputError where the request is answered already or
    no reason is given.
    """
    _refuse_all_but_managers(by)
    with units_of_work() as unit:
        before, place, _ = _found(unit, hall, request)
        after = _step(unit, before, RequestStep(RequestAct.REFUSE, by.id, now, reason))
        _give_back(unit, before, place, now)
        unit.commit()
    return after


def cancel(
    units_of_work: UnitOfWorkFactory, hall: str, request: str, by: User, now: int, reason: str = ""
) -> TimeOffRequest:
    """Cancel a request that was asked, granted or taken; minutes that were held or used come back.

    Rosters that are published already stay as they are, and what they used comes back on the day itself. Raises
    AccessError where staff cancel for somebody else, InputError where the request does not stand any more.
    """
    with units_of_work() as unit:
        before, place, staff = _found(unit, hall, request)
        _refuse_other_people(by, before.employee)
        after = _step(unit, before, RequestStep(RequestAct.CANCEL, by.id, now, reason))
        _give_back(unit, before, place, now)
        away = Leave(before.employee, before.span, before.kind)
        if away in staff.leave:
            unit.staff.replace(place.id, replace(staff, leave=tuple(each for each in staff.leave if each != away)))
        unit.commit()
    return after


def take_begun(units_of_work: UnitOfWorkFactory, hall: str, on: date) -> tuple[TimeOffRequest, ...]:
    """Mark every granted request that began before a day as taken; run again, it changes nothing.

    Nobody decides it: the steps bear the name of the clock.
    """
    with units_of_work() as unit:
        place, staff = _hall(unit, hall), unit.staff.of_hall(hall)
        now = day_interval(on, place.zone).start
        begun = [each for each in _granted(unit, staff) if each.span.start < now]
        taken = tuple(_step(unit, each, RequestStep(RequestAct.TAKE, CLOCK, now, "")) for each in begun)
        for each in begun:
            if each.kind is LeaveKind.TOIL:
                days = working_days(each.span, place.zone)
                _append(unit, take_days(_ledger(unit, each.employee), each.id, days))
        unit.commit()
    return taken


def days_taken_in(unit: UnitOfWork, staff: StaffList, zone: str, period: Period) -> Iterator[Change]:
    """What a roster of a period posts for granted time off in lieu: its days of the period are used."""
    for request in _granted(unit, staff):
        if request.kind is LeaveKind.TOIL and request.span.overlaps(period.interval(zone)):
            days = [day for day in working_days(request.span, zone) if day in period]
            yield take_days(_ledger(unit, request.employee), request.id, days)


def _granted(unit: UnitOfWork, staff: StaffList) -> list[TimeOffRequest]:
    requests = (request for person in staff.employees for request in unit.requests.of_employee(person.id))
    return [request for request in requests if request.state is RequestState.GRANTED]


def _step(unit: UnitOfWork, before: TimeOffRequest, step: RequestStep) -> TimeOffRequest:
    after = before.after(step)
    unit.requests.add_step(before, step)
    return after


def _give_back(unit: UnitOfWork, request: TimeOffRequest, place: Hall, now: int) -> None:
    if request.kind is LeaveKind.TOIL:
        on = local_day(now, place.zone)
        days, ledger = working_days(request.span, place.zone), _ledger(unit, request.employee)
        _append(unit, give_days_back(ledger, request.id, days, on, house_policy(on)))


def _refuse_overlaps(unit: UnitOfWork, staff: StaffList, request: TimeOffRequest, zone: str) -> None:
    taken = [(each.span, f"leave ({each.kind.value})") for each in staff.leave if each.employee == request.employee] + [
        (each.span, f"request {each.id}") for each in unit.requests.of_employee(request.employee) if each.open
    ]
    problems = [
        f"overlaps {what} from {format_instant(span.start, zone)} to {format_instant(span.end, zone)}"
        for span, what in taken
        if span.overlaps(request.span)
    ]
    if request.span.end <= request.span.start:
        problems.append("ends before it starts")
    if problems:
        raise InputError(f"request {request.id}", problems)


def _found(unit: UnitOfWork, hall: str, request: str) -> tuple[TimeOffRequest, Hall, StaffList]:
    found, place, staff = unit.requests.get(request), _hall(unit, hall), unit.staff.of_hall(hall)
    if found is None:
        raise InputError(f"request {request}", ["there is no such request"])
    _person(staff, found.employee, hall)
    return found, place, staff


def _hall(unit: UnitOfWork, hall: str) -> Hall:
    found = unit.halls.get(hall)
    if found is None:
        known = ", ".join(each.id for each in unit.halls.all()) or "none"
        raise InputError("hall", [f"there is no hall {hall!r}; known: {known}"])
    return found


def _person(staff: StaffList, employee: str, hall: str) -> Employee:
    for person in staff.employees:
        if person.id == employee:
            return person
    raise InputError(f"employee {employee}", [f"is not on the staff list of hall {hall}"])


def _ledger(unit: UnitOfWork, employee: str) -> ToilLedger:
    return ToilLedger(employee, unit.journal.lots(employee), unit.journal.entries(employee))


def _append(unit: UnitOfWork, change: Change) -> None:
    unit.journal.append(change.lots, change.entries)


def _refuse_other_people(by: User, employee: str) -> None:
    if by.role is not Role.MANAGER and by.employee != employee:
        raise AccessError(f"Only {employee} or a manager may do this.")


def _refuse_all_but_managers(by: User) -> None:
    if by.role is not Role.MANAGER:
        raise AccessError("Only a manager may answer requests.")
