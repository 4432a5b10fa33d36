"""The fairness of an award just made, as its record states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from shiftbid.bidding.fairness import Standing, envy, fairness_record
from shiftbid.bidding.round_record import PersonOutcome
from shiftbid.domain.shift import Shift
from shiftbid.rules.checker import check
from shiftbid.services.round_problem import RoundRequest
from shiftbid.solver.award_costs import points_of
from shiftbid.solver.award_model import AwardPerson, AwardProblem


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
