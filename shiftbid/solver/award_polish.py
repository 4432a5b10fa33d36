"""The last touch on an award: no exchange of one day that grants a wish or takes an unwished shift back improves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shiftbid.solver.award_costs import PersonCosts
from shiftbid.solver.award_model import AwardPerson, AwardProblem, CoverGroup
from shiftbid.solver.day_moves import DayMove, StandingAward


def polished(
    problem: AwardProblem,
    groups: Sequence[CoverGroup],
    costs: Sequence[PersonCosts],
    chosen: Sequence[frozenset[str]],
) -> tuple[frozenset[str], ...]:
    """Make moves that grant a lost wish or take an unwished shift back, as long as they improve the award."""
    standing = StandingAward(problem, groups, costs, chosen)
    # Every move makes the award better by the stages in order, so that this ends.
    while sum(_improved(standing, person, number) for number, person in enumerate(problem.people)):
        pass
    return standing.chosen


def _improved(standing: StandingAward, person: AwardPerson, number: int) -> int:
    """Try everything that one person wishes otherwise; gives how many moves were made."""
    made = 0
    wanted = [(shift.day, shift.id) for shift in person.candidates if person.points.get(shift.id, 0) > 0]
    wanted += [(day, None) for day, worth in person.day_off_points.items() if worth > 0]
    bids = any(person.points.values()) or any(person.day_off_points.values())
    unwished = {shift.id for shift in person.candidates if bids and person.points.get(shift.id, 0) <= 0}
    for day, takes in wanted:
        if standing.of_day(number, day) != (() if takes is None else (takes,)):
            made += _made(standing, standing.ways(number, day, takes))
    for shift in person.candidates:
        if shift.id in unwished and standing.of_day(number, shift.day) == (shift.id,):
            made += _made(standing, standing.ways_without(number, shift.day))
    return made


def _made(standing: StandingAward, moves: Iterator[DayMove]) -> int:
    found = standing.best(moves)
    if found is None or not found[1].improves:
        return 0
    standing.do(found[0])
    return 1
