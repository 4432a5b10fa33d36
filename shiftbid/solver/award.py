"""The award: who gets which shift, under law, with least demand missing, then contract hours, then satisfaction."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from shiftbid.domain.errors import BugError
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.rules.checker import breach_of
from shiftbid.rules.clauses import AtLeast, shifts_of
from shiftbid.solver.award_costs import award_costs, values_of
from shiftbid.solver.award_model import AwardPerson, AwardProblem, AwardResult, Total, cover_groups
from shiftbid.solver.award_polish import polished
from shiftbid.solver.award_reasons import why_no_roster
from shiftbid.solver.award_relaxation import AwardRelaxation
from shiftbid.solver.award_stages import STAGES, WELFARE_UNITS, StagedAward, StageLimit
from shiftbid.solver.award_start import place_one_by_one
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_rates import exchange_rates
from shiftbid.solver.personal_rosters import RosterChoice
from shiftbid.solver.progress import ProgressReport
from shiftbid.solver.satisfaction import Measure, negated_mean
from shiftbid.solver.side_by_side import each_of
from shiftbid.solver.work_limit import WorkLimit

__all__ = ["AwardPerson", "AwardProblem", "AwardResult", "award"]


def award(problem: AwardProblem, seed: int, limit: WorkLimit, progress: ProgressReport) -> AwardResult:
    """Award shifts: law always, then the stages of `shiftbid.solver.award_stages`, one after the other.

    A legal start is improved by a search over neighbourhoods; limits are proven apart from it, by a relaxation and by
    column generation; at the end no exchange of one day improves it. Points are normalised person by person
    (`shiftbid.solver.satisfaction`). The same problem, seed, limit and versions give the same award.
    """
    started = time.perf_counter()
    progress(0.0, "a first legal award")
    groups = cover_groups(problem)
    step = CpSatWork(limit.step_work, seed)
    choices = [RosterChoice(person) for person in problem.people]
    scales = each_of(lambda choice: choice.scale(step), choices, limit.workers)
    costs = award_costs(problem.people, scales, problem.welfare)
    for choice, cost in zip(choices, costs, strict=True):
        choice.weigh(cost.welfare)
    chosen: list[frozenset[str]] = []
    unplaced: list[AwardPerson] = []
    relaxation = AwardRelaxation(problem, groups, costs)
    rates = exchange_rates(scales)
    placed = place_one_by_one(choices, groups, relaxation.head_prices(rates), rates, step)
    for choice, shifts in zip(choices, placed, strict=True):
        progress(0.05 * len(chosen) / len(choices), "a first legal award")
        chosen.append(shifts or frozenset())
        if shifts is None:
            unplaced.append(choice.person)
    if unplaced:
        return _without_award(unplaced, step, time.perf_counter() - started)
    staged = StagedAward(problem, groups, costs, choices, relaxation, rates, chosen, seed, limit, progress)
    limits = staged.run()
    final = polished(problem, groups, costs, staged.chosen)
    _check_legal(problem, final)
    values = values_of(problem, groups, costs, final)
    limits = {total: _still_proven(total, limit, values, staged.kept) for total, limit in limits.items()}
    bidders = sum(person.weight for person, scale in zip(problem.people, scales, strict=True) if scale is not None)
    measure = problem.welfare.measure
    stages = tuple(_stage(total, values[total], limits[total], bidders, measure) for total in STAGES)
    optimal = all(stage.status is SolveStatus.OPTIMAL for stage in stages)
    pairs = ((person.employee, shift) for person, ids in zip(problem.people, final, strict=True) for shift in ids)
    progress(1.0, "award found")
    return AwardResult(
        SolveStatus.OPTIMAL if optimal else SolveStatus.FEASIBLE,
        tuple(sorted(pairs)),
        stages,
        reasons=(),
        scales={
            person.employee: scale for person, scale in zip(problem.people, scales, strict=True) if scale is not None
        },
    )


def _still_proven(
    total: Total, limit: StageLimit, values: Mapping[Total, int], kept: Mapping[Total, int]
) -> StageLimit:
    """A limit holds for awards that keep the stages before as they were when it was proven."""
    keeps = all(values[earlier] <= kept[earlier] for earlier in kept if earlier < total)
    return limit if keeps else replace(limit, limit=None)


def _stage(total: Total, value: int, proven: StageLimit, bidders_weight: float, measure: Measure) -> Stage:
    name, unit = STAGES[total]
    if proven.limit is not None and proven.limit > value:
        raise BugError(f"{name}: {value} lies below its proven limit {proven.limit}")
    status = SolveStatus.OPTIMAL if proven.limit == value else SolveStatus.FEASIBLE
    if total is not Total.WELFARE:
        return Stage(name, unit, status, value, proven.limit, proven.seconds)
    bound = None if proven.limit is None else negated_mean(proven.limit, bidders_weight, measure)
    unit = WELFARE_UNITS[measure]
    return Stage(name, unit, status, negated_mean(value, bidders_weight, measure), bound, proven.seconds)


def _without_award(unplaced: Sequence[AwardPerson], work: CpSatWork, seconds: float) -> AwardResult:
    """Say why there is no award; it is proven impossible where one person's rules clash."""
    reasons = [why_no_roster(person, work) for person in unplaced]
    impossible = any(reason.proven for reason in reasons)
    status = SolveStatus.INFEASIBLE if impossible else SolveStatus.UNKNOWN
    stages = tuple(Stage(name, unit, status, None, None, seconds) for name, unit in STAGES.values())
    return AwardResult(status, (), stages, tuple(reason.sentence for reason in reasons), scales={})


def _check_legal(problem: AwardProblem, chosen: Sequence[frozenset[str]]) -> None:
    """Re-check the award by the checker's plain arithmetic; what the history alone breaks is not the award's fault."""
    for person, ids in zip(problem.people, chosen, strict=True):
        everything = ids | person.fixed
        for clause in person.clauses:
            involved = (shifts_of(clause) | set(clause.when)) & everything
            blameless = involved <= person.fixed and not isinstance(clause, AtLeast)
            if not blameless and breach_of(clause, everything):
                raise BugError(f"the award of {person.employee} breaks {clause.scope.rule}")
