"""Proof: one solve after another over all templates, each for its share of the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from shiftbid.solver.shift_design.board import Board, Finding
from shiftbid.solver.shift_design.cover import CoverProblem
from shiftbid.solver.shift_design.cover_cuts import write_all_cuts, write_step_cuts
from shiftbid.solver.shift_design.exact import Attempt, Task, relaxed


@dataclass(frozen=True, slots=True)
class ProofStep:
    """One solve of a proof.

    Attributes
    ----------
    method
        The solver.
    problem
        What it solves: the problem itself, or one whose cheapest design costs no more.
    share
        Most of the time given that it may take.
    is_whole
        Whether a design of that problem is a design of the problem itself.
    """

    method: Callable[[Task], Attempt]
    problem: CoverProblem
    share: float
    is_whole: bool


_LEAST_SECONDS = 5.0
"""A step may take this long, or half of the time given, whatever its share."""


def prove(board: Board, steps: Sequence[ProofStep], seed: int) -> Iterator[Finding]:
    """Raise the proven limit step by step until it meets the best design or the board's time is up."""
    for cuts in (write_step_cuts, write_all_cuts):
        if not board.settled:
            yield Finding(None, relaxed(board.problem, cuts).bound)
    for step in steps:
        if board.settled:
            return
        least = min(_LEAST_SECONDS, board.seconds / 2)
        seconds = min(board.seconds_left, max(least, step.share * board.seconds))
        every = range(len(step.problem.spans))
        attempt = step.method(Task(step.problem, every, board.best.cost - 1, seconds, seed))
        yield Finding(attempt.heads if step.is_whole else None, attempt.bound)
