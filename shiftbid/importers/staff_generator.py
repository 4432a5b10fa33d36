"""Generated staff of a hall: contracts, skills, leave, consents, past shifts, TOIL and wishes; docs/samples.md."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from shiftbid.domain.hall import Hall
from shiftbid.domain.staff import Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant
from shiftbid.domain.toil import Lot, LotKind
from shiftbid.importers.past_shifts import past_shifts
from shiftbid.importers.people_names import people_names
from shiftbid.importers.seeds import seed_for
from shiftbid.services.announced_years import CHINA
from shiftbid.services.publication import WorkedShift
from shiftbid.services.samples import SampleHall, Wish

FULL_TIME_MINUTES = 2400
FULL_TIME_SHARE = 0.7
SHORTER_CONTRACTS_MINUTES = (1200, 1500, 1800)
VIP_SKILL_EVERY = 4
LEAVE_SHARE_PER_4_WEEKS = 0.2
TOIL_SHARE = 0.4
CONSENT_EVERY = 10
WORKING_DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class _Wages:
    """Pay for an hour, lowest and highest, in cents, and the rules to which people may consent."""

    lowest_cents: int
    highest_cents: int
    consent_rules: tuple[str, ...]


_CHINESE_WAGES = _Wages(2400, 4800, ("CN-OT-CONSENT",))
_OTHER_WAGES = _Wages(2400, 3900, ("HOUSE-DAILY-HOURS",))


def generate_staff(hall: Hall, period: Period, count: int, seed: int) -> SampleHall:
    """Make a hall's staff for a period; the history of footfall is left empty.

    Of the people, about 70 % are full time (40 h), the others work 20, 25 or 30 h; every one serves customers and
    every fourth VIP customers too. The last two weeks before the period are worked in legal shifts. Each part is drawn
    from its own stream of the seed.

    Parameters
    ----------
    count
        People.
    """
    employees = _employees(hall, period, count, _rng(seed, hall, "contracts"))
    return SampleHall(
        hall=hall,
        employees=employees,
        leave=_leave(hall, period, employees, _rng(seed, hall, "leave")),
        consents=_consents(hall, period, employees),
        worked=tuple(
            WorkedShift(employee.id, shift)
            for employee in employees
            for shift in past_shifts(hall, period, employee, _rng(seed, hall, "past", employee.id))
        ),
        history=(),
        opening_lots=_opening_lots(period, employees, _rng(seed, hall, "toil")),
        wishes=tuple(_wish(hall, period, each, _rng(seed, hall, "wish", each.id)) for each in employees),
    )


def contract_minutes_a_week(employees: Sequence[Employee]) -> int:
    """Contracted minutes of all people together, a week."""
    return sum(employee.contract_minutes for employee in employees)


def _rng(seed: int, hall: Hall, *purpose: str) -> random.Random:
    return random.Random(seed_for(seed, hall.id, *purpose))


def _wages(hall: Hall) -> _Wages:
    return _CHINESE_WAGES if hall.country == CHINA else _OTHER_WAGES


def _employees(hall: Hall, period: Period, count: int, rng: random.Random) -> tuple[Employee, ...]:
    wages = _wages(hall)
    full_time = round(count * FULL_TIME_SHARE)
    contracts = [FULL_TIME_MINUTES] * full_time
    contracts += [SHORTER_CONTRACTS_MINUTES[n % len(SHORTER_CONTRACTS_MINUTES)] for n in range(count - full_time)]
    names = people_names(hall.country, count, rng)
    return tuple(
        Employee(
            id=f"{hall.id}-{n + 1:03d}",
            name=names[n],
            hall=hall.id,
            contract_minutes=minutes,
            system=_system(hall, minutes),
            # Every fourth of the full-time people and every fourth of the others.
            skills=frozenset({"counter", "vip"} if n % VIP_SKILL_EVERY == 0 else {"counter"}),
            # Nobody began before the age of 18.
            born=period.first - timedelta(days=rng.randrange(30 * 366, 60 * 365)),
            employed_from=period.first - timedelta(days=rng.randrange(60, 12 * 365)),
            rate_cents=rng.randrange(wages.lowest_cents, wages.highest_cents + 1, 50),
        )
        for n, minutes in enumerate(contracts)
    )


def _system(hall: Hall, contract_minutes: int) -> HoursSystem:
    # Chinese law's part time (非全日制) means four hours a day on other terms; shorter weeks there stay standard.
    if contract_minutes < FULL_TIME_MINUTES and hall.country != CHINA:
        return HoursSystem.PART_TIME
    return HoursSystem.STANDARD


def _leave(hall: Hall, period: Period, employees: Sequence[Employee], rng: random.Random) -> tuple[Leave, ...]:
    """Annual leave of one to three days for every fifth person in four weeks, whole local days."""
    days = period.days
    people = round(len(employees) * LEAVE_SHARE_PER_4_WEEKS * len(days) / 28)
    spans: list[Leave] = []
    for employee in rng.sample(list(employees), min(people, len(employees))):
        length = min(rng.randint(1, 3), len(days))
        first = days[rng.randrange(len(days) - length + 1)]
        span = Interval(instant(first, 0, hall.zone), instant(first + timedelta(days=length), 0, hall.zone))
        spans.append(Leave(employee.id, span, LeaveKind.ANNUAL))
    return tuple(sorted(spans, key=lambda leave: (leave.employee, leave.span)))


def _consents(hall: Hall, period: Period, employees: Sequence[Employee]) -> tuple[Consent, ...]:
    """Every tenth person has agreed to longer days, for the period."""
    return tuple(
        Consent(employee.id, rule, period.first, period.last, ConsentKind.PERSON)
        for employee in employees[::CONSENT_EVERY]
        for rule in _wages(hall).consent_rules
    )


def _opening_lots(period: Period, employees: Sequence[Employee], rng: random.Random) -> tuple[Lot, ...]:
    """Two of five people bring TOIL into the period: half an hour to ten hours, good for one to nine months."""
    holders = rng.sample(list(employees), round(len(employees) * TOIL_SHARE))
    return tuple(
        Lot(
            id=f"opening/{employee.id}",
            employee=employee.id,
            kind=LotKind.HOUSE_BONUS,
            minutes=rng.randrange(30, 601, 30),
            expires=period.last + timedelta(days=rng.randrange(30, 270)),
        )
        for employee in sorted(holders, key=lambda each: each.id)
    )


def _wish(hall: Hall, period: Period, employee: Employee, rng: random.Random) -> Wish:
    """Likes of one person: two of five early birds, one of three late, the others in between."""
    spans = [span for span in hall.opening.by_weekday if span]
    opens, closes = min(start for start, _ in spans), max(end for _, end in spans)
    paid = employee.contract_minutes // WORKING_DAYS_A_WEEK
    paid = rng.choice((paid, paid, max(240, paid - 60), min(600, paid + 60)))
    latest = max(opens, closes - paid)
    start = rng.choices((opens, (opens + latest) // 2, latest), weights=(6, 4, 5))[0]
    weekend = frozenset(rng.choice(((5, 6), (6,), (5,))))
    weekdays = frozenset(rng.sample(range(5), rng.choice((1, 1, 2))))
    return Wish(
        employee=employee.id,
        start_minute=start,
        paid_minutes=paid,
        free_weekdays=rng.choices((weekend, weekdays, frozenset[int]()), weights=(5, 3, 2))[0],
        free_days=_free_days(period, rng),
        flexible=rng.choice((0.2, 0.4, 0.6, 0.9)),
    )


def _free_days(period: Period, rng: random.Random) -> frozenset[date]:
    return frozenset(rng.sample(period.days, min(len(period.days), rng.choice((0, 1, 1, 2, 3)))))
