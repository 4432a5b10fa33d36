"""Run a bidding round: seal the bids, fix the tie order, award by one model under law, give reasons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from shiftbid.bidding.points import day_off_points, shift_points
from shiftbid.bidding.reasons import lost_bids
from shiftbid.bidding.round_record import ClosedRound, round_record
from shiftbid.bidding.sealing import SealedBids
from shiftbid.domain.bid import Bid
from shiftbid.domain.demand import DemandSlot
from shiftbid.domain.errors import InputError
from shiftbid.domain.hall import Hall
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import DAYS_PER_WEEK, Period, day_interval
from shiftbid.rules.book import RulePack
from shiftbid.rules.situation import Situation
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.secrets import SecretSource
from shiftbid.solver.award import AwardPerson, AwardProblem, AwardResult, award
from shiftbid.solver.work_limit import WorkLimit, solver_versions

WORKDAYS_PER_WEEK = 5
# Seven hexadecimal digits fit the solver's seed of 31 bits.
SEED_DIGITS = 7


@dataclass(frozen=True, slots=True)
class HeldRound:
    """The award of a round and its public record."""

    assignments: tuple[Assignment, ...]
    stages: tuple[Stage, ...]
    bids: int
    lost: int
    record: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RoundRequest:
    """What a round awards: the candidate shifts, the people, the demand and the closed bids."""

    hall: Hall
    period: Period
    demand: tuple[DemandSlot, ...]
    shifts: tuple[Shift, ...]
    situations: Mapping[str, Situation]
    closed: ClosedRound
    pack: RulePack

    @property
    def bids(self) -> Mapping[str, tuple[Bid, ...]]:
        """Bids of each bidder, in order of employee id."""
        return {each.employee: each.bids for each in sorted(self.closed.sealed, key=lambda each: each.employee)}


def close_round(hall: str, period: Period, bids: Mapping[str, tuple[Bid, ...]], secret: SecretSource) -> ClosedRound:
    """Seal bids under fresh salts, and fix the tie order by them and a nonce."""
    first = period.first.isoformat()
    return ClosedRound(
        hall=hall,
        period=period,
        nonce=secret("nonce", hall, first),
        sealed=tuple(
            SealedBids(employee, secret("salt", hall, first, employee), each) for employee, each in sorted(bids.items())
        ),
    )


def hold_round(request: RoundRequest, limit: WorkLimit, listener: ProgressListener) -> HeldRound:
    """Award the shifts of a period.

    Raises InputError where pinned shifts and rules leave somebody no legal roster, with the smallest set that clashes.
    """
    bids_of = request.bids
    result = award(
        AwardProblem(
            demand=request.demand,
            people=tuple(
                _person(request, employee, bids_of.get(employee, ())) for employee in sorted(request.situations)
            ),
            tie_numbers=None,
        ),
        # Equal awards are settled by the search's own seed, which the sealed bids fix and nobody can steer.
        int(request.closed.seed[:SEED_DIGITS], 16),
        limit,
        lambda share, text: listener(Progress("award", share, text)),
    )
    if result.status is SolveStatus.INFEASIBLE:
        raise InputError(f"award of {request.hall.name}", result.reasons)
    assignments = _assignments(request, result)
    lost = [
        each
        for employee, bids in bids_of.items()
        for each in lost_bids(
            bids,
            request.situations[employee],
            [assignment.shift for assignment in assignments if assignment.employee == employee],
            request.pack,
        )
    ]
    record = round_record(request.closed, result.stages, limit.as_record(), solver_versions(), assignments, lost)
    return HeldRound(assignments, result.stages, sum(len(bids) for bids in bids_of.values()), len(lost), record)


def _person(request: RoundRequest, employee: str, bids: tuple[Bid, ...]) -> AwardPerson:
    situation = request.situations[employee]
    return AwardPerson(
        employee=employee,
        contract_minutes=contract_minutes_of(situation),
        candidates=situation.candidates,
        fixed=situation.fixed,
        clauses=tuple(request.pack.clauses(situation)),
        points=shift_points(bids, situation.candidates),
        day_off_points=day_off_points(bids),
        pinned=frozenset(),
    )


def contract_minutes_of(situation: Situation) -> int:
    """Working minutes that the contract asks of a person in the period; a weekday on leave counts a fifth of a week."""
    weekly = situation.employee.contract_minutes
    away = sum(_is_away(situation, day) for day in situation.period.days if day.weekday() < WORKDAYS_PER_WEEK)
    return weekly * len(situation.period.days) // DAYS_PER_WEEK - away * (weekly // WORKDAYS_PER_WEEK)


def _is_away(situation: Situation, day: date) -> bool:
    return any(leave.span.covers(day_interval(day, situation.zone)) for leave in situation.leave)


def _assignments(request: RoundRequest, result: AwardResult) -> tuple[Assignment, ...]:
    shifts = {shift.id: shift for shift in request.shifts}
    return tuple(Assignment(employee, shifts[shift]) for employee, shift in result.assignments)
