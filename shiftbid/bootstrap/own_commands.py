"""What people have done for themselves, on a database in the worker process."""

from __future__ import annotations

from shiftbid.domain.account import User
from shiftbid.domain.errors import AccessError, InputError
from shiftbid.services.own_orders import ExportOwnCalendar, OwnOrder


def do_own_order(url: str, order: OwnOrder, by: User) -> object:
    """Do what a person asks for themselves."""
    return _export_calendar(url, order, _employee(by))


def _export_calendar(url: str, order: ExportOwnCalendar, employee: str) -> object:
    from shiftbid.exporters.file_set import write_named
    from shiftbid.exporters.personal_calendars import personal_calendars
    from shiftbid.services.published_plan import earlier_rosters, published_plan
    from shiftbid.storage.database import Database

    with Database(url) as database, database.unit_of_work() as unit:
        plan = published_plan(unit, order.hall, order.period)
        earlier = [earlier_rosters(unit, span) for span in plan.spans]
    own = dict(personal_calendars(plan, earlier)).get(f"{employee}.ics")
    if own is None:
        raise InputError("calendar", [f"you have no shift from {order.period.first} to {order.period.last}"])
    (file,) = write_named(order.file, {order.file.name: own})
    return file


def _employee(by: User) -> str:
    if by.employee is None:
        raise AccessError(f"{by.name} is no employee, and so has no page of their own.")
    return by.employee
