"""What an award costs each person: satisfaction below the floor, welfare lost, burden, as tables over whole amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from shiftbid.domain.shift import Shift
from shiftbid.solver.award_model import AwardPerson, AwardProblem, CoverGroup, Total, missing_half_hours
from shiftbid.solver.convex_cost import CostTable
from shiftbid.solver.satisfaction import USUAL_WELFARE, WELFARE_UNIT, PointScale, Welfare, below_floor, lost_welfare

BURDEN_UNIT = 100


@dataclass(frozen=True, slots=True)
class PersonCosts:
    """One person's tables; those over points are None for who did not bid.

    Attributes
    ----------
    floor
        Satisfaction lacking to the floor, by points, in thousandths.
    welfare
        Welfare lost, by points, in thousandths.
    burden
        A hundred times the square of the burden over the contract's share of the mean contract, by burden.
    rate
        Weighted satisfaction that a point is worth, in thousandths; 0 for who did not bid.
    """

    floor: CostTable | None
    welfare: CostTable | None
    burden: CostTable
    rate: int


def award_costs(
    people: Sequence[AwardPerson],
    scales: Sequence[PointScale | None],
    welfare: Welfare = USUAL_WELFARE,
) -> tuple[PersonCosts, ...]:
    """Give everybody's tables.

    The sum of squares of the burdens over the contracts' shares is least where everybody bears the same for each
    contract hour. Who has no contract hours counts as having the mean.
    """
    contracts = [person.contract_minutes for person in people if person.contract_minutes > 0]
    mean = sum(contracts) / len(contracts) if contracts else 1.0
    return tuple(
        PersonCosts(
            floor=None if scale is None else below_floor(scale, welfare.floor),
            welfare=None if scale is None else lost_welfare(scale, person.weight, welfare.measure),
            burden=_burden(person, mean),
            rate=0 if scale is None else max(1, round(WELFARE_UNIT * person.weight / scale.width)),
        )
        for person, scale in zip(people, scales, strict=True)
    )


def values_of(
    problem: AwardProblem, groups: Sequence[CoverGroup], costs: Sequence[PersonCosts], chosen: Sequence[frozenset[str]]
) -> Mapping[Total, int]:
    """Count the totals of an award by plain arithmetic; `chosen` holds each person's shift ids."""
    floor = welfare = shortfall = burden = time_off = 0
    for person, cost, ids in zip(problem.people, costs, chosen, strict=True):
        mine = [shift for shift in person.candidates if shift.id in ids]
        shortfall += max(0, person.contract_minutes - sum(shift.paid_minutes for shift in mine))
        time_off += person.time_off_due - sum(person.time_off.get(shift.id, 0) for shift in mine)
        points = points_of(person, mine)
        floor += cost.floor.at(points) if cost.floor else 0
        welfare += cost.welfare.at(points) if cost.welfare else 0
        burden += cost.burden.at(burden_of(person, mine))
    ties = problem.tie_numbers or {}
    return {
        Total.MISSING: missing_half_hours(groups, chosen),
        Total.TIME_OFF: time_off,
        Total.SHORTFALL: shortfall,
        Total.FLOOR: floor,
        Total.WELFARE: welfare,
        Total.BURDEN: burden,
        Total.TIES: sum(
            ties.get((person.employee, shift), 0)
            for person, ids in zip(problem.people, chosen, strict=True)
            for shift in ids
        ),
    }


def points_of(person: AwardPerson, mine: Iterable[Shift]) -> int:
    """Points of a person's shifts and of the days on which none starts."""
    shifts = tuple(mine)
    worked = {shift.day for shift in shifts if shift.id not in person.time_off}
    points = sum(person.points.get(shift.id, 0) for shift in shifts)
    return points + sum(worth for day, worth in person.day_off_points.items() if day not in worked)


def burden_of(person: AwardPerson, mine: Iterable[Shift]) -> int:
    """Burden of a person's shifts."""
    return sum(person.burdens.get(shift.id, 0) for shift in mine)


def _burden(person: AwardPerson, mean_minutes: float) -> CostTable:
    heaviest: dict[date, int] = {}
    for shift in person.candidates:
        heaviest[shift.day] = max(heaviest.get(shift.day, 0), person.burdens.get(shift.id, 0))
    share = person.contract_minutes / mean_minutes if person.contract_minutes > 0 else 1.0
    return CostTable(
        0, tuple(round(BURDEN_UNIT * count * count / share) for count in range(sum(heaviest.values()) + 1))
    )
