"""Start, limit, mix and dives of column generation for small problems, as JSON: in a process of its own, for HiGHS.

``python generation_answers.py SEED ...``
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from itertools import product

import numpy as np
from small_problems import random_problem

from shiftbid.solver.rosters.dive import BOLD, CALM, Dive
from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.generation import Generation
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import MANY_COUNTS, Pricer
from shiftbid.solver.rosters.start import Effort, first_roster
from shiftbid.solver.rosters.tables import Roster, make_tables


@dataclass(frozen=True, slots=True)
class Answer:
    start: int
    limit: int
    mix: float
    mix_of_few: float
    mix_of_none_is_whole: bool
    mix_of_few_again: float
    dives: list[list[list[int]]]
    dive_values: list[int]


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
    if proof is None:
        return None
    found: list[Roster] = []
    for noise, borne in product((None, np.random.default_rng(seed)), (BOLD, CALM)):
        Dive(tables, pricer, pool, np.arange(len(pool)), noise, borne).run(float("inf"), lambda: True, found.append)
    few = generation.master
    few.drop(generation.mix.shares < 0.5)
    mix_of_few = few.solve()
    few.keep_only(np.zeros(len(few.numbers), dtype=np.bool_))
    without = few.solve()
    few.keep_only(np.ones(len(few.numbers), dtype=np.bool_))
    again = few.solve()
    if mix_of_few is None or without is None or again is None:
        return None
    return Answer(
        start=tables.value(start),
        limit=proof.limit(pricer.scale),
        mix=generation.mix.value,
        mix_of_few=mix_of_few.value,
        mix_of_none_is_whole=without.whole,
        mix_of_few_again=again.value,
        dives=[roster.tolist() for roster in found],
        dive_values=[tables.value(roster) for roster in found],
    )


if __name__ == "__main__":
    answers = {seed: answer(int(seed)) for seed in sys.argv[1:]}
    sys.stdout.write(json.dumps({seed: None if each is None else asdict(each) for seed, each in answers.items()}))
