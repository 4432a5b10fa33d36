"""The verifier's law check and the rule checker say the same of random weeks: which rules are broken, and by whom.

Both read the same random people, shifts, breaks, leave and consents; neither shares code or values with the other.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from shiftbid.domain.calendar import Calendar, DayClass
from shiftbid.domain.shift import Break, Shift
from shiftbid.domain.staff import Consent, ConsentKind, Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, instant, local_day
from shiftbid.rules.book import RulePack, load_pack, pack_ids
from shiftbid.rules.checker import check
from shiftbid.rules.circumstances import Circumstances
from shiftbid.rules.night_work import night_worker_statuses
from shiftbid.rules.situation import Situation
from shiftbid.verifier.law import breaches
from shiftbid.verifier.law.person import Person
from shiftbid.verifier.limits import NotPublished
from shiftbid.verifier.packs import pack_of
from tests.rules.seen_by_verifier import seen_by_verifier

WEEKS = 200
"""Random weeks of each pack."""

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
class Case:
    situation: Situation
    person: Person


@pytest.mark.parametrize("pack_id", pack_ids())
def test_checker_and_verifier_name_the_same_rules_on_the_same_days(pack_id: str) -> None:
    rng = random.Random(f"weeks under {pack_id}")
    broken_rules: set[str] = set()
    clean = 0
    for number in range(WEEKS):
        pack = load_pack(pack_id, FIRST_DAYS[0])
        case = _case(rng, pack)
        pack = load_pack(pack_id, case.situation.period.first)
        chosen = {shift.id for shift in case.situation.candidates}
        own = pack_of(pack_id)
        assert own is not None
        zone = case.situation.zone
        checked = [
            (found.rule, local_day(found.span.start, zone), local_day(found.span.end - 1, zone))
            for found in check(pack, case.situation, chosen)
        ]
        limits = own.in_force(case.situation.period.first)
        verified = [(breach.rule, breach.first, breach.last) for breach in breaches(case.person, limits)]
        for one, other, who in ((checked, verified, "checker"), (verified, checked, "verifier")):
            alone = [found for found in one if not any(_meet(found, each) for each in other)]
            assert not alone, f"week {number}: only the {who} finds {alone}"
        broken_rules |= {rule for rule, _, _ in checked}
        clean += not checked
    # The weeks are no use unless every rule that published files can break is broken in some of them, and some are
    # legal.
    own = pack_of(pack_id)
    assert own is not None
    judged = {limit.rule for limit in own.limits if not isinstance(limit, NotPublished)}
    assert broken_rules == judged
    assert clean > WEEKS // 50


Judged = tuple[str, date, date]
"""Rule, and the first and last day judged."""


def _meet(one: Judged, other: Judged) -> bool:
    return one[0] == other[0] and one[1] <= other[2] and other[1] <= one[2]


def _case(rng: random.Random, pack: RulePack) -> Case:
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
        circumstances=Circumstances(statuses=statuses),
    )
    return Case(situation, seen_by_verifier(situation))


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
