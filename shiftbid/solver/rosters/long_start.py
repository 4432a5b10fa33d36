"""A first legal roster of a long period, part after part."""

from __future__ import annotations

import numpy as np

from shiftbid.solver.rosters.errors import NoRosterError
from shiftbid.solver.rosters.pricing import FEW_COUNTS, Pricer, allowed_costs, has_roster
from shiftbid.solver.rosters.start import Effort, first_roster
from shiftbid.solver.rosters.tables import OFF, BoolArray, IntArray, Roster, RosterTables
from shiftbid.solver.rosters.windows import ahead, week_starts

PART_WEEKS = 4
_MOST_SPARE_SHIFTS = 8
_QUICK = Effort(groups=5, passes=1)


def long_first_roster(tables: RosterTables) -> Roster:
    """Give everybody a legal roster.

    Who finds none part by part gets a roster of the whole period at once, which is slow.

    Raises
    ------
    NoRosterError
        Somebody has none.
    """
    roster = np.full((tables.people, tables.days), OFF, dtype=np.int16)
    lost = np.zeros(tables.people, dtype=np.bool_)
    starts = week_starts(tables).tolist()
    week = 0
    # The last part is longer, so that it can make up for what the others left.
    while len(starts) - week > 2 * PART_WEEKS:
        _fill_part(tables, roster, lost, starts[week], starts[week + PART_WEEKS])
        week += PART_WEEKS
    _fill_part(tables, roster, lost, starts[week], tables.days)
    _fill_whole(tables, roster, np.flatnonzero(lost))
    return roster


def _fill_part(tables: RosterTables, roster: Roster, lost: BoolArray, first: int, last: int) -> None:
    """Fill the part for everybody who finds a roster; note who does not, from ever wider shares of the limits."""
    spare = np.zeros(tables.people, dtype=np.int64)
    while not lost.all():
        people = np.flatnonzero(~lost)
        nobody = np.full((tables.people, last - first), OFF, dtype=np.int16)
        part = ahead(tables, roster, first, last, spare).of_people(people, nobody)
        try:
            roster[people, first:last] = first_roster(part, Pricer(part, FEW_COUNTS), _QUICK)
        except NoRosterError as error:
            stuck = people[error.people]
            lost[stuck[spare[stuck] >= _MOST_SPARE_SHIFTS]] = True
            if last == tables.days:
                lost[stuck] = True
            spare[stuck] = 2 * spare[stuck] + 1
        else:
            return


def _fill_whole(tables: RosterTables, roster: Roster, people: IntArray) -> None:
    # Over a long period the states are many already: limits on shifts are kept without counting.
    pricer = Pricer(tables, most_counts=1)
    for person in people:
        others = np.delete(roster, person, axis=0)
        prices = -tables.head_costs(tables.coverage(others)) * pricer.scale
        priced = pricer.price(allowed_costs(tables, pricer.scale, prices), np.array([person]), 1)
        if not has_roster(priced.least[[person]])[0]:
            raise NoRosterError(people)
        roster[person] = priced.rosters[priced.cost.argmin()]
