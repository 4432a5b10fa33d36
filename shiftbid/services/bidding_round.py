"""Run a bidding round: seal the bids, fix the tie order, award by one model under law, give reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from shiftbid.bidding.burden import burdens, template_burdens
from shiftbid.bidding.claim_order import Rank, claim_order, wish_list
from shiftbid.bidding.claim_reasons import ClaimReasons
from shiftbid.bidding.credits import credits_after
from shiftbid.bidding.days_off import DayOffOffer, days_off_record
from shiftbid.bidding.method_award import MethodAward, award_by_claims, award_optimised
from shiftbid.bidding.points import awarded_points, wished_points
from shiftbid.bidding.reasons import AwardReasons
from shiftbid.bidding.round_record import ClosedRound, PersonOutcome, round_record
from shiftbid.bidding.sealing import SealedBids
from shiftbid.domain.bid import Bid
from shiftbid.domain.errors import InputError
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.roster import Assignment
from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import Period
from shiftbid.services.progress import Progress, ProgressListener
from shiftbid.services.round_fairness import fairness_of
from shiftbid.services.round_problem import RoundRequest, award_problem
from shiftbid.services.secrets import SecretSource
from shiftbid.solver.award import AwardProblem, AwardResult
from shiftbid.solver.work_limit import WorkLimit, solver_versions

# Seven hexadecimal digits fit the solver's seed of 31 bits.
SEED_DIGITS = 7


@dataclass(frozen=True, slots=True)
class HeldRound:
    """The award of a round with the days off in lieu it gives back, and its public record."""

    assignments: tuple[Assignment, ...]
    days_off: tuple[DayOffOffer, ...]
    stages: tuple[Stage, ...]
    bids: int
    lost: int
    record: Mapping[str, Any]


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
    problem = award_problem(request)
    found = _awarded(request, problem, limit, listener)
    result = found.result
    if result.status is SolveStatus.INFEASIBLE:
        raise InputError(f"award of {request.hall.name}", result.reasons)
    assignments = _assignments(request, result)
    awarded: dict[str, list[Shift]] = {employee: [] for employee in request.situations}
    for each in assignments:
        awarded[each.employee].append(each.shift)
    offers = _offers(request, problem)
    days_off = tuple(each for each in offers if (each.employee, each.id) in result.assignments)
    ids_off = frozenset(each.id for each in days_off)
    reasons = _reasons(request, replace(problem, welfare=found.welfare), found, awarded, ids_off)
    lost = [each for employee, bids in bids_of.items() for each in reasons.lost(employee, bids)]
    given = [each for employee, bids in bids_of.items() for each in reasons.unwelcome(employee, bids)]
    outcomes = _outcomes(request, result, awarded)
    record = round_record(
        request.closed,
        found.as_record(),
        outcomes,
        fairness_of(request, problem, outcomes, awarded),
        template_burdens(request.shifts, request.hall.zone),
        result.stages,
        limit.as_record(),
        solver_versions(),
        assignments,
        lost,
        given,
        days_off_record(offers, days_off),
    )
    return HeldRound(
        assignments, days_off, result.stages, sum(len(bids) for bids in bids_of.values()), len(lost), record
    )


def _awarded(request: RoundRequest, problem: AwardProblem, limit: WorkLimit, listener: ProgressListener) -> MethodAward:
    closed = request.closed
    # The sealed bids fix the search's seed, so nobody can steer it.
    seed = int(closed.seed[:SEED_DIGITS], 16)

    def hear(share: float, text: str) -> None:
        listener(Progress("award", share, text))

    if not closed.method.is_by_claims:
        return award_optimised(problem, closed.method, seed, limit, hear)
    ranks = {
        employee: Rank(request.situations[employee].employee.employed_from, request.credits.get(employee, 0.0))
        for employee in request.bids
    }
    wishes = {
        employee: wish_list(request.bids[employee], closed.hall, closed.seed)
        for employee in claim_order(closed.method, ranks, closed.seed)
    }
    return award_by_claims(problem, closed.method, wishes, closed.hall, seed, limit, hear)


def _reasons(
    request: RoundRequest,
    problem: AwardProblem,
    found: MethodAward,
    awarded: Mapping[str, Sequence[Shift]],
    days_off: frozenset[str],
) -> AwardReasons:
    scales, situations, pack = found.result.scales, request.situations, request.pack
    if not request.closed.method.is_by_claims:
        return AwardReasons(problem, scales, awarded, situations, pack, days_off)
    claimed = {(each.bid.employee, each.bid.day) for each in found.claims if each.accepted}
    return ClaimReasons(problem, scales, awarded, situations, pack, days_off, claimed)


def _assignments(request: RoundRequest, result: AwardResult) -> tuple[Assignment, ...]:
    shifts = {shift.id: shift for shift in request.shifts}
    return tuple(Assignment(employee, shifts[shift]) for employee, shift in result.assignments if shift in shifts)


def _offers(request: RoundRequest, problem: AwardProblem) -> tuple[DayOffOffer, ...]:
    """Days off that were open to the award."""
    open_to = {day_off for person in problem.people for day_off in person.time_off}
    return tuple(each for each in request.time_off if each.id in open_to)


def _outcomes(
    request: RoundRequest, result: AwardResult, shifts: Mapping[str, Sequence[Shift]]
) -> tuple[PersonOutcome, ...]:
    bids_of, burden = request.bids, burdens(request.shifts, request.hall.zone)
    points = {employee: awarded_points(bids, shifts[employee]) for employee, bids in bids_of.items()}
    satisfaction = {employee: scale.satisfaction(points[employee]) for employee, scale in result.scales.items()}
    after = credits_after(request.situations, request.credits, satisfaction)
    return tuple(
        PersonOutcome(
            employee=employee,
            points=points.get(employee, 0),
            wished_points=wished_points(bids_of.get(employee, ())),
            scale=result.scales.get(employee),
            burden=sum(burden.get(shift.id, 0) for shift in shifts[employee]),
            credit_before=request.credits.get(employee, 0.0),
            credit_after=after[employee],
        )
        for employee in sorted(request.situations)
    )
