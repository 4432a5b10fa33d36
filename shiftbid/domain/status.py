"""Dated facts about a person that switch protective rules on.

A record says what holds and until when, never why: reasons of health stay with the personnel office.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class StatusKind(StrEnum):
    """What holds for the person."""

    LATE_PREGNANCY = "late_pregnancy"
    """From the month of pregnancy on from which overtime and nights are barred."""
    NURSING = "nursing"
    """Nursing a child under one year."""
    NIGHT_WORKER = "night_worker"
    """A night worker in the words of the law, as a normal course of their work."""
    HAZARDOUS_NIGHT_WORK = "hazardous_night_work"
    """Night work with special hazards or heavy physical or mental strain."""
    HEAVY_LABOUR = "heavy_labour"
    """Physical labour of grade 3 or more (China)."""
    PUBLIC_SECTOR = "public_sector"
    """Works for a public agency (United States)."""
    EXEMPT = "exempt"
    """Exempt from overtime law (United States)."""


@dataclass(frozen=True, slots=True)
class Status:
    """One kind of fact, from first to last day."""

    kind: StatusKind
    first: date
    last: date

    def holds(self, kind: StatusKind, day: date) -> bool:
        """Whether this record says so of that day."""
        return self.kind is kind and self.first <= day <= self.last
