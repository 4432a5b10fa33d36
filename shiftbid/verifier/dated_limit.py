"""What every limit has: its rule, the day from which its value holds, the article, and of whom it speaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

EVERY_AGE = range(1000)


@dataclass(frozen=True, slots=True)
class DatedLimit:
    """A rule's value from a day on.

    Attributes
    ----------
    ages
        Completed years of the people whom it speaks of, on the first day that it judges.
    warns
        Whether it only warns: a breach has to stand in ``findings.csv`` and is no fault of the roster.
    """

    rule: str
    valid_from: date
    article: str
    ages: range = field(default=EVERY_AGE, kw_only=True)
    warns: bool = field(default=False, kw_only=True)
