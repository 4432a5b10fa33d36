"""A first award: one person after the other, each placed exactly where the prices of missing demand call most.

Simple on purpose: nobody is asked again. It is legal, quick and the point from which the search improves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from shiftbid.solver.award_model import CoverGroup
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_rates import ExchangeRates
from shiftbid.solver.personal_rosters import RosterChoice, Tariff


def place_one_by_one(
    choices: Sequence[RosterChoice],
    groups: Sequence[CoverGroup],
    prices: Sequence[float],
    rates: ExchangeRates,
    work: CpSatWork,
) -> Iterator[frozenset[str] | None]:
    """Place people in their order, each against what those before have left open; None for who has no legal roster.

    A person's shifts do not overlap, so the half-hours they would fill simply add up, and no cover rows are needed.
    Shifts that overlap where no clause forbids it are counted twice, which misjudges the gain and harms nothing else.

    Parameters
    ----------
    prices
        What the relaxation would give for a head in each group: low where others could serve as well. Half-way between
        that and the full rate, the first people neither take every peak nor leave it to the last.
    """
    worth_of = [round((price + rates.missing * group.count) / 2) for price, group in zip(prices, groups, strict=True)]
    missing = [group.heads for group in groups]
    groups_of: dict[str, list[int]] = {}
    for index, group in enumerate(groups):
        for shift in group.shifts:
            groups_of.setdefault(shift, []).append(index)
    for choice in choices:
        worth = {
            shift: sum(worth_of[index] for index in indices if missing[index] > 0)
            for shift, indices in groups_of.items()
        }
        worth |= {day_off: rates.time_off * weight for day_off, weight in choice.person.time_off.items()}
        priced = choice.cheapest(Tariff(worth, rates.shortfall, rates.welfare), work)
        for shift in priced.shifts if priced else ():
            for index in groups_of.get(shift, ()):
                missing[index] -= 1
        yield priced.shifts if priced else None
