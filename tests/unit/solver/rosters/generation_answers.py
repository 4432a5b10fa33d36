"""Start, limit and mix of column generation for small problems, as JSON: a process of its own, because it loads HiGHS.

``python generation_answers.py SEED ...``
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass

import numpy as np
from small_problems import random_problem

from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.generation import Generation
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import MANY_COUNTS, Pricer
from shiftbid.solver.rosters.start import Effort, first_roster
from shiftbid.solver.rosters.tables import make_tables


@dataclass(frozen=True, slots=True)
class Answer:
    start: int
    limit: int
    mix: float


def answer(seed: int) -> Answer | None:
    tables = make_tables(random_problem(seed, people=2))
    pricer = Pricer(tables, MANY_COUNTS)
    try:
        start = first_roster(tables, pricer, Effort())
    except NoRosterError:
        return None
    pool = RosterPool(tables)
    pool.add(np.arange(tables.people), start)
    generation = Generation(tables, pricer, pool)
    generation.run(lambda: True)
    proof = generation.proof
    return None if proof is None else Answer(tables.value(start), proof.limit(pricer.scale), generation.mix.value)


if __name__ == "__main__":
    answers = {seed: answer(int(seed)) for seed in sys.argv[1:]}
    sys.stdout.write(json.dumps({seed: None if each is None else asdict(each) for seed, each in answers.items()}))
