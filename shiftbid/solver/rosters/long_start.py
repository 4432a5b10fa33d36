"""A first legal roster of a long period: person by person where the states allow, else part after part.

Simple: both are greedy; what they leave is mended part by part.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.pricing import FEW_COUNTS, Pricer, allowed_costs, has_roster
from shiftbid.solver.rosters.start import Effort, first_roster
from shiftbid.solver.rosters.tables import OFF, BoolArray, IntArray, Roster, RosterTables
from shiftbid.solver.rosters.windows import ahead, week_starts

PART_WEEKS = 4
_MOST_SPARE_SHIFTS = 8
_QUICK = Effort(groups=5, passes=1)
_MOST_STATES = 200_000_000
"""States of all people over the whole period that are gone through for a start: some seconds."""
_LEAST_WORTH = 0.5
"""Share of the cost of a missing head that a head is worth where many others could still be it."""
_LIKELY = 0.5
"""Share of those who could be a head that is counted on."""


def long_first_roster(tables: RosterTables) -> Roster:
    """Give everybody a legal roster.

    Raises
    ------
    NoRosterError
        Somebody has none.
    """
    # Limits on shifts are kept without counting: the states are many already.
    pricer = Pricer(tables, most_counts=1)
    spaces = [batch.space for batch in pricer.batches(np.arange(tables.people))]
    states = sum(space.layer_states(day) for space in spaces for day in range(tables.days))
    return person_by_person(tables, pricer) if states <= _MOST_STATES else part_by_part(tables)


def person_by_person(tables: RosterTables, pricer: Pricer) -> Roster:
    """Give each person the cheapest roster beside those before; who may work least comes first.

    Raises
    ------
    NoRosterError
        Somebody has none, or none is found.
    """
    roster = np.full((tables.people, tables.days), OFF, dtype=np.int16)
    waiting = tables.allowed.sum(axis=0)
    for person in np.argsort(tables.allowed.sum(axis=(1, 2)), kind="stable").tolist():
        wanted = np.maximum(tables.heads - tables.coverage(roster), 0)
        urgent = np.minimum(1.0, wanted / np.maximum(1.0, _LIKELY * waiting))
        worth = tables.missing_cost * (_LEAST_WORTH + (1 - _LEAST_WORTH) * urgent)
        prices = np.rint(np.where(wanted > 0, worth, -tables.surplus_cost) * pricer.scale).astype(np.int64)
        priced = pricer.price(allowed_costs(tables, pricer.scale, prices), np.array([person]), 1)
        if not has_roster(priced.least[[person]])[0]:
            raise NoRosterError(np.array([person]))
        roster[person] = priced.rosters[priced.cost.argmin()]
        waiting = waiting - tables.allowed[person]
    return roster


def part_by_part(tables: RosterTables) -> Roster:
    """Fill part after part; who finds no last part gets the last two anew, or the last three, and so on.

    Raises
    ------
    NoRosterError
        Somebody has none, or none is found.
    """
    roster = np.full((tables.people, tables.days), OFF, dtype=np.int16)
    lost = np.zeros(tables.people, dtype=np.bool_)
    spare = np.zeros(tables.people, dtype=np.int64)
    starts = week_starts(tables).tolist()
    week = 0
    # The last part is longer, so that it can make up for what the others left.
    while len(starts) - week > 2 * PART_WEEKS:
        _fill_part(tables, roster, lost, spare, starts[week], starts[week + PART_WEEKS])
        week += PART_WEEKS
        # Who needed more than the share before is likely to need it again, but not always as much.
        spare //= 2
    _fill_part(tables, roster, lost, spare, starts[week], tables.days)
    for person in np.flatnonzero(lost).tolist():
        _fill_end(tables, roster, person, starts[week::-PART_WEEKS])
    return roster


def _fill_part(tables: RosterTables, roster: Roster, lost: BoolArray, spare: IntArray, first: int, last: int) -> None:
    """Fill the part for everybody who finds a roster; note who does not, from ever wider shares of the limits."""
    while not lost.all():
        people = np.flatnonzero(~lost)
        nobody = np.full((tables.people, last - first), OFF, dtype=np.int16)
        part = ahead(tables, roster, first, last, spare).of_people(people, nobody)
        pricer = Pricer(part, FEW_COUNTS)
        free = allowed_costs(part, pricer.scale, np.zeros_like(part.heads))
        stuck = people[~has_roster(pricer.price(free, np.arange(part.people), 1).least)]
        if not len(stuck):
            try:
                roster[people, first:last] = first_roster(part, pricer, _QUICK)
            except NoRosterError as error:
                stuck = people[error.people]
            else:
                return
        lost[stuck[(spare[stuck] >= _MOST_SPARE_SHIFTS) | (last == tables.days)]] = True
        spare[stuck] = 2 * spare[stuck] + 1


def _fill_end(tables: RosterTables, roster: Roster, person: int, first_days: Sequence[int]) -> None:
    """Fill the period anew for one person from the latest of these days from which that can be done."""
    alone = np.array([person])
    straight = np.zeros(tables.people, dtype=np.int64)
    for first in first_days:
        part = ahead(tables, roster, first, tables.days, straight).of_people(alone, roster[:, first:])
        # Over a long period the states are many already: limits on shifts are kept without counting.
        pricer = Pricer(part, most_counts=1)
        prices = -part.head_costs(np.zeros_like(part.heads)) * pricer.scale
        priced = pricer.price(allowed_costs(part, pricer.scale, prices), np.array([0]), 1)
        if has_roster(priced.least).all():
            roster[person, first:] = priced.rosters[priced.cost.argmin()]
            return
    raise NoRosterError(alone)
