"""Proven limits of an award: column generation over whole personal rosters (Dantzig and Wolfe 1960).

Each round a linear master mixes the rosters known so far and prices the half-hours; then every person's cheapest legal
roster at these prices is found exactly. The prices and these optima together are a proven limit (Lagrangian bound,
Geoffrion 1974) whatever the prices are. It is computed in whole numbers, so rounding of the prices cannot spoil it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from shiftbid.domain.errors import BugError
from shiftbid.solver.award_master import AwardMaster, Caps, Prices
from shiftbid.solver.award_model import CoverGroup
from shiftbid.solver.cp_sat import CpSatWork
from shiftbid.solver.exchange_rates import ExchangeRates
from shiftbid.solver.personal_rosters import PersonalRoster, RosterChoice, Tariff
from shiftbid.solver.side_by_side import each_of

_UNIT = 1000
"""Prices are whole multiples of 1 / 1000."""
_PENALTY = 2.0
"""Price of passing a cap in the master, as a multiple of the relaxation's."""
_FIRST_SHARE = 0.9
"""Share of the best prices so far in the prices tried next (Wentges 1997), at first."""
_SHARE_STEP = 0.15
"""What the share loses while the limit rises beyond the prices tried, and wins of the rest where it falls (Pessoa et
al. 2018)."""


class AwardBounds:
    """Personal rosters known so far, and the limits they help to prove.

    Parameters
    ----------
    choices
        Each person's legal rosters.
    rates
        Prices at which the master may pass a cap at least.
    work
        What the search for one person's cheapest roster may take.
    workers
        Such searches at once.
    """

    def __init__(
        self,
        groups: Sequence[CoverGroup],
        choices: Sequence[RosterChoice],
        rates: ExchangeRates,
        work: CpSatWork,
        workers: int,
    ) -> None:
        self._groups = groups
        self._choices = choices
        self._rates = rates
        self._work = work
        self._workers = workers
        self._known: list[dict[frozenset[str], PersonalRoster]] = [{} for _ in choices]

    def learn(self, chosen: Iterable[frozenset[str]]) -> None:
        """Add each person's shifts of a legal award to the rosters known."""
        for choice, known, shifts in zip(self._choices, self._known, chosen, strict=True):
            if shifts not in known:
                known[shifts] = choice.roster(shifts)

    def least_shortfall(self) -> int:
        """Prove a limit below the contract shortfall of every award: what each person would miss alone."""
        nothing = Prices(np.zeros(len(self._groups)), 0.0, 0.0)
        limit, found = self._priced(Caps(missing_half_hours=0), nothing)
        self.learn(found)
        return limit

    def limit_below(self, caps: Caps, value: int, start: Prices, rounds: int, report: Callable[[float], None]) -> int:
        """Prove a limit below the first stage without a cap, given the caps.

        An award that keeps the caps and comes to `value` must have been learnt. Prices move from `start`. Ends early
        where the limit reaches that value or cannot rise any more, or the master has no answer: what is proven stands.
        """
        penalties = Prices(
            start.heads,
            _PENALTY * start.missing + self._rates.missing,
            _PENALTY * start.shortfall + self._rates.shortfall,
        )
        master = AwardMaster(self._groups, len(self._choices), caps, penalties)
        for person, known in enumerate(self._known):
            for roster in known.values():
                master.learn(person, roster)
        best, found = self._priced(caps, start)
        centre, kept_share = start, _FIRST_SHARE
        self._teach(master, found)
        for number in range(rounds):
            report(number / rounds)
            mixed = master.best_mix()
            if mixed is None:
                break
            mix, prices = mixed
            # The limit cannot pass the mix while no roster is missing from it; the last unit is not worth its rounds.
            if best >= value or best > mix - 1:
                break
            tried = centre.mixed(prices, kept_share)
            limit, found = self._priced(caps, tried)
            if not self._teach(master, found):
                # The mixed prices ask for nothing new; the master's own decide whether anything is left to find.
                tried = prices
                limit, found = self._priced(caps, prices)
                if not self._teach(master, found):
                    best = max(best, limit)
                    break
            rising = self._slope(caps, found, centre, prices) > 0
            kept_share = max(0.0, kept_share - _SHARE_STEP) if rising else kept_share + _SHARE_STEP * (1 - kept_share)
            if limit > best:
                best, centre = limit, tried
        return best

    def _teach(self, master: AwardMaster, found: Iterable[frozenset[str]]) -> bool:
        """Add each person's shifts to the rosters known, here and in a master; says whether any was new."""
        new = False
        for person, (choice, shifts) in enumerate(zip(self._choices, found, strict=True)):
            if shifts not in self._known[person]:
                self._known[person][shifts] = choice.roster(shifts)
                master.learn(person, self._known[person][shifts])
                new = True
        return new

    def _slope(self, caps: Caps, found: Sequence[frozenset[str]], first: Prices, last: Prices) -> float:
        """How much the limit rises where prices go on from the first to the last, judged by the rosters found."""
        staffed: dict[str, int] = {}
        for shift in (shift for shifts in found for shift in shifts):
            staffed[shift] = staffed.get(shift, 0) + 1
        lacking = [group.heads - sum(staffed.get(shift, 0) for shift in group.shifts) for group in self._groups]
        short = sum(known[shifts].shortfall_minutes for known, shifts in zip(self._known, found, strict=True))
        return (
            float(np.dot(lacking, last.heads - first.heads))
            - (caps.missing_half_hours or 0) * (last.missing - first.missing)
            + (short - (caps.shortfall_minutes or 0)) * (last.shortfall - first.shortfall)
        )

    def _priced(self, caps: Caps, prices: Prices) -> tuple[int, list[frozenset[str]]]:
        """Give the limit that prices prove, and each person's cheapest roster at them."""
        missing = _UNIT if caps.missing_half_hours is None else round(prices.missing * _UNIT)
        limit = -missing * (caps.missing_half_hours or 0)
        worth: dict[str, int] = {}
        for price, group in zip(np.rint(prices.heads * _UNIT).astype(int).tolist(), self._groups, strict=True):
            # A head is worth no more than the missing half-hours it saves.
            limit += group.heads * min(price, missing * group.count)
            for shift in group.shifts if price else ():
                worth[shift] = worth.get(shift, 0) + price
        tariff = _tariff(caps, prices, worth)
        if caps.shortfall_minutes is not None:
            limit -= tariff.shortfall * caps.shortfall_minutes
        found: list[frozenset[str]] = []
        cheapest = each_of(lambda choice: choice.cheapest(tariff, self._work), self._choices, self._workers)
        for choice, priced in zip(self._choices, cheapest, strict=True):
            if priced is None:
                raise BugError(f"{choice.person.employee} had a legal roster and has none now")
            limit += priced.limit
            found.append(priced.shifts)
        return -(-limit // _UNIT), found


def _tariff(caps: Caps, prices: Prices, worth: dict[str, int]) -> Tariff:
    if caps.missing_half_hours is None:
        return Tariff(worth, shortfall=0, welfare=0)
    if caps.shortfall_minutes is None:
        return Tariff(worth, shortfall=_UNIT, welfare=0)
    return Tariff(worth, shortfall=round(prices.shortfall * _UNIT), welfare=_UNIT)
