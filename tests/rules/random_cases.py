"""Random people of each rule pack, for tests in which two readers of the same facts must agree."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.staff import Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.staff_fact import CYCLES, FactKind, StaffFact, values_of
from shiftbid.domain.timeline import Interval, Period, instant, local_day
from shiftbid.rules.book import RulePack
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.night_work import night_worker_statuses
from shiftbid.rules.situation import Situation
from shiftbid.services.staff_facts import circumstances_of
from shiftbid.verifier.law.person import Person
from tests.rules.seen_by_verifier import seen_by_verifier

AUCKLAND, BERLIN = "Pacific/Auckland", "Europe/Berlin"
ZONES = {
    "CN": ("Asia/Shanghai",),
    "EU": (BERLIN, "Europe/Lisbon"),
    "DE": (BERLIN,),
    "FR": ("Europe/Paris",),
    "ES": ("Europe/Madrid",),
    "UK": ("Europe/London",),
    "UK-NHS": ("Europe/London",),
    "US": ("America/Chicago",),
    "US-CA": ("America/Los_Angeles",),
    "US-OR": ("America/Los_Angeles",),
    "US-SEA": ("America/Los_Angeles",),
    "US-CHI": ("America/Chicago",),
    "US-NYC": ("America/New_York",),
    "US-NYC-FF": ("America/New_York",),
    "JP": ("Asia/Tokyo",),
    "AU-RETAIL": ("Australia/Sydney",),
    "NZ": (AUCKLAND,),
    "HOUSE": (AUCKLAND,),
}
FIRST_DAYS = (
    date(2021, 10, 25),
    date(2026, 11, 2),
    date(2026, 3, 2),
    date(2026, 3, 23),
    date(2026, 10, 19),
    date(2026, 9, 21),
    date(2026, 4, 29),
    date(2025, 12, 22),
)


@dataclass(frozen=True)
class RandomCase:
    """One person before and in a period, as the rules and as the verifier see them."""

    situation: Situation
    person: Person


def with_facts(rng: random.Random, case: RandomCase, pack: RulePack) -> RandomCase:
    """The case with some facts on record: statuses, a cycle, time off in place of pay, refused permissions."""
    situation, first, last = case.situation, case.situation.period.first, case.situation.period.last
    told = [
        *((FactKind.STATUS, value) for value in values_of(FactKind.STATUS) if rng.random() < 0.25),
        *((FactKind.CYCLE, rng.choice(CYCLES)) for _ in range(rng.choice((0, 1, 1, 2)))),
        *((FactKind.TIME_OFF, value) for value in values_of(FactKind.TIME_OFF) if rng.random() < 0.35),
        *((FactKind.REFUSED, rule.id) for rule in pack.rules if rng.random() < 0.1),
    ]
    facts = [StaffFact("E1", *each, first - timedelta(days=rng.choice((0, 30))), last) for each in told]
    known = circumstances_of(facts, first)
    statuses = (*known.statuses, *situation.circumstances.statuses)
    with_them = replace(situation, circumstances=replace(known, statuses=statuses))
    return RandomCase(with_them, seen_by_verifier(with_them, facts))


def random_case(rng: random.Random, pack: RulePack) -> RandomCase:
    """A person with one or two weeks of shifts, with history, leave, consents and special days around them."""
    zone = rng.choice(ZONES[pack.id])
    period = Period.of_weeks(rng.choice(FIRST_DAYS), rng.choice((1, 2)))
    wild = rng.random() < 0.6
    start = rng.choice((7, 9, 14, 22)) * 60
    weeks_before = rng.choice((0, 2, 3, 3, 18, 24, 55))
    density = rng.choice((0.85, 0.85, 0.85, 1.0)) if wild else 0.5
    history = _shifts(rng, zone, (start, density), period.first - timedelta(weeks=weeks_before), period.first, wild)
    candidates = _shifts(rng, zone, (start, density), period.first, period.last + timedelta(days=1), wild)
    leave = tuple(_leave(rng, zone, period) for _ in range(rng.choice((0, 0, 1, 2))))
    consents = tuple(_consents(rng, pack, period))
    special = {
        period.first + timedelta(days=n): rng.choice((DayClass.HOLIDAY, DayClass.SWAPPED_WORKDAY))
        for n in (*range(-60, -40), *range(-5, 14))
        if rng.random() < 0.1
    }
    employee = Employee(
        id="E1",
        name="Person 1",
        hall="north",
        contract_minutes=rng.choice((2400, 2400, 3600, 1200)),
        system=rng.choice((HoursSystem.STANDARD, HoursSystem.STANDARD, *HoursSystem)),
        skills=frozenset({"counter"} if rng.random() < 0.9 else {"phone"}),
        born=period.first - timedelta(days=rng.choice((30, 30, 16, 18)) * 365 + rng.randrange(10)),
        employed_from=period.first + timedelta(days=rng.choice((-900, -900, -60, 3))),
        rate_cents=2500,
    )
    statuses = night_worker_statuses(pack.rules, history, zone, period)
    situation = Situation(
        employee,
        period,
        zone,
        Calendar(special),
        candidates,
        history,
        leave,
        consents,
        pack.week_starts_on,
        Circumstances(statuses=statuses),
    )
    return RandomCase(situation, seen_by_verifier(situation))


def _shifts(
    rng: random.Random, zone: str, habit: tuple[int, float], first: date, end: date, wild: bool
) -> tuple[Shift, ...]:
    start, density = habit
    shifts: list[Shift] = []
    for n in range((end - first).days):
        day = first + timedelta(days=n)
        if rng.random() > density:
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


def _leave(rng: random.Random, zone: str, period: Period) -> Leave:
    first = period.first + timedelta(days=rng.randrange(-30, 7))
    last = first + timedelta(days=rng.choice((1, 2, 7)))
    late = rng.choice((0, 0, 600))
    span = Interval(instant(first, late, zone), instant(last, 0, zone) + rng.choice((0, 3600)))
    return Leave("E1", span, rng.choice(tuple(LeaveKind)))


def _consents(rng: random.Random, pack: RulePack, period: Period) -> Sequence[Consent]:
    return [
        Consent("E1", rule.id, first, first + timedelta(days=rng.choice((0, 6))), rng.choice(tuple(ConsentKind)))
        for rule in pack.rules
        if rng.random() < 0.3
        for first in [period.first + timedelta(days=rng.randrange(-3, 7))]
    ]
