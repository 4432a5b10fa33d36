"""Where instants of a day lie on a widget: names at the left, hours to the right of them. Qt-free."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from shiftbid.domain.timeline import Interval, minute_of_day

HOUR_SECONDS = 3600
NARROWEST_HOUR = 34.0
"""Pixels below which only every second hour is named."""


@dataclass(frozen=True, slots=True)
class HourScale:
    """Instants to pixels.

    Attributes
    ----------
    left, width
        Where the first instant lies, and how far the last lies from it, in pixels.
    """

    axis: Interval
    left: float
    width: float

    def x(self, moment: int) -> float:
        """Pixels from the left edge of the widget."""
        return self.left + (moment - self.axis.start) / max(1, self.axis.end - self.axis.start) * self.width

    def seconds(self, pixels: float) -> float:
        """Seconds that a distance stands for."""
        return pixels / max(1.0, self.width) * (self.axis.end - self.axis.start)

    def hours(self, zone: str) -> Iterator[tuple[float, str]]:
        """Position and name of the hours: ``9``."""
        count = (self.axis.end - self.axis.start) // HOUR_SECONDS
        step = 1 if count and self.width / count >= NARROWEST_HOUR else 2
        for number in range(0, count + 1, step):
            moment = self.axis.start + number * HOUR_SECONDS
            yield self.x(moment), str(minute_of_day(moment, zone) // 60)
