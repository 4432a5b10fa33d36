"""What people ask to have done for themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from shiftbid.domain.timeline import Period


@dataclass(frozen=True, slots=True)
class ExportOwnCalendar:
    """Write one's own shifts of a period as an iCalendar file; gives the file."""

    hall: str
    period: Period
    file: Path


OwnOrder = ExportOwnCalendar
