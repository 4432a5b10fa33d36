"""Conflicts in words, as commands and screens show them; loads no solver."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ToldConflict:
    """A conflict in words.

    Attributes
    ----------
    missing_half_hours
        Head half-hours that stay missing at least.
    minimal
        Whether leaving out any one thing named was proven to resolve it.
    repairs
        What would mend it, the gentlest first.
    """

    hall: str
    first: date
    last: date
    sentence: str
    missing_half_hours: int
    minimal: bool
    repairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HallExplanation:
    """Conflicts of one hall; `decided` says whether every window was proven possible or not."""

    hall: str
    conflicts: tuple[ToldConflict, ...]
    decided: bool
