"""Minutes to hundredths of hours, as payroll programs want them.

Pay is kept in whole minutes and rounded once, where it leaves. A hundredth of an hour is 36 seconds, so no total is
ever off by more than 12 seconds, however many days it sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

MINUTES_PER_HOUR = 60


def hundredths_of_hours(minutes: int) -> int:
    """Give the nearest number of hundredths of hours; ties cannot happen. Negative minutes (corrections) mirror."""
    hundredths = (200 * abs(minutes) + MINUTES_PER_HOUR) // (2 * MINUTES_PER_HOUR)
    return hundredths if minutes >= 0 else -hundredths


def spread_hundredths(minutes: Sequence[int]) -> tuple[int, ...]:
    """Hundredths of hours of each of several entries, which sum to the rounded total of all of them.

    The running total is rounded and each entry is its rise, so what one entry loses the next one gets.
    """
    rounded = (0, *map(hundredths_of_hours, accumulate(minutes)))
    return tuple(after - before for before, after in pairwise(rounded))


def hours_text(hundredths: int, decimal_sign: str = ".") -> str:
    """Write hundredths of hours with two decimals: ``7.50``, ``-0.25``."""
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}{decimal_sign}{part:02d}"
