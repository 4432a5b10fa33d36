"""Reasons for lost wishes and unwelcome shifts, in halls of two or three people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from shiftbid.bidding.points import day_off_points, shift_points
from shiftbid.bidding.reasons import AwardReasons
from shiftbid.bidding.verdict import Reason, Verdict
from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.calendar import Calendar
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import BugError
from shiftbid.domain.shift import Shift, ShiftTemplate, dated
from shiftbid.domain.staff import Employee, HoursSystem, Leave, LeaveKind
from shiftbid.domain.timeline import Interval, Period, day_interval, instant
from shiftbid.rules.book import load_pack
from shiftbid.rules.situation import Situation
from shiftbid.solver.award_model import AwardPerson, AwardProblem
from shiftbid.solver.satisfaction import PointScale

ZONE = "Europe/Berlin"
MON, TUE = date(2026, 1, 5), date(2026, 1, 6)
PERIOD = Period.of_weeks(MON, 1)
PACK = load_pack("HOUSE", MON)
EARLY, LATE = ShiftTemplate("E", 420, 720), ShiftTemplate("L", 1080, 1380)
SHIFTS = tuple(dated(template, "h", day, ZONE) for day in PERIOD.days for template in (EARLY, LATE))
NAMES = ("ana", "ben")


def shift(template: ShiftTemplate, day: date) -> Shift:
    return dated(template, "h", day, ZONE)


def situation(name: str, *leave: Leave) -> Situation:
    employee = Employee(
        name, name, "h", 2400, HoursSystem.STANDARD, frozenset({"counter"}), date(1990, 1, 1), date(2020, 1, 1), 100
    )
    return Situation(employee, PERIOD, ZONE, Calendar({}), SHIFTS, leave=leave)


def heads(template: ShiftTemplate, day: date, count: int) -> DemandSlot:
    span = Interval(instant(day, template.start_minute, ZONE), instant(day, template.start_minute + 30, ZONE))
    return DemandSlot("h", span, "counter", count)


def reasons(
    bids: Sequence[Bid],
    awarded: Mapping[str, Sequence[Shift]],
    demand: Sequence[DemandSlot] = (),
    leave: Sequence[Leave] = (),
    ties: Mapping[tuple[str, str], int] | None = None,
    contract: int = 0,
) -> AwardReasons:
    situations = {name: situation(name, *(each for each in leave if each.employee == name)) for name in NAMES}
    people = tuple(
        AwardPerson(
            employee=name,
            contract_minutes=contract,
            candidates=SHIFTS,
            fixed=frozenset(),
            clauses=tuple(PACK.clauses(situations[name])),
            points=shift_points([bid for bid in bids if bid.employee == name], SHIFTS),
            day_off_points=day_off_points([bid for bid in bids if bid.employee == name]),
            pinned=frozenset(),
        )
        for name in NAMES
    )
    scales = {name: PointScale(-1, 7) for name in NAMES if any(bid.employee == name for bid in bids)}
    return AwardReasons(AwardProblem(tuple(demand), people, ties), scales, awarded, situations, PACK)


def verdict(bid: Bid, found: AwardReasons, *others: Bid) -> Verdict:
    (lost,) = (each for each in found.lost(bid.employee, [bid, *others]) if each.bid == bid)
    return lost.verdict


def test_what_is_granted_or_not_wished_needs_no_reason() -> None:
    granted, avoided = Bid("ana", MON, "E", BidLevel.WANT), Bid("ana", TUE, "E", BidLevel.AVOID)
    found = reasons([granted, avoided], {"ana": [shift(EARLY, MON)]})
    assert found.lost("ana", [granted, avoided]) == ()
    assert found.unwelcome("ana", [granted, avoided]) == ()


def test_the_rule_that_forbids_the_shift_beside_the_others_is_named() -> None:
    bid = Bid("ana", TUE, "E", BidLevel.WANT)
    why = verdict(bid, reasons([bid], {"ana": [shift(LATE, MON)]}))
    assert (why.reason, why.rule, why.effect) == (Reason.LAW, "HOUSE-DAILY-REST", None)


def test_leave_is_a_rule_too() -> None:
    bid = Bid("ana", TUE, "E", BidLevel.LIKE)
    away = Leave("ana", day_interval(TUE, ZONE), LeaveKind.ANNUAL)
    assert verdict(bid, reasons([bid], {}, leave=[away])).rule == "HOUSE-LEAVE"


def test_cover_is_counted_in_half_hours_over_every_exchange_of_the_day() -> None:
    bid = Bid("ana", TUE, None, BidLevel.WANT)
    demand = [heads(EARLY, TUE, 2)]
    both = {"ana": [shift(EARLY, TUE)], "ben": [shift(EARLY, TUE)]}
    why = verdict(bid, reasons([bid], both, demand))
    assert why.effect is not None
    assert (why.reason, why.effect.missing, why.other) == (Reason.COVER, 1, None)
    assert "1 more head half-hours" in why.sentence


def test_an_exchange_that_improves_the_award_is_a_bug() -> None:
    bid = Bid("ana", TUE, None, BidLevel.WANT)
    with pytest.raises(BugError):
        verdict(bid, reasons([bid], {"ana": [shift(EARLY, TUE)]}, [heads(EARLY, TUE, 1)]))


def test_contract_hours_come_before_wishes() -> None:
    bid = Bid("ana", TUE, None, BidLevel.WANT)
    away = Leave("ben", day_interval(TUE, ZONE), LeaveKind.ANNUAL)
    why = verdict(bid, reasons([bid], {"ana": [shift(EARLY, TUE)]}, leave=[away], contract=300))
    assert why.effect is not None
    assert (why.reason, why.effect.shortfall) == (Reason.CONTRACT, 300)


def test_who_has_less_keeps_the_shift_and_a_higher_level_would_have_won_it() -> None:
    mine = Bid("ana", TUE, "E", BidLevel.LIKE)
    other = Bid("ben", TUE, "E", BidLevel.WANT)
    award = {"ana": [shift(LATE, TUE)], "ben": [shift(EARLY, TUE)]}
    found = reasons([mine, other], award, [heads(EARLY, TUE, 1), heads(LATE, TUE, 1)])
    why = verdict(mine, found)
    assert (why.reason, why.other) == (Reason.PERSON, "ben")
    assert why.needs is None
    close = replace(other, level=BidLevel.LIKE)
    ties = {("ana", shift(EARLY, TUE).id): 5}
    why = verdict(mine, reasons([mine, close], award, [heads(EARLY, TUE, 1), heads(LATE, TUE, 1)], ties=ties))
    assert (why.reason, why.other) == (Reason.TIE, "ben")
    assert why.needs == "A credit of 0.01 would have won it."


def test_an_unwelcome_shift_is_explained_by_what_its_absence_would_cost() -> None:
    bid = Bid("ana", TUE, "E", BidLevel.AVOID)
    away = Leave("ben", day_interval(TUE, ZONE), LeaveKind.ANNUAL)
    found = reasons([bid], {"ana": [shift(EARLY, TUE)]}, [heads(EARLY, TUE, 1)], [away])
    (given,) = found.unwelcome("ana", [bid])
    assert given.verdict.reason is Reason.COVER


def test_a_shift_that_was_never_spoken_of_is_explained_to_who_bid() -> None:
    bid, demand = Bid("ana", MON, "E", BidLevel.WANT), [heads(EARLY, TUE, 2)]
    awarded = {"ana": [shift(EARLY, MON), shift(EARLY, TUE)], "ben": [shift(EARLY, TUE)]}
    (given,) = reasons([bid], awarded, demand).unwelcome("ana", [bid])
    assert given.bid == Bid("ana", TUE, "E", BidLevel.NEUTRAL)
    assert given.verdict.reason is Reason.COVER
    assert reasons([], awarded, demand).unwelcome("ben", []) == ()
