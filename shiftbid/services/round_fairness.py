"""The fairness report of a round: of its award, and of the rounds before it together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from shiftbid.bidding.fairness import Standing, carried_over, envy, fairness_record
from shiftbid.bidding.round_record import PersonOutcome
from shiftbid.domain.errors import InputError
from shiftbid.domain.shift import Shift
from shiftbid.rules.checker import check
from shiftbid.services.ports import UnitOfWork
from shiftbid.services.round_problem import RoundRequest
from shiftbid.solver.award_costs import points_of
from shiftbid.solver.award_model import AwardPerson, AwardProblem

CARRIED_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class FairnessReport:
    """Fairness of a hall's latest award, or of that of a period, and of the last rounds together."""

    hall: str
    first: date
    award: Mapping[str, Any]
    carried: Mapping[str, Any]


def fairness_of(
    request: RoundRequest,
    problem: AwardProblem,
    outcomes: Sequence[PersonOutcome],
    awarded: Mapping[str, Sequence[Shift]],
) -> Mapping[str, Any]:
    """Report on an award just made."""
    people = {person.employee: person for person in problem.people}
    contracts = [person.contract_minutes for person in problem.people if person.contract_minutes > 0]
    mean_minutes = sum(contracts) / len(contracts) if contracts else 1.0
    bidders = [each for each in outcomes if each.scale is not None]
    return fairness_record(
        [each.scale.satisfaction(each.points) for each in bidders if each.scale],
        [
            each.burden * mean_minutes / people[each.employee].contract_minutes
            for each in outcomes
            if people[each.employee].contract_minutes > 0
        ],
        envy([_standing(request, people[each.employee], each, awarded) for each in bidders]),
    )


def _standing(
    request: RoundRequest, person: AwardPerson, outcome: PersonOutcome, awarded: Mapping[str, Sequence[Shift]]
) -> Standing:
    least = outcome.scale.least_points if outcome.scale else 0
    own = outcome.points - least
    others: dict[str, tuple[int, int]] = {}
    for employee, shifts in awarded.items():
        whole = points_of(person, shifts) - least
        if employee != person.employee and whole > own and _is_lawful(request, person.employee, shifts):
            without = [points_of(person, [each for each in shifts if each != left]) - least for left in shifts]
            others[employee] = (whole, min(without, default=whole))
    return Standing(person.employee, outcome.credit_before, own, others)


def _is_lawful(request: RoundRequest, employee: str, shifts: Sequence[Shift]) -> bool:
    situation = replace(request.situations[employee], candidates=tuple(shifts))
    return not any(True for _ in check(request.pack, situation, {shift.id for shift in shifts}))


def fairness_report(unit: UnitOfWork, hall: str, first: date | None) -> FairnessReport:
    """Read the report of the award of the period that begins on a day, of the latest where None.

    Raises InputError where no awarded round is published.
    """
    periods = sorted(unit.publications.periods(hall), key=lambda each: each.first)
    wanted = [each for each in periods if first is None or each.first <= first]
    published = [unit.publications.latest(hall, period) for period in wanted[-CARRIED_ROUNDS:]]
    rounds = [each.bidding_round for each in published if each and "fairness" in each.bidding_round]
    if not rounds or (first is not None and rounds[-1]["period"]["first"] != first.isoformat()):
        when = f" of the period from {first}" if first else ""
        raise InputError("round", [f"no award{when} is published for {hall!r}: award a round first"])
    latest = rounds[-1]
    return FairnessReport(hall, date.fromisoformat(latest["period"]["first"]), latest["fairness"], carried_over(rounds))
