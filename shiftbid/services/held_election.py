"""A vote that is counted, as planning goes on from it; read without a solver."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shiftbid.domain.ballot import Menu
from shiftbid.domain.outcome import Stage


@dataclass(frozen=True, slots=True)
class HeldElection:
    """A counted vote.

    Attributes
    ----------
    adopted
        The winners as a menu.
    record
        The public record (docs/formats/records.md).
    stages
        How the count went, where it was made in this run.
    """

    adopted: Menu
    ballots: int
    record: Mapping[str, Any]
    stages: tuple[Stage, ...] = ()
