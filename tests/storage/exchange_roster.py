"""A published week of a small hall whose people exchange shifts: mornings, afternoons, and one head missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from shiftbid.domain.account import Role, User
from shiftbid.domain.ballot import Menu
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot, FootfallSlot
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem
from shiftbid.domain.timeline import Interval, Period, instant, slots
from shiftbid.services.certification import certify_roster
from shiftbid.services.exchange_steps import RosterName
from shiftbid.services.hall_days import busy_threshold_per_hour, hall_days
from shiftbid.services.ports import StaffList, UnitOfWork
from shiftbid.services.publication import HallPublication

ZONE = "Pacific/Auckland"
MONDAY = date(2026, 3, 9)
WEEK = Period.of_weeks(MONDAY, 1)
BEFORE = instant(MONDAY, 0, ZONE) - 10 * 24 * 3600
"""An instant ten days before the week."""
NORTH = Hall(
    id="north",
    name="North",
    zone=ZONE,
    country="NZ",
    subdivision=None,
    opening=OpeningHours.parse("mon-fri 09:00-17:00"),
    promise=Promise(PromiseKind.SHARE, 0.9, 10.0, 15.0, 5.0),
    service_minutes=6.0,
    counters=4,
)
NAME = RosterName(NORTH.id, WEEK)
EARLY, LATE = ShiftTemplate("early", 540, 780), ShiftTemplate("late", 780, 1020)
NIGHTLY = ShiftTemplate("vip-late", 780, 1020, skill="vip")
PEOPLE = ("ana", "bo", "cai", "dee")
MANAGER = User("mere", "Mere", Role.MANAGER, None, "$")
OWN_MANAGER = User("rua", "Rua", Role.MANAGER, "dee", "$")
ANA, BO, CAI, DEE = (User(f"u-{each}", each.title(), Role.STAFF, each, "$") for each in PEOPLE)
STAFF = StaffList(
    employees=tuple(
        Employee(
            id=each,
            name=each.title(),
            hall=NORTH.id,
            contract_minutes=1200,
            system=HoursSystem.STANDARD,
            skills=frozenset({"counter"}),
            born=date(1990, 1, 1),
            employed_from=date(2020, 1, 1),
            rate_cents=2500,
        )
        for each in PEOPLE
    )
)
CALENDAR = Calendar(special={}, names={}, weekly_rest_days=frozenset({6}), projected_years=frozenset())


def shift(template: str, weekday: int) -> str:
    """Id of a shift; weekday 0 is the week's Monday."""
    return f"{NORTH.id}/{template}/{(MONDAY + timedelta(days=weekday)).isoformat()}"


@cache
def published_week() -> HallPublication:
    """Ana and Bo have mornings and afternoons of the first two days, Cai and Dee of the next two; a head lacks late."""
    taken = [
        *(("ana", EARLY, 0), ("bo", LATE, 0), ("ana", EARLY, 1), ("bo", LATE, 1)),
        *(("cai", EARLY, 2), ("dee", LATE, 2), ("cai", EARLY, 3), ("dee", LATE, 3)),
        *(("ana", EARLY, 4), ("cai", LATE, 4)),
    ]
    assignments = tuple(
        Assignment(employee, dated(template, NORTH.id, MONDAY + timedelta(days=weekday), ZONE))
        for employee, template, weekday in taken
    )
    opened = [NORTH.opening.on(day, ZONE) for day in WEEK.days]
    spans = [span for span in opened if span is not None]
    hours = [hour for span in spans for hour in slots(span, 60)]
    forecast = tuple(
        FootfallSlot(NORTH.id, hour, kind, mean, mean / 2, mean, mean * 2)
        for hour in hours
        for kind, mean in (("vip", 0.5), ("regular", 4.0))
    )
    lacking = Interval(instant(MONDAY + timedelta(days=2), 780, ZONE), instant(MONDAY + timedelta(days=2), 900, ZONE))
    demand = tuple(
        DemandSlot(NORTH.id, slot, "counter", 2 if lacking.covers(slot) else 1)
        for span in spans
        for slot in slots(span, 30)
    )
    menu = Menu("m1", "Half days", (EARLY, LATE, NIGHTLY), 0, 0, 2400, 0.0, 0.0, ())
    threshold = busy_threshold_per_hour(forecast)
    days = hall_days(NORTH, forecast, WEEK, threshold)
    return HallPublication(
        hall=NORTH,
        busy_threshold_per_hour=threshold,
        employees=STAFF.employees,
        leave=(),
        consents=(),
        worked=(),
        history=(),
        forecast=forecast,
        demand=demand,
        menus=(menu,),
        adopted_menu="m1",
        election={"hall": NORTH.id},
        bidding_round={"hall": NORTH.id, "award": []},
        roster=Roster(NORTH.id, WEEK, 1, RosterState.PUBLISHED, assignments),
        findings=(),
        certificate=certify_roster(NORTH, days, [each.shift for each in assignments], lambda progress: None),
        lots=(),
        journal=(),
        pay_lines=(),
    )


def store_week(unit: UnitOfWork, pin_hash: str = "$") -> None:
    """Put the hall, its people, their accounts, all with one PIN, and the published week into a database."""
    unit.halls.add(NORTH)
    unit.staff.replace(NORTH.id, STAFF)
    for user in (MANAGER, OWN_MANAGER, ANA, BO, CAI, DEE):
        unit.users.add(replace(user, pin_hash=pin_hash))
    unit.publications.publish(published_week(), CALENDAR, {"pack": "HOUSE"})
