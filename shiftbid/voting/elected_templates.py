"""What a vote on templates came to."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from shiftbid.domain.ballot import Menu
from shiftbid.domain.outcome import SolveStatus, Stage
from shiftbid.voting.phragmen_story import Round


@dataclass(frozen=True, slots=True)
class ElectedTemplates:
    """How a vote on templates ended.

    Attributes
    ----------
    adopted
        The winners as a menu, with the cheapest heads found that keep within the cover limit.
    status
        Optimal: score and tie order are proven, or every round of a step-by-step method is.
    score
        Points of the winners under proportional approval voting, whatever the method.
    bound
        The proven limit above the points of every allowed set; None where the method does not seek the most points.
    rounds
        The seats as they were filled, for methods that fill them one by one.
    """

    adopted: Menu
    status: SolveStatus
    score: Fraction
    bound: Fraction | None
    stages: tuple[Stage, ...]
    rounds: tuple[Round, ...]
