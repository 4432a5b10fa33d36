"""A bidding round as a problem of the award: people with their clauses, points, credit and burden; tie numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from shiftbid.bidding.burden import burdens
from shiftbid.bidding.credits import weight_of
from shiftbid.bidding.days_off import DayOffOffer, day_off_candidates, day_off_clauses, fitting_offers
from shiftbid.bidding.points import day_off_points, shift_points
from shiftbid.bidding.round_record import ClosedRound
from shiftbid.domain.bid import Bid
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.hall import Hall
from shiftbid.domain.shift import Shift
from shiftbid.domain.tie_number import joined_hash
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period, day_interval
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation
from shiftbid.solver.award import AwardPerson, AwardProblem

WORKDAYS_PER_WEEK = 5
TIE_DIGITS = 4
"""Hexadecimal digits of a tie number that are added up."""


@dataclass(frozen=True, slots=True)
class RoundRequest:
    """What a round awards: the candidate shifts, the people, the demand and the closed bids.

    Attributes
    ----------
    credits
        Credit that each person brings from earlier rounds; absent: 0.
    time_off
        Days off in lieu that may be given back, at most one a person.
    """

    hall: Hall
    period: Period
    demand: tuple[DemandSlot, ...]
    shifts: tuple[Shift, ...]
    situations: Mapping[str, Situation]
    closed: ClosedRound
    pack: RulePack
    credits: Mapping[str, float] = field(default_factory=dict[str, float])
    time_off: tuple[DayOffOffer, ...] = ()

    @property
    def bids(self) -> Mapping[str, tuple[Bid, ...]]:
        """Bids of each bidder, in order of employee id."""
        return {each.employee: each.bids for each in sorted(self.closed.sealed, key=lambda each: each.employee)}


def award_problem(request: RoundRequest) -> AwardProblem:
    """Put a round as a problem; the tie number of a shift is the start of ``sha256(seed|employee|shift id)``."""
    bids_of = request.bids
    burden = burdens(request.shifts, request.hall.zone)
    people = tuple(
        _person(request, employee, bids_of.get(employee, ()), burden) for employee in sorted(request.situations)
    )
    seed = request.closed.seed
    ties = {
        (person.employee, shift.id): int(joined_hash(seed, person.employee, shift.id)[:TIE_DIGITS], 16)
        for person in people
        for shift in request.situations[person.employee].candidates
    }
    return AwardProblem(request.demand, people, ties)


def _person(request: RoundRequest, employee: str, bids: tuple[Bid, ...], burden: Mapping[str, int]) -> AwardPerson:
    situation = request.situations[employee]
    offers = fitting_offers(request.time_off, situation)
    return AwardPerson(
        employee=employee,
        contract_minutes=contract_minutes_of(situation),
        candidates=(*situation.candidates, *day_off_candidates(offers, situation.zone)),
        fixed=situation.fixed,
        clauses=(*request.pack.clauses(situation), *day_off_clauses(offers, situation)),
        points=shift_points(bids, situation.candidates),
        day_off_points=day_off_points(bids),
        pinned=frozenset(),
        weight=weight_of(request.credits.get(employee, 0.0)),
        burdens=burden,
        time_off={offer.id: offer.weight for offer in offers},
    )


def contract_minutes_of(situation: Situation) -> int:
    """Working minutes that the contract asks of a person in the period; a weekday on leave counts a fifth of a week."""
    weekly = situation.employee.contract_minutes
    away = sum(_is_away(situation, day) for day in situation.period.days if day.weekday() < WORKDAYS_PER_WEEK)
    return weekly * len(situation.period.days) // DAYS_PER_WEEK - away * (weekly // WORKDAYS_PER_WEEK)


def _is_away(situation: Situation, day: date) -> bool:
    return any(leave.span.covers(day_interval(day, situation.zone)) for leave in situation.leave)
