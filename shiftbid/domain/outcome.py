"""Outcomes of optimisation: how good, how certain, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SolveStatus(StrEnum):
    """What a solver can say of its answer."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"
    """Stopped on its limit before it found an answer or proved that there is none."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a (lexicographic) optimisation, always stated as a minimum.

    Attributes
    ----------
    objective, bound
        Value reached and proven limit below it, in the stage's own unit; None where nothing was found.
    """

    name: str
    unit: str
    status: SolveStatus
    objective: float | None
    bound: float | None
    seconds: float

    @property
    def gap(self) -> float | None:
        """How far the value can be from the best possible, as a share of the value; 0 is proven optimal."""
        if self.objective is None or self.bound is None:
            return None
        difference = max(0.0, self.objective - self.bound)
        return 0.0 if difference == 0.0 else difference / max(abs(self.objective), 1e-9)
