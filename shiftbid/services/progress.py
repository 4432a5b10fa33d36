"""Progress of long work, and how it is cancelled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from shiftbid.domain.errors import ShiftbidError


@dataclass(frozen=True, slots=True)
class Progress:
    """How far long work has come.

    Attributes
    ----------
    stage
        Name of the stage under way.
    fraction
        Share of the whole work done, 0 to 1.
    text
        What is being done now, for the person waiting.
    """

    stage: str
    fraction: float
    text: str


class Cancelled(ShiftbidError):
    """The person waiting has cancelled; raised by the listener, and nothing of the work is kept."""


ProgressListener = Callable[[Progress], None]
"""Called often from long work; may raise `Cancelled`."""


def unheard(_: Progress) -> None:
    """Nobody waits: the `ProgressListener` of work that takes seconds or runs unattended."""
