"""Search for good designs: exact solves over small sets of templates, grown and shrunk by how hard they are.

The set always holds the templates in use; the others are drawn near some of them and at random, or, at first, taken
from the linear relaxation (kernel search after Angelelli, Mansini and Speranza, "Kernel search", Computers & Operations
Research 37, 2010).
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Collection, Iterator, Sequence

from shiftbid.solver.shift_design.board import Board, Finding
from shiftbid.solver.shift_design.cover import CoverProblem
from shiftbid.solver.shift_design.cover_cuts import write_step_cuts
from shiftbid.solver.shift_design.exact import Attempt, Relaxation, Task, relaxed

Method = Callable[[Task], Attempt]

_FIRST_TEMPLATES = 60
_FIRST_OTHERS = 40
_LONGEST_STEP_SECONDS = 8.0
_STEP_SHARE = 0.12
"""Longest step as a share of the time given."""
_NEAR_SHARE, _FEW_CENTRES_SHARE = 0.6, 0.7
_EASY_SHARE = 0.25
"""A step that is settled within this share of the longest is easy."""
_EASY_GROWTH, _GROWTH, _SHRINKING, _LEAST_OTHERS = 1.5, 1.15, 0.85, 6
_ALIKE_SLOTS = 2
_MEMORY, _LEAST_WEIGHT = 0.7, 0.2


def search(problem: CoverProblem, board: Board, methods: Sequence[Method], seed: int) -> Iterator[Finding]:
    """Improve the best design on the board, step by step, until it is proven or the board's time is up.

    Parameters
    ----------
    methods
        Solvers to choose from: the first makes the first step; then those that improved lately are drawn more often.
    """
    chance = random.Random(seed)
    every = range(len(problem.spans))
    relaxation = relaxed(problem, write_step_cuts)
    yield Finding(None, relaxation.bound)
    longest = min(_LONGEST_STEP_SECONDS, _STEP_SHARE * board.seconds)
    weights = [1.0] * len(methods)
    others = float(min(_FIRST_OTHERS, problem.most_templates))
    templates: Collection[int] = sorted(relaxation.order[: _first_templates(problem, relaxation)])
    method = 0
    while not board.settled:
        began = time.perf_counter()
        # A limit on the cost makes the search harder as long as nothing better than nobody is known.
        most_cost = board.best.cost - 1 if board.best.templates else None
        seconds = min(longest, board.seconds_left)
        task = Task(problem, templates, most_cost, seconds, chance.randrange(1 << 30))
        attempt = methods[method](task)
        whole = len(templates) == len(every)
        yield Finding(attempt.heads, attempt.bound if whole else None)
        weights[method] = _MEMORY * weights[method] + (1 - _MEMORY) * (attempt.heads is not None)
        if not attempt.exhausted:
            others = max(_LEAST_OTHERS, others * _SHRINKING)
        else:
            easy = time.perf_counter() - began < _EASY_SHARE * longest
            others = min(len(every), others * (_EASY_GROWTH if easy else _GROWTH))
        templates = _drawn(problem, board.best.templates, round(others), chance)
        [method] = chance.choices(range(len(methods)), [max(_LEAST_WEIGHT, weight) for weight in weights])


def _first_templates(problem: CoverProblem, relaxation: Relaxation) -> int:
    """Size of the first set: not all templates, which the proof looks at, and not far more than may be used."""
    most = max(relaxation.support, len(problem.spans) // 2)
    return min(max(relaxation.support, _FIRST_TEMPLATES), most, 2 * problem.most_templates)


def _drawn(problem: CoverProblem, used: Collection[int], others: int, chance: random.Random) -> Sequence[int]:
    """Templates in use and so many others, more than half of them like some of those in use."""
    rest = [number for number in range(len(problem.spans)) if number not in used]
    centres = sorted(used)
    if used and chance.random() < _FEW_CENTRES_SHARE:
        centres = chance.sample(centres, max(1, len(used) // 4))
    alike = [number for number in rest if any(_is_alike(problem, number, centre) for centre in centres)]
    near = chance.sample(alike, min(len(alike), round(_NEAR_SHARE * others)))
    left = sorted(set(rest).difference(near))
    return sorted({*used, *near, *chance.sample(left, min(len(left), others - len(near)))})


def _is_alike(problem: CoverProblem, one: int, two: int) -> bool:
    (start, end), (other_start, other_end) = problem.spans[one], problem.spans[two]
    return abs(start - other_start) + abs(end - other_end) <= 2 * _ALIKE_SLOTS
