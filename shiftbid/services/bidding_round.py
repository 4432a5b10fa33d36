"""Run a bidding round: seal the bids, fix the tie order, award by one model under law, give reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from shiftbid.bidding.burden import burdens, template_burdens
from shiftbid.bidding.credits import credits_after
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
from shiftbid.solver.award import AwardResult, award
from shiftbid.solver.work_limit import WorkLimit, solver_versions

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
    result = award(
        problem,
        # The sealed bids fix the search's seed, so nobody can steer it.
        int(request.closed.seed[:SEED_DIGITS], 16),
        limit,
        lambda share, text: listener(Progress("award", share, text)),
    )
    if result.status is SolveStatus.INFEASIBLE:
        raise InputError(f"award of {request.hall.name}", result.reasons)
    assignments = _assignments(request, result)
    awarded: dict[str, list[Shift]] = {employee: [] for employee in request.situations}
    for each in assignments:
        awarded[each.employee].append(each.shift)
    reasons = AwardReasons(problem, result.scales, awarded, request.situations, request.pack)
    lost = [each for employee, bids in bids_of.items() for each in reasons.lost(employee, bids)]
    given = [each for employee, bids in bids_of.items() for each in reasons.unwelcome(employee, bids)]
    outcomes = _outcomes(request, result, awarded)
    record = round_record(
        request.closed,
        outcomes,
        fairness_of(request, problem, outcomes, awarded),
        template_burdens(request.shifts, request.hall.zone),
        result.stages,
        limit.as_record(),
        solver_versions(),
        assignments,
        lost,
        given,
    )
    return HeldRound(assignments, result.stages, sum(len(bids) for bids in bids_of.values()), len(lost), record)


def _assignments(request: RoundRequest, result: AwardResult) -> tuple[Assignment, ...]:
    shifts = {shift.id: shift for shift in request.shifts}
    return tuple(Assignment(employee, shifts[shift]) for employee, shift in result.assignments)


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
