"""Waits when impatient customers leave: one class, arrivals and counters the same for ever.

Customers have temperaments, each a share of the customers with its own mean patience (exponential). One temperament
is Erlang A (Garnett, Mandelbaum & Reiman 2002), several are M/M/c+G with hyperexponential patience. Solved by one
integral over the wait a customer of endless patience would have (Baccelli & Hebuterne 1981; Zeltyn & Mandelbaum 2005).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from shiftbid.domain.errors import InputError
from shiftbid.staffing.erlang import erlang_b

FloatArray = npt.NDArray[np.float64]

_PANELS = 200
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(8)
# Contributions below exp(-45) of the largest are left out.
_NEGLIGIBLE = 45.0
_LARGEST_EXPONENT = 700.0


@dataclass(frozen=True, slots=True)
class Temperament:
    """A share of the customers and how long they wait on average before they leave; infinite for those who never do."""

    share: float
    mean_patience_minutes: float


@dataclass(frozen=True, slots=True)
class ImpatientWaits:
    """Waits in the long run where customers may leave.

    Attributes
    ----------
    chance_of_waiting
        P(an arriving customer does not start at once).
    share_in_time
        Share of all arrivals called within the limit; those who left count against it.
    mean_wait_minutes
        Mean over all arrivals of the time until called or gone; infinite where too few leave to keep up.
    share_left
        Share of all arrivals who leave uncalled.
    """

    chance_of_waiting: float
    share_in_time: float
    mean_wait_minutes: float
    share_left: float


def impatient_waits(
    arrivals_per_minute: float,
    service_minutes: float,
    counters: int,
    temperaments: Sequence[Temperament],
    limit_minutes: float,
) -> ImpatientWaits:
    """Give the waits of one class of impatient customers.

    Raises
    ------
    InputError
        Shares do not add up to 1, or a patience is not above 0.
    """
    check_temperaments(temperaments)
    if arrivals_per_minute <= 0:
        return ImpatientWaits(0.0, 1.0, 0.0, 0.0)
    shares = np.array([t.share for t in temperaments])
    leaving = np.array([1.0 / t.mean_patience_minutes for t in temperaments])
    capacity = counters / service_minutes
    staying = float(shares[leaving == 0].sum())
    if counters == 0 or arrivals_per_minute * staying >= capacity:
        patience = sum(t.share * t.mean_patience_minutes for t in temperaments)
        return ImpatientWaits(1.0, 0.0, patience, max(0.0, 1.0 - staying))

    def patient(minutes: FloatArray) -> FloatArray:
        return np.exp(-np.multiply.outer(minutes, leaving)) @ shares

    def time_given(minutes: FloatArray) -> FloatArray:
        """Integral of the share still patient from 0: mean minutes spent in an offered wait."""
        spent = np.multiply.outer(minutes, leaving)
        still = spent < 1e-9
        ratio = np.where(still, 1.0, -np.expm1(-spent) / np.where(still, 1.0, spent))
        return (ratio * minutes[..., None]) @ shares

    def exponent(minutes: FloatArray) -> FloatArray:
        return arrivals_per_minute * time_given(minutes) - capacity * minutes

    peak = _falls_below(lambda x: arrivals_per_minute * patient(x) - capacity, 0.0)
    highest = float(exponent(np.array([peak]))[0])
    last = _falls_below(lambda x: exponent(x) - highest + _NEGLIGIBLE, peak)
    first = 0.0
    if highest > _NEGLIGIBLE:
        first = peak - _falls_below(lambda x: exponent(np.maximum(peak - x, 0.0)) - highest + _NEGLIGIBLE, 0.0)
    nodes, weights = _panels(first, last, limit_minutes)
    density = weights * np.exp(exponent(nodes) - highest)
    mass = float(density.sum())
    blocked = float(erlang_b(arrivals_per_minute * service_minutes, counters - 1))
    # P(wait) : P(no wait) = blocked * arrivals * mass * exp(highest) : 1
    log_odds = math.log(blocked * arrivals_per_minute * mass) + highest if blocked > 0 else -math.inf
    waits = 1.0 / (1.0 + math.exp(-log_odds)) if log_odds > -_LARGEST_EXPONENT else 0.0
    density *= waits / mass
    stays = patient(nodes)
    return ImpatientWaits(
        chance_of_waiting=waits,
        share_in_time=1.0 - waits + float((density * stays)[nodes <= limit_minutes].sum()),
        mean_wait_minutes=float(density @ time_given(nodes)),
        share_left=float(density @ (1.0 - stays)),
    )


def check_temperaments(temperaments: Sequence[Temperament]) -> None:
    """Raise an InputError unless the shares add up to 1 and every patience is above 0."""
    problems = [
        f"patience {t.mean_patience_minutes:g}: give minutes above 0, or inf for customers who never leave"
        for t in temperaments
        if not t.mean_patience_minutes > 0
    ]
    problems += [f"share {t.share:g}: give a number from 0 to 1" for t in temperaments if not 0 <= t.share <= 1]
    total = sum(t.share for t in temperaments)
    if not math.isclose(total, 1.0, abs_tol=1e-6):
        problems.append(f"shares add up to {total:g}; they must add up to 1")
    if problems:
        raise InputError("temperaments", problems)


def _falls_below(value: Callable[[FloatArray], FloatArray], start: float) -> float:
    """Smallest x at or after the start where a falling function reaches 0 or less."""

    def at(x: float) -> float:
        return float(value(np.array([x]))[0])

    if at(start) <= 0:
        return start
    width = 1.0
    while at(start + width) > 0:
        width *= 2.0
    low, high = start, start + width
    for _ in range(100):
        middle = (low + high) / 2.0
        low, high = (middle, high) if at(middle) > 0 else (low, middle)
    return high


def _panels(first: float, last: float, border: float) -> tuple[FloatArray, FloatArray]:
    """Gauss-Legendre nodes and weights on both sides of a border within [first, last]."""
    edges = np.linspace(first, last, _PANELS + 1)
    if first < border < last:
        edges = np.concatenate((np.linspace(first, border, _PANELS + 1), np.linspace(border, last, _PANELS + 1)[1:]))
    half = np.diff(edges)[:, None] / 2.0
    middle = (edges[1:] + edges[:-1])[:, None] / 2.0
    return (middle + half * _NODES).ravel(), (half * _WEIGHTS).ravel()
