"""What is asked of a replay of published votes and rounds, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from shiftbid.services.progress import ProgressListener


class Replayed(StrEnum):
    """What was made again."""

    VOTE = "vote"
    """The count of a vote."""
    AWARD = "award"
    """The award of a bidding round."""


@dataclass(frozen=True, slots=True)
class Replay:
    """What came of counting a vote or solving a round again.

    Attributes
    ----------
    versions
        Versions that differ from those on record, in words: where there are any, other bytes prove nothing.
    differences
        What is otherwise than on record, in words; empty where it gives the same bytes.
    """

    what: Replayed
    hall: str
    versions: tuple[str, ...]
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplayOrder:
    """A published folder, its ``election.json`` or its ``round.json``, and the database with the inputs.

    Where none is named, the one in the folder, or else the embedded one.
    """

    path: Path
    url: str | None


class Replayer(Protocol):
    """Replays published votes and rounds."""

    def __call__(self, order: ReplayOrder, listener: ProgressListener) -> tuple[Replay, ...]:
        """Raises InputError where record or inputs are missing."""
        ...
