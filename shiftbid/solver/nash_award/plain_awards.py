"""Plain awards to compare with: by cover alone, by the sum of satisfactions, by the least of them.

In all of them the fewest heads missing come first, as far as the seconds allow.
"""

from __future__ import annotations

from ortools.math_opt.python import mathopt

from shiftbid.solver.nash_award.group_model import GroupModel, Room
from shiftbid.solver.nash_award.linear_answer import solve_linear
from shiftbid.solver.nash_award.relaxation import unmet_penalty
from shiftbid.solver.nash_award.seats import IntArray, SeatAward

_GAP = 1e-3
# Worth of the mean satisfaction beside the least one: it decides among awards with the same least.
_MEAN_WORTH = 0.01


def cover_alone(award: SeatAward, seconds: float) -> list[IntArray] | None:
    """Find an award with the fewest heads missing; bids are not looked at."""
    built = _everybody(award)
    built.strive_for_cover()
    return _solved(built, seconds)


def greatest_sum(award: SeatAward, seconds: float) -> list[IntArray] | None:
    """Find the award with the greatest weighted sum of satisfactions: solved in no time, blind to who gets them."""
    built = _everybody(award)
    built.strive_for_points()
    built.keep_unmet(0, unmet_penalty(award))
    return _solved(built, seconds)


def greatest_least(award: SeatAward, seconds: float) -> list[IntArray] | None:
    """Find the award in which the least satisfied is as satisfied as can be: the first step of leximin.

    Simple: it stops there, with the mean as tie-break. For small halls; the model is slow to prove.
    """
    built = _everybody(award)
    least = built.model.add_variable(lb=0.0, ub=1.0)
    built.model.objective.set_linear_coefficient(least, 1.0)
    built.keep_unmet(0, unmet_penalty(award))
    bidders = [person for person in award.people if person.best_points]
    for person, choice in zip(award.people, built.choices, strict=True):
        if person.best_points == 0:
            continue
        won = [(column, person.points[place] / person.best_points) for place, column in choice.items()]
        satisfaction: mathopt.LinearSum = mathopt.fast_sum(share * column for column, share in won)
        built.model.add_linear_constraint(satisfaction >= least)
        for column, share in won:
            built.model.objective.set_linear_coefficient(column, _MEAN_WORTH * share / len(bidders))
    return _solved(built, seconds)


def _everybody(award: SeatAward) -> GroupModel:
    return GroupModel(award, range(len(award.people)), Room(award.seats, award.skill_seats), relaxed=False)


def _solved(built: GroupModel, seconds: float) -> list[IntArray] | None:
    answer = solve_linear(built.model, seconds, _GAP)
    return None if answer.values is None else list(built.rosters(answer.values).values())
