"""Days off in lieu given back by an award: as many as cost no demand, on record, replayed to the byte."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from shiftbid.canonical_json import canonical_json
from shiftbid.domain.staff import Leave, LeaveKind
from shiftbid.domain.timeline import day_interval
from shiftbid.domain.toil import Lot, LotKind
from shiftbid.services.bidding_round import HeldRound, hold_round
from shiftbid.services.replay_round import replay_round
from shiftbid.services.round_on_record import request_on_record
from shiftbid.services.toil_return import days_off_due, opening_books
from tests.gui.fake_hall import CALENDAR, FIRST
from tests.unit.services.awarded_hall import PACK, QUICK, awarded_hall, ignore

HALL = awarded_hall()
PERIOD = HALL.roster.period
LOTS = [
    Lot(f"lot-{each.id}", each.id, LotKind.HOUSE_BONUS, 600, FIRST + timedelta(days=90)) for each in HALL.employees[:3]
]
# Half of the heads, so that some days have heads to spare.
QUIET = tuple(replace(slot, heads=slot.heads // 2) for slot in HALL.demand)


def held(*, with_offers: bool) -> HeldRound:
    books = opening_books(LOTS, FIRST)
    offers = days_off_due(books, HALL.hall, PERIOD, QUIET, HALL.employees, HALL.leave) if with_offers else ()
    request = request_on_record(HALL.bidding_round, HALL, CALENDAR, PACK)
    return hold_round(replace(request, demand=QUIET, time_off=offers), QUICK, ignore)


def test_days_off_are_given_where_they_cost_no_demand_and_the_record_replays() -> None:
    plain, given = held(with_offers=False), held(with_offers=True)
    missing = [each.stages[0] for each in (plain, given)]
    assert missing[1].objective == missing[0].objective
    assert given.stages[1].name == "time off due"
    assert given.stages[1].objective == 0
    assert {each.employee for each in given.days_off} == {each.employee for each in LOTS}
    worked = {(each.employee, each.shift.day) for each in given.assignments}
    assert not {(each.employee, each.day) for each in given.days_off} & worked
    assert plain.days_off == ()
    record = json.loads(canonical_json(dict(given.record)))
    assert sum(each["given"] for each in record["time_off"]) == len(LOTS)
    leave = tuple(
        Leave(each.employee, day_interval(each.day, HALL.hall.zone), LeaveKind.TOIL) for each in given.days_off
    )
    published = replace(HALL, demand=QUIET, leave=(*HALL.leave, *leave), bidding_round=record)
    assert replay_round(record, published, CALENDAR, PACK, ignore).differences == ()
