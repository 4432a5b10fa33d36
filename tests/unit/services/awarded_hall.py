"""A small hall whose round was really held, once for all tests that need one."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from shiftbid.domain.bid import Bid, BidLevel
from shiftbid.domain.roster import Assignment
from shiftbid.rules.book import load_pack
from shiftbid.services.bidding_round import close_round, hold_round
from shiftbid.services.progress import Progress
from shiftbid.services.publication import HallPublication
from shiftbid.services.published_staff import published_staff
from shiftbid.services.round_problem import RoundRequest
from shiftbid.services.secrets import seeded_secrets
from shiftbid.services.situations import candidate_shifts, situations_of
from shiftbid.solver.work_limit import WorkLimit
from tests.gui.fake_hall import CALENDAR, FIRST, fake_publication

PACK = load_pack("HOUSE", FIRST)
QUICK = WorkLimit(search_work=0.6, step_work=0.2, steps=12, rounds=1, menu_work=0.1)


def ignore(progress: Progress) -> None:
    """Nobody listens."""
    del progress


@cache
def awarded_hall() -> HallPublication:
    """Six people, one week, bids of each on a sixth of the shifts; the roster is the award."""
    plan = fake_publication(weeks=1, people=6)
    hall, period = plan.hall, plan.roster.period
    adopted = next(menu.templates for menu in plan.menus if menu.id == plan.adopted_menu)
    shifts = candidate_shifts(adopted, hall, period.days)
    bids = {
        person.id: tuple(
            Bid(person.id, shift.day, shift.template, BidLevel.WANT if number % 3 else BidLevel.AVOID)
            for number, shift in enumerate(shifts)
            if number % 6 == place
        )
        for place, person in enumerate(plan.employees)
    }
    situations = situations_of(published_staff(plan), hall, period, CALENDAR, PACK, shifts)
    closed = close_round(hall.id, period, bids, seeded_secrets(1))
    request = RoundRequest(hall, period, plan.demand, shifts, situations, closed, PACK, {plan.employees[0].id: 0.5})
    record = hold_round(request, QUICK, ignore).record
    by_id = {shift.id: shift for shift in shifts}
    awarded = tuple(
        Assignment(each["employee"], by_id[f"{hall.id}/{each['template']}/{each['date']}"]) for each in record["award"]
    )
    return replace(plan, bidding_round=record, roster=replace(plan.roster, assignments=awarded))
