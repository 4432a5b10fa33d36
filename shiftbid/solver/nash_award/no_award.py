"""Why no award keeps the law: people without any roster, and weeks whose minimums exceed the seats."""

from __future__ import annotations

import numpy as np

from shiftbid.solver.nash_award.roster_pricing import RosterPricing
from shiftbid.solver.nash_award.seats import SeatAward


def why_no_award(award: SeatAward) -> tuple[str, ...]:
    """Name causes in sentences, by counting and by each person's rosters alone.

    Where neither explains it, the weekly minimums of several people together find no way through the days' seats, and
    that is all that is said.
    """
    nothing = np.zeros((len(award.people), award.days, award.templates))
    alone = RosterPricing(award).best(nothing, with_welfare=False, alternatives=0)
    causes = [
        f"{person.id} has no roster that keeps the weekly minimum, rests, Saturdays and leave, even alone"
        for person, rosters in zip(award.people, alone.rosters, strict=True)
        if not rosters
    ]
    for week in range(int(award.week_of.max()) + 1):
        least = sum(person.week_least[week] for person in award.people)
        seats = int(award.seats[award.week_of == week].sum())
        if least > seats:
            causes.append(f"week {week + 1}: the weekly minimums come to {least} shifts, the seats to {seats}")
    return tuple(causes) or ("the weekly minimums of several people together find no way through the days' seats",)
