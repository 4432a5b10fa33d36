"""A hall in memory for tests and screenshots: plausible, seeded, and complete enough to fill every page."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from shiftbid.domain.ballot import Menu, TemplateHeads
from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.demand import DemandSlot, FootfallCount, FootfallSlot
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.hall_terms import HallTerms
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.pay_run import PayRun, Reopening
from shiftbid.domain.promise import CustomerClass, Promise
from shiftbid.domain.request import RequestAct, RequestStep, TimeOffRequest
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import Shift, ShiftTemplate, TemplateBreak, dated, heads_present
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant, local, slots
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.payroll.toil_statement import statement
from shiftbid.rules.book import load_pack
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.hall_view import HallView
from shiftbid.services.pay_close import PayPreview
from shiftbid.services.publication import HallPublication
from shiftbid.services.toil_desk import PersonStatement

ZONE = "Pacific/Auckland"
FIRST = date(2026, 10, 12)
NAMES = (
    "Aroha Ngata",
    "Ben Carter",
    "Chen Yulan",
    "Dev Patel",
    "Emily Fraser",
    "Faisal Khan",
    "Grace O’Connor",
    "Hemi Tane",
    "Isla MacGregor-Whittington",
    "Jun Watanabe",
    "Kiri Pomare",
    "Liam Byrne",
    "Mei Lin 林美",
    "Noah Williams",
    "Olivia Brown",
    "Priya Nair",
    "Quentin Moreau",
    "Rangi Parata",
    "Sofia Rossi",
    "Tama Rewi",
    "Uma Iyer",
    "Viktor Novak",
    "Wiremu Hohepa",
    "Xia Ming 夏明",
)
BY_HOUR = {9: 14, 10: 22, 11: 27, 12: 34, 13: 31, 14: 24, 15: 22, 16: 25, 17: 28, 18: 17}
BY_WEEKDAY = (0.9, 0.85, 0.9, 1.0, 1.2, 1.35, 0.8)
VIP_SHARE = 0.12
TEMPLATES = (
    ShiftTemplate("early-8h", 540, 1020, (TemplateBreak(720, 30, paid=False),)),
    ShiftTemplate("late-8h", 660, 1140, (TemplateBreak(840, 30, paid=False),)),
    ShiftTemplate("noon-6h", 690, 1050, (TemplateBreak(900, 15, paid=True),), toil_minutes=30),
    ShiftTemplate("morning-4h", 540, 780),
    ShiftTemplate("evening-5h", 840, 1140, (TemplateBreak(990, 15, paid=True),)),
)
HALL = Hall(
    id="queen-street",
    name="Queen Street",
    zone=ZONE,
    country="NZ",
    subdivision="AUK",
    opening=OpeningHours.parse("mon-sat 09:00-19:00, sun 10:00-17:00"),
    promise=Promise(),
    service_minutes=7.5,
    counters=9,
)
CALENDAR = Calendar(special={date(2026, 10, 26): DayClass.HOLIDAY}, names={date(2026, 10, 26): "Labour Day"})


def fake_publication(
    hall: Hall = HALL, first: date = FIRST, weeks: int = 4, people: int = len(NAMES), seed: int = 1
) -> HallPublication:
    """A published plan of a hall."""
    chance = random.Random(seed)
    period = Period.of_weeks(first, weeks)
    employees = tuple(_employee(hall, number, chance) for number in range(people))
    forecast = _forecast(hall, period)
    demand = _demand(hall, forecast)
    leave = _leave(employees, period)
    assignments = _assignments(hall, period, employees, leave, chance)
    return HallPublication(
        hall=hall,
        busy_threshold_per_hour=24.5,
        employees=employees,
        leave=leave,
        consents=(),
        worked=(),
        history=_history(hall, first, chance),
        forecast=forecast,
        demand=demand,
        menus=_menus(assignments),
        adopted_menu="m1",
        election={},
        bidding_round={},
        roster=Roster(hall.id, period, 1, RosterState.PUBLISHED, assignments),
        findings=_findings(assignments, employees),
        certificate=_certificate(hall, period, forecast, [each.shift for each in assignments]),
        lots=(),
        journal=(),
        pay_lines=(),
    )


def without_findings(publication: HallPublication) -> HallPublication:
    """The same plan where no rule is broken."""
    return replace(publication, findings=())


def _menus(assignments: Sequence[Assignment]) -> tuple[Menu, ...]:
    """A menu of whole days beside the adopted one, whose use is what the roster works."""
    heads = Counter((each.shift.day, each.shift.template) for each in assignments)
    days = sorted({day for day, _ in heads})
    adopted = tuple(TemplateHeads(day, template, count) for (day, template), count in sorted(heads.items()))
    whole = tuple(TemplateHeads(day, template, 3) for day in days for template in ("early-8h", "late-8h"))
    return (
        Menu("m2", "Whole days", TEMPLATES[:2], 130, 90, 40_000, 175.0, 171.5, whole),
        Menu("m1", "Early and late", TEMPLATES, 0, 0, 0, 0.0, 0.0, adopted),
    )


def _employee(hall: Hall, number: int, chance: random.Random) -> Employee:
    weekly_hours = (40, 40, 32, 20)[number % 4]
    return Employee(
        id=f"e{number:03d}",
        name=NAMES[number % len(NAMES)],
        hall=hall.id,
        contract_minutes=weekly_hours * 60,
        system=HoursSystem.STANDARD if weekly_hours > 20 else HoursSystem.PART_TIME,
        skills=frozenset({"counter"}),
        born=date(1970 + chance.randrange(35), 3, 9),
        employed_from=date(2020, 1, 1),
        rate_cents=2800,
    )


def _hours(hall: Hall, first: date, last: date) -> Sequence[Interval]:
    return [
        hour
        for day in hall.open_days(first, last)
        if (opened := hall.opening.on(day, hall.zone))
        for hour in slots(opened, 60)
    ]


def _expected(hall: Hall, hour: Interval) -> float:
    wall = local(hour.start, hall.zone)
    holiday = 0.55 if CALENDAR.is_holiday(wall.date()) else 1.0
    return BY_HOUR.get(wall.hour, 5) * BY_WEEKDAY[wall.weekday()] * holiday


def _shares() -> Sequence[tuple[CustomerClass, float]]:
    return [(CustomerClass.VIP, VIP_SHARE), (CustomerClass.REGULAR, 1 - VIP_SHARE)]


def _forecast(hall: Hall, period: Period) -> tuple[FootfallSlot, ...]:
    rows: list[FootfallSlot] = []
    for hour in _hours(hall, period.first, period.last):
        for customer_class, share in _shares():
            mean = _expected(hall, hour) * share
            spread = 1.28 * math.sqrt(mean) * 1.3
            rows.append(
                FootfallSlot(hall.id, hour, customer_class, mean, max(0.0, mean - spread), mean * 0.98, mean + spread)
            )
    return tuple(rows)


def _history(hall: Hall, first: date, chance: random.Random) -> tuple[FootfallCount, ...]:
    rows: list[FootfallCount] = []
    for hour in _hours(hall, first - timedelta(days=56), first - timedelta(days=1)):
        for customer_class, share in _shares():
            mean = _expected(hall, hour) * share
            count = max(0.0, round(chance.gauss(mean, math.sqrt(mean) * 1.3)))
            rows.append(FootfallCount(hall.id, hour, customer_class, None if chance.random() < 0.01 else float(count)))
    return tuple(rows)


def _demand(hall: Hall, forecast: Sequence[FootfallSlot]) -> tuple[DemandSlot, ...]:
    totals: dict[Interval, float] = {}
    for slot in forecast:
        totals[slot.slot] = totals.get(slot.slot, 0.0) + slot.mean
    return tuple(
        DemandSlot(hall.id, half, "counter", max(1, math.ceil(total * hall.service_minutes / 60 * 1.15 + 0.2)))
        for hour, total in totals.items()
        for half in slots(hour, 30)
    )


def _leave(employees: Sequence[Employee], period: Period) -> tuple[Leave, ...]:
    def away(number: int, start: int, days: int, kind: LeaveKind) -> Leave:
        first = period.first + timedelta(days=start)
        span = Interval(instant(first, 0, ZONE), instant(first + timedelta(days=days), 0, ZONE))
        return Leave(employees[number % len(employees)].id, span, kind)

    return (
        away(2, 7, 7, LeaveKind.ANNUAL),
        away(5, 2, 2, LeaveKind.SICK),
        away(9, 3, 1, LeaveKind.TOIL),
        away(14, 4, 10, LeaveKind.UNPAID),
    )


def _assignments(
    hall: Hall, period: Period, employees: Sequence[Employee], leave: Sequence[Leave], chance: random.Random
) -> tuple[Assignment, ...]:
    rows: list[Assignment] = []
    minutes = dict.fromkeys((each.id for each in employees), 0)
    for day in period.days:
        opened = hall.opening.on(day, hall.zone)
        if opened is None:
            continue
        scale = 0.6 if CALENDAR.is_holiday(day) else BY_WEEKDAY[day.weekday()]
        wanted = [TEMPLATES[n % len(TEMPLATES)] for n in range(round(9 * scale))]
        free = [
            each
            for each in employees
            if not any(away.employee == each.id and away.span.overlaps(opened) for away in leave)
        ]
        chance.shuffle(free)
        free.sort(key=lambda each: minutes[each.id] / each.contract_minutes)
        for template, employee in zip(wanted, free, strict=False):
            shift = dated(template, hall.id, day, hall.zone)
            minutes[employee.id] += shift.paid_minutes
            rows.append(Assignment(employee.id, shift, pinned=chance.random() < 0.04))
    return tuple(rows)


def _findings(assignments: Sequence[Assignment], employees: Sequence[Employee]) -> tuple[Finding, ...]:
    names = {each.id: each.name for each in employees}

    def finding(place: int, rule: str, severity: Severity, words: str, article: str) -> Finding:
        each = assignments[place % len(assignments)]
        sentence = f"{names[each.employee]} {words.format(day=each.shift.day.isoformat())}"
        return Finding(rule, each.employee, each.shift.span, severity, (each.shift.id,), sentence, article)

    return (
        finding(
            40,
            "EU-DAILY-REST",
            Severity.ILLEGAL,
            "rests only 9 h 30 min before the shift of {day}; the law asks for 11 h.",
            "Directive 2003/88/EC art. 3",
        ),
        finding(
            77,
            "CN-OT-CONSENT",
            Severity.NEEDS_CONSENT,
            "works 2 h over the daily standard on {day}; that needs the person’s consent.",
            "Labour Law art. 41",
        ),
        finding(
            120,
            "HOUSE-CONSECUTIVE-DAYS",
            Severity.HOUSE_RULE,
            "works 7 days in a row until {day}; the house allows 6.",
            "House pack",
        ),
        finding(
            150,
            "HOUSE-CONTRACT",
            Severity.WARNING,
            "has fewer hours than contracted in the week of {day}.",
            "House pack",
        ),
    )


def _certificate(
    hall: Hall, period: Period, forecast: Sequence[FootfallSlot], shifts: Sequence[Shift]
) -> tuple[CertificateRow, ...]:
    """Waits by a rule of thumb, for tests only: the fuller the counters, the later."""
    by_hour: dict[Interval, dict[str, float]] = {}
    for slot in forecast:
        by_hour.setdefault(slot.slot, {})[slot.customer_class] = slot.mean
    rows: list[CertificateRow] = []
    for hour, means in by_hour.items():
        present = [shift for shift in shifts if shift.span.overlaps(hour)]
        busy = sum(means.values()) >= 24.5
        heads = [heads_present(present, quarter) for quarter in slots(hour, 15)]
        for customer_class, mean in means.items():
            limit = hall.promise.wait_limit_minutes(CustomerClass(customer_class), busy)
            load = sum(means.values()) * hall.service_minutes / 60 / max(0.5, sum(heads) / 4)
            in_time = [_in_time(load * more, limit) for more in (1.0, 1.1)]
            for quarter, count in zip(slots(hour, 15), heads, strict=True):
                rows.append(
                    CertificateRow(
                        hall=hall.id,
                        quarter=quarter,
                        customer_class=customer_class,
                        busy=busy,
                        arrivals=mean / 4,
                        heads=count,
                        mean_wait_minutes=limit * (1 - in_time[0]) * 2,
                        p90_wait_minutes=limit * (1 - in_time[0]) * 5,
                        share_in_time=in_time[0],
                        promise_minutes=limit,
                        kept=in_time[0] >= hall.promise.level,
                        kept_at_plus10=in_time[1] >= hall.promise.level,
                    )
                )
    return tuple(rows)


def _in_time(load: float, limit_minutes: float) -> float:
    return 1 / (1 + math.exp(14 * (load - 0.98) - limit_minutes / 8))


def fake_view(publication: HallPublication) -> HallView:
    """A published plan with the books around it."""
    return HallView(
        publication=publication,
        calendar=CALENDAR,
        pack=load_pack("HOUSE", publication.roster.period.first),
        on=publication.roster.period.last,
        planned_until=publication.roster.period.last,
        statements=_statements(publication),
        requests=(_request(publication),),
        pay=_pay(publication),
        pay_problem="",
        terms=HallTerms(),
        editable=True,
    )


def _statements(publication: HallPublication) -> tuple[PersonStatement, ...]:
    """Everybody brought some time in; the third person's expires within 30 days, the fourth has taken an hour."""
    last = publication.roster.period.last
    made: list[PersonStatement] = []
    for number, person in enumerate(publication.employees):
        expires = last + timedelta(days=20) if number == 2 else last + timedelta(days=200)
        lot = Lot(f"lot/{person.id}", person.id, LotKind.OVERTIME, 60 * number, expires)
        brought = (Posting(ToilAccount.BANK, lot.id, lot.minutes), Posting(ToilAccount.EARNED, lot.id, -lot.minutes))
        entries = [JournalEntry(f"open/{person.id}", person.id, FIRST, EntryKind.OPENING, brought, "")]
        if number == 3:
            used = (Posting(ToilAccount.BANK, lot.id, -60), Posting(ToilAccount.USED, lot.id, 60))
            entries.append(JournalEntry("use", person.id, FIRST + timedelta(days=2), EntryKind.USE, used, "a day off"))
        lots = (lot,) if lot.minutes else ()
        made.append(
            PersonStatement(person.name, publication.hall.id, statement(person.id, lots, entries if lots else (), last))
        )
    return tuple(made)


def _request(publication: HallPublication) -> TimeOffRequest:
    day = publication.roster.period.last + timedelta(days=9)
    span = Interval(instant(day, 0, ZONE), instant(day + timedelta(days=1), 0, ZONE))
    asked = RequestStep(RequestAct.ASK, "u9", span.start - 900_000, "a wedding")
    return TimeOffRequest("r1", publication.employees[5].id, LeaveKind.ANNUAL, span, (asked,))


def _pay(publication: HallPublication) -> PayPreview:
    """Each shift is paid as normal time, the last two of the roster as overtime; nothing was closed yet."""
    shifts = publication.roster.assignments
    lines = tuple(
        PayLine(
            each.employee,
            each.shift.day,
            publication.hall.id,
            PayClass.OVERTIME if place >= len(shifts) - 2 else PayClass.NORMAL,
            each.shift.paid_minutes,
            "HOUSE-DAILY-HOURS",
            each.shift.id,
        )
        for place, each in enumerate(shifts)
    )
    return PayPreview(publication.hall.id, publication.roster.period, lines, (), lines, None)


def closed_and_changed(view: HallView) -> HallView:
    """The same view where the pay was closed, opened again, and a line has gone since."""
    assert view.pay is not None
    run = PayRun(view.pay.hall, view.pay.period, 1, 1_793_000_000, "clerk", view.pay.lines)
    opened = replace(run, reopening=Reopening(1_793_100_000, "clerk", "a shift was clocked twice"))
    gone = replace(view.pay.lines[0], minutes=-view.pay.lines[0].minutes)
    return replace(view, pay=replace(view.pay, lines=view.pay.lines[1:], changes=(gone,), last=opened))
