"""Planted conflicts explained: ``python -m benchmarks.conflicts [--language zh]``.

Small halls whose demand cannot be met, each for another reason (law, leave, skills, desks, contracts, pins, history,
rule packs of three jurisdictions, another hall). Each is explained, and what the explanation claims is tried out on
every roster there is: that nothing keeps the whole set, and that leaving out any one member leaves something that does.
Then each hall is asked for less, until it is possible: that must never be called a conflict. Wishes cannot conflict,
since no wish binds. Exit status 1 where a claim does not hold.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations

from benchmarks.planted_conflicts import PLANTS, ZONE, Plant, problem_of
from shiftbid.domain.shift import Shift
from shiftbid.rules.checker import breach_of
from shiftbid.services.conflict_wording import ConflictWords, conflict_sentence, repair_sentences
from shiftbid.solver.award_model import AwardPerson, AwardProblem
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.explanation.conflict import Explanation, explain
from shiftbid.solver.explanation.elements import Element, Need, Pin, RuleOf

WORK = CpSatWork(work=2.0, seed=1)


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one planted hall.

    Attributes
    ----------
    minimal
        Whether trying every roster confirms the set and each of its members.
    feasible_kept
        Whether the hall asked for less, possible by trying every roster, was not called impossible.
    """

    sentence: str
    repairs: tuple[str, ...]
    members: int
    minimal: bool
    feasible_kept: bool
    seconds: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Explain every planted conflict; print each with its sentence, and a line of totals."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.conflicts", description=__doc__)
    parser.add_argument("--language", choices=("en", "zh"), default="en")
    parsed = parser.parse_args(arguments)
    trials: list[Trial] = []
    for plant in PLANTS:
        trial = tried(plant, parsed.language)
        trials.append(trial)
        verdict = "minimal" if trial.minimal else "NOT MINIMAL"
        sys.stdout.write(f"{plant.name} ({trial.members} members, {verdict}, {trial.seconds:.2f} s)\n")
        sys.stdout.write(f"  {trial.sentence}\n")
        sys.stdout.writelines(f"    - {each}\n" for each in trial.repairs)
    minimal, kept = sum(each.minimal for each in trials), sum(each.feasible_kept for each in trials)
    sys.stdout.write(
        f"{len(trials)} planted conflicts, {minimal} explained by a set verified minimal, "
        f"slowest {max(each.seconds for each in trials):.2f} s; {kept} of {len(trials)} halls asked for less "
        "were not called impossible\n"
    )
    return 0 if minimal == kept == len(trials) else 1


def tried(plant: Plant, language: str) -> Trial:
    """Explain one hall and try the explanation out."""
    problem, pack = problem_of(plant)
    began = time.perf_counter()
    explanation = _explained(problem)
    seconds = time.perf_counter() - began
    feasible_kept = _less(problem, explanation)
    if not explanation.conflicts:
        return Trial("no conflict was found", (), 0, minimal=False, feasible_kept=feasible_kept, seconds=seconds)
    conflict = explanation.conflicts[0]
    elements = conflict.elements
    shifts = {shift.id: shift for person in problem.people for shift in person.candidates}
    words = ConflictWords(pack, {person.employee: person.employee for person in problem.people}, shifts, ZONE)
    return Trial(
        conflict_sentence(conflict, words, language),
        repair_sentences(conflict, words, language),
        len(elements),
        minimal=conflict.minimal
        and not possible(problem, elements)
        and all(possible(problem, [other for other in elements if other != each]) for each in elements),
        feasible_kept=feasible_kept,
        seconds=seconds,
    )


def _less(problem: AwardProblem, explanation: Explanation) -> bool:
    """Whether the hall is not called impossible once the heads that conflicts name are asked for no more."""
    left = problem
    while explanation.conflicts:
        blamed = {need.slot for conflict in explanation.conflicts for need in conflict.needs}
        left = replace(left, demand=tuple(each for each in left.demand if each.slot not in blamed))
        again = _explained(left)
        if not again.conflicts:
            return again.decided
        explanation = again
    return False


def possible(problem: AwardProblem, kept: Sequence[Element]) -> bool:
    """Whether some roster keeps the elements, by trying every legal choice of every person."""
    needs = [each for each in kept if isinstance(each, Need)]
    wanted = tuple(each.heads for each in needs)
    reached = {tuple(0 for _ in needs)}
    for person in problem.people:
        rules = {each.rule for each in kept if isinstance(each, RuleOf) and each.employee == person.employee}
        pins = {each.shift for each in kept if isinstance(each, Pin) and each.employee == person.employee}
        mine = {_heads(chosen, needs) for chosen in _choices(person, rules, pins)}
        reached = {
            tuple(min(most, one + other) for most, one, other in zip(wanted, before, heads, strict=True))
            for before in reached
            for heads in mine
        }
    return wanted in reached


def _choices(person: AwardPerson, rules: set[str], pins: set[str]) -> Iterator[tuple[Shift, ...]]:
    clauses = [clause for clause in person.clauses if clause.scope.rule in rules]
    every = chain.from_iterable(combinations(person.candidates, size) for size in range(len(person.candidates) + 1))
    for chosen in every:
        ids = {shift.id for shift in chosen}
        if pins <= ids and not any(breach_of(clause, ids | person.fixed) for clause in clauses):
            yield chosen


def _heads(chosen: Sequence[Shift], needs: Sequence[Need]) -> tuple[int, ...]:
    return tuple(
        sum((shift.hall, shift.skill) == (need.hall, need.skill) and shift.staffs(need.slot) for shift in chosen)
        for need in needs
    )


def _explained(problem: AwardProblem) -> Explanation:
    return explain(problem, ZONE, WORK, _silent)


def _silent(share: float, text: str) -> None:
    """Nobody waits for the progress of a benchmark."""
    del share, text


if __name__ == "__main__":
    sys.exit(main())
