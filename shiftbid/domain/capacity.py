"""What the staff of a hall can take together."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Capacity:
    """Most shifts and working minutes on templates of some skills that staff can take in a calendar week (from Monday).

    All who have one of the skills count together.
    """

    skills: frozenset[str]
    weekly_shifts: int
    weekly_minutes: int
