from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from shiftbid.domain.shift import Shift, ShiftTemplate, dated, parse_breaks
from shiftbid.domain.timeline import MINUTES_PER_DAY, parse_minute

ShiftAt = Callable[..., Shift]


@pytest.fixture
def shift_at() -> ShiftAt:
    """Makes a shift from ``2026-03-02 08:00-16:30`` and breaks such as ``12:00/30/unpaid``, in a zone."""

    def make(text: str, breaks: str = "", zone: str = "America/New_York") -> Shift:
        day, clock = text.split()
        start, end = (parse_minute(each) for each in clock.split("-"))
        end += 0 if end > start else MINUTES_PER_DAY
        template = ShiftTemplate(clock, start, end, parse_breaks(breaks, start))
        return dated(template, "hall", date.fromisoformat(day), zone)

    return make
