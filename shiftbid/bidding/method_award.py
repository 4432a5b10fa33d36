"""Award a round by the method that was agreed for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from shiftbid.bidding.claim_order import seat_of
from shiftbid.bidding.picking import play
from shiftbid.domain.bid import Bid
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.domain.round_method import RoundMethod
from shiftbid.solver.award import award
from shiftbid.solver.award_costs import award_costs, points_of, values_of
from shiftbid.solver.award_guard import AwardGuard
from shiftbid.solver.award_model import AwardProblem, AwardResult, Total, cover_groups
from shiftbid.solver.award_stages import STAGES
from shiftbid.solver.day_moves import StandingAward
from shiftbid.solver.progress import ProgressReport
from shiftbid.solver.satisfaction import USUAL_WELFARE, Measure, Welfare, negated_mean
from shiftbid.solver.work_limit import WorkLimit

FLOOR_STEPS = 20
"""The floor of the least satisfied is sought in twentieths."""


@dataclass(frozen=True, slots=True)
class AnsweredClaim:
    """A wish claimed, and whether it was granted."""

    bid: Bid
    accepted: bool


@dataclass(frozen=True, slots=True)
class MethodAward:
    """An award, and how its method came to it.

    Attributes
    ----------
    welfare
        What the award strove for, or started from.
    order
        Bidders in the order of their turns; empty where nobody takes turns.
    claims
        Every claim in order with its answer.
    """

    result: AwardResult
    welfare: Welfare
    order: tuple[str, ...] = ()
    claims: tuple[AnsweredClaim, ...] = ()

    def as_record(self) -> Mapping[str, Any]:
        """Give the floor, the order of the turns and the claims as the public record states them."""
        return {
            "floor": self.welfare.floor,
            "order": list(self.order),
            "claims": [
                {
                    "employee": each.bid.employee,
                    "date": each.bid.day.isoformat(),
                    "template": each.bid.template,
                    "accepted": each.accepted,
                }
                for each in self.claims
            ],
        }


def award_optimised(
    problem: AwardProblem, method: RoundMethod, seed: int, limit: WorkLimit, progress: ProgressReport
) -> MethodAward:
    """Award by one of the methods that weigh all wishes at once."""
    match method:
        case RoundMethod.SUM:
            welfare = Welfare(floor=0.0, measure=Measure.SUM)
            return MethodAward(award(replace(problem, welfare=welfare), seed, limit, progress), welfare)
        case RoundMethod.LEXIMIN:
            return _greatest_floor(problem, seed, limit, progress)
        case _:
            return MethodAward(award(problem, seed, limit, progress), problem.welfare)


def award_by_claims(
    problem: AwardProblem,
    method: RoundMethod,
    wishes: Mapping[str, Sequence[Bid]],
    hall: str,
    seed: int,
    limit: WorkLimit,
    progress: ProgressReport,
) -> MethodAward:
    """Award by one of the methods in which people take their wishes one after the other.

    The guard starts from the usual award of the same wishes; what nobody claims stays as it is there, or as exchanges
    leave it.

    Parameters
    ----------
    wishes
        Each bidder's wishes in the order in which they claim them; the bidders in the order of their turns.
    """
    start = award(problem, seed, limit, progress)
    order = tuple(wishes)
    if start.status in (SolveStatus.INFEASIBLE, SolveStatus.UNKNOWN):
        return MethodAward(start, problem.welfare, order)
    groups = cover_groups(problem)
    costs = award_costs(problem.people, [start.scales.get(each.employee) for each in problem.people], problem.welfare)
    held: dict[str, set[str]] = {}
    for employee, shift in start.assignments:
        held.setdefault(employee, set()).add(shift)
    chosen = [frozenset(held.get(each.employee, ())) for each in problem.people]
    guard = AwardGuard(StandingAward(problem, groups, costs, chosen), len(problem.people))
    numbers = {each.employee: number for number, each in enumerate(problem.people)}
    asked = {(employee, seat_of(bid, hall)): bid for employee, bids in wishes.items() for bid in bids}

    def claim(employee: str, seat: str) -> bool:
        bid = asked[employee, seat]
        return guard.claim(numbers[employee], bid.day, None if bid.template is None else seat)

    seats = {employee: [seat_of(bid, hall) for bid in bids] for employee, bids in wishes.items()}
    log = play(method, order, seats, claim)
    final = guard.standing.chosen
    values = values_of(problem, groups, costs, final)
    pairs = ((person.employee, shift) for person, ids in zip(problem.people, final, strict=True) for shift in ids)
    result = replace(
        start,
        status=SolveStatus.FEASIBLE,
        assignments=tuple(sorted(pairs)),
        stages=_recounted(problem, start, values),
    )
    return MethodAward(
        result,
        problem.welfare,
        order,
        tuple(AnsweredClaim(asked[each.person, each.seat], each.accepted) for each in log),
    )


def _recounted(problem: AwardProblem, start: AwardResult, values: Mapping[Total, int]) -> tuple[Stage, ...]:
    """The stages' values after the claims; a limit holds as long as the stages before are as they were."""
    bidders = sum(person.weight for person in problem.people if person.employee in start.scales)
    stages: list[Stage] = []
    unchanged = True
    for total, stage in zip(STAGES, start.stages, strict=True):
        value: float = values[total]
        if total is Total.WELFARE:
            value = negated_mean(values[total], bidders, problem.welfare.measure)
        bound = stage.bound if unchanged else None
        status = SolveStatus.OPTIMAL if bound == value else SolveStatus.FEASIBLE
        stages.append(replace(stage, status=status, objective=value, bound=bound))
        unchanged = unchanged and value == stage.objective
    return tuple(stages)


def _greatest_floor(problem: AwardProblem, seed: int, limit: WorkLimit, progress: ProgressReport) -> MethodAward:
    """Raise the floor of satisfaction by bisection as far as an award keeps it and what comes before it.

    Simple: each floor is a whole award, so this takes some five times the work; that no higher floor can be kept is not
    proven.
    """
    best = MethodAward(award(problem, seed, limit, progress), USUAL_WELFARE)
    if not best.result.assignments or not best.result.scales:
        return best
    kept, refused = _floor_kept(problem, best.result), FLOOR_STEPS + 1
    while refused - kept > 1:
        middle = (kept + refused) // 2
        welfare = Welfare(floor=middle / FLOOR_STEPS)
        tried = award(replace(problem, welfare=welfare), seed, limit, progress)
        if _keeps_floor(tried, best.result):
            best = MethodAward(tried, welfare)
            kept = max(middle, _floor_kept(problem, tried))
        else:
            refused = middle
    return best


def _keeps_floor(tried: AwardResult, before: AwardResult) -> bool:
    """Whether everybody reached the floor, and nothing that counts more than it is worse for it."""
    strict = [total for total in STAGES if total < Total.FLOOR]
    values = [_values(each, strict) for each in (tried, before)]
    return values[0] <= values[1] and _values(tried, [Total.FLOOR]) == [0]


def _values(result: AwardResult, totals: Sequence[Total]) -> list[float]:
    at = list(STAGES)
    return [result.stages[at.index(total)].objective or 0 for total in totals]


def _floor_kept(problem: AwardProblem, result: AwardResult) -> int:
    """The highest floor, in steps, that everybody who bid reaches."""
    held: dict[str, set[str]] = {}
    for employee, shift in result.assignments:
        held.setdefault(employee, set()).add(shift)
    least = 1.0
    for person in problem.people:
        if scale := result.scales.get(person.employee):
            mine = [each for each in person.candidates if each.id in held.get(person.employee, ())]
            least = min(least, scale.satisfaction(points_of(person, mine)))
    return int(least * FLOOR_STEPS + 1e-9)
