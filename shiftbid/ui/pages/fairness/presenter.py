"""Fairness of an award, and of the rounds before it together, as rows. Qt-free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from shiftbid.services.fairness_report import FairnessReport


class Figure(StrEnum):
    """Figures of the report; the definitions stand in docs/fairness.md."""

    LEAST = "least"
    TENTH_PERCENTILE = "tenth_percentile"
    MEAN = "mean"
    MOST = "most"
    GINI = "gini"
    JAIN = "jain"
    ENVY = "pairs"
    ENVY_BUT_ONE = "but_one"
    JUSTIFIED_ENVY = "justified"
    PRICE = "price_of_fairness_at_most"


SPREAD = (Figure.LEAST, Figure.TENTH_PERCENTILE, Figure.MEAN, Figure.MOST, Figure.GINI, Figure.JAIN)
ENVY = (Figure.ENVY, Figure.ENVY_BUT_ONE, Figure.JUSTIFIED_ENVY)
COUNTS = frozenset(ENVY)


@dataclass(frozen=True, slots=True)
class FairnessRow:
    """A figure of satisfaction and of burden, in this award and over several rounds; None where it has none."""

    figure: Figure
    satisfaction: float | None
    burden: float | None
    carried_satisfaction: float | None
    carried_burden: float | None


@dataclass(frozen=True, slots=True)
class PersonShare:
    """Satisfaction from 0 to 1 (None for somebody who did not wish), burden, and credit for the next round."""

    name: str
    satisfaction: float | None
    burden: float
    credit_after: float


def fairness_rows(report: FairnessReport) -> tuple[FairnessRow, ...]:
    """The figures in the order of their definitions."""
    award, carried = report.award, report.carried
    spread = [
        FairnessRow(
            each,
            award["satisfaction"][each],
            award["burden"][each],
            carried["satisfaction"][each],
            carried["burden"][each],
        )
        for each in SPREAD
    ]
    envy = [FairnessRow(each, award["envy"][each], None, None, None) for each in ENVY]
    return (*spread, *envy, FairnessRow(Figure.PRICE, award[Figure.PRICE], None, None, None))


def person_shares(report: FairnessReport, names: Mapping[str, str]) -> tuple[PersonShare, ...]:
    """Everybody of the award, the least satisfied first; those who did not wish last."""
    shares = [_share(each, names) for each in report.outcomes]
    return tuple(
        sorted(
            shares,
            key=lambda each: (each.satisfaction is None, each.satisfaction or 0.0, each.name),
        )
    )


def _share(outcome: Mapping[str, Any], names: Mapping[str, str]) -> PersonShare:
    return PersonShare(
        names.get(outcome["employee"], outcome["employee"]),
        outcome["satisfaction"],
        outcome["burden"],
        outcome["credit_after"],
    )
