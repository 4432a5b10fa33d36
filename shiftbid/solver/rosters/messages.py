"""What the processes of one solve tell each other."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.solver.rosters.tables import BoolArray, FloatArray, IntArray, Roster


@dataclass(frozen=True, slots=True)
class Found:
    """A legal roster and its value."""

    roster: Roster
    value: int


@dataclass(frozen=True, slots=True)
class Limit:
    """No roster costs less."""

    value: int


@dataclass(frozen=True, slots=True)
class Guide:
    """Prices near the best: of heads, shape (days, shifts), and of each person's roster, shape (people,)."""

    prices: FloatArray
    person_prices: FloatArray


@dataclass(frozen=True, slots=True)
class Useful:
    """Shifts that a roster of less than `value` can have; shape (people, days, shifts). All others are ruled out."""

    shifts: BoolArray
    value: int


@dataclass(frozen=True, slots=True)
class Near:
    """Legal personal rosters near the best prices, nearest first: whose, shape (rosters,), and (rosters, days)."""

    person: IntArray
    rosters: Roster


@dataclass(frozen=True, slots=True)
class LimitPrices:
    """What it costs to use up people's limits, near the best.

    Attributes
    ----------
    minutes
        Cost of a minute, below 0 where more should be worked; shape (people,).
    weekends
        Shape (people,).
    shifts
        Of each kind; shape (people, shifts).
    """

    minutes: FloatArray
    weekends: FloatArray
    shifts: FloatArray


@dataclass(frozen=True, slots=True)
class Underway:
    """The legal roster that parts are put into; it may be dearer than the best."""

    roster: Roster


@dataclass(frozen=True, slots=True)
class NoRoster:
    """These people have no legal roster at all."""

    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """The process ended on a fault of ours; its traceback."""

    text: str


Message = Found | Limit | Guide | Useful | Near | LimitPrices | Underway | NoRoster | Failed
