"""A dive: days of single people are fixed step by step as the mix has them, and everybody is priced anew in between.

Fixing days instead of whole rosters leaves the mix cheap for long: a person's other days still follow the others'
(fixing of assignments: Strandmark, Qu and Curtois 2020). Days whose fixing makes the mix dearer are taken back and
fewer are fixed at once; a single day that still does is fixed the other way where that is cheaper.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from shiftbid.solver.rosters.fitting import fitted
from shiftbid.solver.rosters.generation import ROSTERS_A_ROUND
from shiftbid.solver.rosters.master import Master, Mix
from shiftbid.solver.rosters.passages import BLOCKED
from shiftbid.solver.rosters.pool import RosterPool
from shiftbid.solver.rosters.pricing import Pricer, whole_prices
from shiftbid.solver.rosters.tables import OFF, BoolArray, FloatArray, IntArray, Roster, RosterTables

_SURE = 0.9
"""Shares of a day from here on are fixed before the others, up to _SURE_TIMES as many."""
_SURE_TIMES = 4
_LEADING = 0.5
_AT_ONCE, _FEWEST_AT_ONCE = 0.3, 0.1
"""Less sure days fixed at once, as a share of the people whose roster is still a mix; at most one a person."""
_LEAST_AT_ONCE = 0.02
_FASTER, _SLOWER = 1.3, 0.5
CALM, BOLD = 1e-3, 5e-2
"""Days that make the mix dearer by a larger share of it are taken back: in a bold dive hardly any."""
_LEVEL = 1e-4
"""While the mix rises by no more than this share of it, ever more days are fixed at once."""
_BOLDER = 1.5
"""After each single day that does, this many times as much is borne: some rises cannot be avoided."""
_HASTE = 1.3
"""In haste this many times as much is borne with every step."""
_PRICINGS = 3
"""Pricings that new rosters get to bring the mix down again."""
_NOISE = 0.2
_MOST_ROSTERS, _FEWEST_ROSTERS = 4000, 2500
"""Of more possible rosters than the first the second's number is kept in the master; the pool keeps them all."""
_LIGHTENED_BELOW = 0.7
"""Share of the rosters to be kept in the master below which the others are dropped."""
_LEAST_SHARE = 1e-6
_WHOLE = 0.999
"""A roster with this share is its person's; what then is left is no choice."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """A person's day and what it may be from now on, or may no longer be: a shift, or OFF."""

    person: int
    day: int
    shift: int
    wanted: bool


@dataclass(frozen=True, slots=True)
class _Fixed:
    """What is left to choose: shifts allowed, shape (people, days, shifts), and days of work, shape (people, days)."""

    allowed: BoolArray
    must_work: BoolArray

    def with_choices(self, choices: Sequence[_Choice]) -> _Fixed:
        """Fix these too."""
        allowed, must_work = self.allowed.copy(), self.must_work.copy()
        for choice in choices:
            if choice.wanted:
                others = np.arange(allowed.shape[2]) != choice.shift
                allowed[choice.person, choice.day, others] = False
                must_work[choice.person, choice.day] = choice.shift != OFF
            elif choice.shift == OFF:
                must_work[choice.person, choice.day] = True
            else:
                allowed[choice.person, choice.day, choice.shift] = False
        return _Fixed(allowed, must_work)

    def options(self) -> IntArray:
        """Count what each person's day may still be; shape (people, days)."""
        return self.allowed.sum(axis=2) + ~self.must_work

    def keep(self, person: IntArray, rosters: Roster) -> BoolArray:
        """Say which of these people's rosters are still possible."""
        days = np.arange(rosters.shape[1])
        worked = self.allowed[person[:, None], days, np.maximum(rosters, 0)]
        kept: BoolArray = np.where(rosters == OFF, ~self.must_work[person], worked)
        return np.logical_and.reduce(kept, axis=1)


class Dive:
    """One dive from some of the rosters known so far.

    Parameters
    ----------
    numbers
        Of the rosters in the pool to begin with: at least one of each person.
    noise
        Draws another dive than the steepest; None for that one.
    borne
        Share of the mix by which days may make it dearer before they are taken back.
    """

    def __init__(
        self,
        tables: RosterTables,
        pricer: Pricer,
        pool: RosterPool,
        numbers: IntArray,
        noise: np.random.Generator | None,
        borne: float = CALM,
    ) -> None:
        self._tables = tables
        self._pricer = pricer
        self._pool = pool
        self._noise = noise
        self._master = Master(tables, pool)
        self._master.add(numbers)
        self._tried = numbers
        self._borne = borne
        self._first_at_once = _AT_ONCE if noise is None else float(noise.uniform(_FEWEST_AT_ONCE, _AT_ONCE))
        self._at_once = self._first_at_once
        self._fixed = _Fixed(tables.allowed, np.zeros((tables.people, tables.days), dtype=np.bool_))

    def run(
        self,
        cut: float,
        goes_on: Callable[[], bool],
        take: Callable[[Roster], None],
        in_haste: Callable[[], bool] = lambda: False,
    ) -> None:
        """Dive to the ground, or until the mix comes to `cut` or `goes_on` says no.

        Every mix on the way is rounded to a roster too; `take` is given whatever comes out, good or bad. Once
        `in_haste` says so, less is taken back with every step.
        """
        mix = self._master.solve()
        while mix is not None and mix.value < cut - _LEAST_SHARE and goes_on():
            if mix.whole:
                take(self._rounded(mix))
            mixed = np.flatnonzero((mix.shares > 1 - _WHOLE) & (mix.shares < _WHOLE))
            if not len(mixed):
                return
            if in_haste():
                self._borne *= _HASTE
            mix = self._step(mix, self._surest(self._master.numbers[mixed], mix.shares[mixed]))

    def _step(self, mix: Mix, choices: Sequence[_Choice]) -> Mix | None:
        """Fix as many of these choices at once as leave the mix cheap; the first of them at least, or its opposite."""
        start, goal = self._fixed, mix.value + self._borne * max(1.0, abs(mix.value))
        while True:
            after = self._priced_anew(start.with_choices(choices), goal)
            if after is not None and after.value <= goal:
                level = after.value <= mix.value + _LEVEL * abs(mix.value)
                self._at_once = min(1.0, _FASTER * self._at_once) if level else min(self._at_once, self._first_at_once)
                break
            if len(choices) == 1:
                self._borne *= _BOLDER
                after = self._turned(start, choices[0], after, goal)
                break
            choices = choices[: max(1, int(_SLOWER * len(choices)))]
            self._at_once = max(_LEAST_AT_ONCE, _SLOWER * self._at_once)
        return after if after is None else self._lightened(after)

    def _lightened(self, mix: Mix) -> Mix | None:
        """Mix without the rosters that are ruled out for good, and without the farthest where there are many."""
        numbers = self._master.numbers
        kept = self._fixed.keep(self._pool.person[numbers], self._pool.rosters[numbers])
        if kept.sum() > _MOST_ROSTERS:
            reduced = self._pool.reduced_costs(mix.prices, mix.person_prices)[numbers]
            kept &= reduced <= np.partition(reduced[kept], _FEWEST_ROSTERS)[_FEWEST_ROSTERS]
        if kept.mean() < _LIGHTENED_BELOW:
            self._tried = np.union1d(self._tried, numbers)
            self._master.drop(~kept)
        return self._master.solve()

    def _turned(self, start: _Fixed, choice: _Choice, fixed: Mix | None, goal: float) -> Mix | None:
        """Fix a single choice that is dear, or its opposite where the mix is cheaper with that."""
        opposite = start.with_choices([replace(choice, wanted=not choice.wanted)])
        other = self._priced_anew(opposite, goal)
        if other is not None and (fixed is None or other.value < fixed.value):
            return other
        return self._priced_anew(start.with_choices([choice]), goal)

    def _rounded(self, mix: Mix) -> Roster:
        """Give everybody the roster that has most of them in the mix, and fit these to one another."""
        numbers = self._master.numbers
        positive = numbers[mix.shares > _LEAST_SHARE]
        shares = mix.shares[mix.shares > _LEAST_SHARE]
        roster = np.empty((self._tables.people, self._tables.days), dtype=np.int16)
        for number in positive[np.argsort(shares, kind="stable")]:
            roster[self._pool.person[number]] = self._pool.rosters[number]
        return fitted(self._tables, self._pool, np.union1d(self._tried, numbers), roster)

    def _surest(self, numbers: IntArray, shares: FloatArray) -> Sequence[_Choice]:
        """Choose days to be fixed as most of these rosters have them; every person keeps one of the rosters."""
        person, rosters = self._pool.person[numbers], self._pool.rosters[numbers]
        tables, days = self._tables, np.arange(self._tables.days)
        # Day off is the last option: its number is -1.
        options = np.zeros((tables.people, tables.days, tables.shifts + 1))
        np.add.at(options, (person[:, None], days, rosters), shares[:, None])
        options[options >= _WHOLE] = 0.0
        rank = options.max(axis=2)
        if self._noise is not None:
            rank += _NOISE * self._noise.random(rank.shape) * (rank > 0)
        most = max(1, int(self._at_once * len(np.unique(person))))
        left = np.ones(len(numbers), dtype=np.bool_)
        choices: list[_Choice] = []
        touched: set[int] = set()
        for place in np.argsort(-rank, axis=None, kind="stable").tolist():
            owner, day = divmod(place, tables.days)
            option = int(options[owner, day].argmax())
            share = options[owner, day, option]
            sure = share >= _SURE and len(choices) < _SURE_TIMES * most
            if choices and (share <= _LEADING or (not sure and len(choices) >= most)):
                break
            if choices and not sure and owner in touched:
                continue
            shift = OFF if option == tables.shifts else option
            kept = left & ((person != owner) | (rosters[:, day] == shift))
            if not kept[person == owner].any():
                continue
            left = kept
            choices.append(_Choice(owner, day, shift, wanted=True))
            touched.add(owner)
        return choices

    def _priced_anew(self, fixed: _Fixed, goal: float) -> Mix | None:
        """Mix and price with these days fixed, a few times or until the mix comes to the goal."""
        self._fixed = fixed
        numbers = self._master.numbers
        self._master.keep_only(fixed.keep(self._pool.person[numbers], self._pool.rosters[numbers]))
        mix = self._master.solve()
        for turn in range(_PRICINGS):
            if mix is None or (turn > 0 and mix.value <= goal) or not self._price(mix):
                break
            mix = self._master.solve()
        return mix

    def _price(self, mix: Mix) -> int:
        """Add rosters that make the mix cheaper; give their number."""
        tables, scale = self._tables, self._pricer.scale
        units = whole_prices(tables, mix.prices, scale)
        costs = np.where(self._fixed.allowed, tables.cost * scale - units, BLOCKED)
        people = np.flatnonzero(self._fixed.options().max(axis=1) > 1)
        priced = self._pricer.price(costs, people, ROSTERS_A_ROUND, self._fixed.must_work)
        self._pool.add(priced.person, priced.rosters)
        reduced = self._pool.reduced_costs(mix.prices, mix.person_prices)
        reduced[self._master.numbers] = 0.0
        wanted = np.flatnonzero(reduced < -_LEAST_SHARE)
        wanted = wanted[self._fixed.keep(self._pool.person[wanted], self._pool.rosters[wanted])]
        self._master.add(wanted)
        return len(wanted)
