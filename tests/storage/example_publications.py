"""A small publication with every kind of row, and one of the size of a real hall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from shiftbid.domain.ballot import Menu, TemplateHeads
from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.demand import DemandSlot, FootfallCount, FootfallSlot
from shiftbid.domain.desk import Desk
from shiftbid.domain.hall import Duties, Hall, OpeningHours
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.promise import Promise, PromiseKind
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.ports import StaffList
from shiftbid.services.publication import HallPublication, WorkedShift

ZONE = "Pacific/Auckland"
FIRST = date(2026, 9, 21)  # the clocks go forward on the 27th
PERIOD = Period.of_weeks(FIRST, 4)
HALL = Hall(
    id="queen-st",
    name="Queen Street 皇后街",
    zone=ZONE,
    country="NZ",
    subdivision="AUK",
    opening=replace(
        OpeningHours.parse("mon-fri 09:00-18:30, sat 22:00-02:00"), closed_days=frozenset({FIRST, date(2026, 12, 25)})
    ),
    promise=Promise(PromiseKind.SHARE, 0.9, 10.0, 15.5, 5.0),
    service_minutes=5.7,
    counters=6,
    minimum_heads=2,
    duties=Duties(30, 60, 3),
    desks=(Desk("vip", 0.15, 18.5, 2, 0, 25.5), Desk("cash", 0.05, 4.0, 1)),
    vip_service_minutes=8.25,
)
CLOSES_FIRST = OpeningHours(((600, 540), *(None for _ in range(6))))
"""Opening hours that no table takes."""
CALENDAR = Calendar(
    special={FIRST: DayClass.HOLIDAY, date(2026, 9, 26): DayClass.SWAPPED_WORKDAY},
    names={FIRST: "Dominion Day", date(2026, 10, 26): "Labour Day 劳动节"},
    weekly_rest_days=frozenset({6}),
    projected_years=frozenset({2027}),
)
SETTINGS = {"country": "NZ", "subdivision": None, "seed": 7, "versions": {"ortools": "9.15"}, "level": 0.9}
TEMPLATE = ShiftTemplate(
    "early",
    540,
    1020,
    (TemplateBreak(720, 30, paid=False), TemplateBreak(900, 15, paid=True)),
    frozenset({0, 2, 6}),
    "vip",
    30,
)
NIGHT = ShiftTemplate("night", 1320, 1560)
STAFF = StaffList(
    employees=(
        Employee(
            "e2",
            "Zoë 王",
            HALL.id,
            2400,
            HoursSystem.STANDARD,
            frozenset({"vip", "counter"}),
            date(1990, 2, 28),
            date(2020, 1, 1),
            3150,
        ),
        Employee(
            "e1", "Ann", HALL.id, 1200, HoursSystem.PART_TIME, frozenset(), date(2001, 1, 1), date(2024, 5, 6), 2800
        ),
    ),
    leave=(
        Leave("e1", Interval(instant(FIRST, 0, ZONE), instant(FIRST, 1440, ZONE)), LeaveKind.TOIL),
        Leave("e2", Interval(instant(FIRST, 2880, ZONE), instant(FIRST, 4320, ZONE)), LeaveKind.ANNUAL),
    ),
    consents=(Consent("e2", "weekly-hours", FIRST, FIRST, ConsentKind.PERSON),),
    worked=(
        WorkedShift("e2", dated(TEMPLATE, HALL.id, FIRST - timedelta(days=1), ZONE)),
        WorkedShift("e1", dated(NIGHT, "other-hall", FIRST - timedelta(days=2), ZONE)),
    ),
    facts=(
        StaffFact("e2", FactKind.STATUS, "night_worker", FIRST, FIRST + timedelta(days=9)),
        StaffFact(EVERYBODY, FactKind.TIME_OFF, "rest_day_work", FIRST, FIRST),
    ),
)
LOT = Lot("e1/opening", "e1", LotKind.HOUSE_BONUS, 120, date(2027, 3, 1))
OPENING = JournalEntry(
    "opening/e1",
    "e1",
    FIRST,
    EntryKind.OPENING,
    (Posting(ToilAccount.EARNED, LOT.id, -120), Posting(ToilAccount.BANK, LOT.id, 120)),
    "opening balance",
)


def taking(name: str, minutes: int) -> JournalEntry:
    """An entry that takes minutes from the example's lot."""
    postings = (Posting(ToilAccount.BANK, LOT.id, -minutes), Posting(ToilAccount.USED, LOT.id, minutes))
    return JournalEntry(name, "e1", FIRST, EntryKind.USE, postings, "leave")


def hours(day: date, count: int) -> list[Interval]:
    """Consecutive hours from midnight of a day."""
    start = instant(day, 0, ZONE)
    return [Interval(start + 3600 * n, start + 3600 * (n + 1)) for n in range(count)]


def certified(quarter: Interval, customer_class: str) -> CertificateRow:
    """A quarter hour that keeps its promise."""
    return CertificateRow(
        hall=HALL.id,
        quarter=quarter,
        customer_class=customer_class,
        busy=True,
        arrivals=2.5,
        heads=3,
        mean_wait_minutes=0.7,
        p90_wait_minutes=4.5,
        share_in_time=0.99,
        promise_minutes=10.0,
        kept=True,
        kept_at_plus10=True,
        skill="vip",
    )


def small_publication(version: int = 1) -> HallPublication:
    """Few rows of every kind, with the values that are easily lost on the way."""
    hour = hours(FIRST, 1)[0]
    quarter = Interval(hour.start, hour.start + 900)
    menu = Menu("m1", "Early birds", (NIGHT, TEMPLATE), 3, 4, 960, 7.25, 6.5, (TemplateHeads(FIRST, "early", 2),))
    return HallPublication(
        hall=HALL,
        busy_threshold_per_hour=31.25,
        employees=STAFF.employees,
        leave=STAFF.leave,
        consents=STAFF.consents,
        worked=STAFF.worked,
        facts=STAFF.facts,
        history=(
            FootfallCount(HALL.id, hour, "vip", None),
            FootfallCount(HALL.id, hour, "regular", 0.0),
            FootfallCount(HALL.id, hours(date(2026, 8, 1), 1)[0], "regular", 0.1 + 0.2),
        ),
        forecast=(FootfallSlot(HALL.id, hour, "vip", 1 / 3, 0.0, 0.25, 2.0),),
        demand=(DemandSlot(HALL.id, hour, "counter", 2), DemandSlot(HALL.id, hour, "vip", 0)),
        menus=(menu, replace(menu, id="m0", templates=(), use=())),
        adopted_menu="m1",
        election={"hall": HALL.id, "tally": [{"menu": "m1", "approvals": 2}], "seed": "ü", "none": None},
        bidding_round={"hall": HALL.id, "limits": {"work": 12.5}, "award": [], "sealed": True},
        roster=Roster(
            HALL.id,
            PERIOD,
            version,
            RosterState.PUBLISHED,
            (
                Assignment("e2", dated(TEMPLATE, HALL.id, FIRST, ZONE), pinned=True),
                Assignment("e1", dated(NIGHT, HALL.id, date(2026, 9, 26), ZONE)),
            ),
        ),
        findings=(
            Finding("daily-rest", "e2", hour, Severity.ILLEGAL, ("s2", "s1"), "Zoë rests 8 h.", "art. 38"),
            Finding("cover", "", hour, Severity.WARNING, (), "One head is missing.", ""),
        ),
        certificate=(replace(certified(quarter, "vip"), p90_wait_minutes=float("inf"), kept_at_plus10=False),),
        lots=(LOT,),
        journal=(OPENING, taking("use/e1", 60)),
        pay_lines=(PayLine("e2", FIRST, HALL.id, PayClass.HOLIDAY, 450, "holiday-pay", "queen-st/early/2026-09-21"),),
    )


def large_publication() -> HallPublication:
    """One hall with four years of hourly counts in two classes and four weeks of everything else."""
    small = small_publication()
    day = PERIOD.first
    history = tuple(
        FootfallCount(HALL.id, hour, customer_class, float(n % 97))
        for n, hour in enumerate(hours(date(2022, 9, 19), 35_000))
        for customer_class in ("vip", "regular")
    )
    open_hours = [hour for each in PERIOD.days for hour in hours(each, 10)]
    quarters = [Interval(hour.start + 900 * n, hour.start + 900 * (n + 1)) for hour in open_hours for n in range(4)]
    return replace(
        small,
        history=history,
        forecast=tuple(
            FootfallSlot(HALL.id, hour, customer_class, 9.5, 4.0, 9.0, 15.0)
            for hour in open_hours
            for customer_class in ("vip", "regular")
        ),
        demand=tuple(DemandSlot(HALL.id, quarter, "counter", 3) for quarter in quarters[::2]),
        roster=replace(
            small.roster,
            assignments=tuple(
                Assignment(employee.id, dated(TEMPLATE, HALL.id, day + timedelta(days=n), ZONE))
                for employee in STAFF.employees
                for n in range(280)
            ),
        ),
        certificate=tuple(
            certified(quarter, customer_class) for quarter in quarters for customer_class in ("vip", "regular")
        ),
    )
