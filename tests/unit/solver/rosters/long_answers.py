"""Parts of a long period made anew, as JSON: in a process of its own, for HiGHS.

``python long_answers.py`` prints the rosters and values of ``Answers``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from small_problems import long_problem

from shiftbid.solver.rosters.long_parts import PartMaker
from shiftbid.solver.rosters.long_start import part_by_part
from shiftbid.solver.rosters.messages import Found, LimitPrices, Message, Underway
from shiftbid.solver.rosters.tables import RosterTables, make_tables

_SECONDS = 60.0
_WEEKEND_PRICE = 1000.0
"""More than any weekend can be worth."""


@dataclass(frozen=True, slots=True)
class Told:
    value: int
    roster: list[list[int]]


@dataclass(frozen=True, slots=True)
class Answers:
    """What processes make of a start.

    Attributes
    ----------
    alone
        Best rosters of one process.
    beside
        Best rosters of another that hears of those in the midst of a part.
    charged
        What parts are put into where weekends have a price.
    best_charged
        Value of the best roster there.
    """

    start: Told
    alone: list[Told]
    beside: list[Told]
    charged: list[Told]
    best_charged: int


class _EnoughError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class _Made:
    best: list[Found]
    underway: list[Underway]


def _made(
    tables: RosterTables, told: Sequence[Message], number: int, heard: Sequence[Sequence[Message]], parts: int
) -> _Made:
    """Make parts as one of two processes; `heard` is what comes in, one item each time it asks."""
    made = _Made([], [])

    def tell(message: Message) -> None:
        if isinstance(message, Found):
            made.best.append(message)
        if isinstance(message, Underway):
            made.underway.append(message)

    coming = iter(heard)
    done = 0

    def count() -> None:
        nonlocal done
        done += 1
        if done == parts:
            raise _EnoughError

    ends = time.monotonic() + _SECONDS
    maker = PartMaker(tables, ends, number, 2, tell, lambda: list(next(coming, [])))
    maker.learn(told)
    try:
        maker.run(count)
    except _EnoughError:
        return made
    return made


def answers() -> Answers:
    tables = make_tables(long_problem())
    roster = part_by_part(tables)
    start = Found(roster, tables.value(roster))
    alone = _made(tables, [start], 1, [], 2).best
    beside = _made(tables, [start], 0, [[], [], alone], 1).best
    charged = _made(tables, [start, _weekend_prices(tables)], 1, [], 2)
    return Answers(
        Told(start.value, start.roster.tolist()),
        [Told(found.value, found.roster.tolist()) for found in alone],
        [Told(found.value, found.roster.tolist()) for found in beside],
        [Told(tables.value(underway.roster), underway.roster.tolist()) for underway in charged.underway],
        min(found.value for found in (start, *charged.best)),
    )


def _weekend_prices(tables: RosterTables) -> LimitPrices:
    people = tables.people
    return LimitPrices(np.zeros(people), np.full(people, _WEEKEND_PRICE), np.zeros((people, tables.shifts)))


if __name__ == "__main__":
    json.dump(asdict(answers()), sys.stdout)
