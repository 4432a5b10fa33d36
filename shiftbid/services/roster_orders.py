"""What the roster page asks to have done elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from shiftbid.domain.roster import Assignment
from shiftbid.domain.timeline import Period


@dataclass(frozen=True, slots=True)
class PublishEdit:
    """Publish a changed roster as the version after the one it was made on; gives its number.

    Attributes
    ----------
    version
        The version the changes were made on.
    """

    hall: str
    period: Period
    version: int
    assignments: tuple[Assignment, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class RosterVersions:
    """Read every published roster of a hall and period; gives a tuple of `Roster`, oldest first."""

    hall: str
    period: Period


RosterOrder = PublishEdit | RosterVersions
