"""A first award: one person after the other, each placed exactly where most demand is still missing.

Simple on purpose: nobody is asked again. It is legal, quick and the point from which the search improves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shiftbid.solver.award_model import CoverGroup
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.personal_rosters import RosterChoice, Tariff


def place_one_by_one(
    choices: Sequence[RosterChoice], groups: Sequence[CoverGroup], work: CpSatWork
) -> Iterator[frozenset[str] | None]:
    """Place people in their order, each against what those before have left open; None for who has no legal roster.

    A person's shifts do not overlap, so the half-hours they would fill simply add up, and no cover rows are needed.
    Shifts that overlap where no clause forbids it are counted twice, which misjudges the gain and harms nothing else.
    """
    missing = [group.heads for group in groups]
    groups_of: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        for shift in group.shifts:
            groups_of.setdefault(shift, []).append(index)
    for choice in choices:
        # A half-hour of demand weighs more than any shortfall of this person can.
        weight = choice.person.contract_minutes + 1
        worth = {
            shift: weight * sum(groups[index].count for index in indices if missing[index] > 0)
            for shift, indices in groups_of.items()
        }
        priced = choice.cheapest(Tariff(worth, shortfall=1, wishes=0), work)
        for shift in priced.shifts if priced else ():
            for index in groups_of.get(shift, ()):
                missing[index] -= 1
        yield priced.shifts if priced else None
