"""Letters for the shift templates of a hall, for sheets that are read at a glance and printed in grey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from shiftbid.domain.shift import Shift
from shiftbid.domain.timeline import format_minute, minute_of_day
from shiftbid.services.publication import HallPublication

FILLS = (
    *("CFE2F3", "FFE599", "D9EAD3", "F4CCCC", "D9D2E9", "FCE5CD", "D0E0E3", "EAD1DC"),
    *("B6D7A8", "A4C2F4", "F9CB9C", "D5A6BD"),
)
"""Light fills on which black letters stay readable; they repeat after twelve templates, the letters do not."""


@dataclass(frozen=True, slots=True)
class ShiftCode:
    """How a template is shown.

    Attributes
    ----------
    letter
        ``A``, ``B`` … ``Z``, ``AA`` …, in order of start and end.
    fill
        Colour of its cells, RRGGBB.
    """

    letter: str
    fill: str
    sample: Shift


def shift_codes(publication: HallPublication) -> Mapping[str, ShiftCode]:
    """Codes of the templates that a roster uses, by template id, in order of start and end."""
    zone = publication.hall.zone
    first: dict[str, Shift] = {}
    for assignment in publication.roster.assignments:
        first.setdefault(assignment.shift.template, assignment.shift)
    ordered = sorted(
        first.values(),
        key=lambda shift: (minute_of_day(shift.span.start, zone), shift.span.minutes, shift.template),
    )
    return {shift.template: ShiftCode(_letters(n), FILLS[n % len(FILLS)], shift) for n, shift in enumerate(ordered)}


def clock_span(shift: Shift, zone: str) -> str:
    """Wall clock of a shift: ``09:00–17:30``."""
    return "–".join(format_minute(minute_of_day(moment, zone)) for moment in (shift.span.start, shift.span.end))


def _letters(n: int) -> str:
    letter = chr(ord("A") + n % 26)
    return letter if n < 26 else _letters(n // 26 - 1) + letter
