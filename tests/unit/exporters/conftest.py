"""A tiny publication with one of everything: two people, two days, a night shift, a leave, a breach."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from shiftbid.domain.ballot import Answer, Menu, TemplateHeads
from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.certificate import CertificateRow
from shiftbid.domain.demand import DemandSlot, FootfallCount, FootfallSlot
from shiftbid.domain.hall import Hall, OpeningHours
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.pay import PayClass, PayLine
from shiftbid.domain.promise import Promise
from shiftbid.domain.roster import Assignment, Roster, RosterState
from shiftbid.domain.shift import ShiftTemplate, TemplateBreak, dated
from shiftbid.domain.staff import EVERYBODY, Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.staff_fact import FactKind, StaffFact
from shiftbid.domain.timeline import Interval, Period, day_interval, instant
from shiftbid.domain.toil import EntryKind, JournalEntry, Lot, LotKind, Posting, ToilAccount
from shiftbid.rules.finding import Finding, Severity
from shiftbid.services.certificate_repairs import Repair
from shiftbid.services.certificate_report import CertificateReport, ClassTotals
from shiftbid.services.publication import HallPublication, Publication, StageReport, WorkedShift
from shiftbid.services.second_opinion import ClassOpinion, SecondOpinion, SecondOpinionOrder
from shiftbid.staffing.patience import Temperament
from shiftbid.staffing.simulation import Conditions
from tests.unit.voting.small_papers import small_paper, small_record

ZONE = "Pacific/Auckland"
FRIDAY, SATURDAY, SUNDAY = date(2026, 4, 3), date(2026, 4, 4), date(2026, 4, 5)
DAY_SHIFT = ShiftTemplate("day", 9 * 60, 17 * 60 + 30, (TemplateBreak(13 * 60, 30, paid=False),))
NIGHT_SHIFT = ShiftTemplate("night", 22 * 60, 30 * 60, (TemplateBreak(26 * 60, 30, paid=True),), toil_minutes=45)
UNUSED_SHIFT = ShiftTemplate("short", 10 * 60, 14 * 60)


def _employee(number: int, name: str) -> Employee:
    return Employee(
        id=f"h1-{number:03d}",
        name=name,
        hall="h1",
        contract_minutes=2400,
        system=HoursSystem.STANDARD,
        skills=frozenset({"vip", "counter"} if number == 1 else {"counter"}),
        born=date(1990, 2, 28),
        employed_from=date(2020, 1, 1),
        rate_cents=2550,
    )


def _menu(menu: str, *templates: ShiftTemplate) -> Menu:
    use = (TemplateHeads(SATURDAY, templates[0].id, 1),)
    return Menu(menu, f"Menu {menu}", templates, 0, 3, 480, 3.0, 2.5, use)


MENUS = (_menu("m1", NIGHT_SHIFT, DAY_SHIFT), _menu("m2", UNUSED_SHIFT, DAY_SHIFT))
ELECTION = small_record(
    "h1",
    Period(SATURDAY, SUNDAY),
    small_paper((DAY_SHIFT, NIGHT_SHIFT, UNUSED_SHIFT), MENUS, 2),
    MENUS[0],
    {"x": {"night": Answer.WANT, "day": Answer.ACCEPT}, "w": {"short": Answer.CANNOT}},
)


def _hall(names: tuple[str, str], hall_name: str) -> HallPublication:
    ten = Interval(instant(SATURDAY, 600, ZONE), instant(SATURDAY, 660, ZONE))
    night = dated(NIGHT_SHIFT, "h1", SATURDAY, ZONE)
    hall = Hall(
        "h1", hall_name, ZONE, "NZ", "AUK", OpeningHours.parse("00:00-24:00"), Promise(), service_minutes=6, counters=4
    )
    return HallPublication(
        hall=hall,
        busy_threshold_per_hour=20.0,
        employees=(_employee(1, names[0]), _employee(2, names[1])),
        leave=(Leave("h1-002", day_interval(SUNDAY, ZONE), LeaveKind.SICK),),
        consents=(Consent("h1-001", "HOUSE-DAILY-HOURS", SATURDAY, SUNDAY, ConsentKind.PERSON),),
        facts=(
            StaffFact(EVERYBODY, FactKind.CYCLE, "month", SATURDAY, SUNDAY),
            StaffFact("h1-001", FactKind.STATUS, "nursing", SATURDAY, SUNDAY),
            StaffFact("h1-002", FactKind.STATUS, "night_worker", SATURDAY, SATURDAY),
        ),
        worked=(WorkedShift("h1-001", dated(DAY_SHIFT, "h1", date(2026, 3, 30), ZONE)),),
        history=(FootfallCount("h1", ten, "vip", 3.0), FootfallCount("h1", ten, "regular", None)),
        forecast=(FootfallSlot("h1", ten, "regular", 20.25, 12.0, 20.0, 29.123456789),),
        demand=(DemandSlot("h1", Interval(ten.start, ten.start + 1800), "counter", 2),),
        menus=MENUS,
        adopted_menu="m1",
        election=ELECTION,
        bidding_round={"hall": "h1", "bids": [], "nonce": "n"},
        roster=Roster(
            "h1",
            Period(SATURDAY, SUNDAY),
            version=3,
            state=RosterState.PUBLISHED,
            assignments=(
                Assignment("h1-002", night),
                Assignment("h1-001", dated(DAY_SHIFT, "h1", SATURDAY, ZONE), pinned=True),
                Assignment("h1-001", dated(DAY_SHIFT, "h1", SUNDAY, ZONE)),
            ),
        ),
        findings=(
            Finding(
                "HOUSE-LEAVE", "h1-002", night.span, Severity.HOUSE_RULE, (night.id,), "Away, yet on.", "House rule"
            ),
        ),
        certificate=(
            CertificateRow(
                "h1",
                Interval(ten.start, ten.start + 900),
                "vip",
                busy=True,
                arrivals=5.0625,
                heads=1,
                mean_wait_minutes=1 / 3,
                p90_wait_minutes=2.0,
                share_in_time=0.995,
                promise_minutes=10.0,
                kept=True,
                kept_at_plus10=False,
            ),
        ),
        lots=(Lot("h1-002/night", "h1-002", LotKind.HOUSE_BONUS, 45, date(2026, 10, 4)),),
        journal=(
            JournalEntry(
                "accrue/1",
                "h1-002",
                SATURDAY,
                EntryKind.ACCRUE,
                (
                    Posting(ToilAccount.BANK, "h1-002/night", 45),
                    Posting(ToilAccount.EARNED, "h1-002/night", -45),
                ),
                night.id,
            ),
        ),
        pay_lines=(PayLine("h1-001", SATURDAY, "h1", PayClass.NORMAL, 480, "HOUSE-DAILY-HOURS", "h1/day/2026-04-04"),),
    )


def _report() -> CertificateReport:
    row = _hall(("", ""), "").certificate[0]
    opinion = ClassOpinion("counter", "vip", 0.995, 0.99, 0.0025, 0.4, 1 / 3, 0.75)
    return CertificateReport(
        hall="h1",
        totals=(
            ClassTotals("counter", "vip", 5.0625, 5.0371875, 1 / 3, hours=1, hours_kept=1, hours_kept_at_plus10=0),
        ),
        worst=(row,),
        repairs=(Repair(SATURDAY, "day", missed_before=2, missed_after=1, paid_minutes=480),),
        opinion=SecondOpinion(
            SecondOpinionOrder(2, 1, Conditions(1.5, (Temperament(0.7, 60.0), Temperament(0.3, 10.0)), 0.1)), (opinion,)
        ),
    )


def tiny_publication(
    names: tuple[str, str] = ("Mere Kowhai", "王晓梅"), hall_name: str = "Queen Street"
) -> Publication:
    return Publication(
        period=Period(SATURDAY, SUNDAY),
        calendar=Calendar({FRIDAY: DayClass.HOLIDAY, SUNDAY: DayClass.SWAPPED_WORKDAY}, {FRIDAY: "Good Friday"}),
        settings={"country": "NZ", "zone": ZONE, "pack": "HOUSE", "seed": 1},
        halls=(_hall(names, hall_name),),
        certificates=(_report(),),
        reports=(
            StageReport("forecast", 1.5, "20 customers expected", {"hours": 1}),
            StageReport(
                "award",
                2.25,
                "3 shifts",
                {"assignments": 3},
                (
                    Stage("missing demand", "head half-hours", SolveStatus.OPTIMAL, 4.0, 4.0, 0.5),
                    Stage("wishes", "points", SolveStatus.FEASIBLE, -8.0, -10.0, 1.5),
                    Stage("extra", "points", SolveStatus.UNKNOWN, None, None, 0.25),
                ),
            ),
        ),
    )


@pytest.fixture
def publication() -> Publication:
    return tiny_publication()


@pytest.fixture
def make_publication() -> Callable[..., Publication]:
    return tiny_publication


@pytest.fixture
def two_halls() -> Publication:
    """The tiny publication with a second hall of the same name."""
    publication = tiny_publication()
    first = publication.halls[0]
    second = replace(
        first,
        hall=replace(first.hall, id="h2"),
        employees=tuple(replace(each, id=each.id.replace("h1", "h2"), hall="h2") for each in first.employees),
        roster=replace(
            first.roster,
            hall="h2",
            assignments=tuple(
                replace(each, employee=each.employee.replace("h1", "h2"), shift=replace(each.shift, hall="h2"))
                for each in first.roster.assignments
            ),
        ),
    )
    return replace(publication, halls=(first, second))
