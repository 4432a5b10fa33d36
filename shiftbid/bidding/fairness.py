"""Fairness of an award in figures, each with its definition in docs/fairness.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_ENVY = 1.1
"""Somebody envies a roster that is worth over a tenth more to them than their own."""
_DIGITS = 4


def gini(values: Sequence[float]) -> float:
    """Gini coefficient: 0 where all are equal, (n - 1) / n where one has all."""
    ordered, count = sorted(values), len(values)
    total = sum(ordered)
    weighted = sum((2 * place - count - 1) * value for place, value in enumerate(ordered, 1))
    return weighted / (count * total) if total else 0.0


def jain(values: Sequence[float]) -> float:
    """Jain's index: 1 where all are equal, 1 / n where one has all (Jain, Chiu and Hawe 1984)."""
    squares = len(values) * sum(value * value for value in values)
    return sum(values) ** 2 / squares if squares else 1.0


def tenth_percentile(values: Sequence[float]) -> float:
    """The value that a tenth of all do not exceed: the ceil(n / 10)-th from below."""
    return sorted(values)[-(-len(values) // 10) - 1] if values else 0.0


@dataclass(frozen=True, slots=True)
class Envy:
    """Pairs of whom the first would rather have the second's roster.

    Attributes
    ----------
    pairs
        The roster is worth over a tenth more points above the own least, and lawful for the first.
    but_one
        Of those, pairs in which leaving out any one shift of the other's roster does not end it.
    justified
        Of those, pairs in which the first brought at least the other's credit.
    """

    pairs: int
    but_one: int
    justified: int


@dataclass(frozen=True, slots=True)
class Spread:
    """How values lie among people."""

    least: float
    tenth_percentile: float
    mean: float
    most: float
    gini: float
    jain: float

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """Describe values; all zeros where there are none."""
        if not values:
            return cls(0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
        mean = sum(values) / len(values)
        return cls(min(values), tenth_percentile(values), mean, max(values), gini(values), jain(values))

    def as_record(self) -> Mapping[str, float]:
        """Give the figures as records state them."""
        return {
            "least": round(self.least, _DIGITS),
            "tenth_percentile": round(self.tenth_percentile, _DIGITS),
            "mean": round(self.mean, _DIGITS),
            "most": round(self.most, _DIGITS),
            "gini": round(self.gini, _DIGITS),
            "jain": round(self.jain, _DIGITS),
        }


@dataclass(frozen=True, slots=True)
class Standing:
    """What one person has, and what they would make of each roster.

    Attributes
    ----------
    own
        Points above the person's least.
    others
        Points above the own least of every other person's roster that is lawful for them, by employee; of a roster
        and of it without each one of its shifts, the least.
    """

    employee: str
    credit: float
    own: int
    others: Mapping[str, tuple[int, int]]


def envy(people: Sequence[Standing]) -> Envy:
    """Count envy among people."""
    brought = {each.employee: each.credit for each in people}
    envied = [
        (each, other, without)
        for each in people
        for other, (whole, without) in each.others.items()
        if whole > _ENVY * each.own
    ]
    return Envy(
        pairs=len(envied),
        but_one=sum(without > _ENVY * each.own for each, _, without in envied),
        justified=sum(each.credit >= brought.get(other, 0.0) for each, other, _ in envied),
    )


def fairness_record(satisfaction: Sequence[float], burden: Sequence[float], envied: Envy) -> Mapping[str, Any]:
    """Give the report of one award as its record states it.

    Parameters
    ----------
    satisfaction
        Of everybody who bid.
    burden
        Of everybody, over the share of the mean contract.
    """
    # No award has a mean above 1, so the mean that fairness cost is at most what is lacking to it.
    mean = sum(satisfaction) / len(satisfaction) if satisfaction else 1.0
    return {
        "satisfaction": Spread.of(satisfaction).as_record(),
        "burden": Spread.of(burden).as_record(),
        "envy": {"pairs": envied.pairs, "but_one": envied.but_one, "justified": envied.justified},
        "price_of_fairness_at_most": round(1.0 - mean, _DIGITS),
    }


def carried_over(rounds: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Several rounds together: each person's mean satisfaction over the rounds they bid in, and their summed burden.

    Parameters
    ----------
    rounds
        Records of rounds, as ``round.json`` holds them.
    """
    satisfaction: dict[str, list[float]] = {}
    burden: dict[str, float] = {}
    for outcome in (each for record in rounds for each in record["satisfaction"]):
        burden[outcome["employee"]] = burden.get(outcome["employee"], 0.0) + outcome["burden"]
        if outcome["satisfaction"] is not None:
            satisfaction.setdefault(outcome["employee"], []).append(outcome["satisfaction"])
    means = [sum(values) / len(values) for values in satisfaction.values()]
    return {
        "rounds": len(rounds),
        "satisfaction": Spread.of(means).as_record(),
        "burden": Spread.of(list(burden.values())).as_record(),
    }
