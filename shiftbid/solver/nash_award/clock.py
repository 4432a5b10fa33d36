"""How long an award may be sought."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Deadline:
    """A reading of ``time.time``, which all processes of a machine share, at which a search ends."""

    ends_at: float

    @property
    def seconds_left(self) -> float:
        """Seconds until the end, never below 0."""
        return max(0.0, self.ends_at - time.time())
