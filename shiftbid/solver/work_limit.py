"""Limits in work instead of time: the same problem, seed and versions give the same answer on any machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class WorkLimit:
    """How much work a solve may take.

    Every search runs on one thread and stops on its gap or on counted work, never on the clock.

    Attributes
    ----------
    search_work
        CP-SAT's deterministic seconds for all of a solve's searches together; roughly a second of one quiet core each.
    step_work
        The same for one search step.
    steps
        Most search steps of one stage.
    nodes
        Most branch-and-bound nodes of one linear model solved with HiGHS.
    relative_gap
        A linear model stops where its value is proven within this share of the best.
    """

    search_work: float = 12.0
    step_work: float = 0.3
    steps: int = 400
    nodes: int = 200
    relative_gap: float = 0.005

    def as_record(self) -> Mapping[str, int | float | str]:
        """Give the limits as the public record states them."""
        return {
            "mode": "work",
            "threads": 1,
            "search_work": self.search_work,
            "step_work": self.step_work,
            "steps": self.steps,
            "nodes": self.nodes,
            "relative_gap": self.relative_gap,
        }


def solver_versions() -> Mapping[str, str]:
    """Versions that an answer depends on; HiGHS is the one that OR-Tools carries."""
    return {"ortools": version("ortools")}
