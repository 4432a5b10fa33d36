"""Ballots: what each person says of the menus put to the vote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from shiftbid.domain.shift import ShiftTemplate


@dataclass(frozen=True, slots=True)
class TemplateHeads:
    """Heads on a template on a day."""

    day: date
    template: str
    heads: int


@dataclass(frozen=True, slots=True)
class Menu:
    """A set of templates proven to cover the demand within a stated tolerance.

    Attributes
    ----------
    missing_half_hours, surplus_half_hours
        Head half-hours of the period's demand left uncovered, and covered beyond it, by the menu's best use.
    paid_minutes
        Paid minutes of that use.
    objective, bound
        Value of the menu's model and the proven limit below it, in the model's own weighted half-hours.
    use
        The cover that proves the menu: heads on each template on each day of the period.
    """

    id: str
    title: str
    templates: tuple[ShiftTemplate, ...]
    missing_half_hours: int
    surplus_half_hours: int
    paid_minutes: int
    objective: float
    bound: float
    use: tuple[TemplateHeads, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """One person's approvals under a random id that only the voter knows."""

    voter: str
    approved: frozenset[str]


class Answer(StrEnum):
    """What a person says of a menu on a secret ballot; nothing said is no approval."""

    WANT = "want"
    ACCEPT = "accept"
    """Can live with it."""
    CANNOT = "cannot"
    """Cannot live with it: no veto, but everybody can read how many there are."""


APPROVING = frozenset({Answer.WANT, Answer.ACCEPT})
