"""Parts of a long period made anew, as JSON: in a process of its own, for HiGHS.

``python long_answers.py`` prints the rosters and values of ``Answers``.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from small_problems import long_problem

from shiftbid.solver.rosters.long_parts import PartMaker
from shiftbid.solver.rosters.long_start import part_by_part
from shiftbid.solver.rosters.messages import Found, Message
from shiftbid.solver.rosters.tables import RosterTables, make_tables

_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Told:
    value: int
    roster: list[list[int]]


@dataclass(frozen=True, slots=True)
class Answers:
    """The start; what one process makes of it; what another makes that hears of that in the midst of a part."""

    start: int
    alone: list[Told]
    beside: list[Told]


class _EnoughError(Exception):
    pass


def _made(
    tables: RosterTables, start: Found, number: int, processes: int, heard: Sequence[Sequence[Message]], parts: int
) -> list[Found]:
    """Make parts until some are made; `heard` is what comes in, one item each time the process asks."""
    told: list[Found] = []

    def tell(message: Message) -> None:
        if isinstance(message, Found):
            told.append(message)

    coming = iter(heard)
    made = 0

    def count() -> None:
        nonlocal made
        made += 1
        if made == parts:
            raise _EnoughError

    ends = time.monotonic() + _SECONDS
    maker = PartMaker(tables, ends, number, processes, tell, lambda: list(next(coming, [])))
    maker.learn([start])
    try:
        maker.run(count)
    except _EnoughError:
        return told
    return told


def answers() -> Answers:
    tables = make_tables(long_problem())
    roster = part_by_part(tables)
    start = Found(roster, tables.value(roster))
    alone = _made(tables, start, 1, 2, [], 2)
    beside = _made(tables, start, 0, 2, [[], [], alone], 1)
    return Answers(
        start.value, *([Told(each.value, each.roster.tolist()) for each in told] for told in (alone, beside))
    )


if __name__ == "__main__":
    json.dump(asdict(answers()), sys.stdout)
