"""Limits in work instead of time: the same problem, seed and versions give the same answer on any machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class WorkLimit:
    """How much work a solve may take.

    Every search runs on one thread and stops on its proof or on counted work, never on the clock.

    Attributes
    ----------
    search_work
        CP-SAT's deterministic seconds for an award's whole search; each is one to two seconds of a quiet core.
    step_work
        The same for one search step.
    steps
        Most search steps of one award.
    rounds
        Most rounds of column generation that prove one stage's limit.
    menu_work
        CP-SAT's deterministic seconds for one step of a menu: choosing its templates, or spreading its heads.
    vote_work
        The same for one proof of an election of templates: most points, tie order, whether a set covers.
    workers
        Searches of an award that run side by side, each on its own thread; no answer depends on it, so it stands on no
        record.
    """

    search_work: float = 6.5
    step_work: float = 0.3
    steps: int = 400
    rounds: int = 11
    menu_work: float = 0.3
    vote_work: float = 6.0
    workers: int = 1

    def as_record(self) -> Mapping[str, int | float | str]:
        """Give the limits as the public record states them."""
        return {
            "mode": "work",
            "threads": 1,
            "search_work": self.search_work,
            "step_work": self.step_work,
            "steps": self.steps,
            "rounds": self.rounds,
            "menu_work": self.menu_work,
        }


def solver_versions() -> Mapping[str, str]:
    """Versions that an answer depends on; HiGHS is the one that OR-Tools carries."""
    return {"ortools": version("ortools")}
