"""Demand: heads needed per slot and skill."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.timeline import Interval


@dataclass(frozen=True, slots=True)
class DemandSlot:
    """Heads needed in one slot of a hall for one skill."""

    hall: str
    slot: Interval
    skill: str
    heads: int


@dataclass(frozen=True, slots=True)
class FootfallSlot:
    """Expected customers of one class in one slot, with the forecast's band.

    Attributes
    ----------
    mean, q10, q50, q90
        Customers arriving in the slot: expected value and quantiles.
    """

    hall: str
    slot: Interval
    customer_class: str
    mean: float
    q10: float
    q50: float
    q90: float


@dataclass(frozen=True, slots=True)
class FootfallCount:
    """Customers of one class counted in one hour; None where there was no reading."""

    hall: str
    hour: Interval
    customer_class: str
    count: float | None
