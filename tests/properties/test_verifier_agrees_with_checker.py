"""The verifier's law check and the rule checker say the same of random weeks: which rules are broken, and by whom.

Both read the same random people, shifts, breaks, leave and consents; neither shares code or values with the other.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.staff import Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant, local_day
from shiftbid.rules.book import load_pack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.verifier.law import breaches
from shiftbid.verifier.law.person import Person, Place
from shiftbid.verifier.limits import pack_of
from shiftbid.verifier.rows import ConsentRow, DemandRow, LeaveRow, StaffRow
from shiftbid.verifier.spells import Pause, Spell

WEEKS = 400
ZONES = {"CN": ("Asia/Shanghai",), "EU": ("Europe/Berlin", "Europe/Lisbon"), "HOUSE": ("Pacific/Auckland",)}
FIRST_DAYS = (
    date(2012, 10, 22),
    date(2026, 11, 2),
    date(2026, 3, 23),
    date(2026, 10, 19),
    date(2026, 9, 21),
    date(2026, 4, 29),
)

# Silent without statuses, cycles, settlements and refusals, which the published tables do not hold; part time in China
# (fewer than 24 h on other terms) is a system that the samples do not use there.
NEED_UNPUBLISHED_FACTS = {
    "CN-CWH-APPROVAL",
    "CN-CWH-HEAVY-11H",
    "CN-CWH-OT-AVG",
    "CN-NURSE-HOUR",
    "CN-NURSE-NIGHT",
    "CN-NURSE-OT",
    "CN-PREG7-NIGHT",
    "CN-PREG7-OT",
    "CN-PT-DAY",
    "CN-PT-WEEK",
    "CN-TOIL-SCOPE",
    "EU-NIGHT-ABS",
    "EU-NIGHT-AVG",
}


@dataclass(frozen=True)
class Case:
    situation: Situation
    person: Person


@pytest.mark.parametrize("pack_id", ["CN", "EU", "HOUSE"])
def test_checker_and_verifier_name_the_same_rules(pack_id: str) -> None:
    rng = random.Random(f"weeks under {pack_id}")
    broken_rules: set[str] = set()
    clean = 0
    for number in range(WEEKS):
        case = _case(rng, pack_id)
        pack = load_pack(pack_id, case.situation.period.first)
        chosen = {shift.id for shift in case.situation.candidates}
        checked = {finding.rule for finding in check(pack, case.situation, chosen)}
        own = pack_of(pack_id)
        assert own is not None
        verified = {breach.rule for breach in breaches(case.person, own.in_force(case.situation.period.first))}
        assert verified == checked, f"week {number}"
        broken_rules |= checked
        clean += not checked
    # The weeks are no use unless every rule is broken in some of them and some are legal.
    rules = {rule.id for rule in load_pack(pack_id, FIRST_DAYS[0]).rules}
    assert broken_rules == rules - NEED_UNPUBLISHED_FACTS
    assert clean > WEEKS // 50


def _case(rng: random.Random, pack_id: str) -> Case:
    zone = rng.choice(ZONES[pack_id])
    period = Period.of_weeks(rng.choice(FIRST_DAYS), rng.choice((1, 2)))
    wild = rng.random() < 0.6
    history = _shifts(rng, zone, period.first - timedelta(days=7 * rng.choice((0, 2, 3, 18))), period.first, wild)
    candidates = _shifts(rng, zone, period.first, period.last + timedelta(days=1), wild)
    leave = _leave(rng, zone, period) if rng.random() < 0.4 else ()
    consents = tuple(_consents(rng, period))
    special = {
        period.first + timedelta(days=n): rng.choice((DayClass.HOLIDAY, DayClass.SWAPPED_WORKDAY))
        for n in range(-5, 14)
        if rng.random() < 0.1
    }
    employee = Employee(
        id="E1",
        name="Person 1",
        hall="north",
        contract_minutes=rng.choice((2400, 2400, 3600, 1200)),
        system=rng.choice((HoursSystem.STANDARD, HoursSystem.STANDARD, HoursSystem.COMPREHENSIVE)),
        skills=frozenset({"counter"} if rng.random() < 0.9 else {"phone"}),
        born=period.first - timedelta(days=rng.choice((30, 30, 16)) * 365 + rng.randrange(10)),
        employed_from=period.first + timedelta(days=rng.choice((-900, -900, -900, 3))),
        rate_cents=2500,
    )
    situation = Situation(employee, period, zone, Calendar(special), candidates, history, leave, consents)
    return Case(situation, _seen_by_verifier(situation))


def _shifts(rng: random.Random, zone: str, first: date, end: date, wild: bool) -> tuple[Shift, ...]:
    start = rng.choice((7, 9, 14, 22)) * 60
    shifts: list[Shift] = []
    for n in range((end - first).days):
        day = first + timedelta(days=n)
        if rng.random() > (0.85 if wild else 0.5):
            continue
        for _ in range(2 if wild and rng.random() < 0.04 else 1):
            begin = start + (rng.choice((0, 0, 0, 60, -120, 480, -300)) if wild else 0)
            length = rng.choice((240, 510, 510, 480, 555, 630, 780)) if wild else rng.choice((300, 510))
            shifts.append(_shift(rng, zone, day, min(max(0, begin), 1410), length, len(shifts), wild))
    return tuple(shifts)


def _shift(rng: random.Random, zone: str, day: date, start: int, length: int, number: int, wild: bool) -> Shift:
    span = Interval(instant(day, start, zone), instant(day, start + length, zone))
    pauses: list[Break] = []
    if length > 360 and not (wild and rng.random() < 0.05):
        minutes = rng.choice((30, 30, 30, 15, 10)) if wild else 30
        offset = rng.choice((240, 240, 270, 30)) if wild else 240
        at = span.start + offset * 60
        pauses.append(Break(Interval(at, at + minutes * 60), rng.random() < 0.2))
        if wild and rng.random() < 0.3:
            at += (minutes + 60) * 60
            pauses.append(Break(Interval(at, at + 15 * 60), paid=True))
    started = local_day(span.start, zone)
    return Shift(f"{day}/{number}", "north", "T", started, span, tuple(pauses))


def _leave(rng: random.Random, zone: str, period: Period) -> tuple[Leave, ...]:
    first = period.first + timedelta(days=rng.randrange(-10, 7))
    last = first + timedelta(days=rng.choice((1, 2, 7)))
    late = rng.choice((0, 0, 600))
    span = Interval(instant(first, late, zone), instant(last, 0, zone) + rng.choice((0, 3600)))
    return (Leave("E1", span, rng.choice(tuple(LeaveKind))),)


def _consents(rng: random.Random, period: Period) -> Sequence[Consent]:
    rules = ("CN-OT-CONSENT", "CN-OT-DAY-GENERAL", "CN-OT-DAY-SPECIAL", "HOUSE-DAILY-HOURS", "HOUSE-WEEK-HOURS")
    return [
        Consent("E1", rule, first, first + timedelta(days=rng.choice((0, 6))), rng.choice(tuple(ConsentKind)))
        for rule in rules
        if rng.random() < 0.4
        for first in [period.first + timedelta(days=rng.randrange(7))]
    ]


def _seen_by_verifier(situation: Situation) -> Person:
    """The same facts as the published tables would hold them."""
    who, period = situation.employee, situation.period
    demand = DemandRow("north", 0, 2**40, "counter", 1)
    place = Place(
        zone=ZoneInfo(situation.zone),
        first=period.first,
        last=period.last,
        day_classes={day: day_class.value for day, day_class in situation.calendar.special.items()},
        demand={"north": (demand,)},
    )
    shifts = [(shift, False) for shift in situation.history] + [(shift, True) for shift in situation.candidates]
    spells = [
        Spell(
            employee=who.id,
            hall=shift.hall,
            template=shift.template,
            day=shift.day,
            start=shift.span.start,
            end=shift.span.end,
            pauses=tuple(Pause(each.span.start, each.span.end, each.paid) for each in shift.breaks),
            rostered=rostered,
        )
        for shift, rostered in shifts
    ]
    return Person(
        id=who.id,
        staff=StaffRow(
            who.id,
            who.name,
            who.hall,
            who.contract_minutes,
            who.system.value,
            who.skills,
            who.born,
            who.employed_from,
        ),
        spells=tuple(sorted(spells, key=lambda spell: (spell.start, spell.end))),
        leave=tuple(LeaveRow(who.id, each.span.start, each.span.end, each.kind.value) for each in situation.leave),
        consents=tuple(
            ConsentRow(who.id, each.rule, each.first, each.last, each.kind.value) for each in situation.consents
        ),
        place=place,
    )
