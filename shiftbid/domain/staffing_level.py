"""How much footfall a hall is staffed for: the expected one, some percent more, or a quantile of the forecast."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

from shiftbid.domain.demand import FootfallSlot
from shiftbid.domain.errors import InputError

LOWEST_QUANTILE, HIGHEST_QUANTILE = 0.1, 0.9
MOST_EXTRA_PERCENT = 100.0
_BAND_WIDTH = NormalDist().inv_cdf(HIGHEST_QUANTILE)


@dataclass(frozen=True, slots=True)
class StaffingLevel:
    """The footfall that heads are sized for; written ``mean``, ``+10%`` or ``q0.8``.

    Attributes
    ----------
    extra_percent
        Percent added to the expected footfall; read where no quantile is given.
    quantile
        Quantile of each hour's and class's own forecast, 0.1 to 0.9; None for the expected footfall.
    """

    extra_percent: float = 0.0
    quantile: float | None = None

    def __post_init__(self) -> None:
        problems: list[str] = []
        if not (math.isfinite(self.extra_percent) and 0 <= self.extra_percent <= MOST_EXTRA_PERCENT):
            problems.append(f"{self.extra_percent:g} % more: give 0 to {MOST_EXTRA_PERCENT:g}")
        if self.quantile is not None and not LOWEST_QUANTILE <= self.quantile <= HIGHEST_QUANTILE:
            problems.append(f"quantile {self.quantile:g}: give {LOWEST_QUANTILE} to {HIGHEST_QUANTILE}")
        if problems:
            raise InputError("staffing level", problems)

    @classmethod
    def parse(cls, text: str) -> StaffingLevel:
        """Read ``mean``, ``+10%`` or ``q0.8``; raises InputError for another form."""
        written = text.strip().lower()
        try:
            if written == "mean":
                return cls()
            if written.startswith("+"):
                return cls(extra_percent=float(written[1:].removesuffix("%")))
            if written.startswith("q"):
                return cls(quantile=float(written[1:]))
        except ValueError:
            pass
        raise InputError("staffing level", [f"{text!r}: write mean, +10% or q0.8"])

    def __str__(self) -> str:
        if self.quantile is not None:
            return f"q{self.quantile:g}"
        return f"+{self.extra_percent:g}%" if self.extra_percent else "mean"

    def customers(self, slot: FootfallSlot) -> float:
        """Customers of one class and hour to staff for.

        Between the forecast's quantiles the value follows a normal law from 0.1 to 0.5 and from 0.5 to 0.9.
        """
        if self.quantile is None:
            return slot.mean * (1 + self.extra_percent / 100)
        steps = NormalDist().inv_cdf(self.quantile) / _BAND_WIDTH
        outer = slot.q90 if steps > 0 else slot.q10
        return slot.q50 + abs(steps) * (outer - slot.q50)


EXPECTED = StaffingLevel()
