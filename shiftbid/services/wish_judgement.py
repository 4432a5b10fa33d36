"""What wishes come to before they are given: which of them nobody could award, whatever others bid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from shiftbid.bidding.wish_text import dated_bids, parse_wishes
from shiftbid.domain.bid import Bid
from shiftbid.domain.errors import InputError
from shiftbid.domain.poll import Poll
from shiftbid.domain.shift import Shift
from shiftbid.rules.book import RulePack
from shiftbid.rules.checker import check
from shiftbid.rules.situation import Situation
from shiftbid.services.bid_prospects import narrow_bids
from shiftbid.services.bid_round import offer_of, vote_of
from shiftbid.services.planning import PlanningOrder, planning_ground
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.round_problem import contract_minutes_of
from shiftbid.services.situations import situations_of
from shiftbid.services.vote import counted_election
from shiftbid.services.vote_paper import read_vote_paper
from shiftbid.services.wish_levels import BarredWish, WishJudgement
from shiftbid.solver.work_limit import WorkLimit


def judge_wishes(unit: UnitOfWork, bidding: Poll, employee: str, wishes: Sequence[str]) -> WishJudgement:
    """Judge a person's wishes by the rules and the leave known today.

    Raises InputError where a wish fits no shift of the round, or the person is not on the hall's staff list.
    """
    offer = offer_of(unit, bidding)
    bids = dated_bids(employee, parse_wishes(wishes), offer.templates, offer.shifts, offer.days)
    vote = vote_of(unit, bidding)
    terms = read_vote_paper(vote.paper, offer.hall, bidding.period).terms
    order = PlanningOrder((offer.hall.id,), bidding.period, terms.seed, WorkLimit(), pack=terms.pack)
    ground = planning_ground(unit, order)
    request, (inputs,) = ground.request, ground.inputs
    situations = situations_of(inputs.staff, offer.hall, bidding.period, request.calendar, request.pack, offer.shifts)
    situation = situations.get(employee)
    if situation is None:
        raise InputError(f"employee {employee}", [f"is not on the staff list of hall {offer.hall.id}"])
    contract = contract_minutes_of(situation)
    heads = {(use.day, use.template): use.heads for use in counted_election(vote).adopted.use}
    others = [each for name, each in situations.items() if name != employee]
    rivals = {shift.id: sum(_could_take(each, shift) for each in others) for shift in offer.shifts}
    narrow = narrow_bids(bids, offer.shifts, contract, heads, rivals)
    return WishJudgement(len(bids), contract, tuple(_barred(bids, situation, request.pack)), narrow)


def _could_take(other: Situation, shift: Shift) -> bool:
    """Whether somebody has the skill of a shift and is not away then."""
    return shift.skill in other.employee.skills and not any(leave.span.overlaps(shift.span) for leave in other.leave)


def _barred(bids: Sequence[Bid], situation: Situation, pack: RulePack) -> list[BarredWish]:
    """Shifts that break a rule even where the person takes no other."""
    shifts = {(shift.day, shift.template): shift for shift in situation.candidates}
    barred: list[BarredWish] = []
    for bid in bids:
        if bid.template is None or bid.level <= 0:
            continue
        shift = shifts[bid.day, bid.template]
        findings = check(pack, replace(situation, candidates=(shift,)), {shift.id})
        finding = next((each for each in findings if shift.id in each.shifts), None)
        if finding is not None:
            barred.append(BarredWish(bid.day, bid.template, finding.sentence))
    return barred
