"""The fairness report of a hall's awards, read from what is published; loads no solver."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from shiftbid.bidding.fairness import carried_over
from shiftbid.domain.errors import InputError
from shiftbid.services.ports import UnitOfWork

CARRIED_ROUNDS = 6


@dataclass(frozen=True, slots=True)
class FairnessReport:
    """Fairness of a hall's latest award, or of that of a period, and of the last rounds together.

    Attributes
    ----------
    award, carried
        As ``round.json`` and `carried_over` state them (docs/fairness.md).
    outcomes
        What the award came to for each person, as the record states it.
    """

    hall: str
    first: date
    award: Mapping[str, Any]
    carried: Mapping[str, Any]
    outcomes: tuple[Mapping[str, Any], ...]


def fairness_report(unit: UnitOfWork, hall: str, first: date | None) -> FairnessReport:
    """Read the report of the award of the period that begins on a day, of the latest where None.

    Raises InputError where no awarded round is published.
    """
    report = fairness_of_rounds(unit, hall, first)
    if report is None or (first is not None and report.first != first):
        when = f" of the period from {first}" if first else ""
        raise InputError("round", [f"no award{when} is published for {hall!r}: award a round first"])
    return report


def fairness_of_rounds(unit: UnitOfWork, hall: str, first: date | None) -> FairnessReport | None:
    """Read the report of the latest award of periods that begin no later than a day; None where there is none."""
    periods = sorted(unit.publications.periods(hall), key=lambda each: each.first)
    wanted = [each for each in periods if first is None or each.first <= first]
    rounds = _awarded([unit.publications.round_record(hall, each) for each in wanted[-CARRIED_ROUNDS:]])
    if not rounds:
        return None
    latest = rounds[-1]
    return FairnessReport(
        hall,
        date.fromisoformat(latest["period"]["first"]),
        latest["fairness"],
        carried_over(rounds),
        tuple(latest["satisfaction"]),
    )


def _awarded(records: Sequence[Mapping[str, Any] | None]) -> list[Mapping[str, Any]]:
    return [each for each in records if each and "fairness" in each]
